"""Quotations: who says what by which word, to labels and links between words.

Three labels a word, for source, cue and content, because a source may stand in the content of what
it says: "Tea, she said, is late". Only the outermost quotation is marked; a quotation within a
content is not known rather than none, since what is said in speech is speech.
"""

from collections.abc import Iterable, Iterator, Sequence

from spacy.tokens import Doc

from annotate.training.examples import Example, Marked, Role, cut, worded
from annotate.training.names import breaks, touched, word_labels
from annotate.training.network import NO

LONGEST = 200
"""Words of an example: a paragraph that is longer is cut."""

ROLES = ("source", "cue", "content")
OUTSIDE, BEGIN, INSIDE = range(3)


def examples(texts: Iterable[Marked]) -> Iterator[Example]:
    """The texts as words with the labels of quotations, and of names where these are known."""
    for marked in texts:
        doc = worded(marked.text)
        words = [token.text for token in doc]
        entities = word_labels(doc, marked)
        labels = quotation_labels(doc, marked.roles or ())
        for piece in cut(words, breaks(doc), LONGEST):
            yield Example(
                words=tuple(words[piece]),
                labels={
                    **({"entity": tuple(entities[piece])} if marked.unknown is not None else {}),
                    **{name: _piece(labels[name], piece) for name in ROLES},
                    **{name: _links(labels[name], piece) for name in LINKS},
                },
                source=marked.source,
                weight=marked.weight,
            )


LINKS = ("source_link", "content_link")


def _piece(labels: Sequence[int], piece: slice) -> tuple[int, ...]:
    return tuple(labels[piece])


def _links(labels: Sequence[int], piece: slice) -> tuple[int, ...]:
    first, end = piece.start, piece.stop
    return tuple(at - first if first <= at < end else NO for at in labels[piece])


def quotation_labels(doc: Doc, roles: Sequence[Role]) -> dict[str, list[int]]:
    """For each head of quotations its label for each word."""
    labels = {name: [OUTSIDE] * len(doc) for name in ROLES}
    labels |= {name: [NO] * len(doc) for name in LINKS}
    inner = _inner(roles)
    cues = _cues(doc, roles)
    for role in sorted(roles, key=lambda each: each.start):
        words = touched(doc, role.start, role.end)
        for word in words:
            if role.quotes & inner:
                labels[role.role][word] = labels[role.role][word] or NO
            else:
                labels[role.role][word] = BEGIN if word == words[0] else INSIDE
        link = f"{role.role}_link"
        target = [cues[each] for each in role.quotes if each in cues and each not in inner]
        if link in labels and target:
            for word in words:
                labels[link][word] = min(target, key=lambda at: abs(at - words[0]))
    return labels


def _cues(doc: Doc, roles: Iterable[Role]) -> dict[str, int]:
    """The first word of each quotation's cue."""
    cues: dict[str, int] = {}
    for role in roles:
        if role.role == "cue" and (words := touched(doc, role.start, role.end)):
            for quote in role.quotes:
                cues.setdefault(quote, words[0])
    return cues


def _inner(roles: Sequence[Role]) -> frozenset[str]:
    """The quotations whose content lies in that of another."""
    contents = [role for role in roles if role.role == "content"]
    return frozenset(
        quote
        for role in contents
        for other in contents
        if other.start <= role.start
        and role.end <= other.end
        and (other.start, other.end) != (role.start, role.end)
        for quote in role.quotes - other.quotes
    )
