"""Reports that a parse shows: a word that reports, what it governs, and whose word it is.

The verbs, nouns and adjectives are a long tail that is trusted only in its frame.
"""

from collections.abc import Iterator
from dataclasses import replace

from annotate.grammar import frames, memories, subjects
from annotate.grammar.cues import THOUGHT, of_class
from annotate.grammar.frames import Governor
from annotate.grammar.memories import Memory
from annotate.grammar.reading import Reading
from annotate.grammar.trees import FINITE, Tree
from annotate.layers.quotes import clauses, content, governed, owners, standing
from annotate.layers.quotes.reports import Content, Report

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
        if cue.at in done or reading.quoted(cue.at):
            continue  # what is said in speech is not told again
        found = governed.content(tree, cue)
        if found is None or not _told(tree, cue, found.frame):
            continue
        report = _report(reading, tree, cue, found, memory)
        if report is not None and report.last > report.first:
            done.add(cue.at)
            yield cue, found, report


def _told(tree: Tree, cue: Governor, frame: str) -> bool:
    """Whether somebody is reported to say it: no wish, condition, question or denial of saying."""
    if cue.kind == "noun":
        return True
    at = standing.ruling(tree, cue.at)
    compared = tree.says(cue.at, {"than"}, "mark", "case") is not None
    if compared or not standing.somebodys(tree, at):
        return False
    denied = tree.says(at, _NEGATION, "advmod") is not None
    if denied and frame not in _OPEN and tree.words[cue.at] not in _THOUGHT:
        return False
    modal = set() if tree.says(at, {"only"}, "advmod") else of_class("modal") - {"'d", "ca", "wo"}
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


_THOUGHT = THOUGHT | {"believes", "expects", "thinks", "realize", "believed", "expected"} | {
    "thought", "knew", "knows",
}  # fmt: skip
"""Forms of verbs that keep a holder and a proposition when they are denied."""


def _report(
    reading: Reading, tree: Tree, cue: Governor, found: Content, memory: Memory
) -> Report | None:
    if cue.kind == "noun" and cue.act == "urges" and _refused(tree, cue.at):
        return None
    who = owners.of_cue(reading, tree, cue)
    source = owners.holding(reading, tree, who, memory) if who is not None else None
    if source is None and (who is not None or not _nobodys(tree, found)):
        return None
    last = _cut(tree, found, cue)
    if cue.kind == "noun":
        last = min([last, *clauses.one_too_many(tree, cue.at, found.first)])
    if found.frame in {"that", "obj-to"} and who is not None and found.first <= who < last:
        return None
    # A parse may hang a closing mark elsewhere: what opens inside the content closes inside it.
    stretch = content.unsplit(reading, *content.trimmed(reading, found.first, last))
    begin, end, label = content.bare(reading, *stretch)
    if end <= begin or _cut_out(reading, begin, cue.at) or _by_whom(tree, begin, cue.at):
        return None
    if found.frame == "that" and end - begin == 1 and tree.tags[begin] in FINITE:
        return None  # "what he thinks | happened"
    if any(tree.words[begin : min(end, begin + len(each))] == each for each in _SILENCE):
        return None
    first = _cue_start(tree, cue)
    if who is not None and source is not None:
        memories.keep_speaker(reading, subjects.phrase(reading, tree, who), source, memory)
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


_SILENCE = frozenset(
    {("to", "comment"), ("comment",), ("to", "remain", "anonymous"), ("anonymity",)}
    | {("not", "to", "be", "named"), ("not", "to", "be", "identified")}
    | {("to", "be", "named"), ("to", "be", "identified")}
)
"""What says only that somebody says nothing, or not who: "declined | to comment"."""


def _nobodys(tree: Tree, found: Content) -> bool:
    """Whether a noun's report may be nobody's: a clause, or words in marks ("fears of a “…”")."""
    opening = tree.words[found.first : found.first + 2]
    if set(opening[:1]) & of_class("determiner"):
        opening = opening[1:]
    marked = bool(set(opening[:1]) & _MARKS)
    return found.frame == "noun-that" or (found.frame == "noun-of" and marked)


_MARKS = frozenset({"“", '"'})


def _by_whom(tree: Tree, begin: int, cue: int) -> bool:
    """Whether what a parse gives is who does what a passive says: "ruled out | by the mayor"."""
    return tree.words[begin] == "by" and tree.passive(cue)


def _distance(tree: Tree, at: int) -> str | None:
    """The reporter's own attitude that an adverb shows: "rightly says", "falsely claims"."""
    adverbs = {tree.words[each] for each in tree.under(at, "advmod")}
    if adverbs & of_class("endorsing"):
        return "endorses"
    return "rejects" if adverbs & of_class("rejecting") else None


def _cut_out(reading: Reading, begin: int, cue: int) -> bool:
    """Whether content begins within marks that stand apart from its cue: the parse has slipped."""
    holding = (m for m in reading.holding(begin) if m.inner[0] < begin)
    return any(not m.first <= cue < m.last for m in holding)


def _refused(tree: Tree, noun: int) -> bool:
    """Whether a demand is another's whom its verb refuses: "rejected the | demand for"."""
    head = tree.heads[noun]
    return tree.is_a(noun, "obj", "nsubj:pass") and tree.words[head] in of_class("refusing")


def _cue_start(tree: Tree, cue: Governor) -> int:
    """Where a cue begins: "expressed concern" with its verb, where that stands just before."""
    verb = owners.voicing(tree, cue.at) if cue.kind == "noun" else None
    return verb if verb is not None and verb < cue.at <= verb + _NEAR else cue.at


_NEAR = 2
"""Tokens from a verb to the noun that is its cue with it: "expressed | deep | concern"."""


def _cut(tree: Tree, found: Content, cue: Governor) -> int:
    """The end of what is said, before the speaker's next verb: "…, | adding that …"."""
    for at in range(max(found.first + 1, cue.at + 1), found.last):
        told = tree.words[at] in frames.verbs() and tree.tags[at] == "VBG"
        beside = tree.relations[at] != "amod" and tree.words[at] in of_class("participle")
        if told and (beside or tree.relations[at] == "advcl") and not tree.infinitive(at):
            first = tree.edges[at][0]
            closed = first - 1 - (tree.words[first - 1] in _CLOSING)
            if tree.words[closed] == "," or tree.words[first] == ",":
                return first
    return found.last


_CLOSING = frozenset({"”", '"', "’", "'"})
