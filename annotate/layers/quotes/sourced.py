"""Reports that words alone have found, of whom a parse says otherwise or more."""

from dataclasses import replace

from annotate.grammar import holders, memories, persons, plain_subjects, subjects
from annotate.grammar.cues import of_class
from annotate.grammar.memories import Memory
from annotate.grammar.phrases import Phrase
from annotate.grammar.reading import Reading
from annotate.grammar.trees import Tree
from annotate.layers.quotes import owners
from annotate.layers.quotes.reports import Report, naming
from annotate.model import Mention


def by_parse(reading: Reading, tree: Tree, report: Report, memory: Memory) -> Report:
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
        found = owners.named(reading, tree, who, memory)
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
    found, source = owners.named(reading, tree, who, memory), report.source
    if found is None or source is None:
        return report
    if report.cue and ";" in tree.words[naming(reading, source).stop : who] and who < report.cue[0]:
        return replace(report, source=found)  # "Orr sat; a | review, however, | warned that"
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
    who = owners.of_noun(reading, tree, noun)
    if who is None or report.first <= who < report.last or tree.words[who] in _OWN:
        return report
    found = owners.holding(reading, tree, who, memory)
    return report if found is None else replace(report, source=found)


_OWN = frozenset({"my", "our", "your"})


def _names_person(reading: Reading, source: Mention) -> bool:
    return any(reading.is_person(at) for at in naming(reading, source))
