"""The clause that a word which reports governs, or into which it is set."""

from annotate.grammar.frames import Governor
from annotate.grammar.trees import Tree
from annotate.layers.quotes.reports import Content

QUESTION = frozenset({"whether", "if", "who", "whom", "whose", "what", "which", "when", "where"})

WH = QUESTION | {"why", "how"}


def _clauses(tree: Tree, at: int) -> list[int]:
    """The finite clauses that a word governs."""
    found = [each for each in tree.under(at, "ccomp") if not _relative(tree, each)]
    return [each for each in found if not tree.infinitive(each) or tree.under(each, "nsubj")]


def _relative(tree: Tree, clause: int) -> bool:
    """Whether a clause says more of a noun, whatever it hangs on: "many) that were held"."""
    first, _ = tree.edges[clause]
    return tree.words[first] == "that" and tree.is_a(first, "nsubj") and first + 1 < clause


def _asks(tree: Tree, clause: int) -> bool:
    first, _ = tree.edges[clause]
    return tree.words[first] in WH or tree.says(clause, QUESTION, "mark") is not None


def behind_mark(tree: Tree, clause: int) -> int:
    """Where a clause begins behind its "that"."""
    first, _ = tree.edges[clause]
    mark = tree.says(clause, {"that"}, "mark")
    return first if mark is None else max(first, mark + 1)


def that(tree: Tree, cue: Governor) -> Content | None:
    """That it is so: "said (that) …", "… , he said"."""
    told = [each for each in _clauses(tree, cue.at) if not _asks(tree, each)]
    told = [each for each in told if each > cue.at or _before(tree, each, cue.at)]
    if not told:
        return None
    head = told[0]
    # A parser that loses its way calls a clause's subject a clause beside it.
    beside = [each for each in told if (each > cue.at) == (head > cue.at)]
    first = min(behind_mark(tree, each) for each in beside)
    last = tree.edges[beside[-1]][1]
    return Content(first=first, last=last, frame="that", head=head)


def _before(tree: Tree, clause: int, at: int) -> bool:
    """Whether a clause before a verb is set off from it: "he had gone | , Kolde said"."""
    return bool(_MARKS & {*tree.words[tree.edges[clause][1] - 1 : at]})


def unproven(tree: Tree, cue: Governor) -> Content | None:
    """What somebody finds nothing to prove: "found no evidence | that …"."""
    for held in tree.under(cue.at, "obj"):
        none = tree.says(held, {"no", "little", "scant"}, "det", "amod") is not None
        if held < cue.at or tree.words[held] not in _PROOF or not none:
            continue
        for each in tree.under(held, "acl"):
            if tree.says(each, {"that"}, "mark") is not None:
                first, last = behind_mark(tree, each), tree.edges[each][1]
                return Content(
                    first=first, last=last, frame="unproven", head=each, last_cue=held + 1
                )
    return None


_PROOF = frozenset({"evidence", "indication", "indications", "proof", "sign", "signs"})


def wh(tree: Tree, cue: Governor) -> Content | None:
    clauses = [each for each in _clauses(tree, cue.at) if each > cue.at]
    asked = [each for each in clauses if _asks(tree, each) and not _tells_more(tree, each, cue.at)]
    if not asked:
        return None
    first, last = tree.edges[asked[0]]
    mark = tree.says(asked[0], {"if", "whether"}, "mark")  # "asked them | in June | if it held"
    first = first if mark is None or mark <= cue.at else mark
    return Content(first=first, last=last, frame="wh", head=asked[0])


def _tells_more(tree: Tree, clause: int, at: int) -> bool:
    """Whether a clause stands right behind a noun that is told of: "watched a scene | where …".

    Not behind whom one asks: "asked the board | where …".
    """
    noun = tree.edges[clause][0] - 1
    return tree.kinds[noun] == "NOUN" and noun > at and tree.heads[noun] != at


def set_in(tree: Tree, cue: Governor) -> Content | None:
    """The clause into which a verb is set, or beside it: "…, X says, …", "as X says, …"."""
    at = cue.at
    head = tree.heads[at]
    if tree.under(at, "nsubj") and head != at:
        beside = tree.relations[at] == "parataxis" or (
            tree.relations[at] == "ccomp" and head < at and not tree.under(at, "mark")
        )
        as_said = tree.is_a(at, "advcl") and tree.says(at, {"as"}, "mark", "advmod") is not None
        bare = not tree.under(at, "ccomp", "obj", "xcomp")
        if bare and ((beside and _set_off(tree, at)) or as_said):
            later = [c for c in tree.under(head, "conj") if c > at and tree.under(c, "nsubj")]
            first, last = tree.without(head, at, *later)
            frame = "as-said" if as_said else "set-in"
            return Content(first=first, last=last, frame=frame, head=head)
    beside_it = [each for each in tree.under(at, "parataxis") if tree.under(each, "nsubj")]
    marked = [each for each in beside_it if _introduced(tree, at, each)]
    if not marked:
        return None
    first, last = tree.edges[marked[0]]
    return Content(first=first, last=last, frame="beside", head=marked[0])


def _set_off(tree: Tree, at: int) -> bool:
    """Whether a mark sets a verb and its subject off from the clause that they are set into."""
    first, last = tree.edges[at]
    before = tree.words[max(0, first - 1) : first + 1]
    behind = tree.words[last - 1 : last + 1] if tree.heads[at] > at else ()
    return bool({*before, *behind} & _MARKS)


_MARKS = frozenset({",", "–", "—", "--", "-", "(", "”", '"', "''", "?", "!", ";", ":"})


def _introduced(tree: Tree, at: int, clause: int) -> bool:
    """Whether a colon leads to a clause, or a comma away from it."""
    first, last = tree.edges[clause]
    if first > at:
        return ":" in tree.words[at:first] or tree.words[first] == ":"
    return tree.words[last - 1] == "," or tree.words[last : last + 1] == (",",)


def gerund(tree: Tree, cue: Governor) -> Content | None:
    found = [
        each
        for each in tree.under(cue.at, "xcomp", "ccomp")
        if each > cue.at and not tree.under(each, "mark") and _in_ing(tree, each)
    ]
    if not found:
        return None
    first, last = tree.edges[found[0]]
    more = (each for each in _clauses(tree, cue.at) if _tells_more(tree, each, cue.at))
    last = max([last, *(tree.edges[each][1] for each in more if tree.edges[each][0] == last)])
    return Content(first=max(first, cue.last), last=last, frame="ing", head=found[0])


def _in_ing(tree: Tree, at: int) -> bool:
    return tree.tags[at] == "VBG" or any(
        tree.words[each].endswith("ing") for each in tree.under(at, "aux", "cop")
    )
