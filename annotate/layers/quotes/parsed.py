"""Reports that a parse shows: a word that reports, what it governs, and whose word it is.

The verbs, nouns and adjectives are a long tail that is trusted only in its frame.
"""

from collections.abc import Iterator
from dataclasses import replace

from annotate.grammar import frames, holders, subjects
from annotate.grammar.cues import THOUGHT, of_class
from annotate.grammar.frames import Governor
from annotate.grammar.holders import Memory
from annotate.grammar.reading import Reading
from annotate.grammar.trees import Tree
from annotate.layers.quotes import content, governed, standing
from annotate.layers.quotes.governed import Content
from annotate.layers.quotes.reports import Report
from annotate.model import Mention

_NEGATION = frozenset({"not", "n't", "never", "no"})
_OPEN = frozenset({"wh", "to"})
"""Frames in which a denial is told of all the same: "did not say whether", "has not agreed to"."""


def reports(reading: Reading, tree: Tree, memory: Memory, taken: set[int]) -> list[Report]:
    """The reports of a passage. taken: tokens of direct speech, and cues told of."""
    found = list(_found(reading, tree, memory, taken))
    nouns = taken | {cue.at for cue, _, _ in found if cue.kind == "noun"}
    # "voiced concern that …" is the noun's report, not one of the concern.
    return [report for _, said, report in found if said.frame != "obj" or said.head not in nouns]


def _found(
    reading: Reading, tree: Tree, memory: Memory, taken: set[int]
) -> Iterator[tuple[Governor, Content, Report]]:
    done: set[int] = set(taken)
    for cue in frames.governors(tree, 0, len(tree.words)):
        if cue.at in done or _quoted(reading, cue.at):
            continue
        found = governed.content(tree, cue)
        if found is None or not _told(tree, cue, found.frame):
            continue
        report = _report(reading, tree, cue, found, memory)
        if report is not None and report.last > report.first:
            done.add(cue.at)
            yield cue, found, report


def _quoted(reading: Reading, at: int) -> bool:
    """Whether a word stands in speech: what is said in speech is not told again."""
    holding = [m for m in reading.marked if m.first <= at < m.last]
    frame = (any(o.first > m.first and o.last <= m.last for o in reading.marked) for m in holding)
    return bool(holding) and not all(frame)


def _told(tree: Tree, cue: Governor, frame: str) -> bool:
    """Whether somebody is reported to say it: no wish, condition, question or denial of saying."""
    if cue.kind == "noun":
        return True
    at = cue.at
    if standing.only_thought_of(tree, at) or standing.asked(tree, at):
        return False
    denied = tree.says(at, _NEGATION, "advmod") is not None
    if denied and frame not in _OPEN and tree.words[at] not in _THOUGHT:
        return False
    modal = of_class("modal") - {"'d", "ca", "wo"}
    return tree.says(at, modal, "aux") is None or (denied and frame == "wh")


def led(reading: Reading, tree: Tree, spoken: list[Report]) -> Iterator[Report]:
    """What is told in a clause that leads to direct speech: "said | it was late: “Go home.”"."""
    for each in spoken:
        if each.rule != "verb-then-quoted" or each.cue is None:
            continue
        at, behind = each.cue
        colon = next((n for n in range(each.first - 1, behind, -1) if tree.words[n] == ":"), None)
        for clause in tree.under(at, "ccomp"):
            first, last = tree.edges[clause]
            first += tree.words[first] == "that"
            if colon is not None and behind <= first <= clause and last <= colon:
                first, last = content.trimmed(reading, first, last)
                yield replace(each, first=first, last=last, rule="verb-clause", label="")
                break


def clipped(tree: Tree, report: Report) -> Report:
    """A report that words alone have found, without the writer's own next clause.

    "He said it is late, | but the ferry left": that clause hangs on the verb that reports, or on
    nothing that it says.
    """
    if report.cue is None or report.first < report.cue[1]:
        return report
    cue = report.cue[0]
    if report.rule == "verb-clause" and not standing.leads(tree, cue, report):
        return replace(report, doubted=True)
    if report.rule == "verb-that" and standing.apart(tree, cue, report.cue[1], report.first):
        report = replace(report, doubted=True)
    if report.rule == "noun":
        ends = [tree.edges[each][1] for each in tree.under(cue, "acl") if each > report.first]
        ends = [end for end in ends if end < report.last and _main_goes_on(tree, end)]
        ends += _main_verb(tree, cue, report.first)
        return replace(report, last=min([report.last, *ends]))
    if report.rule == "verb-addressee-infinitive":
        return _told_that(tree, cue, report)
    if report.rule in {"impersonal", "verb-question"}:
        return replace(report, last=_clause_end(tree, cue, report))
    if report.rule not in _CLIPPED:
        return report
    report = _opened(tree, cue, report)
    said = [each for each in tree.under(cue, "ccomp", "acl", "xcomp") if each >= report.first]
    own = [
        tree.edges[each][0]
        for each in (*tree.under(cue, "conj", "parataxis"), *_joined(tree, cue))
        if report.first < tree.edges[each][0] < report.last
        and (_own_clause(tree, each) or _next_deed(tree, each))
    ]
    if not said or not own or said[0] > min(own) or not _is_clause(tree, said[0]):
        return report
    last = min(own)
    while last > report.first + 1 and tree.words[last - 1] in _JOINING:
        last -= 1
    return replace(report, last=last)


def sourced(reading: Reading, tree: Tree, report: Report, memory: Memory) -> Report:
    """A report that words alone have found, of whom a parse names where they took another.

    "There was laughter when | he stood up and said …", "Its leader, Mirko Sand, rose and said …".
    Of descriptions a parse is no surer than the words are.
    """
    cue, source = report.cue, report.source
    if cue is not None and source is None and report.rule == "noun":
        return _owned(reading, tree, cue[0], report, memory)
    if cue is None or source is None or not report.rule.startswith("verb-"):
        return report
    who = subjects.of(tree, cue[0])
    if who is None or report.first <= who < report.last or _names_person(reading, source):
        return report
    phrase = subjects.phrase(reading, tree, who)
    pronoun = tree.words[who] in of_class("pronoun")
    if not (pronoun or reading.is_person(phrase.last - 1)):
        return report
    found = named(reading, tree, who, memory)
    if found is None:
        return report
    holders.keep_speaker(reading, phrase, found, memory)
    return replace(report, source=found, back=pronoun)


def _owned(reading: Reading, tree: Tree, noun: int, report: Report, memory: Memory) -> Report:
    """A noun's report with its owner where the parse shows one: "her | claim that …"."""
    who = _noun_holder(tree, noun)
    if who is None or report.first <= who < report.last or tree.words[who] in _OWN:
        return report
    found = named(reading, tree, who, memory)
    return report if found is None else replace(report, source=found)


_OWN = frozenset({"my", "our", "your"})


def _names_person(reading: Reading, source: Mention) -> bool:
    return any(reading.is_person(at) for at in _tokens(reading, source))


def _tokens(reading: Reading, source: Mention) -> range:
    """The tokens that name a source, none for one that the passage does not name."""
    if source.start is None or source.end is None:
        return range(0)
    named = reading.passage.tokens(source.start, source.end)
    return range(0) if named is None else range(named.start, named.end)


def _clause_end(tree: Tree, cue: int, report: Report) -> int:
    """The end of the clause that a verb has, where the writer's own words follow it."""
    clauses = [each for each in tree.under(cue, "xcomp", "ccomp") if each >= report.first]
    ends = [tree.edges[each][1] for each in clauses]
    ends = [e for e in ends if e < report.last and tree.words[e] in _JOINING]
    return min([report.last, *(end for end in ends if end > report.first)])


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


def _next_deed(tree: Tree, at: int) -> bool:
    """Whether a verb without a subject tells what the speaker did next: ", then | walked out"."""
    first, _ = tree.edges[at]
    return tree.words[first] == "then" and tree.words[first - 1] in {",", "and"}


def _main_verb(tree: Tree, noun: int, first: int) -> list[int]:
    """Where the verb begins that has a noun for its subject: "the claim that … | is a joke"."""
    head = tree.heads[noun]
    if head == noun:
        return _one_too_many(tree, noun, first)
    if not tree.is_a(noun, "nsubj") or head <= first:
        return []
    chain = [head, *tree.under(head, "aux", "cop")]
    return [min(at for at in chain if at > noun)]


def _one_too_many(tree: Tree, noun: int, first: int) -> list[int]:
    """The first verb of a noun's clause that has no subject left: it is the sentence's own.

    A parse that takes the noun for the root draws the sentence's verb into its clause: "the claim
    that the dam was safe | was read".
    """
    free = 0
    for at in range(first, tree.edges[noun][1]):
        free += tree.is_a(at, "nsubj", "csubj", "expl") and tree.words[at] not in _TWICE
        if tree.tags[at] not in _FINITE:
            continue
        if tree.words[at - 1] in _JOINING or tree.relations[at] == "conj":
            continue
        if free == 0:
            return [at]
        free -= 1
    return []


_FINITE = frozenset({"VBZ", "VBP", "VBD", "MD"})
_TWICE = frozenset({"what", "whoever", "whatever"})
"""Words that are the object of one verb and the subject of the next."""


def _main_goes_on(tree: Tree, at: int) -> bool:
    """Whether a sentence's own verb or subject follows a noun's clause: "the claim that … | is"."""
    if tree.tags[at] in {"VBZ", "VBP", "VBD", "MD"}:
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
    return not spoken and bool(tree.under(at, "nsubj")) and tree.says(at, {"that"}, "mark") is None


_CLIPPED = frozenset({"verb-that", "verb-clause", "verb-addressee-clause"})
_JOINING = frozenset({",", ";", "–", "—", "and", "but", "while", "."})


_THOUGHT = THOUGHT | {"believes", "expects", "thinks", "realize", "believed", "expected"} | {
    "thought", "knew", "knows",
}  # fmt: skip
"""Forms of verbs that keep a holder and a proposition when they are denied."""


def _report(
    reading: Reading, tree: Tree, cue: Governor, found: Content, memory: Memory
) -> Report | None:
    if cue.kind == "noun" and cue.act == "urges" and _refused(tree, cue.at):
        return None
    who = _who(tree, cue)
    source = named(reading, tree, who, memory) if who is not None else None
    if source is None and (who is not None or found.frame != "noun-that"):
        return None
    last = _cut(tree, found, cue)
    if found.frame in {"that", "obj-to"} and who is not None and found.first <= who < last:
        return None
    begin, end, label = content.bare(reading, *content.trimmed(reading, found.first, last))
    if end <= begin or _cut_out(reading, begin, cue.at):
        return None
    first = _cue_start(tree, cue)
    if who is not None and source is not None:
        holders.keep_speaker(reading, subjects.phrase(reading, tree, who), source, memory)
    apart = found.frame == "that" and standing.apart(tree, cue.at, cue.last, begin)
    return Report(
        first=begin,
        last=end,
        doubted=apart,
        rule=f"{cue.kind}-{found.frame.removeprefix('noun-')}",
        source=source,
        cue=(first, found.last_cue or cue.last),
        label=label,
        distance=cue.distance or _distance(tree, cue.at),
        back=who is not None and tree.words[who] in of_class("pronoun"),
    )


def _distance(tree: Tree, at: int) -> str | None:
    """The reporter's own attitude that an adverb shows: "rightly says", "falsely claims"."""
    adverbs = {tree.words[each] for each in tree.under(at, "advmod")}
    if adverbs & of_class("endorsing"):
        return "endorses"
    return "rejects" if adverbs & of_class("rejecting") else None


def _who(tree: Tree, cue: Governor) -> int | None:
    return _noun_holder(tree, cue.at) if cue.kind == "noun" else subjects.of(tree, cue.at)


def _noun_holder(tree: Tree, noun: int) -> int | None:
    """Whose a noun is: its owner, else the subject of the verb that voices it."""
    owner = subjects.owner(tree, noun)
    if owner is not None:
        return owner
    verb = _voicing(tree, noun)
    return subjects.of(tree, verb) if verb is not None else None


def _voicing(tree: Tree, noun: int) -> int | None:
    """The verb by which somebody voices a noun: "expressed | fears", "made a | claim"."""
    head = tree.heads[noun]
    if tree.relations[noun] in {"obj", "obl"} and tree.words[head] in of_class("governing"):
        return head
    return None


def _cut_out(reading: Reading, begin: int, cue: int) -> bool:
    """Whether content begins within marks that stand apart from its cue: the parse has slipped."""
    holding = (m for m in reading.marked if m.inner[0] < begin < m.last)
    return any(not m.first <= cue < m.last for m in holding)


def _refused(tree: Tree, noun: int) -> bool:
    """Whether a demand is another's whom its verb refuses: "rejected the | demand for"."""
    head = tree.heads[noun]
    return tree.is_a(noun, "obj", "nsubj:pass") and tree.words[head] in of_class("refusing")


def _cue_start(tree: Tree, cue: Governor) -> int:
    """Where a cue begins: "expressed concern" with its verb, where that stands just before."""
    verb = _voicing(tree, cue.at) if cue.kind == "noun" else None
    return verb if verb is not None and verb < cue.at <= verb + _NEAR else cue.at


_NEAR = 2
"""Tokens from a verb to the noun that is its cue with it: "expressed | deep | concern"."""


def named(reading: Reading, tree: Tree, who: int, memory: Memory) -> Mention | None:
    """Whom a noun and those joined to it name."""
    found = []
    for each in subjects.joined(tree, who):
        source = holders.mention(reading, subjects.phrase(reading, tree, each), memory)
        if source is None:
            return None
        found.append(source)
    if len(found) == 1:
        return found[0]
    names = dict.fromkeys(each.canonical for each in found)
    return replace(found[0], canonical="; ".join(names), end=found[-1].end)


def _cut(tree: Tree, found: Content, cue: Governor) -> int:
    """The end of what is said, before the speaker's next verb: "…, | adding that …"."""
    for at in range(max(found.first + 1, cue.at + 1), found.last):
        told = tree.words[at] in frames.verbs() and tree.tags[at] == "VBG"
        if told and tree.relations[at] == "advcl" and not tree.infinitive(at):
            first = tree.edges[at][0]
            if tree.words[first - 1 : first] == (",",) or tree.words[first : first + 1] == (",",):
                return first
    return found.last
