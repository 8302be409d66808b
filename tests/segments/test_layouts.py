"""Whole texts: each file in tests/pages/ has the kind of each line before it.

"paragraph| words" opens a segment or goes on a run of furniture, "paragraph+| words" goes on the
last segment of that kind; a line that opens with % states metadata.
"""

import json
from pathlib import Path

import pytest

from annotate import segments, sources
from annotate.model import Segment, Source

TEXTS = sorted(
    page
    for pattern in ("*.txt", "*.md")
    for page in (Path(__file__).parents[1] / "pages").glob(pattern)
)
RUNS = {"boilerplate", "notice", "caption"}
"""Kinds of which neighbouring lines may be one segment or several."""


def read(
    page: Path,
) -> tuple[Source, tuple[Segment, ...], list[tuple[str, int]], dict[str, object]]:
    """The text of a page as read, its segments, and what each line and the metadata should be."""
    text, wanted, meta = "", [], {}
    for row in page.read_text("utf-8").splitlines():
        if row.startswith("%"):
            key, _, value = row[1:].partition("=")
            meta[key] = json.loads(value)
        else:
            kind, _, words = row.partition("| ")
            wanted += [(kind, len(text))] if row else []
            text += f"{words}\n"
    source = sources.read(text, form="markdown" if page.suffix == ".md" else "text")
    return source, segments.split(source), wanted, meta


def segment_at(found: tuple[Segment, ...], at: int) -> Segment:
    return next(one for one in found for start, end in one.stretches if start <= at < end)


@pytest.mark.parametrize("page", TEXTS, ids=lambda page: page.stem)
def test_each_line_has_the_kind_before_it(page: Path) -> None:
    source, found, wanted, _ = read(page)
    shown = [(segment_at(found, at).kind, source.text[at:][:30]) for _, at in wanted]
    assert shown == [(kind.rstrip("+"), source.text[at:][:30]) for kind, at in wanted]


@pytest.mark.parametrize("page", TEXTS, ids=lambda page: page.stem)
def test_lines_are_together_where_they_belong_together(page: Path) -> None:
    source, found, wanted, _ = read(page)
    last: dict[str, int] = {}
    for kind, at in wanted:
        one = segment_at(found, at)
        if one.kind not in RUNS:
            assert (last.get(one.kind) == one.n) == kind.endswith("+"), source.text[at:][:40]
        last[one.kind] = one.n


@pytest.mark.parametrize("page", TEXTS, ids=lambda page: page.stem)
def test_a_text_says_what_it_is(page: Path) -> None:
    source, found, _, meta = read(page)
    said = sources.metadata_of(source, found)
    shown = {key: getattr(said, key) for key in meta}
    assert {
        key: list(value) if isinstance(value, tuple) else value for key, value in shown.items()
    } == meta
