"""Claims: what is stated of a work, brought together and told from what is taken."""

import pytest

from annotate import claims, pipeline, records
from annotate.model import Claim, Document, Meta
from annotate.show import article


def claim(key: str, value: str, *origins: str) -> Claim:
    return Claim(key=key, value=value, origins=origins)


def taken(**values: object) -> Meta:
    """What is known of a work, with two claims against it."""
    return Meta(
        title="Barns counted",
        authors=("Anja Kolde",),
        published="2014-05-20",
        origins={"title": "h1", "authors": "byline", "published": "JSON-LD datePublished"},
    )


def test_one_value_in_two_wordings_is_one_claim_of_two_places() -> None:
    stated = [claim("title", "Barns counted", "h1"), claim("title", "BARNS, counted", "og:title")]
    assert claims.gathered(stated) == (claim("title", "Barns counted", "h1", "og:title"),)


AGREEING = [
    ("title", "Barns counted | Vantor Courier"),
    ("authors", "ANJA KOLDE"),
    ("published", "2014-05"),
]
CONFLICTING = [
    ("title", "Where the barns went"),
    ("authors", "Marek Toll"),
    ("authors", "Anja Kolde; Marek Toll"),
    ("published", "2014-05-22"),
]


@pytest.mark.parametrize(("key", "value"), AGREEING)
def test_other_words_for_the_same_are_no_conflict(key: str, value: str) -> None:
    meta = Meta(**{f: getattr(taken(), f) for f in ("title", "authors", "published")},
                claims=(claim(key, value, "og:title"),))  # fmt: skip
    assert claims.conflicts(meta) == ()


@pytest.mark.parametrize(("key", "value"), CONFLICTING)
def test_another_value_is_a_conflict(key: str, value: str) -> None:
    other = claim(key, value, "dc.date")
    meta = Meta(**{f: getattr(taken(), f) for f in ("title", "authors", "published")},
                claims=(other,))  # fmt: skip
    assert claims.conflicts(meta) == (other,)


def test_a_sidecar_wins_and_what_the_page_says_stays_as_a_claim() -> None:
    known = Meta(title="Counting barns", origins={"title": "sidecar"})
    merged = pipeline.merged(known, taken())
    assert merged.title == "Counting barns"
    found = Meta(title="Barns counted", claims=(claim("title", "Barns counted", "h1"),))
    merged = pipeline.merged(known, found)
    assert merged.claims == (
        claim("title", "Counting barns", "sidecar"),
        claim("title", "Barns counted", "h1"),
    )
    assert claims.conflicts(merged) == (claim("title", "Barns counted", "h1"),)


def test_a_record_tells_claims_and_takes_them_back() -> None:
    meta = pipeline.merged(Meta(title="Counting barns"), Meta(claims=(claim("title", "X", "h1"),)))
    told = records.meta_record(meta)
    assert told["claims"] == [
        {"key": "title", "value": "Counting barns", "origins": ["given"]},
        {"key": "title", "value": "X", "origins": ["h1"], "conflicts": True},
    ]
    assert records.meta(told) == meta


def test_the_terminal_shows_what_contradicts() -> None:
    meta = pipeline.merged(
        Meta(published="2014-05-20"), Meta(claims=(claim("published", "2014-06-01", "byline"),))
    )
    lines = [str(line) for line in article(Document(id="x", text="", meta=meta))]
    assert "published: 2014-05-20 (given), but also 2014-06-01 (byline)" in lines
