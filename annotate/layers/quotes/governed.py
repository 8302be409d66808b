"""What a word that reports governs in a tree, by its frame: the stretch of what is said.

One function a frame; each gives the stretch, or None where the frame is not there.
"""

from collections.abc import Iterator

from annotate.grammar.frames import Governor
from annotate.grammar.trees import Tree
from annotate.layers.quotes import clausal, objects
from annotate.layers.quotes.reports import Content


def content(tree: Tree, cue: Governor) -> Content | None:
    """What a cue governs, by the first of its frames that is there."""
    return next(_contents(tree, cue), None)


def _contents(tree: Tree, cue: Governor) -> Iterator[Content]:
    for frame, find in _FRAMES:
        if frame in cue.frames and (found := find(tree, cue)) is not None:
            yield found


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
        first=clausal.behind_mark(tree, own[0]),
        last=tree.edges[own[0]][1],
        frame="noun-that",
        head=own[0],
    )


def _noun_to(tree: Tree, cue: Governor) -> Content | None:
    found = objects.infinitives(tree, cue.at, "acl")
    if not found:
        return None
    first, last = tree.edges[found[0]]
    return Content(first=max(first, cue.last), last=last, frame="noun-to", head=found[0])


def _noun_of(tree: Tree, cue: Governor) -> Content | None:
    for each in tree.under(cue.at, "nmod", "acl"):
        case = tree.says(each, _TELLING_OF, "case", "mark")
        if each > cue.at and case is not None:
            return Content(first=case + 1, last=tree.edges[each][1], frame="noun-of", head=each)
    return None


_TELLING_OF = frozenset({"of", "about", "for", "on", "over", "against", "regarding", "concerning"})


def _held(tree: Tree, cue: Governor) -> Content | None:
    """What somebody is sure, afraid or glad of: "is confident that …"."""
    found = [each for each in tree.under(cue.at, "ccomp", "advcl") if each > cue.at]
    finite = [e for e in found if tree.under(e, "nsubj") and not tree.infinitive(e)]
    that = [e for e in finite if tree.is_a(e, "ccomp") or tree.says(e, {"that"}, "mark")]
    if not that or not tree.under(cue.at, "cop"):
        return None
    return Content(
        first=clausal.behind_mark(tree, that[0]),
        last=tree.edges[that[0]][1],
        frame="held",
        head=that[0],
    )


_FRAMES: list[tuple[str, objects.Find]] = [
    ("unproven", clausal.unproven),
    ("that", clausal.that),
    ("wh", clausal.wh),
    ("quote", clausal.set_in),
    ("obj-to", objects.object_to),
    ("on-to", objects.phrase_to("on", "upon")),
    ("to-to", objects.phrase_to("to")),
    ("for-to", objects.phrase_to("for")),
    ("with-to", objects.phrase_to("with")),
    ("as", objects.as_what),
    ("name", objects.name),
    ("obj-of", objects.object_and("of")),
    ("obj-for", objects.object_and("for")),
    ("obj-with", objects.object_and("with", "to")),
    ("obj-to-np", objects.object_and("to", "with")),
    ("obj-on", objects.object_and("on")),
    ("obj-at", objects.put_at),
    ("to", objects.to),
    ("ing", clausal.gerund),
    ("obj", objects.thing),
    ("noun-that", _noun_that),
    ("noun-to", _noun_to),
    ("noun-of", _noun_of),
    ("held", _held),
]
