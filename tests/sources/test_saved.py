"""Where and when a page was saved: what browsers, mirrors and web archives write into it."""

import pytest

from annotate import pipeline, sources
from annotate.sources import wayback
from tests.sources import archives

ADDRESS = "https://courier.example/2012/the-dam"

SAVED = [
    (
        {"head": f"<!-- saved from url=(0043){ADDRESS} -->"},
        (ADDRESS, None),
    ),
    (
        {
            "head": f"<!--\n Page saved with SingleFile \n url: {ADDRESS} \n"
            " saved date: Thu Mar 03 2022 10:11:12 GMT+0100 (Central European Standard Time)\n-->"
        },
        (ADDRESS, "2022-03-03"),
    ),
    (
        {
            "head": f'<meta name="savepage-url" content="{ADDRESS}">'
            '<meta name="savepage-date" content="Tue Mar 05 2013 10:11:12 GMT+0100">'
        },
        (ADDRESS, "2013-03-05"),
    ),
    (
        {
            "bottom": "<!-- Mirrored from courier.example/2012/the-dam by HTTrack Website "
            "Copier/3.x [XR&CO'2014], Tue, 05 Mar 2013 10:11:12 GMT -->"
        },
        ("http://courier.example/2012/the-dam", "2013-03-05"),
    ),
    ({"head": "<!-- saved from url=(0022)file:///C:/x/dam.html -->"}, (None, None)),
    (
        {
            "head": "<!-- saved from url=(0099)"
            f"https://web.archive.org/web/20120301123456/{ADDRESS} -->"
        },
        (ADDRESS, "2012-03-01"),
    ),
    (
        {"head": f'<link rel="canonical" href="{ADDRESS}">'},
        (ADDRESS, None),
    ),
]


@pytest.mark.parametrize(("around", "told"), SAVED)
def test_a_saved_page_tells_its_address_and_day(
    around: dict[str, str], told: tuple[str | None, str | None]
) -> None:
    meta = pipeline.read(archives.page(**around), id="dam", form="html").meta
    assert (meta.url, meta.accessed) == told


WOMBAT = (
    '<script>__wm.init("https://web.archive.org/web");</script><script>__wm.wombat('
    f'"{ADDRESS}","20120301123456","https://web.archive.org/","web","/_static/");</script>'
)
CANONICAL = f'<link rel="canonical" href="https://web.archive.org/web/20120301123456/{ADDRESS}"/>'
LICENCE = (
    '<a rel="license" href="https://web.archive.org/web/20120301123456/'
    'https://creativecommons.org/licenses/by/4.0/">CC</a>'
)
BAR = """<!-- BEGIN WAYBACK TOOLBAR INSERT -->
<div id="wm-ipp-base" lang="en" style="display:block;direction:ltr;"><div id="wm-ipp-inside">
<p>42 captures of this page by the archive between 2011 and 2020 are kept for you to look at.</p>
<p>COLLECTED BY the organisation of web crawls that has been donating its data for years.</p>
</div></div><!-- END WAYBACK TOOLBAR INSERT -->"""
FILED = """<!--
     FILE ARCHIVED ON 12:34:56 Mar 01, 2012 AND RETRIEVED FROM THE
     INTERNET ARCHIVE ON 10:00:00 Jan 02, 2020.
-->"""
COPIES = [
    {"head": WOMBAT, "top": BAR, "bottom": FILED},
    {"head": WOMBAT + CANONICAL + LICENCE},
    {"head": CANONICAL, "bottom": FILED},
    {"head": CANONICAL, "top": BAR},
    {"head": f'<link rel="canonical" href="https://archive.ph/2012.03.01-123456/{ADDRESS}">'},
    {
        "head": '<link rel="canonical" href="https://archive.ph/Ab3dE">',
        "top": f'<form><input type="text" name="q" value="{ADDRESS}"></form>'
        '<time itemprop="pubdate" datetime="2012-03-01T12:34:56Z">1 Mar 2012</time>',
    },
]


@pytest.mark.parametrize("around", COPIES)
def test_a_copy_in_an_archive_is_of_the_page_on_the_day_of_the_capture(
    around: dict[str, str],
) -> None:
    meta = pipeline.read(archives.page(**around), id="dam", form="html").meta
    assert (meta.url, meta.accessed) == (ADDRESS, "2012-03-01")
    assert meta.origins["accessed"] == "web archive"
    assert meta.license in (None, "https://creativecommons.org/licenses/by/4.0/")
    assert meta.authors == ("Ilse Marant",)


def test_the_bar_of_an_archive_is_furniture_of_the_page_as_received() -> None:
    received = archives.page(head=WOMBAT, top=BAR, bottom=FILED)
    document = pipeline.read(received, id="dam", form="html")
    assert "captures" in document.text
    assert "COLLECTED" in document.text
    for segment in document.segments:
        words = document.text[segment.start : segment.end]
        of_bar = "captures" in words or "COLLECTED" in words
        assert (segment.kind == "boilerplate") is of_bar, words
        assert segment.source is not None
        assert received[segment.source.start :].startswith(words.split()[0])


def test_a_page_that_only_links_to_an_archive_is_no_copy() -> None:
    link = f'<p><a href="https://web.archive.org/web/2012/{ADDRESS}">archived</a></p>'
    meta = pipeline.read(archives.page(bottom=link), id="dam", form="html").meta
    assert (meta.url, meta.accessed) == (None, None)


ADDRESSES = [
    (f"https://web.archive.org/web/20120301123456/{ADDRESS}", (ADDRESS, "2012-03-01")),
    (f"http://web.archive.org/web/20120301123456id_/{ADDRESS}", (ADDRESS, "2012-03-01")),
    ("https://web.archive.org/web/2012/http:/a.example/", ("http://a.example/", "2012")),
    ("//web.archive.org/web/20120301im_/a.example/x", ("http://a.example/x", "2012-03-01")),
    (f"https://archive.today/20120301123456/{ADDRESS}", (ADDRESS, "2012-03-01")),
    ("https://web.archive.org/web/20129999000000/http://a.example/", ("http://a.example/", None)),
]


@pytest.mark.parametrize(("address", "told"), ADDRESSES)
def test_an_address_in_an_archive_is_turned_back(
    address: str, told: tuple[str, str | None]
) -> None:
    assert wayback.original(address) == told


@pytest.mark.parametrize("address", [ADDRESS, "https://web.archive.org/about/", "", "https://["])
def test_other_addresses_are_left_as_they_are(address: str) -> None:
    assert wayback.original(address) is None
    assert wayback.address(address) == address


def test_a_given_address_of_a_copy_is_turned_back_too() -> None:
    given = f"https://web.archive.org/web/20120301123456/{ADDRESS}"
    meta = sources.read(archives.page(), form="html", url=given).meta
    assert (meta.url, meta.accessed) == (ADDRESS, "2012-03-01")
