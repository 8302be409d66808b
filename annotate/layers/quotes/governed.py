"""What a word that reports governs in a tree, by its frame: the stretch of what is said.

One function a frame; each gives the stretch, or None where the frame is not there.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from annotate.grammar.frames import Governor
from annotate.grammar.trees import Tree


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """What is said, in tokens. frame: how; head: the word on which it hangs; last_cue: behind the
    cue, where a preposition belongs to it.
    """

    first: int
    last: int
    frame: str
    head: int
    last_cue: int | None = None


Find = Callable[[Tree, Governor], Content | None]

_QUESTION = frozenset({"whether", "if", "who", "whom", "whose", "what", "which", "when", "where"})
_WH = _QUESTION | {"why", "how"}


def content(tree: Tree, cue: Governor) -> Content | None:
    """What a cue governs, by the first of its frames that is there."""
    return next(_contents(tree, cue), None)


def _contents(tree: Tree, cue: Governor) -> Iterator[Content]:
    for frame, find in _FRAMES:
        if frame in cue.frames and (found := find(tree, cue)) is not None:
            yield found


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
    return tree.words[first] in _WH or tree.says(clause, _QUESTION, "mark") is not None


def _behind_mark(tree: Tree, clause: int) -> int:
    """Where a clause begins behind its "that"."""
    first, _ = tree.edges[clause]
    mark = tree.says(clause, {"that"}, "mark")
    return first if mark is None else max(first, mark + 1)


def _that(tree: Tree, cue: Governor) -> Content | None:
    """That it is so: "said (that) …", "… , he said"."""
    told = [each for each in _clauses(tree, cue.at) if not _asks(tree, each)]
    told = [each for each in told if each > cue.at or _before(tree, each, cue.at)]
    if not told:
        return None
    head = told[0]
    # A parser that loses its way calls a clause's subject a clause beside it.
    beside = [each for each in told if (each > cue.at) == (head > cue.at)]
    first = min(_behind_mark(tree, each) for each in beside)
    last = tree.edges[beside[-1]][1]
    return Content(first=first, last=last, frame="that", head=head)


def _before(tree: Tree, clause: int, at: int) -> bool:
    """Whether a clause before a verb is set off from it: "he had gone | , Kolde said"."""
    return bool(_MARKS & {*tree.words[tree.edges[clause][1] - 1 : at]})


def _wh(tree: Tree, cue: Governor) -> Content | None:
    clauses = [each for each in _clauses(tree, cue.at) if each > cue.at]
    asked = [each for each in clauses if _asks(tree, each) and not _tells_more(tree, each, cue.at)]
    if not asked:
        return None
    first, last = tree.edges[asked[0]]
    return Content(first=first, last=last, frame="wh", head=asked[0])


def _tells_more(tree: Tree, clause: int, at: int) -> bool:
    """Whether a clause stands right behind a noun that is told of: "watched a scene | where …".

    Not behind whom one asks: "asked the board | where …".
    """
    noun = tree.edges[clause][0] - 1
    return tree.kinds[noun] == "NOUN" and noun > at and tree.heads[noun] != at


def _set_in(tree: Tree, cue: Governor) -> Content | None:
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


def _infinitives(tree: Tree, at: int, *relations: str) -> list[int]:
    return [each for each in tree.under(at, *relations) if each > at and tree.infinitive(each)]


def _object(tree: Tree, at: int) -> int | None:
    held = [each for each in tree.under(at, "iobj", "obj") if each > at]
    return held[0] if held else None


def _to(tree: Tree, cue: Governor) -> Content | None:
    """What one will do or claims to be: "promised to …"."""
    if _object(tree, cue.at) is not None:
        return None
    found = _infinitives(tree, cue.at, "xcomp")
    if not found:
        return None
    first, last = tree.edges[found[0]]
    first = max(first, cue.at + 1)
    # "promised last week | to publish it": when belongs to the promise.
    told = [tree.edges[each][1] for each in tree.under(found[0], "obl:unmarked", "obl")]
    told = [end for end in told if first < end <= found[0] and tree.words[end] == "to"]
    first = next(iter(told), first)
    return Content(first=first, last=last, frame="to", head=found[0])


def _object_to(tree: Tree, cue: Governor) -> Content | None:
    """Whom one asks, and for what: "urged | X to …"."""
    held = _object(tree, cue.at)
    if held is not None:
        found = [e for e in _infinitives(tree, cue.at, "xcomp", "ccomp", "advcl") if e > held]
    else:
        found = [e for e in _infinitives(tree, cue.at, "ccomp") if tree.under(e, "nsubj")]
    if not found:
        return None
    first = tree.edges[held if held is not None else found[0]][0]
    return Content(
        first=max(first, cue.at + 1), last=tree.edges[found[0]][1], frame="obj-to", head=found[0]
    )


def _phrase_to(*prepositions: str) -> Find:
    """Whom one calls on, and for what: "called on | X to …"."""

    def find(tree: Tree, cue: Governor) -> Content | None:
        for held in tree.under(cue.at, "obl", "nmod"):
            case = tree.says(held, prepositions, "case")
            found = [e for e in _infinitives(tree, cue.at, "xcomp", "advcl", "ccomp") if e > held]
            found += _infinitives(tree, held, "acl")
            if case is not None and found:
                behind = case + 1 if case == cue.at + 1 else None
                return Content(
                    first=case + 1, last=tree.edges[found[0]][1], frame="call-on",
                    head=found[0], last_cue=behind,
                )  # fmt: skip
        return None

    return find


def _as(tree: Tree, cue: Governor) -> Content | None:
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


def _name(tree: Tree, cue: Governor) -> Content | None:
    """What one calls something: "called | X a Y"."""
    held = _object(tree, cue.at)
    found = [each for each in tree.under(cue.at, "xcomp") if not tree.infinitive(each)]
    if held is None or not found or found[0] < held:
        return None
    return Content(
        first=tree.edges[held][0], last=tree.edges[found[0]][1], frame="name", head=found[0]
    )


def _object_and(*prepositions: str) -> Find:
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


def _put_at(tree: Tree, cue: Governor) -> Content | None:
    """What somebody puts a figure on: "put the dead at | 40", not "puts patients at risk"."""
    found = _object_and("at")(tree, cue)
    figured = found is not None and any(
        tree.kinds[at] == "NUM" for at in range(found.first, found.last)
    )
    return found if figured else None


def _gerund(tree: Tree, cue: Governor) -> Content | None:
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


def _thing(tree: Tree, cue: Governor) -> Content | None:
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
    if not tree.passive(at) and held[0] > at:
        first = max(first, cue.last)
    return Content(first=first, last=last, frame="obj", head=held[0])


def _behind_preposition(tree: Tree, cue: Governor) -> Content | None:
    last = cue.last
    for each in tree.under(cue.at, "obl", "obj", "advcl", "ccomp", "xcomp", "nmod"):
        first, end = tree.edges[each]
        if each >= last and first <= last and end > last and tree.kinds[each] != "PRON":
            return Content(first=last, last=end, frame="obj", head=each, last_cue=last)
    return None


def _noun_that(tree: Tree, cue: Governor) -> Content | None:
    """A clause that a noun has: "fear that …", "the claim is that …"."""
    own = [
        each
        for each in tree.under(cue.at, "acl", "ccomp")
        if tree.says(each, {"that"}, "mark") is not None
        and tree.under(each, "nsubj", "csubj", "expl")
    ]
    head = tree.heads[cue.at]
    if not own and tree.is_a(cue.at, "nsubj") and tree.says(head, {"that"}, "mark") is not None:
        mark = tree.says(head, {"that"}, "mark") or 0
        if cue.at < mark and tree.words[mark - 1] in {"is", "was", "be", "been", "'s"}:
            _, last = tree.edges[head]
            return Content(first=mark + 1, last=last, frame="noun-that", head=head)
    if not own:
        return None
    return Content(
        first=_behind_mark(tree, own[0]), last=tree.edges[own[0]][1], frame="noun-that", head=own[0]
    )


def _noun_to(tree: Tree, cue: Governor) -> Content | None:
    found = _infinitives(tree, cue.at, "acl")
    if not found:
        return None
    first, last = tree.edges[found[0]]
    return Content(first=max(first, cue.last), last=last, frame="noun-to", head=found[0])


def _noun_of(tree: Tree, cue: Governor) -> Content | None:
    for each in tree.under(cue.at, "nmod", "acl"):
        case = tree.says(each, _ABOUT, "case", "mark")
        if each > cue.at and case is not None:
            return Content(first=case + 1, last=tree.edges[each][1], frame="noun-of", head=each)
    return None


_ABOUT = frozenset({"of", "about", "for", "on", "over", "against", "regarding", "concerning"})


def _held(tree: Tree, cue: Governor) -> Content | None:
    """What somebody is sure, afraid or glad of: "is confident that …"."""
    found = [each for each in tree.under(cue.at, "ccomp", "advcl") if each > cue.at]
    finite = [e for e in found if tree.under(e, "nsubj") and not tree.infinitive(e)]
    that = [e for e in finite if tree.is_a(e, "ccomp") or tree.says(e, {"that"}, "mark")]
    if not that or not tree.under(cue.at, "cop"):
        return None
    return Content(
        first=_behind_mark(tree, that[0]), last=tree.edges[that[0]][1], frame="held", head=that[0]
    )


_FRAMES: list[tuple[str, Find]] = [
    ("that", _that),
    ("wh", _wh),
    ("quote", _set_in),
    ("obj-to", _object_to),
    ("on-to", _phrase_to("on", "upon")),
    ("to-to", _phrase_to("to")),
    ("for-to", _phrase_to("for")),
    ("with-to", _phrase_to("with")),
    ("as", _as),
    ("name", _name),
    ("obj-of", _object_and("of")),
    ("obj-for", _object_and("for")),
    ("obj-with", _object_and("with", "to")),
    ("obj-to-np", _object_and("to", "with")),
    ("obj-on", _object_and("on")),
    ("obj-at", _put_at),
    ("to", _to),
    ("ing", _gerund),
    ("obj", _thing),
    ("noun-that", _noun_that),
    ("noun-to", _noun_to),
    ("noun-of", _noun_of),
    ("held", _held),
]
