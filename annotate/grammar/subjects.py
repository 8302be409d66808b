"""Whose word a word is, by the parse: the subject, the owner, the agent of a passive.

What comes out is a noun phrase without article, apposition and relative clause, as `holders` takes
it.
"""

from annotate.grammar import persons
from annotate.grammar.cues import of_class
from annotate.grammar.phrases import SELVES, Phrase
from annotate.grammar.reading import Reading
from annotate.grammar.trees import Tree

_RELATIVE = frozenset({"who", "which", "that", "whom"})
_FAR = 6
"""Steps up a tree to a subject at most; a longer way leads out of what is meant."""


def of(tree: Tree, at: int, steps: int = _FAR) -> int | None:
    """The word that is the subject of a verb or adjective, or stands for it; None if none does."""
    if steps == 0:
        return None
    if tree.passive(at):
        return agent(tree, at)
    own = [each for each in tree.under(at, "nsubj") if not tree.is_a(each, "nsubj:pass")]
    if any(tree.under(each, "cop") for each in own):
        return None  # a sentence of its own: "the border is the quietest | think again"
    if own:
        return _named(tree, at, _own(tree, at, own))
    relation = tree.relations[at]
    head = tree.heads[at]
    if relation in {"acl", "acl:relcl"} and not tree.infinitive(at):
        return head
    relation = "advcl" if relation == "ccomp" and _apart(tree, at) else relation
    if relation == "advcl" and tree.words[at].endswith("ing"):
        if (quoted := _quoted(tree, at)) is not None:
            return quoted
        head = _speaking(tree, head)
    if relation in {"conj", "xcomp", "advcl", "parataxis"} and head != at:
        return of(tree, head, steps - 1)
    return None


def _own(tree: Tree, at: int, subjects: list[int]) -> int:
    """Which of the subjects that a parse hangs on a verb is its own: the first, or a clause's.

    "forty had left, while the | guild | put it at nine".
    """
    if subjects[1:2] == [subjects[0] + 1] and tree.words[subjects[0]].endswith("."):
        return subjects[1]  # "Rep. | Eric Swale"
    opening = of_class("relative", "subordinator") | {"when", "where"}
    opened = (each for each in subjects[1:] if each < at)
    begun = [(each, tree.edges[each][0]) for each in opened]
    begun = [(each, first) for each, first in begun if first and tree.words[first - 1] in opening]
    found = (each for each, first in begun if tree.relations[first] != "case")
    return next(found, subjects[0])


def _apart(tree: Tree, at: int) -> bool:
    """Whether a participle stands behind a comma, for whatever a parse takes it: ", | accusing"."""
    return tree.tags[at] == "VBG" and tree.heads[at] < at and tree.words[at - 1] == ","


def _quoted(tree: Tree, at: int) -> int | None:
    """Whom another quotes, of what he says: "the agency quoted | a judge | as saying"."""
    head = tree.heads[at]
    if tree.words[head] not in of_class("quoting") or tree.passive(head):
        return None
    if tree.says(at, {"as"}, "mark", "case") is None:
        return None
    return next((each for each in tree.under(head, "obj", "nsubj") if head < each < at), None)


def _speaking(tree: Tree, at: int) -> int:
    """The verb that says the clause of a verb: "said it is late, | adding that …" is of "said"."""
    while tree.relations[at] == "ccomp" and tree.heads[at] < at:
        at = tree.heads[at]
    return at


def _named(tree: Tree, at: int, subject: int) -> int:
    """The noun that a relative pronoun stands for, else the subject itself."""
    parts = any(tree.words[each] in {"which", "whom"} for each in tree.under(subject, "nmod"))
    if tree.words[subject] not in _RELATIVE and not parts:  # "two clerks, both of | whom | say"
        return subject
    here = at
    while tree.relations[here] in {"conj", "xcomp"} and tree.heads[here] != here:
        here = tree.heads[here]
    return tree.heads[here] if tree.relations[here] == "acl:relcl" else subject


def informant(tree: Tree, at: int) -> int | None:
    """From whom somebody has what is told: "the court heard | from Orr | that"."""
    if tree.words[at] not in of_class("hearing"):
        return None
    held = (each for each in tree.under(at, "obl") if tree.edges[each][0] == at + 1)
    return next((each for each in held if tree.says(each, {"from"}, "case") is not None), None)


def agent(tree: Tree, at: int) -> int | None:
    """Who does what a passive says is done: "by X"."""
    held = tree.under(at, "obl")
    return next((each for each in held if tree.says(each, {"by"}, "case") is not None), None)


def owner(tree: Tree, at: int) -> int | None:
    """Whose a noun is: "the ministry's | claim", "a request | from X", "its | mantra"."""
    owned = tree.under(at, "nmod:poss")
    if owners := [each for each in owned if tree.words[each] not in of_class("weekday", "period")]:
        return owners[-1]
    held = tree.under(at, "nmod", "obl")
    by = (each for each in held if tree.says(each, {"by", "from", "among"}, "case"))
    of_them = (n for n in tree.under(at, "nmod") if _speaks(tree, n) and tree.edges[n][0] == at + 1)
    return next(by, next(of_them, None))


def _speaks(tree: Tree, at: int) -> bool:
    """Whether who can argue is named behind "of": "the argument of | the union | that"."""
    word = tree.words[at]
    known = tree.kinds[at] == "PROPN" or persons.may_speak(word)
    return known and tree.says(at, {"of"}, "case") is not None


_OUTSIDE = (
    "appos", "acl", "punct", "parataxis", "cc:preconj", "ccomp", "advcl", "list", "dep",
    "conj", "cc",
)  # fmt: skip


def joined(tree: Tree, at: int) -> list[int]:
    """A noun and those joined to it: "Marant and Verrin".

    Not "teachers from the school and the | college", which is joined to the school. What stands far
    from the first a parse may call a second subject.
    """
    beside = tree.under(tree.heads[at], "nsubj") if tree.relations[at] == "nsubj" else ()
    again = [each for each in beside if each > at and "and" in _around(tree, each)]
    listed = [each for each in tree.under(at, "list") if "and" in _around(tree, each)]
    found = sorted({*tree.under(at, "conj"), *listed, *again})
    held = tree.tags[at] == "NNS" and bool(tree.under(at, "nmod"))
    nouns = [at, *(n for n in found if tree.kinds[n] in _NOUNS)]
    dated = [n for n in nouns if set(tree.words[at:n]) & _DASHES and "and" not in tree.words[at:n]]
    return dated or [n for n in nouns if n == at or not (held and tree.tags[n] == "NN")]


_DASHES = frozenset({"—", "–", "--"})
"""What stands between where a report was written and its first words: "SELM, May 17 — | Pell"."""


def _around(tree: Tree, at: int) -> tuple[str, ...]:
    """The word that opens a word's phrase, and the one before it."""
    first = tree.edges[at][0]
    return tree.words[max(0, first - 1) : first + 1]


_NOUNS = frozenset({"NOUN", "PROPN", "PRON"})


def phrase(reading: Reading, tree: Tree, at: int) -> Phrase:
    """The noun phrase of a word; where an apposition is the name of a description, the name."""
    for other in tree.under(at, "appos"):
        if at in reading.names:
            break
        if reading.is_person(other):
            return phrase(reading, tree, other)
        if (name := _name_at_end(reading, tree, other)) is not None:
            return name
    gone = [each for each in tree.under(at, *_OUTSIDE) if tree.edges[each][0] > at]
    first, last = tree.edges[at]
    last = min([last, *(_set_off(tree, each) for each in gone)])
    last = _up_to_verb(tree, at, last)
    while last > at + 1 and (reading.words[last - 1] in _BEHIND or reading.owning(last - 1)):
        last -= 1
    first = max([first, *(tree.edges[each][1] for each in _before(tree, at))])
    while first < at and first not in reading.names and _article(reading, first):
        first += 1
    return Phrase(first=first, last=last)


def _up_to_verb(tree: Tree, at: int, last: int) -> int:
    """The end of a common noun's phrase with what stands between it and its verb, on whatever a
    parse hangs it: "a source | at the airline | complained".
    """
    verb = tree.heads[at]
    if tree.relations[at] != "nsubj" or not at < last < verb or tree.words[last] not in _PLACING:
        return last
    if tree.tags[at] not in {"NN", "NNS"}:
        return last
    end = last
    while end < verb and tree.tags[end] in _OF_PHRASE:
        end += 1
    rest = {*tree.tags[end:verb]}
    return end if rest <= _HELPING and tree.tags[end - 1].startswith("NN") else last


_PLACING = frozenset({"at", "close", "for", "from", "in", "of", "within"})
_OF_PHRASE = frozenset({"CD", "DT", "HYPH", "IN", "JJ", "NN", "NNP", "NNPS", "NNS", "POS", "PRP$"})
_HELPING = frozenset({"MD", "RB", "VB", "VBD", "VBN", "VBP", "VBZ"})
"""Tags of what stands between a noun and a verb: more of its phrase, and what helps the verb."""


def _set_off(tree: Tree, at: int) -> int:
    """Where begins what a word leads that is none of a phrase: at a comma straight before it, for
    a parse may hang the phrase's own words on it: "a letter from Orsk's clerk|, seen by the board".
    """
    return at - 1 if tree.words[at - 1] == "," else tree.edges[at][0]


def _name_at_end(reading: Reading, tree: Tree, at: int) -> Phrase | None:
    """The person's name with which an apposition ends: "the member for Orsk | Fiona Garside"."""
    last = tree.edges[at][1]
    last -= reading.words[last - 1] == ","
    name = reading.names.get(last - 1)
    if name is None or name.label != "PERSON":
        return None
    first, end = reading.name_at(last - 1)
    fits = end == last and first > 0 and reading.words[first - 1] not in _BEFORE_OTHERS
    return Phrase(first=first, last=last) if fits else None


_BEFORE_OTHERS = of_class("preposition", "conjunction") | {","}
"""Words before a name by which it is not of whom an apposition tells: "aide to | Garside"."""

_BEHIND = frozenset({",", "–", "—", "(", "and", "'s"}) | SELVES
"""Words at the end of a phrase that are none of it."""


def _before(tree: Tree, at: int) -> list[int]:
    """What stands before a noun and is none of its phrase: prepositions, marks, conjunctions."""
    outside = ("case", "mark", "cc", "punct", "appos", "advmod", "discourse")
    return [each for each in tree.under(at, *outside) if tree.edges[each][1] <= at]


def _article(reading: Reading, at: int) -> bool:
    articles = (of_class("determiner") | {"own"}) - of_class("vague") - {"no", "neither"}
    return reading.words[at] in articles
