"""What a verb governs besides a clause: its object, an infinitive, what it lays to whom."""

from collections.abc import Callable

from annotate.grammar.frames import Governor
from annotate.grammar.trees import Tree
from annotate.layers.quotes import clausal
from annotate.layers.quotes.reports import Content

Find = Callable[[Tree, Governor], Content | None]


def infinitives(tree: Tree, at: int, *relations: str) -> list[int]:
    """The infinitives that a word governs, behind it."""
    return [each for each in tree.under(at, *relations) if each > at and tree.infinitive(each)]


def _object(tree: Tree, at: int) -> int | None:
    held = [each for each in tree.under(at, "iobj", "obj") if each > at]
    return held[0] if held else None


def to(tree: Tree, cue: Governor) -> Content | None:
    """What one will do or claims to be: "promised to …"."""
    if _object(tree, cue.at) is not None:
        return None
    found = infinitives(tree, cue.at, "xcomp")
    if not found:
        return None
    first, last = tree.edges[found[0]]
    first = max(first, cue.at + 1)
    # "promised last week | to publish it": when belongs to the promise.
    told = [tree.edges[each][1] for each in tree.under(found[0], "obl:unmarked", "obl")]
    told = [end for end in told if first < end <= found[0] and tree.words[end] == "to"]
    first = next(iter(told), first)
    if (
        tree.words[first : first + 2] == ("to", "know")
        and {*tree.words[first + 2 : first + 3]} & clausal.WH
    ):
        return Content(first=first + 2, last=last, frame="wh", head=found[0])
    return Content(first=first, last=last, frame="to", head=found[0])


def object_to(tree: Tree, cue: Governor) -> Content | None:
    """Whom one asks, and for what: "urged | X to …"."""
    held = _object(tree, cue.at)
    if held is not None:
        found = [e for e in infinitives(tree, cue.at, "xcomp", "ccomp", "advcl") if e > held]
    else:
        found = [e for e in infinitives(tree, cue.at, "ccomp") if tree.under(e, "nsubj")]
    if not found:
        return None
    first = tree.edges[held if held is not None else found[0]][0]
    return Content(
        first=max(first, cue.at + 1), last=tree.edges[found[0]][1], frame="obj-to", head=found[0]
    )


def phrase_to(*prepositions: str) -> Find:
    """Whom one calls on, and for what: "called on | X to …"."""

    def find(tree: Tree, cue: Governor) -> Content | None:
        for held in tree.under(cue.at, "obl", "nmod"):
            case = tree.says(held, prepositions, "case")
            found = [e for e in infinitives(tree, cue.at, "xcomp", "advcl", "ccomp") if e > held]
            found += infinitives(tree, held, "acl")
            if case is not None and found:
                behind = case + 1 if case == cue.at + 1 else None
                return Content(
                    first=case + 1, last=tree.edges[found[0]][1], frame="call-on",
                    head=found[0], last_cue=behind,
                )  # fmt: skip
        return None

    return find


def as_what(tree: Tree, cue: Governor) -> Content | None:
    """What one takes something for: "sees | X as Y"."""
    held = _object(tree, cue.at)
    found = [
        each
        for each in tree.under(cue.at, "obl", "xcomp", "advcl")
        if each > cue.at
        and tree.says(each, {"as"}, "case", "mark") is not None
        and not {"though", "if"} & {*tree.words[cue.at : each]}
    ]
    if not found or held is None:
        return None
    return Content(
        first=tree.edges[held][0], last=tree.edges[found[0]][1], frame="as", head=found[0]
    )


def name(tree: Tree, cue: Governor) -> Content | None:
    """What one calls something: "called | X a Y"."""
    held = _object(tree, cue.at)
    found = [each for each in tree.under(cue.at, "xcomp") if not tree.infinitive(each)]
    called = found and (tree.kinds[found[0]] == "ADJ" or tree.words[cue.at] in _FINDING)
    if held is None and called:  # "found | Orr trailing Hale", of which a parse makes its subject
        held = next((n for n in tree.under(found[0], "nsubj") if cue.at < n < found[0]), None)
    if held is None or not found or found[0] < held or tree.words[found[0]] == "quits":
        return None
    return Content(
        first=tree.edges[held][0], last=tree.edges[found[0]][1], frame="name", head=found[0]
    )


_FINDING = frozenset({"find", "finds", "found"})


def object_and(*prepositions: str) -> Find:
    """Something and what it is laid to: "accused | X of …", "thanked | X for …"."""

    def find(tree: Tree, cue: Governor) -> Content | None:
        held = _object(tree, cue.at)
        held = _second_subject(tree, cue.at) if held is None else held
        if held is None:
            return None
        for each in (
            *tree.under(cue.at, "obl", "advcl", "xcomp", "ccomp"),
            *tree.under(held, "nmod", "acl"),
        ):
            if each > held and tree.says(each, prepositions, "case", "mark") is not None:
                last = _with_more(tree, cue.at, tree.edges[each][1])
                return Content(first=tree.edges[held][0], last=last, frame="obj-phrase", head=each)
        return None

    return find


def _with_more(tree: Tree, verb: int, last: int) -> int:
    """The end of what is laid to somebody with what a parse hangs on the verb straight behind it:
    "accused the board of delay | over the wall", not "… of delay | on Monday".
    """
    for each in tree.children[verb]:
        first, end = tree.edges[each]
        if each > last - 1 and first == last and tree.words[first] in _ABOUT:
            last = end
    return last


_ABOUT = frozenset(
    {"about", "against", "by", "for", "like", "more", "of", "over", "rather", "than", "to"}
    | {"toward", "towards", "under", "with"}
)
"""What opens more of what is laid to somebody; not "on", "in" or "after", which say when."""


def _second_subject(tree: Tree, at: int) -> int | None:
    """The object that a parse calls a second subject, behind the verb: "he accused | the board"."""
    called = tree.under(at, "nsubj")
    return next((each for each in called[1:] if called[0] < at < each), None)


def put_at(tree: Tree, cue: Governor) -> Content | None:
    """What somebody puts a figure on: "put the dead at | 40", not "puts patients at risk"."""
    found = object_and("at")(tree, cue)
    figured = found is not None and any(
        tree.kinds[at] == "NUM" or tree.words[at] in _SHARES
        for at in range(found.first, found.last)
    )
    return found if figured else None


_SHARES = frozenset({"fifth", "half", "quarter", "third"})
"""Shares that are figures, though nouns."""


def thing(tree: Tree, cue: Governor) -> Content | None:
    """A noun phrase that stands for what is said: "denied | the charge", "called for | a halt"."""
    if cue.particle:
        return _behind_preposition(tree, cue)
    at = cue.at
    if tree.passive(at):
        held = tree.under(at, "nsubj:pass")
    else:
        held = [each for each in tree.under(at, "obj") if each > at]
    if not held or tree.kinds[held[0]] == "PRON":
        return None
    first, last = tree.edges[held[0]]
    to_whom = [each for each in tree.under(at, "iobj") if at < each < first]
    if not tree.passive(at) and held[0] > at:
        first = max(tree.edges[to_whom[0]][0] if to_whom else first, cue.last)
    return Content(first=first, last=last, frame="obj", head=held[0])


def _behind_preposition(tree: Tree, cue: Governor) -> Content | None:
    last = cue.last
    for each in tree.under(cue.at, "obl", "obj", "advcl", "ccomp", "xcomp", "nmod"):
        first, end = tree.edges[each]
        if each >= last and first <= last and end > last and tree.kinds[each] != "PRON":
            deeds = infinitives(tree, cue.at, "xcomp", "advcl", "ccomp")
            end = next((tree.edges[n][1] for n in deeds if tree.edges[n][0] == end), end)
            return Content(first=last, last=end, frame="obj", head=each, last_cue=last)
    return None
