"""The page of any stretch of an article's text, at an address for good."""

import hashlib
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, quote, urlencode, urlsplit

import pytest

from annotate.model import Segment
from annotate.publish import server
from annotate.store import database, write
from tests.publish.articles import TEXT, ferries, place
from tests.publish.conftest import build, started
from tests.publish.pages import faults, first, of_class, parsed, words

ID = quote(ferries().id)
HASH = hashlib.sha256(TEXT.encode()).hexdigest()[:16]
SAID = "must be stopped"
START, END = place(SAID)
LASTING = f"/-/quote/{ID}/{START}-{END}?text={HASH}"


async def page(served: Any, address: str, *, status: int = 200) -> Any:
    answer = await served.client.get(address)
    assert answer.status_code == status, answer.text[:500]
    assert faults(answer.text) == []
    return parsed(answer.text)


async def led_to(served: Any, **asked: str) -> str:
    answer = await served.client.get(f"/-/quote/{ID}?{urlencode(asked)}")
    assert answer.status_code == 302, answer.text[:500]
    return str(answer.headers["location"])


async def test_a_stretch_is_quoted_with_its_speaker_and_its_address(served: Any) -> None:
    tree = await page(served, LASTING)
    assert words(first(tree, "//blockquote")) == f"“{SAID}”"
    assert first(tree, "//textarea[@id='style-1']").text == (
        "(Tomas Verrin, quoted in Kolde, 2013, para. 2)"
    )
    assert first(tree, "//textarea[@id='address']").text == f"http://localhost{LASTING}"
    assert first(tree, f"//a[@href='/-/article/{ID}#p2']") is not None


async def test_every_style_has_every_format(served: Any) -> None:
    tree = await page(served, LASTING)
    styles = of_class(tree, "style")
    assert [words(first(each, "./summary")) for each in styles] == [
        "Chicago, author and date", "Chicago, notes", "MLA"
    ]  # fmt: skip
    assert all(len(each.xpath(".//textarea")) == 3 for each in styles)
    asked = await page(served, f"{LASTING}&style=ieee")
    assert words(first(asked, "//label[@for='style-1']")) == "ieee"
    assert first(asked, "//textarea[@id='style-1']").text == "Tomas Verrin, quoted in [1, Para. 2]"


async def test_buttons_wait_for_the_script(served: Any) -> None:
    tree = await page(served, LASTING)
    buttons = tree.xpath("//button[@data-copy]")
    ids = set(tree.xpath("//textarea/@id"))
    assert all(each.get("hidden") is not None for each in buttons)
    assert {each.get("data-copy") for each in buttons} == ids
    assert {each.get("data-rich") for each in buttons} - {None} <= ids


@pytest.mark.parametrize("address", [
    f"/-/cite/article/{ID}/p1", f"/-/cite/span/{ferries().spans[0].id}"
])  # fmt: skip
async def test_other_passages_lead_to_their_address_for_good(served: Any, address: str) -> None:
    lasting = first(await page(served, address), "//a[@class='lasting']").get("href")
    assert parse_qs(urlsplit(lasting).query)["text"] == [HASH]
    await page(served, lasting)


async def test_places_and_words_lead_to_the_address_for_good(served: Any) -> None:
    assert await led_to(served, start=str(START), end=str(END)) == LASTING
    assert await led_to(served, words=SAID) == LASTING
    assert await led_to(served, words="must  be\nSTOPPED") == LASTING


async def test_what_stands_around_tells_one_place_from_another(served: Any) -> None:
    start, end = place("The night ferries")  # also the title's, and a quotation's
    there = place("The night ferries", 1)
    quoted = await led_to(served, words="The night ferries", after=",” said Tomas", near="p2")
    assert quoted == f"/-/quote/{ID}/{there[0]}-{there[1]}?text={HASH}"
    assert await led_to(served, words="The night ferries", near="s0") == (
        f"/-/quote/{ID}/{start}-{end}?text={HASH}"
    )


async def test_a_long_selection_goes_by_its_ends(served: Any) -> None:
    start, end = place("Nearly 9,000")[0], place("must be stopped.")[1]
    led = await led_to(served, words="Nearly 9,000 Dorvanian", until="must be stopped.", near="p1")
    assert led == f"/-/quote/{ID}/{start}-{end}?text={HASH}"


async def test_words_through_markup_are_found(served: Any) -> None:
    led = await led_to(served, words="The night ferries of Brenn")
    tree = await page(served, led)
    assert words(first(tree, "//blockquote")) == "“The night ferries of Brenn”"


async def test_without_words_there_is_a_field_for_them(served: Any) -> None:
    tree = await page(served, f"/-/quote/{ID}")
    assert first(tree, "//form[@class='words']//textarea[@name='words']") is not None


@pytest.mark.parametrize(
    ("address", "said"),
    [
        (f"/-/quote/{ID}?words=submarine", "does not stand in"),
        (f"/-/quote/{ID}/9-9", "No stretch 9-9"),
        (f"/-/quote/{ID}/0-999999", "characters"),
        ("/-/quote/nobody/0-9", "No document"),
        (f"{LASTING}&style=no-such-style", "style"),
    ],
)
async def test_what_cannot_be_quoted_is_said(served: Any, address: str, said: str) -> None:
    assert said in words(await page(served, address, status=404))


async def test_words_that_are_not_found_can_be_mended_and_lead_back(served: Any) -> None:
    tree = await page(served, f"/-/quote/{ID}?words=no+such+words&near=p1", status=404)
    assert first(tree, "//textarea[@name='words']").text == "no such words"
    assert first(tree, "//main//p[@class='lead']/a").get("href") == f"/-/article/{ID}#p1"


async def changed(path: Path, text: str, segments: tuple[Segment, ...] = ()) -> Any:
    built = build(path / "corpus.db", [ferries()])
    anew = replace(ferries(), text=text, segments=segments, spans=(), marks=())
    with closing(database.open_for_writing(built)) as conn:
        write.save(conn, anew)
    return await started(server.application(built))


async def test_a_text_that_has_changed_says_so_and_shows_what_was_quoted(tmp_path: Path) -> None:
    served = await changed(tmp_path, f"Corrected. {TEXT}")
    tree = await page(served, LASTING)
    assert words(first(tree, "//h1")) == "The text has changed"
    assert words(first(tree, "//blockquote")) == SAID
    now = first(tree, "//a[starts-with(@href, '/-/quote/')]").get("href")
    assert f"/{START + 11}-{END + 11}?" in now
    assert words(first(await page(served, now), "//h1")) == "Cite"


async def test_words_that_are_gone_are_said_to_be(tmp_path: Path) -> None:
    served = await changed(tmp_path, "All withdrawn by the editors of the paper.")
    assert "no longer has these words" in words(await page(served, LASTING))


async def test_where_words_are_gone_the_nearest_passage_is_offered(tmp_path: Path) -> None:
    told = SAID.replace(" ", " almost ", 1)
    lines = (
        f"Another paper wrote of other ferries in the same year.\n\nWe read that {told} and so on."
    )
    anew = lines.index("We read")
    segments = (
        Segment(n=0, kind="paragraph", start=0, end=anew - 2, number=1),
        Segment(n=1, kind="paragraph", start=anew, end=len(lines), number=2),
    )
    served = await changed(tmp_path, lines, segments)
    tree = await page(served, LASTING)
    assert "We read that" in words(tree.xpath("//blockquote")[1])
    near = first(tree, "//a[text()='this passage']").get("href")
    assert words(first(await page(served, near), "//h1")) == "Cite"


async def test_a_text_that_nobody_kept_is_not_guessed_at(served: Any) -> None:
    for asked in ("0123456789abcdef", "x", "ABCDEF0123"):
        tree = await page(served, f"/-/quote/{ID}/{START}-{END}?text={asked}", status=404)
        assert "not kept here" in words(tree)
        assert SAID not in words(tree)


async def test_a_finding_is_cited_with_what_stood_in_its_place_before(tmp_path: Path) -> None:
    path = build(tmp_path / "corpus.db", [ferries()])
    found = next(each for each in ferries().spans if each.layer == "quote")
    text = f"{TEXT[: found.start]}{'x' * (found.end - found.start)}{TEXT[found.end :]}"
    anew = replace(found, text=text[found.start : found.end])
    with closing(database.open_for_writing(path)) as conn:
        write.save(conn, replace(ferries(), text=text, segments=(), spans=(anew,), marks=()))
    served = await started(server.application(path))
    tree = await page(served, f"/-/cite/span/{anew.id}")
    assert "stood here before" in words(first(tree, "//dd[@class='had']"))
