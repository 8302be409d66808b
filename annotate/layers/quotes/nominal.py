"""Reports that a noun makes: "the fear that", "its mantra that", "requests from X to".

The source is the noun's owner ("its", "the ministry's", "from X"), or the subject of the verb
that governs the noun; where neither is named there is none.
"""

from collections.abc import Iterator

from annotate.grammar import holders, persons, phrases, plain_subjects
from annotate.grammar.cues import Cue, Verb, nouns, of_class
from annotate.grammar.memories import Memory
from annotate.grammar.phrases import Phrase
from annotate.grammar.reading import Reading
from annotate.layers.quotes import content, endings
from annotate.layers.quotes.reports import Report

_GOVERNING = of_class("governing")


def reports(reading: Reading, memory: Memory, taken: set[int]) -> Iterator[Report]:
    """The reports of a passage that a noun makes."""
    for first, last in reading.units:
        for at in range(first, last - 2):
            known = nouns().get(reading.words[at])
            if not known or at in taken or not _is_noun(reading, at, first):
                continue
            if found := _one(reading, at, known, first, last, memory):
                yield found


def _is_noun(reading: Reading, at: int, first: int) -> bool:
    before = reading.words[at - 1] if at > first else ""
    phrase = before, reading.words[at]
    if phrase in {("in", "order"), ("of", "view")}:
        return False
    if before in {"that", "to"} and reading.passage.parsed[at].pos_ == "VERB":
        return False  # "laws that | demand that …", "likes to | boast that …"
    held = of_class("determiner", "preposition") | {"'s", "'"} | _GOVERNING
    if before in held or (before in _GROWING and reading.passage.parsed[at].pos_ == "NOUN"):
        return True
    if reading.passage.parsed[at].pos_ == "VERB":
        return False  # "his report | calls for …"
    earlier = reading.words[at - 2] if at - 2 >= first else ""
    return (
        before.isalpha()
        and (earlier in of_class("determiner") or earlier in {"'s", "'"})
        and before not in of_class("pronoun", "relative")
    )


_GROWING = frozenset({"growing", "mounting", "widespread", "renewed", "increasing", "deep"})
"""What a noun that reports has before it without an article: "there is | growing | concern"."""


def _one(
    reading: Reading, at: int, known: tuple[str, str, str], first: int, last: int, memory: Memory
) -> Report | None:
    frames, act, distance = known
    begin = _begin(reading, at, frames, last)
    if begin is None:
        return None
    cue = Cue(
        first=at,
        last=at + 1,
        head=at,
        verb=Verb(lemma=reading.words[at], frames=frames, act=act, held="+"),
        form="ing" if _governed_ing(reading, at) else "noun",
    )
    end = min(endings.of(reading, cue, begin, last), _again(reading, begin, last))
    begin, end = content.trimmed(reading, begin, end)
    if end - begin < 3:
        return None
    if act == "urges" and of_class("refusing") & set(reading.words[max(first, at - 3) : at]):
        return None  # "rejected the demand that": it was another's
    who = _owner(reading, at, begin, first)
    anybodys = who is not None and reading.words[who.first - 1] in {"a", "an"}
    if anybodys and act == "asserts" and reading.words[begin] == "to":
        return None  # "a farmer's decision to leave"
    source = holders.mention(reading, who, memory) if who else None
    if source is None and (who is not None or reading.words[begin] == "to"):
        return None
    return Report(
        first=begin,
        last=end,
        rule="noun",
        source=source,
        cue=(at, at + 1),
        distance=distance or None,
    )


def _begin(reading: Reading, at: int, frames: str, last: int) -> int | None:
    """Where the content begins: after "that" or "is that", or at "to"."""
    words = reading.words
    for here in range(at + 1, min(at + _FAR, last - 2)):
        word = words[here]
        straight = here == at + 1
        owned = words[at + 1] in {"by", "from", "among", "amongst"} and words[here - 1] not in _IS
        if word == "that" and "t" in frames and (straight or owned or words[here - 1] in _IS):
            return here + 1
        if (
            word == "to"
            and "i" in frames
            and (straight or words[at + 1] in {"from", "by", "for", "on"})
        ):
            named = here + 1 in reading.names or words[here + 1] in of_class("determiner")
            wanted = next((n + 1 for n in range(at + 1, here) if words[n] == "for"), here)
            return None if named else wanted
        if word in {",", ".", ";", ":"} or (word in of_class("modal", "have", "do", "relative")):
            return None
    return None


_FAR = 14
"""Tokens between a noun and what it reports at most: "the consensus among … seems to be that"."""

_IS = frozenset({"is", "was", "be", "remains", "remained"})


def _again(reading: Reading, begin: int, last: int) -> int:
    """Where a second noun reports: "reports that … | and partly by reports that …"."""
    words = reading.words
    joining = of_class("preposition", "determiner", "adverb")
    for noun in (n for n in range(begin, last - 1) if words[n] in nouns()):
        here = noun
        while here > begin and (words[here - 1] in joining or words[here - 1].endswith("ly")):
            here -= 1
        if words[noun + 1] == "that" and words[here - 1] in {"and", "or", "but"}:
            return here - 1
    return last


def _governed_ing(reading: Reading, at: int) -> bool:
    return any(
        word.endswith("ing") and word in _GOVERNING for word in reading.words[max(0, at - 3) : at]
    )


def _owner(reading: Reading, at: int, begin: int, first: int) -> Phrase | None:
    words = reading.words
    held = _WHOSE if words[begin - 2] in _IS else {"from", "by", "among", "amongst"}
    for here in range(at + 1, begin):
        if words[here] in held:
            return phrases.after(reading, here + 1, begin)
        if words[here] == "of" and here == at + 1 and _speaks(reading, here + 1):
            return phrases.after(reading, here + 1, begin)
        if words[here] in {"of"} and words[here - 1] == "out":
            return phrases.after(reading, here + 1, begin)
    owns = (n for n in (at - 1, at - 2) if n > first and (words[n] == "'s" or reading.owning(n)))
    owner = next((n for n in owns if words[n - 1] not in of_class("weekday", "period")), None)
    if owner is not None:  # first: "rejected | Kolde's | call" tells of Kolde's
        return phrases.ending(reading, owner, _opened(reading, owner, first))
    if words[at - 2 : at] == ("of", "the") and words[at - 3] in of_class("be"):
        return _governor(reading, at - 3, first)  # "the clerk | is | of the opinion that"
    near = range(at - 1, max(first, at - 4), -1)
    governing = next((n for n in near if words[n] in _GOVERNING), None)
    if governing is None or {*words[governing:at]} & _AWAY:
        return None
    if words[governing] in _ANOTHERS and words[at - 1] in _THEIRS:
        return Phrase(first=at - 1, last=at)
    return _governor(reading, governing, first)


_AWAY = of_class("preposition") | {"to"}
"""What stands between a verb and a noun that is another's: "gave weight | to | claims that"."""


_ANOTHERS = of_class("refusing") | {"cited", "citing", "echoed", "echoing", "echoes"}
"""Verbs for what another has said: "she rejected | his | claim"."""
_THEIRS = frozenset({"her", "his", "its", "their"})


def _speaks(reading: Reading, at: int) -> bool:
    """Whether who can argue is named behind "of": "the argument of | the union | that"."""
    at += reading.words[at] == "the"
    name = reading.names.get(at)
    if name is not None:
        return name.label in {"PERSON", "ORG"}
    return persons.may_speak(reading.words[at])


def _opened(reading: Reading, end: int, first: int) -> int:
    """Where an owner's phrase begins at its own article: "dismissed | a rival | 's claim"."""
    near = range(end - 2, max(first, end - _OWNED), -1)
    found = next((n for n in near if reading.words[n] in _ARTICLES), first)
    return found if reading.words[found - 1] not in of_class("preposition") else first


_ARTICLES = frozenset({"a", "an", "the"})
_OWNED = 6
"""Tokens of an owner at most, its article with it."""

_WHOSE = frozenset({"among", "amongst", "at", "by", "from", "in", "inside", "of", "within"})
"""What says whose a view is: "the view | in the ministry is that"."""


def _governor(reading: Reading, at: int, first: int) -> Phrase | None:
    verb = Verb(lemma=reading.words[at], frames="t", act="asserts", held="+")
    form = "ing" if reading.words[at].endswith("ing") else "past"
    head = at
    while head > first and reading.words[head - 1] in of_class("adverb", "have", "be", "do"):
        head -= 1
    cue = Cue(first=at, last=at + 1, head=head, verb=verb, form=form)
    if form == "ing":
        return plain_subjects.main_subject(reading, cue)
    return plain_subjects.before(reading, cue, first)
