"""Reports without a verb: "according to X", "in X's view", "reportedly"."""

from collections.abc import Iterator

from annotate.grammar import descriptions, holders, memories, phrases, titles
from annotate.grammar.cues import of_class, verbs
from annotate.grammar.memories import Memory
from annotate.grammar.reading import Reading
from annotate.layers.quotes import content, finite
from annotate.layers.quotes.reports import Report
from annotate.layers.quotes.set_in import closing
from annotate.model import Mention, Pair


def reports(reading: Reading, memory: Memory, taken: set[int]) -> Iterator[Report]:
    """The reports that "according to" and "reportedly" make."""
    for first, last in reading.units:
        for at in range(first, last - 1):
            if at in taken:
                continue
            found = None
            if behind := _names_source(reading, at, first):
                found = _according(reading, at, behind, first, last, memory)
            elif reading.words[at] in _CONCERNED:
                found = _concerned(reading, at, first, last, memory)
            elif reading.words[at] in _VIEWS:
                found = _in_view(reading, at, first, last, memory)
            elif reading.words[at] in of_class("aside"):
                found = _reportedly(reading, at, last)
            if found is not None:
                yield found


def _names_source(reading: Reading, at: int, first: int) -> int:
    """Where a source stands behind "according to" and its kin, 0 where none of them begins."""
    words = reading.words
    if words[at : at + 2] == ("according", "to"):
        return at + 2
    if words[at] == "per" and (at == first or words[at - 1] == ","):
        named = at + 1 in reading.names or words[at + 1] in of_class("determiner")
        return at + 1 if named else 0
    says = words[at : at + 2] == ("in", "the") and words[at + 3 : at + 4] == ("of",)
    return at + 4 if says and words[at + 2 : at + 3] in _SAID_OF else 0


_SAID_OF = {(word,) for word in ("eyes", "judgement", "judgment", "opinion", "view", "words")}
"""Nouns in "in the … of X, …"."""


def _concerned(reading: Reading, at: int, first: int, last: int, memory: Memory) -> Report | None:
    """ "As far as Kolde is concerned, …", "as Kolde sees it, …"."""
    words = reading.words
    for opens, closes in _CONCERNED[words[at]]:
        behind = at + len(opens)
        if words[at:behind] != opens:
            continue
        ends = (
            n for n in range(behind + 1, min(behind + _OWNED, last)) if _is_at(words, n, closes)
        )
        end = next(ends, None)
        behind_it = words[slice(end + len(closes), end + len(closes) + 1)] if end else ()
        if end is None or behind_it not in {(",",), (".",)}:
            continue
        who = phrases.ending(reading, end, behind)
        told = _told(reading, at, end + len(closes), first, last) if who is not None else None
        if who is not None and told is not None:
            cue = (end, end + 1) if opens == ("as",) else (at, behind)
            return _report(reading, told, "in-view", cue, who, memory)
    return None


def _is_at(words: tuple[str, ...], at: int, wanted: tuple[str, ...]) -> bool:
    return words[at : at + len(wanted)] == wanted


_CONCERNED = {
    "as": (
        (("as", "far", "as"), ("is", "concerned")),
        (("as", "far", "as"), ("are", "concerned")),
        (("as",), ("sees", "it")),
        (("as",), ("see", "it")),
        (("as",), ("puts", "it")),
        (("as",), ("put", "it")),
    ),
    "if": ((("if",), ("is", "to", "be", "believed")), (("if",), ("are", "to", "be", "believed"))),
}
"""What stands around a source whose view a sentence tells, by its first word."""


def _according(
    reading: Reading, at: int, behind_cue: int, first: int, last: int, memory: Memory
) -> Report | None:
    words = reading.words
    if words[behind_cue : behind_cue + 1] and words[behind_cue] in {"my", "our", "plan"}:
        return None
    who = _whose_figures(reading, behind_cue, last) or phrases.after(reading, behind_cue, last)
    if who is None:
        return None
    who = _with_place(reading, who, last)
    named = titles.placed(reading, who)
    behind = _behind_relative(reading, max(who.last, named[1] if named else 0), last)
    told = _told(reading, at, behind, first, last)
    return told and _report(reading, told, "according-to", (at, behind_cue), who, memory)


def _with_place(reading: Reading, who: phrases.Phrase, last: int) -> phrases.Phrase:
    """A description with the place that says which is meant, up to a comma: "the embassy | in
    Brenn |, he left".
    """
    name = reading.names.get(who.last + 1)
    if reading.words[who.last : who.last + 1] != ("in",) or who.last - 1 in reading.names:
        return who
    end = reading.name_at(who.last + 1)[1] if name is not None and name.label == "GPE" else last
    closed = end < last and reading.words[end] in {",", "."}
    return phrases.Phrase(first=who.first, last=end) if closed else who


def _whose_figures(reading: Reading, at: int, last: int) -> phrases.Phrase | None:
    """Whose the figures are to which something is according: "data released by | the board"."""
    words = reading.words
    near = range(at, min(at + _FIGURES, last))
    noun = next((n for n in near if words[n] in of_class("evidence")), None)
    if noun is None or "," in words[at:noun]:
        return None
    made = noun + 1 < last and reading.passage.parsed[noun + 1].tag_ == "VBN"
    behind = noun + 1 + made
    whose = behind < last and words[behind] in _FROM
    return phrases.after(reading, behind + 1, last) if whose else None


_FIGURES = 5
"""Tokens in which what something is according to has its noun."""
_FROM = frozenset({"by", "from"})


def _behind_relative(reading: Reading, at: int, last: int) -> int:
    """The comma that closes a clause or an apposition behind a source, if one opens at a token;
    else that: "according to a clerk, who asked not to be named|, the sale is off".
    """
    words = reading.words
    if words[at : at + 2] in {(",", who) for who in ("who", "which", "whose")}:
        return next((n for n in range(at + 2, last) if words[n] == ","), at)
    if words[at : at + 2] in {(",", "a"), (",", "an"), (",", "the")} and reading.is_person(at - 1):
        end = next((n for n in range(at + 2, last - 1) if words[n] == ","), at)
        return at if finite.within(reading, at + 1, end) else end
    return at


def _in_view(reading: Reading, at: int, first: int, last: int, memory: Memory) -> Report | None:
    """ "In Kolde's view the dam …", "the dam, in their opinion, …"."""
    held = _VIEWS[reading.words[at]]
    noun = next(
        (n for n in range(at + 2, min(at + _OWNED, last)) if _views(reading, n, held)), None
    )
    if noun is None:
        return None
    if reading.words[at + 1] in _OWNERS:
        who: phrases.Phrase | None = phrases.Phrase(first=at + 1, last=at + 2)
    else:
        owned = (n for n in range(noun - 1, at, -1) if reading.words[n] in {"'s", "'"})
        who = phrases.ending(reading, next(owned, _body(reading, at, noun)), at + 1)
    told = _told(reading, at, noun + 1, first, last) if who is not None else None
    if who is None or told is None or noun - who.last > _QUALIFIED:
        return None
    return _report(reading, told, "in-view", (noun, noun + 1), who, memory)


def _body(reading: Reading, at: int, noun: int) -> int:
    """Where the body ends that has a view and no apostrophe: "the Ostrean government | view"."""
    name = reading.names.get(noun - 1)
    body = name is not None and name.label == "ORG"
    return noun if body or reading.words[noun - 1] in of_class("group", "authority") else at + 1


def _views(reading: Reading, at: int, held: frozenset[str]) -> bool:
    if reading.words[at : at + 3] == ("point", "of", "view"):
        return "perspective" in held
    return reading.words[at] in held and reading.words[at + 1 : at + 2] != ("of",)


_VIEWS = {
    "by": frozenset({"account", "admission", "reckoning"}),
    "in": of_class("view"),
    "from": frozenset({"perspective", "standpoint", "vantage", "viewpoint"}),
    "to": frozenset({"mind"}),
}
"""What is had of a thing, by the preposition before whose it is: "from the union's standpoint"."""


_OWNERS = frozenset({"his", "her", "its", "their"})
_OWNED = 9
"""Tokens in which a view is named: "in the former harbour master's considered view"."""
_QUALIFIED = 2
"""Tokens between who holds a view and the view: "Kolde | 's considered | view"."""


def _told(reading: Reading, at: int, behind: int, first: int, last: int) -> Pair | None:
    """What is said, around the words from `at` to `behind` that tell whose it is."""
    words = reading.words
    leads = (
        at == first
        or words[at - 1] in _JOINS
        or words[at - 1] in verbs()
        or (at - 1 > first and words[at - 1] == "," and _joins(reading, at - 2))
    )
    if leads:
        begins = behind < last and words[behind] in _OPENING
        comma = (n for n in range(behind, last) if words[n] == ",")
        begin = behind if begins else next(comma, last - 1) + 1
        return (begin, _phrase_end(reading, begin, last)) if begin < last else None
    begin, end = _clause_start(reading, at, first), at
    if words[at - 2 : at] == ("at", "least"):
        at = end = at - 2  # "it leaks, | at least according to Orr"
    close = closing(reading, behind, last)
    if words[at - 1] == "," and close is not None and words[close : close + 1] == (",",):
        goes_on = close + 1 < last and not _fresh(reading, close + 1)
        end = _phrase_end(reading, close + 1, last) if goes_on else end
    return begin, end


def _joins(reading: Reading, at: int) -> bool:
    """Whether a word joins a clause on; not the "that" in "a quarter of | that, per X"."""
    return reading.words[at] in _JOINS and reading.passage.parsed[at].tag_ != "DT"


_JOINS = frozenset({"and", "but", "that", "where"})
"""What joins a clause on, of which alone the source is told: "46 boats and, according to X, …"."""
_OPENING = (of_class("determiner", "pronoun") - {"which", "what", "whose", "that", "both"}) | {
    "there"
}
"""What opens a clause without a comma: "according to the board | this was known"."""


def _report(
    reading: Reading, told: Pair, rule: str, cue: Pair, who: phrases.Phrase, memory: Memory
) -> Report | None:
    source = holders.mention(reading, who, memory) or _figures(reading, who)
    begin, end, label = content.bare(reading, *content.trimmed(reading, *told))
    if source is None or end <= begin:
        return None
    memories.keep_speaker(reading, who, source, memory)
    return Report(first=begin, last=end, rule=rule, source=source, cue=cue, label=label)


def _figures(reading: Reading, who: phrases.Phrase) -> Mention | None:
    """The figures to which something is according, where none says whose: "federal data"."""
    if reading.words[who.last - 1] not in of_class("evidence"):
        return None
    start, end = reading.place(who.first, who.last)
    return Mention(canonical=descriptions.words(reading, who), start=start, end=end)


def _phrase_end(reading: Reading, at: int, last: int) -> int:
    ends = {";", ")", "–", "—"}
    found = [n for n in range(at, last) if reading.words[n] in ends and not reading.ranges(n)]
    found = [n for n in found if reading.words[n] != ")" or "(" not in reading.words[at:n]]
    dashes = [n for n in found if reading.words[n] in {"–", "—"}]
    if len(dashes) > 1 and found[:2] == dashes[:2]:
        behind = reading.words[dashes[1] + 1 : dashes[1] + 2]
        # What stands between two dashes is set in: "its upside — … — outweighs".
        found = found[2:] if not set(behind) & _AND else found
    return next(iter(found), last)


_AND = frozenset({"and", "but"})


def _clause_start(reading: Reading, at: int, first: int) -> int:
    edges = {";", "(", ":", "–", "—"}
    behind = (n for n in range(at - 1, first, -1) if reading.words[n] in edges)
    behind = (n for n in behind if reading.words[n] != "(" or ")" not in reading.words[n:at])
    start = next((n + 1 for n in behind if not reading.ranges(n)), first)
    while start < at and reading.words[start] in {
        "and",
        "but",
        "yet",
        "while",
        "though",
        "although",
    }:
        start += 1
    return start


def _reportedly(reading: Reading, at: int, last: int) -> Report | None:
    words = reading.words
    if "what" in words[max(0, at - _OF_WHAT) : at]:
        return None  # "what Kolde allegedly | did": no clause
    ends = {",", ";", "–", "—", ")", "and", "with", "but"}
    found = (n for n in range(at + 2, last) if words[n] in ends and not _joined(words, n))
    end = next((n for n in found if not reading.ranges(n)), last)
    begin, end = content.trimmed(reading, at + 1, end)
    if end - begin < 2:
        return None
    return Report(first=begin, last=end, rule="reportedly", cue=(at, at + 1))


_OF_WHAT = 4
"""Tokens from "what" to the adverb in its clause at most."""


def _joined(words: tuple[str, ...], at: int) -> bool:
    return words[at : at + 2] == ("and", "with") or words[at - 1 : at + 1] == ("and", "with")


def _fresh(reading: Reading, at: int) -> bool:
    """Whether a clause of its own begins: "…, but the ministry", "…, who adds"."""
    word = reading.words[at]
    if word not in {"and", "but", "while", "although", "though"}:
        return word in {"who", "which"}
    behind = reading.words[at + 1] if at + 1 < len(reading.words) else ""
    return at + 1 in reading.names or behind in of_class("determiner", "pronoun")
