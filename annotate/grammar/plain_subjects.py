"""The subject of a verb, told by words alone: where no parse has drawn a tree.

It stands before the verb, past an apposition between commas, out of a relative clause.
"""

from annotate.grammar import persons, phrases
from annotate.grammar.cues import Cue, of_class, verbs
from annotate.grammar.phrases import ALONE, FINITE, LEADING, STOPS, Phrase
from annotate.grammar.reading import Reading


def before(reading: Reading, cue: Cue, first: int) -> Phrase | None:
    """The subject to the left of a verb, none if there is none from token `first` on."""
    first = _behind_place(reading, first, cue.head)
    at = _outside_bracket(reading, cue.head, first)
    if at <= first:
        return None
    if reading.words[at - 1] in {"both", "all"} and reading.words[at - 2] == ",":
        at -= 1
    word = reading.words[at - 1]
    if word in of_class("relative"):
        return _antecedent(reading, at - 1, first)
    if word in _AROUND and (listed := _listed(reading, at - 1, first)):
        return listed
    if word == ",":
        return _apposed(reading, at - 1, first)
    return phrases.ending(reading, at, first)


def _behind_place(reading: Reading, first: int, last: int) -> int:
    """Where a clause begins: behind a semicolon, or where it was written ("SELM – | Many said")."""
    stops = (at + 1 for at in range(last - 1, first, -1) if reading.words[at] == ";")
    if (stop := next(stops, None)) is not None and reading.spoken(stop) is None:
        return stop
    name = reading.names.get(first)
    begin = _behind_dateline(reading, first, last)
    again = {*reading.words[begin:last]} & (_AROUND - {","})
    placed = name is None or name.label == "GPE"
    return begin if placed and not again else first


def _outside_bracket(reading: Reading, at: int, first: int) -> int:
    """Where a bracket opens that closes before a token; else the token."""
    if reading.words[at - 1] not in {")", "]"}:
        return at
    return next((n for n in range(at - 1, first, -1) if reading.words[n] in {"(", "["}), at)


_AROUND = frozenset({",", "--", "–", "—"})
"""What stands around those who are named behind what they are."""


def _listed(reading: Reading, end: int, first: int) -> Phrase | None:
    """Those named between two commas or dashes: "two clerks, | Ann Orr and Oskar Pell, | said"."""
    start, names = end, 0
    while start > first and (reading.is_person(start - 1) or reading.words[start - 1] in _JOINS):
        start -= 1
        names += reading.is_person(start) and reading.names.get(start + 1) != reading.names[start]
    opened = start > first and reading.words[start] in _AROUND
    start += opened
    whole = names > 1 and (opened or reading.words[start - 1] in _AROUND)
    return Phrase(first=start, last=end) if whole and reading.is_person(start) else None


_JOINS = frozenset({",", "and"})


def quoting(reading: Reading, at: int, first: int) -> int | None:
    """The verb that quotes before "as": "the agency | quoted | a judge as saying"."""
    near = range(at - 1, max(first, at - _QUOTED) - 1, -1)
    return next((n for n in near if reading.words[n] in of_class("quoting")), None)


_QUOTED = 14
"""Tokens from "as" back to the verb that quotes at most: a title and a name stand between."""


def quoted(reading: Reading, at: int, first: int) -> Phrase | None:
    """Whom another quotes: "the agency quoted | a judge | as saying"; none in "was quoted as"."""
    verb = quoting(reading, at, first)
    if verb is None or verb + 1 == at or reading.words[verb + 1] in of_class("preposition"):
        return None
    who = phrases.after(reading, verb + 1, at)
    apart = of_class("relative") | {",", ":", ";"}
    if who is None or apart & {*reading.words[who.last : at]}:
        return who
    return Phrase(first=who.first, last=at)  # "a clerk | close to the board"


def from_whom(reading: Reading, cue: Cue, first: int) -> Phrase | None:
    """From whom that is which a participle tells of: "showed her figures | from the board | saying
    that".
    """
    near = range(cue.head - 2, max(first, cue.head - _FROM), -1)
    at = next((n for n in near if reading.words[n] in {"from", "by"}), None)
    if at is None or "," in reading.words[at : cue.head]:
        return None
    noun = reading.passage.parsed[at - 1].tag_ in {"NN", "NNS"}
    name = reading.names.get(cue.head - 1) or reading.names.get(at + 1)
    placed = name is not None and name.label == "GPE"
    return phrases.after(reading, at + 1, cue.head) if noun and not placed else None


_FROM = 8
"""Tokens from "from" to the participle at most."""


def met_with(reading: Reading, cue: Cue, first: int) -> Phrase | None:
    """Who or which text says what a participle right behind tells, where another only meets with
    them: "woke to | headlines | suggesting that", "got an | aide | admitting that".
    """
    noun = cue.head - 1
    if cue.head != cue.first or noun <= first or noun in reading.names:
        return None
    word = reading.words[noun]
    text = bool({word, word.removesuffix("s")} & of_class("document"))
    if not (text or persons.may_speak(word)):
        return None
    near = range(noun - 1, max(first, noun - _MET), -1)
    verb = next((n for n in near if reading.words[n] in of_class("meeting-with")), None)
    woken = text and verb is None and reading.words[noun - 1] == "to" and word.endswith("s")
    between = reading.words[noun if verb is None else verb + 1 : noun]
    if not (woken or verb) or {*between} & (of_class("preposition", "conjunction") | {","}):
        return None
    return phrases.trimmed(reading, noun if verb is None else verb + 1, cue.head)


_MET = 6
"""Tokens from the verb to the participle at most: "got | an Orr adviser"."""


def with_share(reading: Reading, cue: Cue, first: int) -> Phrase | None:
    """Who says what a participle tells behind "with": "most own one, with | 90% | saying that"."""
    near = range(cue.head - 2, max(first, cue.head - _SHARE), -1)
    at = next((n for n in near if reading.words[n] == "with"), None)
    if at is None or reading.words[at - 1] != "," or "," in reading.words[at : cue.head]:
        return None
    counted = reading.words[at + 1].isdigit() or reading.words[at + 1] in of_class("vague")
    return phrases.trimmed(reading, at + 1, cue.head) if counted else None


_SHARE = 16
"""Tokens from "with" to the participle at most: "74% of over-65s and 68% of those aged 55-64"."""


def _apposed(reading: Reading, comma: int, first: int) -> Phrase | None:
    """The phrase that an apposition or relative clause between commas follows."""
    if person := _person_between(reading, comma, first):
        return person
    for at in range(comma - 1, first, -1):
        if reading.words[at] != "," and reading.words[at] not in {"–", "—"}:
            continue
        name = reading.names.get(at - 1)
        labelled = name is not None and name.label in _SPEAKING
        if not labelled and reading.words[at - 1] not in {"he", "she", "they"}:
            continue
        found = phrases.ending(reading, at, first)
        if found and _says_who(reading, found):
            continue
        if found and reading.words[found.first] not in of_class("preposition"):
            return _with_first(reading, found, first)
    return _before_aside(reading, comma, first)


def _says_who(reading: Reading, found: Phrase) -> bool:
    """Whether a phrase only says who somebody is: "Ann Orr, a | clerk of Selm |, who rose,"."""
    before = reading.words[found.first - 2 : found.first]
    return before in {(",", "a"), (",", "an"), (",", "the")} and reading.is_person(found.first - 3)


def _with_first(reading: Reading, who: Phrase, first: int) -> Phrase:
    """A person with whoever a sentence opens with and joins to them: "Dr | Reyes and Dr Orr"."""
    at = who.first
    while at > first and (
        reading.is_person(at - 1) or reading.title_case(at - 1) or reading.words[at - 1] == "and"
    ):
        at -= 1
    while at < who.first and not reading.is_person(at):
        at += 1
    opens = all(reading.title_case(n) and n not in reading.names for n in range(first, at))
    whole = opens and "and" in reading.words[at : who.first] and reading.is_person(who.last - 1)
    return Phrase(first=at, last=who.last) if whole else who


_SPEAKING = frozenset({"PERSON", "ORG", "GPE", "NORP", "LAW", "WORK"})
"""Labels of names that may be a subject which reports."""


def _person_between(reading: Reading, comma: int, first: int) -> Phrase | None:
    """The person named between commas: "the judge, | Dame Ann Orr of Brenn, | said"."""
    words = reading.words
    opening = next((at for at in range(comma - 1, first, -1) if words[at] == ","), None)
    if opening is None:
        return None
    if words[opening + 1] in AMONG:
        return phrases.ending(reading, opening, first)
    start, end = person_from(reading, opening + 1, comma)
    if end == start:
        start, end = _described_by_name(reading, opening + 1, comma)
    whence = end == comma or words[end] in {"of", "from", "at", "in", "for"}
    if end == start or not whence or set(words[end:comma]) & of_class("be", "have", "relative"):
        return None
    return Phrase(first=start, last=end)


def _described_by_name(reading: Reading, first: int, last: int) -> tuple[int, int]:
    """The person's name that ends a description: "the former site manager | Colin Bright"."""
    start, end = reading.name_at(last - 1) if reading.is_person(last - 1) else (last, last)
    noun = start - (reading.words[start - 1] in {"called", "named"})
    noun -= len(BY_NAME) if reading.words[noun - len(BY_NAME) : noun] == BY_NAME else 0
    tags = [reading.passage.parsed[at].tag_ for at in range(first, noun)]
    described = end == last and all(tag in _DESCRIBING for tag in tags)
    return (start, end) if described else (last, last)


BY_NAME = ("by", "the", "name", "of")
_DESCRIBING = frozenset({"DT", "HYPH", "JJ", "NN", "NNP", "PRP$", "VBN"})
"""Tags of words that say what somebody is, before the name."""

AMONG = frozenset({"among", "especially", "including", "like", "notably", "such"})
"""What names one of those who speak: "critics, | among them Ann Orr, | say"."""


def person_from(reading: Reading, first: int, last: int) -> tuple[int, int]:
    """The tokens of the person's name that begins at a token, titles before it left out; none if
    none does: then both are one."""
    while first < last and first not in reading.names and reading.title_case(first):
        first += 1
    named = first < last and reading.is_person(first)
    return first, min(last, reading.name_at(first)[1]) if named else first


def _before_aside(reading: Reading, comma: int, first: int) -> Phrase | None:
    """The phrase before a clause or apposition in commas: "the essay, which appeared in May,"."""
    words = reading.words
    opening = next((at for at in range(comma - 1, first, -1) if words[at] == ","), None)
    if opening is not None:
        adverb = words[opening + 1].endswith("ly") and opening + 2 < comma
        word = words[opening + 1 + adverb]
        aside = word in of_class("relative") or word in {"a", "an", "the", "whose", "now", "then"}
        parts = word in of_class("vague") | _PARTS and words[opening + 2] == "of"
        aside = aside or parts  # "both of whom", "some of them retired"
        aside = aside or word in _SETTING  # "Orr, when asked, said"
        if aside or word.endswith(("ed", "ing")):
            return phrases.ending(reading, _outside_bracket(reading, opening, first), first)
    return phrases.ending(reading, comma, first) if comma > first else None


_SETTING = of_class("preposition", "subordinator") - {"that"}
"""What opens an aside that tells when, how or why between a subject and its verb."""

_PARTS = frozenset({"each", "few", "half", "none", "one", "two", "three", "four"})


def told_of(reading: Reading, cue: Cue, first: int) -> Phrase | None:
    """Of whom a clause tells whose second verb reports: "met | a clerk, who was there and said"."""
    for at in range(cue.head - 1, first + 1, -1):
        if reading.words[at] == "who" and (reading.words[at - 1] in {",", "those"}):
            return _antecedent(reading, at, first)
        if reading.words[at] in {",", ";", ":", "“", "”"}:
            return None
    return None


def _antecedent(reading: Reading, relative: int, first: int) -> Phrase | None:
    if reading.words[relative] == "whom" and reading.words[relative - 1] == "of":
        relative -= 2  # "two clerks, | both of whom | say"
    if relative <= first:
        return None
    if reading.words[relative - 1] != ",":
        return phrases.ending(reading, relative, first)
    if (near := _described(reading, relative - 1, first)) is not None:
        return near
    for at in range(relative - 1, first, -1):
        name = reading.names.get(at - 1)
        closes = reading.words[at] in {",", "–", "—"}
        told_of = reading.words[relative] == "who" or at + 1 == relative
        closes = closes and (told_of or reading.words[at + 1] in of_class("determiner"))
        if closes and name is not None and name.label in {"PERSON", "ORG", "GPE"}:
            start = max(first, reading.name_at(at - 1)[0])
            if reading.words[relative] == "who" and _in_office(reading, start, first):
                continue
            return Phrase(first=_head_noun(reading, start, first), last=at)
    return phrases.ending(reading, relative - 1, first)


def _in_office(reading: Reading, start: int, first: int) -> bool:
    """Whether a name only says of what somebody named before it is: "Ann Orr, head of the | Guild".

    Their office is all that stands between.
    """
    near = range(start - 1, max(first, start - _OFFICE), -1)
    comma = next((at for at in near if reading.words[at] == ","), 0)
    office = reading.words[comma + 1 : start]
    told = bool({*office} & {"at", "for", "of"}) and not {*office} & of_class("be", "have")
    return comma > 0 and told and reading.is_person(comma - 1)


_OFFICE = 9
"""Tokens from the comma behind a name to the body of whose office it is, at most."""


def _described(reading: Reading, comma: int, first: int) -> Phrase | None:
    """The person by description of whom a clause in commas tells: "ignored its | economist, who".

    None where the description is an apposition itself: "Frame, the clerk, who".
    """
    noun = comma - 1
    if reading.words[noun] not in persons.nouns() or noun in reading.names:
        return None
    near = range(noun - 1, max(first, noun - _DESCRIBED), -1)
    article = next((at for at in near if reading.words[at] in _OPENING), first)
    told = article > first and reading.words[article - 1].isalpha()
    return phrases.trimmed(reading, article, comma) if told else None


_DESCRIBED = 6
"""Tokens of a description at most, its article with it."""
_OPENING = of_class("determiner", "possessive")


def _head_noun(reading: Reading, start: int, first: int) -> int:
    """Where "spokesman for X" begins, if that is what stands before a name; else the name."""
    words = reading.words
    if start - 2 < first or words[start - 1] not in {"for", "of"}:
        return start
    return start - 2 if words[start - 2] in of_class("person") else start


def in_bracket(reading: Reading, cue: Cue, first: int) -> Phrase | None:
    """The few words between a bracket and a participle: "(some groups | saying that"."""
    opens = (
        at
        for at in range(cue.head - 1, max(first, cue.head - 5) - 1, -1)
        if reading.words[at] == "("
    )
    at = next(opens, None)
    return None if at is None or at + 1 >= cue.head else phrases.trimmed(reading, at + 1, cue.head)


def main_subject(reading: Reading, cue: Cue) -> Phrase | None:
    """The subject of the sentence in which a participle ("…, saying") reports.

    The first noun phrase after an opening phrase or clause; its end is the first word that can
    be a finite verb.
    """
    first = _behind_dateline(reading, reading.unit_at(cue.first)[0], cue.first)
    words, names = reading.words, reading.names
    while first < cue.first and first not in names and words[first] in LEADING | STOPS:
        first += 1
    first = _behind_day(words, first, cue.first)
    if first not in names and words[first] in of_class("preposition", "subordinator"):
        comma = next((at for at in range(first, cue.first) if words[at] == ","), None)
        spoken = (at for at in range(first, cue.first) if words[at] in of_class("pronoun"))
        first = comma + 1 if comma is not None and comma + 1 < cue.first else next(spoken, first)
    end = first
    while end < cue.first and not _verbal(reading, end, first):
        end += 1
        name = reading.names.get(end - 1)
        whole = name is not None and reading.names.get(end) is None
        if whole and name is not None and name.label != "NORP" and not _goes_on(reading, end):
            break
    return phrases.trimmed(reading, first, end)


def _behind_dateline(reading: Reading, first: int, last: int) -> int:
    """Where a sentence begins behind where it was written: "SELM, OSTREA -- | At a meeting"."""
    near = range(first + 1, min(first + _DATELINE, last))
    dash = next((at for at in near if reading.words[at] in _AROUND - {","}), None)
    word = reading.passage.words[first]
    shouted = word.isupper() and word.isalpha() and len(word) > 2
    return dash + 1 if dash is not None and shouted else first


_DATELINE = 9
"""Tokens of a dateline at most."""


def _behind_day(words: tuple[str, ...], first: int, last: int) -> int:
    """Where a sentence begins behind its time: "late Wednesday, | the clerk seemed"."""
    end = first + (words[first] in {"early", "late", "on", "last", "this"})
    closed = end + 1 < last and words[end] in of_class("weekday") and words[end + 1] == ","
    return end + 2 if closed else first


def _goes_on(reading: Reading, at: int) -> bool:
    """Whether the name before a token only says which: "the Selm | players", "Selm | 's mayor"."""
    noun = reading.passage.parsed[at].tag_ in {"NN", "NNS", "NNP"}
    return reading.words[at] in {"'s", "'"} or noun


def _verbal(reading: Reading, at: int, first: int) -> bool:
    if at in reading.names or (at > first and phrases.tight(reading, at)):
        return False
    word = reading.words[at]
    closed = of_class("be", "have", "do", "modal", "relative", "preposition") - {"of", "'s"}
    if word in closed or word in STOPS or (word in verbs() and at > first):
        return True
    if at > first and (word in FINITE or reading.words[first] in ALONE):
        return True
    return at > first and (word.endswith("ed") and len(word) > 4)
