"""The passage of an article that is nearest to words which it no longer has."""

from rapidfuzz import fuzz

from annotate.model import Document, Segment

NEAR, NEAR_SHORT, SHORT = 70.0, 80.0, 40
"""Likeness, of 100, from which a passage is offered, and the same for words of fewer signs than so
many. Stretches of 80 signs have 65 at most and 50 mostly in articles that do not hold them (150
tried), of 40 signs 82 and 55, of 15 signs 100 and 67; with a word more or another figure 90."""

AHEAD = 400
"""Signs of the words that are compared; they tell a passage well enough."""

LONGEST = 2_000_000
"""Signs of a text up to which it is looked through, a second or so."""


def nearest(document: Document, words: str) -> Segment | None:
    """The segment that is most like some words or has a stretch that is; None if none is near."""
    sought = " ".join(words.split())[:AHEAD]
    if not sought or len(document.text) > LONGEST:
        return None
    liked = ((_likeness(sought, _text(document, each)), each) for each in document.segments)
    best = max(liked, key=lambda found: found[0], default=(0.0, None))
    return best[1] if best[0] >= (NEAR if len(sought) >= SHORT else NEAR_SHORT) else None


def _likeness(sought: str, text: str) -> float:
    """How like the words a text is, or a stretch of a longer one."""
    longer = len(text) > len(sought)
    return fuzz.partial_ratio(sought, text) if longer else fuzz.ratio(sought, text)


def _text(document: Document, segment: Segment) -> str:
    return " ".join(document.text[segment.start : segment.end].split())
