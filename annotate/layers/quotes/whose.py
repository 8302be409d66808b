"""Whose words a proposal of the encoder is: whom it names, else whom the sentence shows."""

from typing import TYPE_CHECKING

from annotate.grammar import holders, phrases, plain_subjects, subjects
from annotate.grammar.cues import nouns, of_class, saying
from annotate.grammar.descriptions import ARTICLES
from annotate.grammar.memories import Memory
from annotate.grammar.phrases import Phrase
from annotate.grammar.reading import Reading
from annotate.grammar.trees import Tree
from annotate.layers.quotes.owners import named as named_by_parse
from annotate.model import Mention

if TYPE_CHECKING:
    from annotate.encoder.quotations import Quotation


def named(reading: Reading, proposal: "Quotation", memory: Memory) -> Mention | None:
    """Whom the encoder names."""
    if proposal.source is None:
        return None
    first, last = proposal.source
    whose = reading.passage.parsed[last - 1]
    whose = whose.head if whose.dep_ == "case" else whose
    if whose.dep_ == "nmod:poss" and whose.head.i >= last:
        last = whose.head.i + 1  # "the drivers' union": who speaks is what they own
    last = max(last, reading.name_at(last - 1)[1])
    while first < last - 1 and first not in reading.names and reading.words[first] in ARTICLES:
        first += 1
    if reading.words[first : first + 2] == (",", "whose"):
        return None  # "the pilot|, whose name | was Orr, regretted it": it says whose that is
    last = _whole(reading, first, last)
    return holders.mention(reading, Phrase(first=first, last=last), memory)


def _whole(reading: Reading, first: int, last: int) -> int:
    """The end of a description with what a parse hangs on its noun and the encoder left out: "one
    person | close to the talks |", "an official of the | ministry |".
    """
    noun = reading.passage.parsed[first:last].root
    if noun.i in reading.names or noun.tag_ not in {"NN", "NNS"}:
        return last
    more = (each for each in noun.rights if each.dep_ in {"nmod", "amod"})
    for each in more:
        end = each.right_edge.i + 1
        if each.left_edge.i <= last < end <= last + _MORE and _plain(reading, last, end):
            return end
    return last


_MORE = 7
"""Tokens that may have been left out of a description."""


def _plain(reading: Reading, first: int, last: int) -> bool:
    """Whether words only say which of them is meant: no clause, nothing set off."""
    tags = {each.tag_ for each in reading.passage.parsed[first:last]}
    return not tags & {",", ":", "VBD", "VBZ", "VBP", "MD", "WP", "WDT", "``", "''", "-LRB-"}


def owning(
    reading: Reading, proposal: "Quotation", memory: Memory, tree: Tree | None
) -> Mention | None:
    """Whose a noun is by the parse, where the encoder often takes the sentence's subject:
    "reacted to a clerk's | complaint that".
    """
    cue = proposal.cue[1] - 1
    if tree is None or tree.kinds[cue] != "NOUN" or not tree.under(cue, "nmod:poss"):
        return None
    who = subjects.owner(tree, cue)
    return None if who is None else named_by_parse(reading, tree, who, memory)


def told(
    reading: Reading, proposal: "Quotation", memory: Memory, tree: Tree | None
) -> Mention | None:
    """Who speaks where the encoder names nobody: by the parse, or behind "from"."""
    drawn = None if tree is None else _drawn(reading, proposal, memory, tree)
    worded = None if drawn or tree is None else _worded(reading, proposal, memory, tree)
    return drawn or worded or _coming_from(reading, proposal, memory)


def _drawn(reading: Reading, proposal: "Quotation", memory: Memory, tree: Tree) -> Mention | None:
    """Who speaks by the parse, where the encoder names nobody and the cue is a verb with a subject.

    "The defence concedes the first point but | maintains that …".
    """
    first, last = proposal.cue
    verb = next((at for at in range(first, last) if tree.kinds[at] == "VERB"), None)
    if verb is None or tree.passive(verb) or tree.relations[verb] == "case":
        return None
    who = subjects.of(tree, verb)
    if who is None or any(begin <= who < end for begin, end in proposal.contents):
        return None
    return named_by_parse(reading, tree, who, memory)


def _worded(reading: Reading, proposal: "Quotation", memory: Memory, tree: Tree) -> Mention | None:
    """Who speaks by words alone where the parse has lost a verb's subject, if it is a name.

    "The union, which speaks for most of them, | put the number at 40".
    """
    first, _ = proposal.cue
    if tree.tags[first] not in _FINITE or tree.under(first, "nsubj", "nsubj:pass", "expl"):
        return None
    who = plain_subjects.before(reading, saying(first), reading.unit_at(first)[0])
    name = reading.names.get(who.last - 1) if who is not None else None
    if who is None or name is None or name.label not in {"PERSON", "ORG"}:
        return None
    begin, end = proposal.contents[0][0], proposal.contents[-1][1]
    told = end - begin >= _STATED and not begin <= who.first < end
    return holders.mention(reading, who, memory) if told else None


_STATED = 3
"""Tokens of what is said at least: who disputes "the count" says too little of it to be held to."""


_FINITE = frozenset({"VBD", "VBZ", "VBP"})


def _coming_from(reading: Reading, proposal: "Quotation", memory: Memory) -> Mention | None:
    """From whom it comes: "I heard | from the baker | that …", "talk | among them | that …"."""
    _, last = proposal.cue
    heard = reading.words[last - 1] in of_class("hearing") | {*nouns()}
    if not heard or reading.words[last : last + 1] not in _FROM:
        return None
    who = phrases.after(reading, last + 1, max(proposal.contents[0][0], last + 1))
    return holders.mention(reading, who, memory) if who else None


_FROM = {("among",), ("by",), ("from",)}
