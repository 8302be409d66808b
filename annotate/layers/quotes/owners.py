"""Whose word a verb's or a noun's report is by a parse: a subject, an owner, all who are joined."""

from dataclasses import replace

from annotate.grammar import holders, subjects
from annotate.grammar.cues import of_class
from annotate.grammar.frames import Governor
from annotate.grammar.memories import Memory
from annotate.grammar.reading import Reading
from annotate.grammar.trees import Tree
from annotate.model import Mention


def holding(reading: Reading, tree: Tree, who: int, memory: Memory) -> Mention | None:
    """Whom a word names; by the adjective of a country the country: "Ostrean claims that"."""
    found = named(reading, tree, who, memory)
    if found is None or tree.relations[who] != "amod":
        return found
    return replace(found, canonical=memory.countries.get(found.canonical, found.canonical))


def of_cue(reading: Reading, tree: Tree, cue: Governor) -> int | None:
    if cue.kind == "noun":
        return of_noun(reading, tree, cue.at)
    told = subjects.informant(tree, cue.at)
    return subjects.of(tree, cue.at) if told is None else told


def of_noun(reading: Reading, tree: Tree, noun: int) -> int | None:
    """Whose a noun is: its owner, a people, else the subject of the verb that voices it."""
    owner = subjects.owner(tree, noun)
    if owner is not None:
        return owner
    people = (each for each in tree.under(noun, "amod") if _is_people(reading, each))
    if (who := next(people, None)) is not None:
        return who
    verb = voicing(tree, noun)
    return subjects.of(tree, verb) if verb is not None else None


def voicing(tree: Tree, noun: int) -> int | None:
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
