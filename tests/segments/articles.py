"""Texts and their segments, as short lines that a test can be read from."""

from annotate import segments, sources
from annotate.model import Segment, Source

PROSE = "Nobody counts the barns any more, and that is the trouble with barns. They burn."
MORE = "Then the lists stopped, and the parishes said that they had run out of paper."


def split(text: str, form: str | None = "text") -> tuple[Source, tuple[Segment, ...]]:
    """A text as read, and its segments."""
    source = sources.read(text, form=form)
    return source, segments.split(source)


def kinds(text: str, form: str | None = "text") -> list[tuple[str, str]]:
    """The kind of each segment, and the words it opens with."""
    source, found = split(text, form)
    return [(one.kind, source.text[one.start : one.end][:24]) for one in found]


def kind_of(line: str, *, before: str = "", behind: str = "") -> str:
    """The kind of a line in the midst of an article, between two paragraphs."""
    text = (
        f"The Barns\n\nBy Anja Kolde\n\n{PROSE}\n\n{before}{line}{behind}\n\n{MORE}\n\n{PROSE}x.\n"
    )
    source, found = split(text)
    return next(one.kind for one in found if source.text[one.start :].startswith(line[:20]))
