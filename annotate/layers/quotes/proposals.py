"""What rules found and what the encoder proposes, as one.

Where both name a cue, both are believed more; what the encoder alone proposes counts where it is
sure, and what a rule that is often wrong found alone counts where the encoder agrees.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from annotate import lexicons
from annotate.grammar import frames
from annotate.grammar.cues import find, nouns, of_class, verbs
from annotate.grammar.memories import Memory
from annotate.grammar.nobody import is_nobody
from annotate.grammar.reading import Reading
from annotate.grammar.trees import Tree
from annotate.layers.quotes import content, continued, finite, standing, whose
from annotate.layers.quotes.reports import Report
from annotate.model import Pair
from annotate.offsets import Places

if TYPE_CHECKING:
    from annotate.encoder.quotations import Quotation

SURE = 0.8
"""How sure the encoder is of what it may propose alone. Of what it proposed with 0.7 to 0.8 in
fifteen sets of texts that others marked a third was right, though news gains down to there."""

SURER = 0.9
"""The same by a word that no lexicon knows to report: less sure, half of them are wrong on news."""

SUREST = 0.95
"""The same of a word or two ("both deny | it"): less sure, these are names given to things."""

UNCONFIRMED = 0.65
"""How sure what words tell without the encoder's agreement is: the part of it that is right on our
own texts held out and on news (the same run)."""

STATED = 3
"""Tokens of a thing that is questioned or denied; shorter ones say too little of what is."""

WEAK = frozenset(
    {
        "verb-set-in", "verb-to", "noun-of", "noun-to", "verb-ing",
        "verb-as-said", "verb-name", "verb-obj", "verb-obj-phrase", "verb-wh",
    }
)  # fmt: skip
"""Rules that are believed only where the encoder agrees, if there is one."""


def proposed(reading: Reading) -> "tuple[Quotation, ...] | None":
    """What the encoder proposes in a passage that it has read, None if it has not."""
    if not reading.passage.parsed.has_annotation("DEP"):
        return None
    # Not above: who reads with rules alone waits for no network.
    from annotate.encoder.reading import reading as read

    found = read(reading.passage.parsed)
    return None if found is None else found.quotations


def merged(
    reading: Reading, reports: Iterable[Report], memory: Memory, tree: Tree | None = None
) -> Iterator[Report]:
    """The reports of rules and encoder together."""
    reports = [
        each
        for each in reports
        if not (
            _by_nobody(each) or _unheld(reading, each) or _unsaid(reading, each.cue, each.first)
        )
    ]
    proposals = proposed(reading)
    if proposals is None:
        yield from reports
        return
    taken: set[int] = set()
    contents = Places((each.contents[0][0], each.contents[-1][1]) for each in proposals)
    begun: dict[Pair | None, int] = {}
    for each in reports:
        begun[each.cue] = max(each.first, begun.get(each.cue, 0))
    for each in reports:
        near = contents.touching(each.first, each.last)
        same = [n for n in near if _same(each, proposals[n])]
        taken.update(same)
        if each.label != "direct" and _only_introduces(reading, each, begun[each.cue]):
            continue
        if same and (proposals[same[0]].score >= SURE or not _brief(each)):
            yield replace(each, agreed=True, score=proposals[same[0]].score)
        elif not _weak(each) or _acts(reading, each):
            yield replace(each, score=UNCONFIRMED) if _worded(each) else each
        elif each.rule == "verb-set-in" and _hung(reading, each):
            yield replace(each, score=UNCONFIRMED)
    others = [each for n, each in enumerate(proposals) if n not in taken]
    for each_proposal in _uncovered(others, reports):
        for made in _alone(reading, each_proposal, memory, tree):
            yield made if made.source else _goes_on(reading, made, reports)


def _uncovered(
    proposals: Iterable["Quotation"], reports: Sequence[Report]
) -> Iterator["Quotation"]:
    """The proposals by whose cue rules have found no quotation, nor direct speech around them."""
    cued = Places(each.cue for each in reports if each.cue is not None)
    direct = [each for each in reports if each.label == "direct"]
    spoken = Places((each.first, each.last) for each in direct)
    for proposal in proposals:
        first, last = proposal.contents[0][0], proposal.contents[-1][1]
        around = (direct[n] for n in spoken.touching(first, last))
        covered = any(each.first <= first and last <= each.last for each in around)
        if not covered and not cued.touching(*proposal.cue):
            yield proposal


def _by_nobody(report: Report) -> bool:
    """Whether it is told that nobody says it: "nobody blamed | the board for it"."""
    named = report.source.canonical if report.source else ""
    return report.label != "direct" and is_nobody(named)


def _unsaid(reading: Reading, cue: Pair | None, first: int) -> bool:
    """Whether a word tells no speech: what a work is called, what somebody wishes, what is only
    supposed, what a flood takes: "a piece headlined | “Who pays?”", "hopes that", "claimed lives".
    """
    if cue is None:
        return False
    word = reading.words[cue[1] - 1]
    lost = word.startswith("claim") and {"life", "lives"} & {*reading.words[first : first + 3]}
    return bool(lost) or word in _NO_SPEECH or _supposed(reading, cue[0])


_NO_SPEECH = lexicons.classes("naming_verbs", "title") | of_class("wishing")


def _would(reading: Reading, at: int) -> bool:
    """Whether somebody only would say it: "the court could very well | decide"."""
    while at and (reading.words[at - 1] in of_class("adverb") or reading.words[at - 1] in _DEGREE):
        at -= 1
    return at > 0 and reading.words[at - 1] in {"could", "might", "would"}


_DEGREE = frozenset({"even", "very", "well"})


def left_unsaid(reading: Reading, report: Report) -> bool:
    """Whether somebody says or does nothing: "declined | to comment", "refused | to testify"."""
    if report.cue is None or reading.words[report.cue[0]] not in of_class("declining"):
        return False
    behind = reading.words[report.cue[0] + 1 : report.cue[1]]
    behind += reading.words[report.first : report.first + 2]
    return behind[:1] == ("to",)


def _supposed(reading: Reading, at: int) -> bool:
    """Whether a verb stands in what is only supposed: "if they | think the vote was bought"."""
    first, _ = reading.unit_at(at)
    near = range(at - 2, max(first - 1, at - 2 - _SUBJECT), -1)
    opening = next((n for n in near if reading.words[n] in {"if", "unless"}), None)
    if opening is None or "," in reading.words[opening:at]:
        return False
    before = reading.words[opening - 1] if opening > first else ""
    asked = before in verbs() or before in {"as", "even"}
    return not asked and next(find(reading, opening + 1, at), None) is None


_SUBJECT = 4
"""Tokens of who would say what is supposed, at most."""


def _unheld(reading: Reading, report: Report) -> bool:
    """Whether a thought is nobody's: "the idea is that", "there was hope that"."""
    if report.source is not None or report.cue is None or not report.rule.startswith("noun"):
        return False
    return reading.words[report.cue[0]] in of_class("thought")


def _brief(report: Report) -> bool:
    """Whether a rule that is often wrong tells of a word or two: "regrets | the delay"."""
    return _weak(report) and report.last - report.first < STATED


def _weak(report: Report) -> bool:
    nobodys = report.rule == "urged" and report.source is None
    return report.doubted or nobodys or report.rule in WEAK


def _worded(report: Report) -> bool:
    """Whether words alone tell a report, no marks and no layout."""
    return report.label != "direct" and report.rule.startswith(("verb-", "noun", "adjective"))


def _acts(reading: Reading, report: Report) -> bool:
    """Whether a verb is itself an act of speech in its frame: "blamed | X for", "vowed to".

    The rest of these frames report deeds and plans as often as speech. "Put up a board at" has a
    word between.
    """
    if report.cue is None:
        return False
    word = reading.words[report.cue[0]]
    if report.rule == "verb-name" and report.label == "mixed":
        return _called(reading, report)
    if report.rule == "verb-to":
        return word in of_class("promising", "declining", "professing")
    if report.rule == "noun-of":
        article = reading.words[report.first] in of_class("determiner")
        return any(each.first == report.first + article for each in reading.marked)
    if report.rule == "verb-obj-phrase":
        return report.first == report.cue[1]
    particle = " ".join(reading.words[report.cue[0] + 1 : report.cue[1]])
    rows = [row for row in frames.verbs().get(word, ()) if row.particle == particle]
    stated = report.rule == "verb-obj" and report.last - report.first >= STATED
    stated = stated and word not in _TURNING_DOWN
    return stated and bool(rows) and all(row.act in _SPEAKING for row in rows)


def _called(reading: Reading, report: Report) -> bool:
    """Whether only who is called so stands before the words in marks: "calls them | “Z”"."""
    marks = [each.first for each in reading.marked if report.first <= each.first < report.last]
    called = reading.words[report.first : min(marks, default=report.last)]
    return len(called) <= _CALLED and not {*called} & of_class("preposition")


_CALLED = 5
"""Words at most that name who or what is called something: "its late chairman"."""


def _hung(reading: Reading, report: Report) -> bool:
    """Whether a parse hangs what is said on the verb that is set into it."""
    if report.cue is None:
        return False
    clauses = (c for c in reading.passage.parsed[report.cue[0]].children if c.dep_ == "ccomp")
    return any(report.first <= each.i < report.last for each in clauses)


_TURNING_DOWN = of_class("turning-down")
"""Verbs by which an offer or a claim is turned down, mostly by a deed: "rejected an offer"."""
_SPEAKING = frozenset({"questions", "urges", "criticises", "denies", "concedes"})
"""Acts done to a thing by speaking of it: "questioned the need for it", "demands a response"."""


def _same(report: Report, other: "Quotation") -> bool:
    """Whether a rule and the encoder speak of one quotation: its cue, or most of its content.

    What is doubted has to have the cue: "said they should stop arguing and “open it”" is nothing
    that is argued.
    """
    if _common(report, other) <= 0:
        return False
    touching = report.cue is not None and _touch(report.cue, other.cue)
    return touching or (not report.doubted and _mostly(report, other))


def _mostly(report: Report, other: "Quotation") -> bool:
    """Whether a rule and the encoder give mostly the same content."""
    first, last = other.contents[0][0], other.contents[-1][1]
    whole = last - first + report.last - report.first
    return 2 * _common(report, other) >= 0.5 * whole


def _common(report: Report, other: "Quotation") -> int:
    return min(other.contents[-1][1], report.last) - max(other.contents[0][0], report.first)


def _touch(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _alone(
    reading: Reading, proposal: "Quotation", memory: Memory, tree: Tree | None
) -> Iterator[Report]:
    """What only the encoder found, a report for each piece of the content."""
    if proposal.score < _needed(reading, proposal) or _spoken(reading, proposal.cue[0]):
        return
    if _unsaid(reading, proposal.cue, proposal.contents[0][0]) or _would(reading, proposal.cue[0]):
        return
    if tree is not None and standing.asked(tree, proposal.cue[0]):
        return
    source = whose.owning(reading, proposal, memory, tree)
    source = source or whose.named(reading, proposal, memory)
    if proposal.source is not None and source is None:
        return
    source = source or whose.told(reading, proposal, memory, tree)
    if source is not None and is_nobody(source.canonical):
        return
    for first, last in _pieces(reading, proposal):
        last = _aside_end(reading, proposal.cue, first, last)
        begin, end = content.trimmed(reading, first, content.headed(reading, first, last))
        begin, end = content.unsplit(reading, begin, _to_mark(reading, begin, end))
        begin, end, label = content.bare(reading, begin, end)
        taken = label == "direct" and reading.words[begin - 2 : begin - 1] == ("as",)
        sure = proposal.score >= SUREST or end - begin >= STATED or taken
        if (
            begin < end
            and sure
            and not (_introduces(reading, end) or _names(reading, begin, end, proposal.cue))
        ):
            yield Report(
                first=begin, last=end, rule="", source=source, cue=proposal.cue, label=label,
                score=proposal.score,
            )  # fmt: skip


def _goes_on(reading: Reading, report: Report, others: Iterable[Report]) -> Report:
    """What a participle adds, with whoever spoke right before it: "…," she said, | adding that"."""
    at = report.cue[0] if report.cue is not None else 0
    if at == 0 or reading.words[at] not in of_class("participle") or reading.words[at - 1] != ",":
        return report
    first, _ = reading.unit_at(at)
    near = [o for o in others if o.source and o.cue and first <= o.cue[0] < at]
    return replace(report, source=max(near, key=_cue_at).source) if near else report


def _cue_at(report: Report) -> int:
    return report.cue[0] if report.cue is not None else 0


def _to_mark(reading: Reading, begin: int, end: int) -> int:
    """The end of what begins with an opening mark: where that closes, if it is short of it; of
    what holds a sentence's end in marks that end, for another sentence follows.
    """
    for held in reading.marked:
        stopped = reading.words[held.inner[1] - 1] in {".", "!", "?"} and held.pair.closed
        if begin < held.first and held.last < end and stopped and reading.title_case(held.last):
            return held.last
    whole = (m for m in reading.marked if m.first in {begin, begin - 1} and m.pair.closed)
    marked = next(whole, None)
    opened = marked is not None and begin < end < marked.last and not reading.framed(marked)
    return marked.inner[1] if marked is not None and opened else end


def _needed(reading: Reading, proposal: "Quotation") -> float:
    """How sure the encoder has to be of a quotation: of one by a word that no lexicon knows to
    report, or knows in other frames ("taught me | to splice"), surer.
    """
    words = reading.words[slice(*proposal.cue)]
    known = any(word in _reporting() for word in words)
    deed = reading.words[proposal.contents[0][0]] == "to" and all(map(_takes_no_deed, words))
    return SURE if known and not deed else SURER


def _takes_no_deed(word: str) -> bool:
    """Whether a verb is known to report, and in no frame what one does or should do."""
    rows = frames.verbs().get(word, ())
    listed = verbs().get(word)
    deeds = any(each.endswith("to") for row in rows for each in row.frames)
    return bool(rows) and not deeds and not (listed and set(listed.frames) & {*"ixA"})


@cache
def _reporting() -> frozenset[str]:
    """The words that some lexicon knows to report."""
    return frozenset({*frames.verbs(), *frames.adjectives(), *nouns(), *verbs()})


def _names(reading: Reading, first: int, last: int, cue: Pair) -> bool:
    """Whether some are only called something, with no word in marks: "calls | them evacuees"."""
    marked = any(first <= each.first < last for each in reading.marked)
    held = reading.words[cue[0]] in _NAMING and reading.words[first] in of_class("object")
    return held and not marked


_NAMING = lexicons.classes("naming_verbs", "called")


def _pieces(reading: Reading, proposal: "Quotation") -> list[Pair]:
    """What is proposed, pieces with a word or two between them as one."""
    kept: list[Pair] = []
    for first, last in proposal.contents:
        if kept and _joins(reading, proposal, kept[-1][1], first):
            kept[-1] = kept[-1][0], last
        else:
            kept.append((first, last))
    return kept


def _joins(reading: Reading, proposal: "Quotation", first: int, last: int) -> bool:
    """Whether what stands between two pieces was only missed: neither source, cue nor stop."""
    told = [proposal.cue, *([proposal.source] if proposal.source else [])]
    apart = any(begin < last and first < end for begin, end in told)
    stopped = continued.STOPS & {*reading.words[first:last]}
    return not (apart or stopped) and last - first <= _MISSED


_MISSED = 5
"""Tokens that the encoder misses in the midst of what is said, mostly a name."""


def _introduces(reading: Reading, end: int) -> bool:
    """Whether words only lead to what stands behind a colon: "The union calls on the city to:"."""
    after = reading.words[end : end + 2]
    return reading.words[end - 1] == ":" or after[:1] == (":",) or after == ("to", ":")


def _only_introduces(reading: Reading, report: Report, begun: int) -> bool:
    """Whether a report leads to a colon behind which nothing has the same cue, and is no clause:
    "said that the town has no money:" says so.

    begun: where the last report of its cue begins.
    """
    behind = begun >= report.last
    told = report.last - report.first > STATED
    behind = behind or (told and finite.within(reading, report.first, report.last))
    return not behind and _introduces(reading, report.last)


def _spoken(reading: Reading, at: int) -> bool:
    """Whether a cue is itself said in marks."""
    return reading.spoken(at) is not None


def _aside_end(reading: Reading, cue: Pair, first: int, last: int) -> int:
    """Where a clause in commas ends that reports: "the court, which held that …, | has asked"."""
    at, words = cue[0], reading.words
    if at < 2 or words[at - 1] not in of_class("relative") or words[at - 2] != ",":
        return last
    return next((n for n in range(max(first, cue[1]), last) if words[n] == ","), last)
