"""Whole pages: each pair in tests/pages/ is a page and what its segments are."""

import json
from pathlib import Path

import pytest

from annotate import segments, sources

PAGES = sorted((Path(__file__).parents[1] / "pages").glob("*.html"))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_page_has_the_segments_beside_it(page: Path) -> None:
    wanted = json.loads(page.with_suffix(".json").read_text("utf-8"))
    source = sources.read(page.read_bytes(), name=page.name)
    found = segments.split(source)
    assert [[one.kind, source.text[one.start : one.end]] for one in found] == wanted["segments"]
    meta = sources.metadata_of(source, found)
    assert {key: getattr(meta, key) for key in wanted["meta"]} == {
        key: tuple(value) if isinstance(value, list) else value
        for key, value in wanted["meta"].items()
    }
    said = [[one.author, one.date, one.depth] for one in found if one.kind == "comment"]
    assert said == wanted.get("comments", [])
