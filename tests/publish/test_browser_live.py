"""Filters that change a page in place, in a real browser; the addresses are whole pages still."""

from collections.abc import Iterator
from typing import Any

import pytest

from annotate.publish import server
from tests.publish import browser
from tests.publish.articles import ferries, hostile
from tests.publish.conftest import build
from tests.publish.serving import serving

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(
        not (browser.CHROMIUM and browser.DRIVER), reason="no chromium with its chromedriver here"
    ),
]


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where two articles are served, one of them hostile."""
    path = build(tmp_path_factory.mktemp("served") / "corpus.db", [ferries(), hostile()])
    with serving(server.application(path).app()) as at:
        yield at


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """A browser."""
    with browser.browser(tmp_path_factory.mktemp("profile"), width=1280) as opened:
        yield opened


LINK = """[...document.querySelectorAll('#main a[href]')].find(
  each => each.textContent.trim() == '%s')"""
WORDS = "return document.activeElement.textContent.trim()"
TITLE = "return document.querySelector('#main h1').textContent.trim()"
MAIN = "return document.getElementById('main').innerHTML"


def opened(page: Any, address: str) -> None:
    """Open a page and leave a sign in it, by which it is told from one that is loaded after it."""
    page.open(address)
    page.run("window.same = true")


def is_same(page: Any) -> bool:
    """Whether the page has not been left."""
    return bool(page.run("return window.same === true"))


def follow(page: Any, words: str) -> None:
    """Follow the link of these words by the keyboard."""
    page.run(f"{LINK % words}.focus()")
    page.press("\n")


def settled(page: Any, condition: str) -> None:
    """Wait until a condition is true and nothing is being fetched."""
    busy = "document.querySelector('#main[aria-busy]')"
    browser.waited_for(page, f"return !{busy} && Boolean({condition})")


@pytest.mark.parametrize(
    ("path", "link", "there"),
    [
        ("/-/find", "Tomas Verrin", "document.querySelector('.values .on')"),
        ("/-/find?layer=stance", "stances", "!location.search"),
        ("/-/figures", "all (2)", "location.search.includes('all')"),
        ("/-/who", "without a name", "location.search.includes('unnamed')"),
        ("/-/terms", "by speaker", "location.search.includes('speaker')"),
        ("/-/who/Tomas%20Verrin", "stances 1", "location.search.includes('stance')"),
    ],
)
def test_a_choice_changes_the_page_in_place_to_what_its_address_gives(
    page: Any, address: str, path: str, link: str, there: str
) -> None:
    opened(page, address + path)
    follow(page, link)
    settled(page, there)
    assert is_same(page)
    found, named = page.run(MAIN), page.run("return document.title")
    page.open(page.run("return location.href"))
    assert (page.run(MAIN).replace(' tabindex="-1"', ""), page.run("return document.title")) == (
        found.replace(' tabindex="-1"', ""),
        named,
    )


def test_the_keyboard_stays_where_it_was_and_the_result_is_told(page: Any, address: str) -> None:
    opened(page, f"{address}/-/find")
    follow(page, "Tomas Verrin")
    settled(page, "document.querySelector('.values .on')")
    assert page.run(WORDS) == "Tomas Verrin"
    assert page.run("return document.activeElement.getAttribute('aria-current')") == "true"
    assert page.run("return document.querySelector('[role=status]').textContent") == page.run(TITLE)


def test_where_a_choice_is_gone_the_heading_has_the_focus(page: Any, address: str) -> None:
    opened(page, f"{address}/-/find?layer=stance")
    page.run("document.querySelector('.chosen a').focus()")
    page.press("\n")
    settled(page, "!location.search")
    assert page.run(WORDS) == page.run(TITLE)


def test_the_next_part_is_read_from_its_heading_on(page: Any, address: str) -> None:
    opened(page, f"{address}/-/find")
    page.run(f"{LINK % 'stances'}.rel = 'next'; scrollTo(0, 9999)")
    follow(page, "stances")
    settled(page, "location.search")
    assert page.run(WORDS) == page.run(TITLE)
    assert page.run("return scrollY") == 0


def test_back_and_forward_are_the_choices_made(page: Any, address: str) -> None:
    opened(page, f"{address}/-/find")
    all_of_them = page.run(TITLE)
    follow(page, "Tomas Verrin")
    settled(page, "document.querySelector('.values .on')")
    page.back()
    settled(page, "!document.querySelector('.values .on')")
    assert (page.run(TITLE), is_same(page)) == (all_of_them, True)


@pytest.mark.parametrize(
    ("path", "field", "found"),
    [
        ("/-/find", "#main [name=q]", "1 sentence"),
        ("/-/search", ".top [name=q]", "1 passage with stopped"),
        ("/-/figures?show=all", "#main [name=about]", None),
        ("/-/who", "#main [name=q]", None),
    ],
)
def test_words_narrow_a_page_down_while_they_are_typed(
    page: Any, address: str, path: str, field: str, found: str | None
) -> None:
    opened(page, address + path)
    entries = page.run("return history.length")
    page.type(field, "stopped")
    settled(page, "location.search.includes('stopped')")
    assert is_same(page)
    assert page.run("return [document.activeElement.value, history.length]") == ["stopped", entries]
    assert found is None or page.run(TITLE) == found


def test_a_page_that_cannot_be_fetched_is_gone_to(page: Any, address: str) -> None:
    opened(page, f"{address}/-/find")
    page.run("window.fetch = () => Promise.reject(new TypeError('no network'))")
    follow(page, "Tomas Verrin")
    settled(page, "window.same === undefined && document.querySelector('.values .on')")


def test_a_mark_of_a_picture_is_a_choice_too(page: Any, address: str) -> None:
    opened(page, f"{address}/-/matrix")
    page.run("document.querySelector('#main svg a[href*=\"matrix?topic\"]').focus()")
    page.press("\n")
    settled(page, "location.search.includes('topic')")
    assert is_same(page)


SLOWLY = """
const fetched = window.fetch;
window.fetch = (url, how) => new Promise((done, failed) => {
  const wait = setTimeout(() => done(fetched(url, how)), 300);
  how.signal.addEventListener('abort', () => {
    clearTimeout(wait);
    failed(new DOMException('', 'AbortError'));
  });
});
"""
"""Answers take their time, so that something else can be asked meanwhile."""


def test_a_choice_made_while_words_are_awaited_is_the_one_that_counts(
    page: Any, address: str
) -> None:
    opened(page, f"{address}/-/find")
    page.type("#main [name=q]", "stopped")
    page.run(f"{LINK % 'stances'}.click()")
    settled(page, "location.search")
    assert page.run("return location.search") == "?layer=stance"
    assert not page.answer("setTimeout(() => done(location.search != '?layer=stance'), 400)")


def test_back_and_forward_again_shows_what_the_address_says(page: Any, address: str) -> None:
    opened(page, f"{address}/-/find")
    all_of_them = page.run(TITLE)
    follow(page, "stances")
    settled(page, "location.search")
    some = page.run(TITLE)
    page.run(f"{SLOWLY} history.back(); setTimeout(() => history.forward(), 50)")
    assert page.answer("setTimeout(() => done(location.search), 600)") == "?layer=stance"
    settled(page, "true")
    assert (page.run(TITLE), all_of_them != some) == (some, True)


@pytest.mark.parametrize(
    ("path", "field"), [("/-/find", "#main [name=q]"), ("/-/search", ".top [name=q]")]
)
def test_back_puts_the_words_of_then_into_the_field(
    page: Any, address: str, path: str, field: str
) -> None:
    opened(page, f"{address}{path}?q=ferries")
    page.run(f"document.querySelector('{field}').value = ''")
    page.type(field, "stopped\n")
    settled(page, "location.search.includes('stopped')")
    page.back()
    settled(page, "location.search.includes('ferries')")
    assert page.run(f"return document.querySelector('{field}').value") == "ferries"


def test_signs_that_are_being_put_together_are_left_alone(page: Any, address: str) -> None:
    opened(page, f"{address}/-/find")
    page.run(SLOWLY)
    page.type("#main [name=q]", "n")
    stays = page.answer(
        "const field = document.activeElement;"
        "setTimeout(() => field.dispatchEvent(new CompositionEvent('compositionstart',"
        " {bubbles: true})), 350);"
        "setTimeout(() => done(field.isConnected && document.activeElement === field), 900)"
    )
    assert (stays, page.run("return location.search")) == (True, "")


def test_what_is_taken_along_leaves_the_address_alone(page: Any, address: str) -> None:
    opened(page, f"{address}/-/who")
    page.run(f"{LINK % 'CSV'}.click()")
    assert page.answer("setTimeout(() => done(location.search), 500)") == ""


def test_how_many_are_found_is_told_where_the_heading_does_not_say(page: Any, address: str) -> None:
    opened(page, f"{address}/-/who")
    page.type("#main [name=q]", "Verrin")
    settled(page, "location.search.includes('Verrin')")
    told = page.run("return document.querySelector('[role=status]').textContent")
    assert told == "Who speaks, 1 whose names hold Verrin"


def test_a_new_window_is_left_to_the_browser(page: Any, address: str) -> None:
    opened(page, f"{address}/-/find")
    kept = page.run(
        f"const link = {LINK % 'Tomas Verrin'};"
        "const pressed = new MouseEvent('click', {ctrlKey: true, bubbles: true, cancelable: true});"
        "let stopped; addEventListener('click', (event) => {"
        "  stopped = event.defaultPrevented; event.preventDefault(); }, {once: true});"
        "link.dispatchEvent(pressed); return stopped"
    )
    assert kept is False


def test_a_long_list_shows_the_values_with_the_letters_typed(page: Any, address: str) -> None:
    opened(page, f"{address}/-/find")
    page.run(
        "const list = document.querySelector('#values-holder');"
        "for (let n = 0; n < 13; n++) list.append(list.children[0].cloneNode(true));"
        "list.insertAdjacentHTML('beforebegin',"
        " '<input type=search class=among data-among=values-holder>')"
    )
    shown = (
        "return [...document.querySelectorAll('#values-holder li')].filter(e => !e.hidden).length"
    )
    before = page.run(shown)
    page.type(".among", "no such letters")
    assert (before > 13, page.run(shown)) == (True, 0)
