"""People decide in the browser: only where the server was started for it, and only by its pages."""

from collections.abc import AsyncIterator
from contextlib import closing
from pathlib import Path
from typing import Any

import httpx
import pytest

from annotate.errors import RequestError
from annotate.publish import room, server
from annotate.publish.room import Room
from annotate.review import log
from annotate.store import database, laid, queries
from tests.publish.articles import EVIL, ferries, hostile
from tests.publish.conftest import build, started
from tests.publish.pages import faults, first, of_class, parsed, words

HOST = "http://127.0.0.1"
OWN = {"origin": HOST}
PASSWORD = "a long password"  # noqa: S105  # of these tests

VERRIN = next(
    each for each in ferries().spans if each.layer == "entity" and each.text == "Tomas Verrin"
)


@pytest.fixture
def here(built: Path) -> Room:
    """Where Anja decides."""
    return Room(database=built, folder=built.parent / "decisions", coder="anja")


async def reading_room(here: Room) -> httpx.AsyncClient:
    """A browser before the server that was started for decisions."""
    served = await started(server.application(here.database, changing=True))
    transport = httpx.ASGITransport(app=room.opened(served.app(), here))
    return httpx.AsyncClient(transport=transport, base_url=HOST)


@pytest.fixture
async def browser(here: Room) -> AsyncIterator[httpx.AsyncClient]:
    """The same, of the article of the ferries."""
    async with await reading_room(here) as client:
        yield client


async def send(browser: httpx.AsyncClient, form: Any, **more: str) -> httpx.Response:
    """What a form answers, sent as a browser sends it."""
    fields = {each.get("name"): each.get("value") or "" for each in form.xpath(".//input[@name]")}
    for each in form.xpath(".//textarea"):
        fields[each.get("name")] = (each.text or "").removeprefix("\n")
    for each in form.xpath(".//select"):
        (chosen,) = each.xpath("./option[@selected]") or each.xpath("./option[1]")
        fields[each.get("name")] = chosen.get("value", words(chosen))
    return await browser.post(form.get("action"), data=fields | more, headers=OWN)


async def page(browser: httpx.AsyncClient, address: str) -> Any:
    """A page without faults, as a tree."""
    answer = await browser.get(address)
    assert answer.status_code == 200, answer.text
    assert faults(answer.text) == []
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    return parsed(answer.text)


def case(tree: Any, span: str) -> Any:
    """The form of a finding in the queue."""
    return first(tree, f"//li[@id='{span}']//form")


def stored(here: Room) -> Any:
    with closing(database.open_for_reading(here.database)) as conn:
        return queries.document(conn, ferries().id)


async def test_the_queue_shows_each_finding_in_its_paragraph(browser: httpx.AsyncClient) -> None:
    tree = await page(browser, "/-/review?layer=entity")
    found = first(tree, f"//li[@id='{VERRIN.id}']")
    assert words(first(found, ".//mark")) == "Tomas Verrin"
    assert "The night ferries" in words(first(found, ".//blockquote"))
    assert len(of_class(tree, "case")) == 4
    assert "4 findings wait" in words(first(tree, "//p[@class='lead']"))


async def test_a_decision_is_in_the_log_and_on_every_page_at_once(
    browser: httpx.AsyncClient, here: Room
) -> None:
    tree = await page(browser, "/-/review?layer=entity")
    answer = await send(browser, case(tree, VERRIN.id), action="reject", note="no one")
    assert answer.status_code == 303
    (entry,) = log.read(here.folder).entries
    assert (entry.coder, entry.action, entry.note) == ("anja", "reject", "no one")  # type: ignore[union-attr]
    assert VERRIN.id not in {each.id for each in stored(here).spans}
    after = await page(browser, answer.headers["location"])
    assert len(of_class(after, "case")) == 3
    assert "Rejected: Tomas Verrin" in words(first(after, "//form[@class='done']"))
    undone = await send(browser, first(after, "//form[@class='done']"))
    assert undone.status_code == 303
    assert set(stored(here).spans) == set(ferries().spans)


async def test_who_decides_over_what_another_window_decided_is_told_so(
    browser: httpx.AsyncClient,
) -> None:
    tree = await page(browser, "/-/review?layer=entity")  # stays open in one window
    accepted = await send(browser, case(tree, VERRIN.id), action="accept")
    told = await page(browser, accepted.headers["location"])
    assert "anja had" not in words(first(told, "//form[@class='done']"))
    rejected = await send(browser, case(tree, VERRIN.id), action="reject")
    told = await page(browser, rejected.headers["location"])
    said = words(first(told, "//form[@class='done']"))
    assert "Rejected: Tomas Verrin, which anja had accepted" in said


async def test_a_finding_is_corrected_by_its_form(browser: httpx.AsyncClient, here: Room) -> None:
    tree = await page(browser, f"/-/review/finding/{VERRIN.id}?back=layer%3Dentity")
    form = first(tree, "//div[@class='case']/form")
    fields = {"action": "correct", "field-label": "ORG", "field-canonical": "Verrin & Sons"}
    answer = await send(browser, form, **fields)
    assert answer.headers["location"] == f"/-/review?layer=entity&done={VERRIN.id}"
    (entry,) = log.read(here.folder).entries
    assert entry.values == {"label": "ORG", "canonical": "Verrin & Sons"}  # type: ignore[union-attr]
    again = await page(browser, f"/-/review/finding/{VERRIN.id}")
    assert "Corrected by anja." in words(first(again, "//p[@class='state']"))
    assert "label ORG" in words(first(again, "//table[@class='history']"))


async def test_a_finding_is_read_alone_as_it_is_shown_whatever_was_decided(
    browser: httpx.AsyncClient, here: Room
) -> None:
    tree = await page(browser, "/-/review")
    ids = sorted(each.get("id") for each in of_class(tree, "case"))
    await send(browser, case(tree, ids[0]), action="reject")
    form = first(await page(browser, f"/-/review/finding/{VERRIN.id}"), "//div[@class='case']/form")
    await send(browser, form, **{"action": "correct", "field-label": "ORG"})
    with closing(database.open_for_reading(here.database)) as conn:
        for each in ids:
            assert laid.shown(conn, each) == laid.machine(conn, each)[1]
        assert laid.shown(conn, VERRIN.id).label == "ORG"
        with pytest.raises(RequestError, match="no finding 'e-none'"):
            laid.shown(conn, "e-none")


async def test_all_fields_of_all_layers_have_a_form(browser: httpx.AsyncClient) -> None:
    for span in ferries().spans:
        tree = await page(browser, f"/-/review/finding/{span.id}")
        form = first(tree, "//div[@class='case']/form")
        answer = await send(browser, form, action="correct")
        assert answer.status_code == 400
        assert "says so already" in answer.text


async def test_identical_cases_are_previewed_and_decided_in_one_go(tmp_path: Path) -> None:
    path = build(tmp_path / "corpus.db", [ferries(), ferries("other")])
    here = Room(database=path, folder=tmp_path / "decisions", coder="anja")
    async with await reading_room(here) as browser:
        tree = await page(browser, f"/-/review/finding/{VERRIN.id}")
        assert "/-/article/other#" in first(tree, "//ul[@class='alike']//a").get("href")
        answer = await send(browser, first(tree, "//form[@class='all']"), action="accept")
        assert len(log.read(here.folder).entries) == 2
        after = await page(browser, answer.headers["location"])
        await send(browser, first(after, "//form[@class='done']"))
        assert len(log.read(here.folder).entries) == 4


async def test_a_missing_finding_is_added(browser: httpx.AsyncClient, here: Room) -> None:
    tree = await page(browser, f"/-/review/missing?document={ferries().id}&layer=number")
    form = first(tree, "//form[@method='post']")
    fields = {"words": "counted twice", "field-label": "multiple", "field-value": "2"}
    answer = await send(browser, form, **fields)
    assert answer.status_code == 303, answer.text
    (added,) = [each for each in stored(here).spans if each.by == "person"]
    assert answer.headers["location"].endswith(f"#{added.id}")
    assert added.text == "counted twice"


async def test_a_correction_can_be_of_identical_cases_too(tmp_path: Path) -> None:
    path = build(tmp_path / "corpus.db", [ferries(), ferries("other")])
    here = Room(database=path, folder=tmp_path / "decisions", coder="anja")
    async with await reading_room(here) as browser:
        form = first(
            await page(browser, f"/-/review/finding/{VERRIN.id}"), "//div[@class='case']/form"
        )
        await send(browser, form, **{"action": "correct", "field-label": "ORG", "like": "1"})
    entries = log.read(here.folder).entries
    assert {each.article for each in entries} == {ferries().id, "other"}  # type: ignore[union-attr]


async def test_fields_left_open_are_not_stated_and_the_paragraph_says_which_words_are_meant(
    browser: httpx.AsyncClient, here: Room
) -> None:
    tree = await page(browser, f"/-/review/missing?document={ferries().id}")
    form = first(tree, "//form[@method='post']")
    fields = {"words": "night", "field-label": "EVENT", "field-canonical": "", "paragraph": "1"}
    answer = await send(browser, form, **fields)
    assert answer.status_code == 303, answer.text
    (added,) = [each for each in stored(here).spans if each.by == "person"]
    assert added.canonical == "night"
    refused = await send(browser, form, **(fields | {"paragraph": "99"}))
    assert refused.status_code == 400
    assert "There is no paragraph" in refused.text
    assert "Nothing has been changed" in refused.text


async def test_a_page_of_the_queue_is_kept_and_the_last_one_is_the_end(
    tmp_path: Path,
) -> None:
    path = build(tmp_path / "corpus.db", [ferries(), ferries("other")])
    here = Room(database=path, folder=tmp_path / "decisions", coder="anja")
    async with await reading_room(here) as browser:
        tree = await page(browser, "/-/review?page=2")
        one, two = (each.get("id") for each in of_class(tree, "case")[:2])
        answer = await send(browser, case(tree, one), action="accept")
        assert answer.headers["location"] == f"/-/review?page=2&done={one}#{two}"
        last = await page(browser, "/-/review?page=900")
        assert len(of_class(last, "case")) > 0


async def test_a_note_is_kept_and_decides_nothing(browser: httpx.AsyncClient, here: Room) -> None:
    tree = await page(browser, "/-/review")
    span = first(tree, "//li[contains(@class, 'case')]").get("id")
    await send(browser, case(tree, span), action="note", note="ask <b>Ruo</b>")
    again = await page(browser, f"/-/review/finding/{span}")
    assert "ask <b>Ruo</b>" in words(first(again, "//table[@class='history']"))
    assert set(stored(here).spans) == set(ferries().spans)


async def test_decisions_show_on_the_articles_page_at_the_finding(
    browser: httpx.AsyncClient, here: Room
) -> None:
    tree = await page(browser, "/-/review?layer=entity")
    await send(browser, case(tree, VERRIN.id), action="accept", note="met him")
    other = next(each for each in ferries().spans if each.text == "Ilva")
    await send(browser, case(tree, other.id), action="reject")
    answer = await browser.get(f"/-/article/{ferries().id}")
    assert faults(answer.text) == []
    tree = parsed(answer.text)
    noted = words(first(tree, f"//li[@id='n-{VERRIN.id}']"))
    assert "accepted by anja" in noted
    assert "anja: met him" in noted
    gone = words(first(tree, "//details[@class='gone']"))
    assert "Ilva" in gone
    assert "rejected by anja" in gone
    assert first(tree, f"//a[@href='/-/review/finding/{VERRIN.id}']") is not None


FOREIGN = [
    {"origin": "https://elsewhere.example"},
    {"origin": "null"},
    {"origin": "http://127.0.0.1:9999"},
    {"sec-fetch-site": "cross-site", "origin": HOST},
    {"sec-fetch-site": "same-site"},
    {"sec-fetch-site": "none"},
    {},
]


@pytest.mark.parametrize("headers", FOREIGN)
async def test_what_another_site_sends_is_refused(
    headers: dict[str, str], browser: httpx.AsyncClient, here: Room
) -> None:
    tree = await page(browser, "/-/review?layer=entity")
    token = first(tree, "//input[@name='csrftoken']").get("value")
    fields = {"span": VERRIN.id, "action": "reject", "csrftoken": token}
    for action in ("decide", "undo", "add"):
        answer = await browser.post(f"/-/review/{action}", data=fields, headers=headers)
        assert answer.status_code in (400, 403)
    assert log.read(here.folder).entries == ()


async def test_a_form_without_its_token_is_refused_where_datasette_has_one(
    browser: httpx.AsyncClient, here: Room
) -> None:
    await page(browser, "/-/review")
    fields = {"span": VERRIN.id, "action": "reject", "csrftoken": "guessed"}
    answer = await browser.post("/-/review/decide", data=fields, headers={"origin": "null"})
    assert answer.status_code in (400, 403)
    assert log.read(here.folder).entries == ()


async def test_asking_for_an_action_decides_nothing(browser: httpx.AsyncClient, here: Room) -> None:
    for action in ("decide", "undo", "add"):
        answer = await browser.get(f"/-/review/{action}?span={VERRIN.id}&action=reject")
        assert answer.status_code == 400
    assert log.read(here.folder).entries == ()


async def test_without_the_flag_there_is_nothing_to_decide_with(served: Any, built: Path) -> None:
    before = built.read_bytes()
    for address in ("/-/review", f"/-/review/finding/{VERRIN.id}", "/-/review/missing?document=a"):
        assert (await served.client.get(address, follow_redirects=True)).status_code == 404
    for action in ("decide", "undo", "add"):
        answer = await served.client.post(
            f"/-/review/{action}", data={"span": VERRIN.id, "action": "reject"}, headers=OWN
        )
        assert answer.status_code in (403, 404)
    assert built.read_bytes() == before
    assert not (built.parent / "decisions").exists()
    assert "/-/review" not in (await served.client.get(f"/-/article/{ferries().id}")).text


@pytest.mark.parametrize(
    ("form", "fault"),
    [
        ({"span": "e-none", "action": "reject"}, "No finding"),
        ({"span": VERRIN.id, "action": "approve"}, "Unknown action"),
        ({"span": VERRIN.id, "action": "correct", "field-label": "HERO"}, "unknown &#39;HERO&#39;"),
        ({"span": VERRIN.id, "action": "correct", "field-x": "y"}, "no field"),
    ],
)
async def test_what_cannot_be_decided_is_one_sentence(
    form: dict[str, str], fault: str, browser: httpx.AsyncClient
) -> None:
    tree = await page(browser, "/-/review?layer=entity")
    token = first(tree, "//input[@name='csrftoken']").get("value")
    answer = await browser.post("/-/review/decide", data=form | {"csrftoken": token}, headers=OWN)
    assert answer.status_code in (400, 404)
    assert fault in answer.text


async def test_a_way_back_leads_to_the_queue_alone(browser: httpx.AsyncClient) -> None:
    tree = await page(
        browser, f"/-/review/finding/{VERRIN.id}?back=//elsewhere.example/%3Flayer%3Dx"
    )
    answer = await send(browser, first(tree, "//div[@class='case']/form"), action="accept")
    assert answer.headers["location"].startswith("/-/review?")


async def test_hostile_words_stay_words(tmp_path: Path) -> None:
    path = build(tmp_path / "corpus.db", [hostile()])
    here = Room(database=path, folder=tmp_path / "decisions", coder="anja")
    async with await reading_room(here) as browser:
        tree = await page(browser, "/-/review")
        assert len(of_class(tree, "case")) == 5
        for span in hostile().spans:
            await page(browser, f"/-/review/finding/{span.id}")
        entity = hostile().spans[0].id
        await send(browser, case(tree, entity), action="accept", note=EVIL)
        again = await browser.get(
            f"/-/article/{hostile().id}".replace("?", "%3F").replace("#", "%23")
        )
        assert "<script>alert" not in again.text


async def test_a_password_is_asked_for_and_compared(built: Path, here: Room) -> None:
    served = await started(server.application(built, changing=True))
    app = room.guard(room.opened(served.app(), here), is_local=False, password=PASSWORD)
    transport = httpx.ASGITransport(app=app)
    async with httpx.AsyncClient(transport=transport, base_url="http://office.example") as browser:
        assert (await browser.get("/-/review")).status_code == 401
        wrong = await browser.get("/-/review", auth=("anja", "a long passwore"))
        assert (wrong.status_code, "Review" in wrong.text) == (401, False)
        right = await browser.get("/-/review", auth=("anja", PASSWORD))
        assert right.status_code == 200
        for header in ("Basic !", "Basic", "Bearer x", "basic YTpi"):
            answer = await browser.get("/", headers={"authorization": header})
            assert answer.status_code == 401


def test_a_server_for_others_needs_a_password_worth_the_name() -> None:
    with pytest.raises(RequestError, match="set a password in ANNOTATE_PASSWORD"):
        room.guard(None, is_local=False, password=None)
    with pytest.raises(RequestError, match="too short"):
        room.guard(None, is_local=False, password=PASSWORD[:5])
    assert room.guard(len, is_local=True, password=None) is len


async def test_decisions_by_hand_and_in_the_browser_are_of_one_log(
    browser: httpx.AsyncClient, here: Room
) -> None:
    from annotate.review import deciding

    with here.desk() as desk:
        deciding.decide(desk, "reject", [VERRIN.id])
    tree = await page(browser, "/-/review?layer=entity")
    assert len(of_class(tree, "case")) == 3
    shown = await page(browser, f"/-/review/finding/{VERRIN.id}")
    assert "Rejected by anja: it does not show." in words(first(shown, "//p[@class='state']"))
    with closing(database.open_for_reading(here.database)) as conn:
        assert laid.standings(conn, ferries().id) == {}
