"""How far a reported clause reaches, where a parse shows that the writer's own words follow.

"He said it is late, | but the ferry left": what hangs on the verb that reports is not told by it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from annotate.grammar.cues import nouns, of_class
from annotate.grammar.trees import FINITE, Tree
from annotate.layers.quotes import standing
from annotate.layers.quotes.reports import Report


def clipped(tree: Tree, report: Report) -> Report:
    """A report that words alone have found, without the writer's own next clause.

    "He said it is late, | but the ferry left": that clause hangs on the verb that reports, or on
    nothing that it says.
    """
    if report.cue is None or report.first < report.cue[1]:
        return report
    cue = report.cue[0]
    if report.rule == "verb-clause" and not standing.leads(tree, cue, report):
        return _thing(tree, cue, replace(report, doubted=True))
    if report.rule == "verb-that" and standing.apart(tree, cue, report.cue[1], report.first):
        report = replace(report, doubted=True)
    report = _in_relative(tree, cue, _of_noun(tree, cue, report))
    clip = _CLIPPING.get(report.rule)
    return clip(tree, cue, report) if clip else report


def _noun(tree: Tree, cue: int, report: Report) -> Report:
    """A report that a noun makes, up to the sentence's own verb: "the view that … | is held"."""
    ends = [tree.edges[each][1] for each in tree.under(cue, "acl") if each > report.first]
    ends = [end for end in ends if end < report.last and _main_goes_on(tree, end)]
    ends += _main_verb(tree, cue, report.first)
    # "The view | is that …": the verb before what is said is the noun's own.
    return replace(report, last=min([report.last, *(e for e in ends if e > report.first)]))


def _that(tree: Tree, cue: int, report: Report) -> Report:
    """A report of a clause by what is a verb, or a noun that a parse takes for one: "Ostrean claims
    that it is safe | were read out".
    """
    adjective = any(tree.kinds[each] == "ADJ" for each in tree.under(cue, "nsubj"))
    noun = adjective and tree.words[cue] in nouns()
    ends = one_too_many(tree, cue, report.first) if noun else []
    last = min([report.last, *(end for end in ends if end > report.first + 1)])
    return _clause(tree, cue, replace(report, last=last))


def _clause(tree: Tree, cue: int, report: Report) -> Report:
    """A report of a clause, without what hangs on its verb beside the clause."""
    report = _opened(tree, cue, report)
    said = [each for each in tree.under(cue, "ccomp", "acl", "xcomp") if each >= report.first]
    own = [
        tree.edges[each][0]
        for each in (*tree.under(cue, "conj", "parataxis"), *_joined(tree, cue))
        if report.first < tree.edges[each][0] < report.last
        and (_own_clause(tree, each) or _next_deed(tree, each) or _agrees(tree, each, cue, said))
    ]
    if not said or not own or said[0] > min(own) or not _is_clause(tree, said[0]):
        return report
    last = min(own)
    while last > report.first + 1 and tree.words[last - 1] in _JOINING:
        last -= 1
    return replace(report, last=last)


def _of_noun(tree: Tree, cue: int, report: Report) -> Report:
    """A report by a participle that tells of a noun, without what that noun does: "a petition
    calling for it | has failed".
    """
    end = tree.edges[cue][1]
    inside = tree.relations[cue] == "acl" and report.first < end < report.last
    return replace(report, last=end) if inside else report


def _in_relative(tree: Tree, cue: int, report: Report) -> Report:
    """A report by a verb that tells of a noun, without what that noun does: "those who say that it
    is old | are wrong", "what the board says it will pay | is too little".
    """
    told_of = any(tree.words[each] in {"who", "which"} for each in tree.under(cue, "nsubj"))
    if not (told_of or tree.is_a(cue, "acl", "acl:relcl")) or report.rule not in _OF_CLAUSE:
        return report
    last = min([report.last, *_without_subject(tree, report.first, report.last)])
    whole = any(tree.tags[at] in FINITE for at in range(report.first, last))
    return replace(report, last=last) if whole else report


_OF_CLAUSE = frozenset({"verb-that", "verb-clause", "verb-addressee-clause"})
"""Rules whose content is a clause."""


def called(tree: Tree, reports: Iterable[Report]) -> Iterator[Report]:
    """The reports, those of a noun without what the verb calls it: "claims that … | as rubbish"."""
    reports = list(reports)
    calling = [each for each in reports if each.rule == "verb-as"]
    for each in reports:
        around = [o for o in calling if o.first <= each.first and each.last == o.last]
        turns = [at for at in range(each.first + 1, each.last) if tree.words[at] == "as"]
        named = each.rule.startswith("noun") and around and turns
        yield replace(each, last=turns[-1]) if named else each


def without_vehicle(tree: Tree, report: Report) -> Report:
    """A report without where or when it was told, which ends its sentence: "called for a halt | in
    a statement on Monday".
    """
    if report.cue is None or report.cue[0] > report.first or report.label == "direct":
        return report
    if not (report.rule in _THINGS or report.rule.startswith("verb-")):
        return report  # "were told | never to put figures in a letter"
    nouns = _ISSUED | _VEHICLES if report.rule in _THINGS else _ISSUED
    for at in range(report.first + _SAID, report.last - 2):
        noun = _noun_of_place(tree, at, report.last)
        if noun is None or tree.words[noun] not in nouns:
            continue
        rest = range(noun + 1, report.last)
        when = not rest or tree.words[rest[0]] in _TOLD_WHEN
        if when and not any(tree.tags[n] in FINITE for n in rest):
            return replace(report, last=at)
    return report


def _noun_of_place(tree: Tree, at: int, last: int) -> int | None:
    """The noun of a phrase that begins at a token with "in a", None if none does."""
    if tree.words[at] != "in" or tree.words[at + 1] not in {"a", "an"}:
        return None
    near = (n for n in range(at + 2, min(at + 5, last)) if tree.kinds[n] == "NOUN")
    return next((n for n in near if tree.heads[n] != n + 1), None)


_SAID = 2
"""Tokens of what is said at least, before where it was told."""
_ISSUED = frozenset({"release", "statement"})
_VEHICLES = frozenset({"email", "interview", "letter", "memo", "post", "report", "speech", "tweet"})
"""In what somebody says something; in the midst of a clause it may be another who does."""
_TOLD_WHEN = of_class("weekday", "preposition") | frozenset(
    {"earlier", "issued", "last", "late", "posted", "published", "released", "sent", "this"}
)
"""What may follow it: when, to whom or by whom it was told."""


def without_aside(tree: Tree, report: Report) -> Report:
    """A report of a thing, without what the writer tells of it at its end: "a halt to the works,
    | which began in May".
    """
    if report.rule not in _THINGS:
        return report
    for at in range(report.first + 1, report.last):
        first, last = tree.edges[at]
        first += tree.words[first] == ","
        closes = report.first + 1 < first < at and last >= report.last
        if closes and tree.words[first - 1] == "," and tree.words[first] in of_class("relative"):
            return replace(report, last=first - 1)
    return report


def without_copula(tree: Tree, report: Report) -> Report:
    """A report of what something is said to be: "praised what he said | was | the largest dam"."""
    if report.cue is None or report.first != report.cue[1]:
        return report
    subject = next(iter(tree.under(report.cue[0], "nsubj")), report.cue[0])
    opened = tree.words[max(0, tree.edges[subject][0] - 1)] == "what"
    copula = opened and tree.words[report.first] in of_class("be")
    return replace(report, first=report.first + 1) if copula else report


_THINGS = frozenset({"verb-obj", "verb-object", "call-on", "verb-obj-phrase"})
"""Rules whose content is a noun phrase."""


def _behind_verb(tree: Tree, cue: int, report: Report) -> Report:
    """A report up to the end of the clause that a verb has, if the writer's own words follow."""
    clauses = [each for each in tree.under(cue, "xcomp", "ccomp") if each >= report.first]
    ends = [tree.edges[each][1] for each in clauses]
    ends = [e for e in ends if e < report.last and tree.words[e] in _JOINING]
    return replace(report, last=min([report.last, *(end for end in ends if end > report.first)]))


def _thing(tree: Tree, cue: int, report: Report) -> Report:
    """A report of a thing, without what its verb is joined to: "called for safe routes | and MPs
    voted", "confirmed the deal | but did not say when".
    """
    if report.rule == "verb-clause" and tree.under(cue, "ccomp", "xcomp"):
        return _clause(tree, cue, report)
    held = [each for each in tree.under(cue, "obj", "obl") if report.first <= each < report.last]
    joined = [each for each in tree.under(cue, "conj") if held and each > held[0]]
    joined += [n for each in held for n in tree.under(each, "conj") if tree.tags[n] in FINITE]
    ends = [tree.edges[each][0] for each in joined]
    last = min((end for end in ends if report.first < end < report.last), default=report.last)
    while last > report.first + 1 and tree.words[last - 1] in _JOINING:
        last -= 1
    return replace(report, last=last)


def _told_that(tree: Tree, cue: int, report: Report) -> Report:
    """A report of whom one asks to do what, as the clause that a parse shows in its place.

    "Told parliament | he would look at cases and promised to publish them" asks nobody.
    """
    held = tree.under(cue, "ccomp", "xcomp", "advcl")
    told = [each for each in held if each > cue and _is_clause(tree, each)]
    if not told or any(tree.infinitive(each) for each in held):
        return report
    first, last = tree.edges[told[0]]
    first += tree.words[first] == "that"
    if not report.first < first < last:
        return report
    return replace(report, first=first, last=min(last, report.last), rule="verb-that")


def _opened(tree: Tree, cue: int, report: Report) -> Report:
    """A report from where its clause begins, behind words that only say when it was told.

    "Told the board last week | there was no money".
    """
    if report.rule != "verb-addressee-clause":
        return report
    clauses = [each for each in tree.under(cue, "ccomp") if each > report.first]
    told = [tree.edges[each] for each in tree.under(cue, "obl:unmarked")]
    behind = next((end for begin, end in told if begin == report.first), report.first)
    first = min((_behind_when(tree, each, report.first) for each in clauses), default=behind)
    between = tree.words[report.first : first]
    if not 0 < len(between) <= _WHEN or not all(word.isalpha() for word in between):
        return report
    return replace(report, first=first)


def _behind_when(tree: Tree, clause: int, first: int) -> int:
    """Where a clause begins, behind a time that the parse hangs on it: "last week | there was"."""
    times = (tree.edges[each] for each in tree.under(clause, "obl:unmarked"))
    begin, _ = tree.edges[clause]
    return next((end for start, end in times if start <= min(begin, first) and end > first), begin)


_WHEN = 3
"""Words between whom something is told and what is: "week", "on Monday"."""


def _agrees(tree: Tree, at: int, cue: int, said: list[int]) -> bool:
    """Whether a verb joined to one that reports agrees with it, and not with what is said: "says
    they are wrong and | scoffs at it".
    """
    finite = {
        tree.tags[each] for clause in said for each in (clause, *tree.under(clause, "cop", "aux"))
    }
    return tree.tags[at] == tree.tags[cue] == "VBZ" and "VBZ" not in finite


def _next_deed(tree: Tree, at: int) -> bool:
    """Whether a verb without a subject tells what the speaker did next: ", then | walked out"."""
    first, _ = tree.edges[at]
    return tree.words[first] == "then" and tree.words[first - 1] in {",", "and"}


def _main_verb(tree: Tree, noun: int, first: int) -> list[int]:
    """Where the verb begins that has a noun for its subject: "the claim that … | is a joke"."""
    head = tree.heads[noun]
    if head == noun:
        return one_too_many(tree, noun, first)
    if not tree.is_a(noun, "nsubj") or head <= first:
        return []
    chain = [head, *tree.under(head, "aux", "cop")]
    return [min(at for at in chain if at > noun)]


def one_too_many(tree: Tree, noun: int, first: int) -> list[int]:
    """The first verb of a noun's clause that has no subject left: it is the sentence's own.

    A parse that takes the noun for the root draws the sentence's verb into its clause: "the claim
    that the dam was safe | was read".
    """
    return _without_subject(tree, first, tree.edges[noun][1])


def _without_subject(tree: Tree, first: int, last: int) -> list[int]:
    """The first finite verb of a stretch for which no subject is left."""
    free = 0
    for at in range(first, last):
        free += tree.is_a(at, "nsubj", "csubj", "expl") and tree.words[at] not in _TWICE
        if tree.tags[at] not in FINITE:
            continue
        if tree.words[at - 1] in _JOINING or tree.relations[at] == "conj":
            continue
        if tree.tags[at - 1] == "VBG" and at > first:
            continue  # "not | voting | is no plan"
        if free == 0:
            return [at]
        free -= 1
    return []


_TWICE = frozenset({"what", "whoever", "whatever"})
"""Words that are the object of one verb and the subject of the next."""


def _main_goes_on(tree: Tree, at: int) -> bool:
    """Whether a sentence's own verb or subject follows a noun's clause: "the claim that … | is"."""
    if tree.tags[at] in FINITE:
        return True
    return tree.words[at] == "," and tree.kinds[at + 1 : at + 2] in {("PRON",), ("PROPN",)}


def _is_clause(tree: Tree, at: int) -> bool:
    return bool(tree.under(at, "nsubj", "csubj", "expl"))


def _joined(tree: Tree, cue: int) -> list[int]:
    """Clauses that a parse hangs on a verb beside the first, though "but" or "and" joins them."""
    return [each for each in tree.under(cue, "ccomp")[1:] if tree.under(each, "cc")]


def _own_clause(tree: Tree, at: int) -> bool:
    """Whether a clause beside a report may be the writer's: no more speech, and no more "that"."""
    first, _ = tree.edges[at]
    opening = tree.words[first - 1 : first + 2]
    spoken = any(word in standing.MARKS for word in opening) or opening[0] == ":"
    if "then" in tree.words[first : first + 3]:
        return False  # "said she heard a crash, | and then a boat sped past"
    if opening[0].isalnum() and opening[1] in of_class("pronoun"):
        return False  # "the sum | he says he raised"
    return not spoken and bool(tree.under(at, "nsubj")) and tree.says(at, {"that"}, "mark") is None


_CLIPPING = {
    "call-on": _thing,
    "noun": _noun,
    "impersonal": _behind_verb,
    "verb-addressee-clause": _clause,
    "verb-addressee-infinitive": _told_that,
    "verb-clause": _thing,
    "verb-question": _behind_verb,
    "verb-that": _that,
}
"""What finds the end of what is said, by the rule that found its beginning."""

_JOINING = frozenset({",", ";", "–", "—", "and", "but", "while", "."})
