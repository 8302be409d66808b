"""Reports that a parse shows: a word that reports, what it governs, and whose word it is.

The verbs, nouns and adjectives are a long tail that is trusted only in its frame.
"""

from collections.abc import Iterator
from dataclasses import replace

from annotate.grammar import frames, holders, memories, persons, plain_subjects, subjects
from annotate.grammar.cues import THOUGHT, of_class
from annotate.grammar.frames import Governor
from annotate.grammar.memories import Memory
from annotate.grammar.phrases import Phrase
from annotate.grammar.reading import Reading
from annotate.grammar.trees import FINITE, Tree
from annotate.layers.quotes import clauses, content, governed, standing
from annotate.layers.quotes.reports import Content, Report, naming
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


def sourced(reading: Reading, tree: Tree, report: Report, memory: Memory) -> Report:
    """A report that words alone have found, of whom a parse names where they took another.

    "There was laughter when | he stood up and said …", "Its leader, Mirko Sand, rose and said …".
    Of descriptions a parse is no surer than the words are.
    """
    cue, source = report.cue, report.source
    if cue is not None and source is None and report.rule == "noun":
        return _owned(reading, tree, cue[0], report, memory)
    if cue is None or source is None or not report.rule.startswith(_BY_VERB):
        return report
    who = subjects.of(tree, cue[0])
    set_in = report.rule == "verb-set-in"
    if who is None or report.first <= who < report.last:
        return report
    if _touches(reading, tree, source, cue[0], set_in=set_in):
        return report
    person = _names_person(reading, source)
    told_of = person and _told_of(reading, tree, source, who, cue[0])
    if person and not told_of:
        return _with_others(reading, tree, who, report, memory)
    phrase = subjects.phrase(reading, tree, who)
    pronoun = tree.words[who] in of_class("pronoun")
    relative = _RELATIVE & {tree.words[each] for each in tree.under(cue[0], "nsubj")}
    named_before = bool(relative) and phrase.last - 1 in reading.names
    if not (pronoun or named_before or told_of or reading.is_person(phrase.last - 1)):
        return _with_others(reading, tree, who, report, memory)
    if relative:
        phrase = _from_whom(reading, phrase)
        found = holders.mention(reading, phrase, memory)
    else:
        found = named(reading, tree, who, memory)
    if found is None:
        return report
    if report.rule != "call-on":  # mostly told inside what another says
        memories.keep_speaker(reading, phrase, found, memory)
    # "The League, which has said that it must go, | lost the vote": a relative clause ends it.
    last = min(report.last, tree.edges[cue[0]][1]) if relative else report.last
    last = last if last > report.first else report.last
    return replace(report, source=found, back=pronoun, last=last)


_BY_VERB = ("verb-", "call-on")
"""Rules of reports by a verb."""
_RELATIVE = of_class("relative") | {"that"}


def _told_of(reading: Reading, tree: Tree, source: Mention, who: int, cue: int) -> bool:
    """Whether a relative clause reports, of somebody behind the person whom words alone take:
    "Orr cited a | clerk, who was there and | told us".
    """
    while tree.relations[cue] in {"conj", "xcomp"} and tree.heads[cue] < cue:
        cue = tree.heads[cue]
    return tree.relations[cue] == "acl:relcl" and naming(reading, source).stop <= who < cue


def _touches(
    reading: Reading, tree: Tree, source: Mention, cue: int, *, set_in: bool = False
) -> bool:
    """Whether words are surer of a source than a parse: "data from the office | saying", "a clerk,
    | who was there and said", or set in: "a pit in which, the Courier | has said, they lay".
    """
    end = naming(reading, source).stop
    clause = tree.words[end:cue]
    told_of = clause[:2] == (",", "who") and "and" in clause and "," not in clause[1:]
    among = clause[:1] == (",",) and bool({*clause[1:2]} & plain_subjects.AMONG)
    beside = set_in and {*clause} <= of_class("have", "adverb")
    return told_of or among or beside or (tree.tags[cue] == "VBG" and end == cue)


def _from_whom(reading: Reading, phrase: Phrase) -> Phrase:
    """The name that ends a phrase, where the rest only says what comes from it or what it did:
    "anger from | the League, which", "the answer of | the League, which".
    """
    name = reading.names.get(phrase.last - 1)
    first = max(phrase.first, reading.name_at(phrase.last - 1)[0])
    led = first - (reading.words[first - 1] == "the") - 1
    if name is None or led <= phrase.first:
        return phrase
    did = reading.words[led] == "of" and not _speaks(reading.words[led - 1])
    apart = reading.words[led] == "from" or did
    return Phrase(first=first, last=phrase.last) if apart else phrase


def _speaks(noun: str) -> bool:
    """Whether a noun is of somebody, or of a text: not "the answer | of the League"."""
    return persons.may_speak(noun) or noun in of_class("authority", "document")


def together(reading: Reading, tree: Tree, report: Report, memory: Memory) -> Report:
    """Direct speech of one who says it with others: "“It is late,” Orr and her deputy said"."""
    who = subjects.of(tree, report.cue[0]) if report.cue is not None else None
    if who is None or report.first <= who < report.last:
        return report
    return _with_others(reading, tree, who, report, memory)


def _with_others(reading: Reading, tree: Tree, who: int, report: Report, memory: Memory) -> Report:
    """A report of one who says it with others: "Kolde, who chairs it, and her deputy Osten | say".

    Words alone take the nearest name.
    """
    found, source = named(reading, tree, who, memory), report.source
    if found is None or source is None:
        return report
    if _hangs_on(reading, tree, source, who):
        return replace(report, source=found)
    joined = subjects.joined(tree, who)
    if _is_one(tree, joined) or "and" not in tree.words[joined[0] : joined[-1]]:
        return report
    names = found.canonical.split("; ")
    first_alone = source.canonical == names[0] and report.cue and _plural(tree, report.cue[0])
    if names[0] == names[-1] or not (source.canonical == names[-1] or first_alone):
        return report
    memories.keep_speaker(reading, subjects.phrase(reading, tree, who), found, memory)
    return replace(report, source=found)


def _plural(tree: Tree, cue: int) -> bool:
    """Whether a verb and those that help it may have several for their subject: not "says"."""
    return all(tree.tags[at] != "VBZ" for at in (cue, *tree.under(cue, "aux", "cop")))


def _hangs_on(reading: Reading, tree: Tree, source: Mention, who: int) -> bool:
    """Whether a description only ends that of whoever speaks: "teachers from the school and the |
    college".
    """
    tokens = naming(reading, source)
    plural = tree.tags[who] == "NNS" and bool(tree.under(who, "nmod"))
    return (
        plural
        and bool(tokens)
        and not any(at in reading.names for at in tokens)
        and who < tokens.start
        and tokens.stop <= tree.edges[who][1]
    )


def _is_one(tree: Tree, joined: list[int]) -> bool:
    """Whether joined nouns describe one person: "the former mayor and current | chairman"."""
    *_, last = joined
    return tree.tags[last] == "NN" and not tree.under(last, "det", "nmod:poss")


def _owned(reading: Reading, tree: Tree, noun: int, report: Report, memory: Memory) -> Report:
    """A noun's report with its owner where the parse shows one: "her | claim that …"."""
    who = _noun_holder(reading, tree, noun)
    if who is None or report.first <= who < report.last or tree.words[who] in _OWN:
        return report
    found = _holding(reading, tree, who, memory)
    return report if found is None else replace(report, source=found)


def _holding(reading: Reading, tree: Tree, who: int, memory: Memory) -> Mention | None:
    """Whom a word names; by the adjective of a country the country: "Ostrean claims that"."""
    found = named(reading, tree, who, memory)
    if found is None or tree.relations[who] != "amod":
        return found
    return replace(found, canonical=memory.countries.get(found.canonical, found.canonical))


_OWN = frozenset({"my", "our", "your"})


def _names_person(reading: Reading, source: Mention) -> bool:
    return any(reading.is_person(at) for at in naming(reading, source))


_THOUGHT = THOUGHT | {"believes", "expects", "thinks", "realize", "believed", "expected"} | {
    "thought", "knew", "knows",
}  # fmt: skip
"""Forms of verbs that keep a holder and a proposition when they are denied."""


def _report(
    reading: Reading, tree: Tree, cue: Governor, found: Content, memory: Memory
) -> Report | None:
    if cue.kind == "noun" and cue.act == "urges" and _refused(tree, cue.at):
        return None
    who = _who(reading, tree, cue)
    source = _holding(reading, tree, who, memory) if who is not None else None
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


def _who(reading: Reading, tree: Tree, cue: Governor) -> int | None:
    if cue.kind == "noun":
        return _noun_holder(reading, tree, cue.at)
    told = subjects.informant(tree, cue.at)
    return subjects.of(tree, cue.at) if told is None else told


def _noun_holder(reading: Reading, tree: Tree, noun: int) -> int | None:
    """Whose a noun is: its owner, a people, else the subject of the verb that voices it."""
    owner = subjects.owner(tree, noun)
    if owner is not None:
        return owner
    people = (each for each in tree.under(noun, "amod") if _is_people(reading, each))
    if (who := next(people, None)) is not None:
        return who
    verb = _voicing(tree, noun)
    return subjects.of(tree, verb) if verb is not None else None


def _voicing(tree: Tree, noun: int) -> int | None:
    """The verb by which somebody voices a noun: "expressed | fears", "replied with a | claim"."""
    head = tree.heads[noun]
    if tree.is_a(noun, "obl") and tree.under(head, "obj"):
        return None  # "took offence at | suggestions that": another's
    if tree.is_a(noun, "obj", "obl") and tree.words[head] in of_class("governing"):
        return head
    with_it = tree.relations[noun] == "obl" and tree.says(noun, {"with"}, "case") is not None
    return head if with_it and tree.words[head] in of_class("replying") else None


def _is_people(reading: Reading, at: int) -> bool:
    name = reading.names.get(at)
    return name is not None and name.label == "NORP"


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
    verb = _voicing(tree, cue.at) if cue.kind == "noun" else None
    return verb if verb is not None and verb < cue.at <= verb + _NEAR else cue.at


_NEAR = 2
"""Tokens from a verb to the noun that is its cue with it: "expressed | deep | concern"."""


def named(reading: Reading, tree: Tree, who: int, memory: Memory) -> Mention | None:
    """Whom a noun and those joined to it name."""
    found = []
    for each in subjects.joined(tree, who):
        if each not in reading.names and reading.is_person(each + 1) and reading.title_case(each):
            continue  # "Rabbi | Miriam Stolz"
        source = holders.mention(reading, subjects.phrase(reading, tree, each), memory)
        if source is None:
            return None
        found.append(source)
    if not found or len(found) == 1:
        return found[0] if found else None
    names = dict.fromkeys(each.canonical for each in found)
    return replace(found[0], canonical="; ".join(names), end=found[-1].end)


def _cut(tree: Tree, found: Content, cue: Governor) -> int:
    """The end of what is said, before the speaker's next verb: "…, | adding that …"."""
    for at in range(max(found.first + 1, cue.at + 1), found.last):
        told = tree.words[at] in frames.verbs() and tree.tags[at] == "VBG"
        beside = tree.relations[at] == "acl" and tree.words[at] in of_class("participle")
        if told and (beside or tree.relations[at] == "advcl") and not tree.infinitive(at):
            first = tree.edges[at][0]
            closed = first - 1 - (tree.words[first - 1] in _CLOSING)
            if tree.words[closed] == "," or tree.words[first] == ",":
                return first
    return found.last


_CLOSING = frozenset({"”", '"', "’", "'"})
