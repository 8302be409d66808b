"""What a work says of itself: by its form, its bylines, its imprint, and by two that agree."""

import pytest

from annotate import segments, sources
from annotate.model import Meta

PROSE = "Nobody counts the barns any more, and that is the trouble with barns. They burn.\n\n"


def meta(text: str, form: str | None = None, url: str | None = None) -> Meta:
    """The metadata of an article."""
    source = sources.read(text, form=form, url=url)
    return sources.metadata_of(source, segments.split(source))


def article(head: str = "", foot: str = "", told: str = "") -> Meta:
    """The metadata of a plain text between a head and a foot."""
    return meta(f"The Barns\n\n{head}\n\n{PROSE}{told}\n\n{PROSE * 3}{foot}\n")


PUBLISHERS = [
    ({"foot": "© Delta Rights Watch"}, "Delta Rights Watch"),
    ({"foot": "© 2014 The Estuary Review. All rights reserved."}, "The Estuary Review"),
    ({"foot": "Copyright 2014 by the Marrow Institute"}, "Marrow Institute"),
    ({"foot": "Published by: Marrow Institute"}, "Marrow Institute"),
    ({"foot": "---\n\n## **Publisher**\n\n[Marrow Club \\(MC\\)](#)"}, "Marrow Club (MC)"),
    ({"foot": "Published by the Marrow Institute, Nanwan"}, "Marrow Institute"),
    ({"foot": "Marrow Policy Network (MPN), Nanwan · ISSN 2222-1111 · mpn.example/9"},
     "Marrow Policy Network"),
    ({"head": "By Anja Kolde for The Marrow Institute"}, "The Marrow Institute"),
    ({"head": "By Anja Kolde\nVantor Courier, 9 March 2016"}, "Vantor Courier"),
    ({"told": "A spokesman told The Estuary that he knew of nothing, and left the room again.",
      "foot": "Sign up for our newsletter\nThe Estuary Brief"}, "The Estuary"),
    ({"told": "A spokesman told The Estuary that he knew of nothing, and left the room."}, None),
    ({"foot": "Sign up for our newsletter\nThe Estuary Brief"}, None),
    ({"head": "Karst Hill, 8 October 2012"}, None),
    ({"foot": "© The author"}, None),
]  # fmt: skip


@pytest.mark.parametrize(("where", "name"), PUBLISHERS)
def test_a_publisher_is_stated_or_agreed_on(where: dict[str, str], name: str | None) -> None:
    said = article(**where)
    if said.publisher is None or name is None:
        assert said.publisher == name
    else:
        assert said.publisher.removeprefix("the ") == name


def test_each_value_says_where_it_is_from() -> None:
    said = article(head="By Anja Kolde | 5 May 2014", foot="© 2014 Marrow Institute")
    assert said.authors == ("Anja Kolde",)
    assert said.published == "2014-05-05"
    assert dict(said.origins) == {
        "title": "title",
        "authors": "byline",
        "published": "byline",
        "publisher": "rights",
    }


def test_what_nothing_states_is_absent() -> None:
    said = meta(PROSE * 2)
    assert (said.title, said.authors, said.published, said.publisher) == (None, (), None, None)


def test_address_and_licence_are_read_from_notices() -> None:
    foot = "<https://mi.example/a?b=1>\n\nCreative Commons - CC0 1.0 Universal"
    said = article(foot=foot)
    assert said.url == "https://mi.example/a?b=1"
    assert said.license == "Creative Commons - CC0 1.0 Universal"


@pytest.mark.parametrize(
    ("line", "url"),
    [
        ("Online: https://mi.example/a", "https://mi.example/a"),
        ("Read it online at mi.example/briefs/9", "https://mi.example/briefs/9"),
        ("Available at https://mi.example/a.", "https://mi.example/a"),
        ("www.mi.example", None),
        ("mi.example/briefs/9", None),
    ],
)
def test_an_address_has_a_scheme_or_a_label(line: str, url: str | None) -> None:
    assert article(foot=f"---\n\n{line}").url == url


CC = "Creative Commons Attribution 4.0 International"
LICENCES = [
    (f"This paper may be copied under a {CC} licence.", CC),
    (f"Republish this under the terms of the {CC} License", CC),
    ("This brief is published under a CC BY 4.0 licence.", "CC BY 4.0"),
    ("© 2014 Marrow Institute. Licensed under CC BY-NC-ND 3.0.", "CC BY-NC-ND 3.0"),
    (
        "All content is available under the Open Government Licence v3.0, except as stated",
        "Open Government Licence v3.0",
    ),
    ("Creative Commons - Attribution 3.0 Unported", "Creative Commons - Attribution 3.0 Unported"),
]


@pytest.mark.parametrize(("line", "name"), LICENCES)
def test_a_licence_is_its_name(line: str, name: str) -> None:
    assert article(foot=line).license == name


@pytest.mark.parametrize("line", ["Delta Health Monitor — Briefing Paper", "DELTA HEALTH MONITOR"])
def test_a_letterhead_is_cut_to_its_name(line: str) -> None:
    said = meta(f"{line}\n\nFever in the barns of Upper Ilva\n\nBy Anja Kolde\n\n{PROSE * 4}")
    assert (said.title, said.publisher) == (
        "Fever in the barns of Upper Ilva",
        "Delta Health Monitor",
    )


def test_an_address_that_is_given_is_kept() -> None:
    assert meta(PROSE, url="https://x.example/a").url == "https://x.example/a"


def test_a_title_in_capitals_is_cited_in_small_letters() -> None:
    said = meta(f"TO THE ODP, ONCE MORE\n\n{PROSE}The ODP has not replied to us yet.\n")
    assert said.title == "To the ODP, Once More"


PAGE = """<html lang="en-GB"><head><title>{title}</title>{tags}</head><body><h1>Barns counted</h1>
<p>Nobody counts the barns any more, and that is the trouble with barns.</p></body></html>"""
LINKED = '{"@context": "https://schema.org", "@graph": [{"@type": "NewsArticle", %s}]}'
DECLARED = [
    ('<meta property="og:title" content="Barns counted | Courier">', "title", "Barns counted"),
    ('<meta name="citation_author" content="Kolde, Anja">', "authors", ("Anja Kolde",)),
    ('<meta name="author" content="By Anja Kolde and Hanne Rook">', "authors",
     ("Anja Kolde", "Hanne Rook")),
    ('<meta name="author" content="Anja Kolde, CNN">', "authors", ("Anja Kolde",)),
    ('<meta name="author" content="admin">', "authors", ()),
    ('<meta property="article:author" content="https://x.example/kolde">', "authors", ()),
    ('<meta property="article:published_time" content="2014-05-20T23:30:00-05:00">', "published",
     "2014-05-20"),
    ('<meta name="DC.date.issued" content="2014-05-20">', "published", "2014-05-20"),
    ('<meta name="citation_date" content="3/4/2014">', "published", None),
    ('<meta property="og:site_name" content="Vantor Courier">', "publisher", "Vantor Courier"),
    ('<link rel="canonical" href="https://x.example/a">', "url", "https://x.example/a"),
    ('<link rel="license" href="https://x.example/cc0">', "license", "https://x.example/cc0"),
    ('<meta name="citation_journal_title" content="Dykes">', "type", "article-journal"),
    ("", "language", "en"),
]  # fmt: skip


@pytest.mark.parametrize(("tags", "key", "value"), DECLARED)
def test_a_page_declares_its_work(tags: str, key: str, value: object) -> None:
    said = meta(PAGE.format(title="Barns counted", tags=tags), "html")
    assert getattr(said, key) == value


def test_where_a_work_stands_in_a_journal_is_a_claim() -> None:
    tags = "".join(
        f'<meta name="citation_{key}" content="{value}">'
        for key, value in (("volume", 12), ("issue", 3), ("firstpage", 45), ("lastpage", 61))
    )
    said = meta(PAGE.format(title="Barns counted", tags=tags), "html")
    found = {claim.key: claim.value for claim in said.claims}
    assert (found["volume"], found["issue"], found["page"]) == ("12", "3", "45-61")


OWNERS = [
    ("Barns counted | Anna Kolde", "", ("Anna Kolde",)),
    ("Barns counted | Anna Kolde", '<meta name="author" content="Marek Toll">', ("Marek Toll",)),
    ("Barns counted", '<meta property="og:site_name" content="Anna Kolde">', ("Anna Kolde",)),
    ("Barns counted | Vantor Courier", "", ()),
    ("Barns counted - Anna Kolde", "", ()),
]


@pytest.mark.parametrize(("title", "tags", "authors"), OWNERS)
def test_a_site_that_bears_a_name_is_its_owners(
    title: str, tags: str, authors: tuple[str, ...]
) -> None:
    assert meta(PAGE.format(title=title, tags=tags), "html").authors == authors


def test_linked_data_is_read() -> None:
    about = (
        '"headline": "Barns counted", "datePublished": "2014-05-20T06:30:00+02:00",'
        ' "author": [{"@type": "Person", "name": "Marek Toll"}], "publisher": {"name": "Courier"}'
    )
    script = f'<script type="application/ld+json">{LINKED % about}</script>'
    said = meta(PAGE.format(title="x", tags=script), "html")
    assert (said.title, said.authors) == ("Barns counted", ("Marek Toll",))
    assert (said.published, said.publisher) == ("2014-05-20", "Courier")
    assert said.type == "article-newspaper"


@pytest.mark.parametrize("broken", ["{", "[1, 2]", '{"@graph": 7}', '{"@type": "NewsArticle"}'])
def test_broken_linked_data_says_nothing(broken: str) -> None:
    script = f'<script type="application/ld+json">{broken}</script>'
    assert meta(PAGE.format(title="x", tags=script), "html").authors == ()


@pytest.mark.parametrize(
    "title", ["Barns counted - Vantor Courier", "Vantor Courier: Barns counted"]
)
def test_a_title_is_without_the_site(title: str) -> None:
    assert meta(PAGE.format(title=title, tags=""), "html").title == "Barns counted"


BROKEN = [
    '<!-- {"@type": "NewsArticle", "author": {"name": "Marek Toll"}} -->',
    '{"@type": "NewsArticle", "author": [{"name": "Marek Toll"},],}',
    '{"@type": "NewsArticle", "headline": "a\tb\nc", "author": "Marek Toll"};',
    '{"@type": "WebSite"} {"@type": ["X", "http://schema.org/Article"], "author": "Marek Toll"}',
    '/* <![CDATA[ */ {"@type": "Article", "author": {"name": ["Marek Toll"]}} /* ]]> */',
    "{&quot;@type&quot;: &quot;Article&quot;, &quot;author&quot;: &quot;Marek Toll&quot;}",
    (
        '[{"@graph": [{"@type": "Article", "author": {"@id": "#m"}},'
        ' {"@type": "Person", "@id": "#m", "name": "Marek Toll"}]}]'
    ),
    '{"@type": "WebPage", "author": {"givenName": "Marek", "familyName": "Toll"}}',
    f'{{"@type": "Article", "author": {"[" * 600}"Marek Toll"{"]" * 600}}}',
]


@pytest.mark.parametrize("script", BROKEN)
def test_linked_data_is_mended_where_no_guess_is_needed(script: str) -> None:
    tags = f'<script type="application/ld+json">{script}</script>'
    assert meta(PAGE.format(title="x", tags=tags), "html").authors == ("Marek Toll",)


def test_half_a_character_in_linked_data_is_shown_as_unreadable() -> None:
    script = r'{"@type": "Article", "author": "Marek\ud800 \ud83d\ude42 Toll\ude42"}'
    tags = f'<script type="application/ld+json">{script}</script>'
    assert meta(PAGE.format(title="x", tags=tags), "html").authors == ("Marek\ufffd 🙂 Toll\ufffd",)


SHOWN = """<html><head><title>Barns counted</title>{tags}</head><body><main><h1>Barns counted</h1>
{head}<p>Nobody counts the barns any more, and that is the trouble with barns.</p>
<p>They burn, and whoever counted them has to count them again.</p></main></body></html>"""
MARKED = [
    ('<span itemprop="author">Anja Kolde</span>', ("Anja Kolde",)),
    ('<a rel="author" title="Posts by x" href="/a">Anja Kolde</a>', ("Anja Kolde",)),
    ('<span class="author vcard"><b class="fn">Anja Kolde</b></span>', ("Anja Kolde",)),
    ('<div class="article__author-name">Anja Kolde, PhD</div>', ("Anja Kolde",)),
    ('<p>Written by</p><p><a href="/team/3">Anja Kolde</a></p>', ("Anja Kolde",)),
    ('<p>By The Estuary editors</p>', ("The Estuary editors",)),
    ('<div class="author-name"><b>Anja Kolde</b> <i>Senior writer</i></div>', ("Anja Kolde",)),
    ('<p>May 5, 2014 · <b>Anja Kolde</b> in <a href="/s">Farms and fields</a></p>',
     ("Anja Kolde",)),
    ('<p>May 5, 2014 · Anja Kolde on behalf of Barn Watch group</p>', ("Anja Kolde",)),
    ('<p>13/5/2014 by Anja Kolde, Head of the Office for Barns</p>', ("Anja Kolde",)),
    ('<p>Anja Kolde, DVM; Marek Toll, MD, PhD</p>', ("Anja Kolde", "Marek Toll")),
    ('<div class="author-name">Staff</div>', ()),
    ('<p>NEWS PROVIDED BY</p><p>May 5, 2014</p>', ()),
    ('<p>A barn. <span itemprop="creator">PHOTO: IVO STAMM FOR THE REVIEW</span></p>', ()),
    ('<div class="related-posts"><i class="author">Marek Toll</i></div>', ()),
    ('<p itemscope itemtype="https://schema.org/Comment"><b itemprop="author">Karel</b></p>', ()),
    ('<p typeof="schema:Comment"><b property="schema:author">Karel Toll</b></p>', ()),
]  # fmt: skip


@pytest.mark.parametrize(("head", "authors"), MARKED)
def test_a_page_marks_its_authors(head: str, authors: tuple[str, ...]) -> None:
    assert meta(SHOWN.format(tags="", head=head), "html").authors == authors


@pytest.mark.parametrize(
    ("head", "authors"),
    [
        (
            '<p class="byline">By <a class="author" href="/a">Anja Kolde</a> and Marek Toll</p>',
            ("Anja Kolde", "Marek Toll"),
        ),
        ('<p class="byline">By Anja Kolde, senior writer</p>', ("Anja Kolde",)),
        ('<p class="byline">By Marek Toll</p>', ("Anja Kolde",)),
    ],
)
def test_of_several_authors_a_page_may_declare_one(head: str, authors: tuple[str, ...]) -> None:
    tags = '<meta name="author" content="Anja Kolde">'
    assert meta(SHOWN.format(tags=tags, head=head), "html").authors == authors


LEADS = [
    ("PORT BRENN, May 17, 2023 — The Courier counted the barns.", "2023-05-17"),
    ("**PORT BRENN, May 17, 2023** — The Courier counted the barns.", "2023-05-17"),
    ("Brenn on the Ilva, 17 May 2023 – The Courier counted the barns.", "2023-05-17"),
    ("BRENN, Ostrea, May 17, 2023 /NewsLine/ -- The Courier counted the barns.", "2023-05-17"),
    ("BRENN (May 17, 2023) — The Courier counted the barns.", "2023-05-17"),
    ("May 17, 2023 — The Courier counted the barns.", None),
    ("The Courier counted the barns on May 17, 2023 — they were nine.", None),
    ("BRENN, May 2023 — The Courier counted the barns.", None),
    ("Brenn, May 17, 2023, was where the Courier counted the barns.", None),
]


@pytest.mark.parametrize(("lead", "day"), LEADS)
def test_an_article_without_a_byline_has_the_day_of_its_dateline(
    lead: str, day: str | None
) -> None:
    said = meta(f"# Barns counted\n\n{lead} They were nine.\n\nNobody counts them.\n", "markdown")
    assert said.published == day
    assert said.origins.get("published") == ("dateline" if day else None)


REMARKS = [
    '{"@type": "Comment", "author": {"name": "Marek Toll"}}',
    '[{"@type": "Article", "comment": [{"@type": "Comment", "author": "Marek Toll"}]}]',
    '{"@graph": [{"@type": ["Comment", "SocialMediaPosting"], "author": "Marek Toll"}]}',
    '{"@type": "QAPage", "mainEntity": {"@type": "Answer", "author": {"name": "Marek Toll"}}}',
]


@pytest.mark.parametrize("script", REMARKS)
def test_who_remarks_on_a_work_is_not_its_author(script: str) -> None:
    tags = f'<script type="application/ld+json">{script}</script>'
    assert meta(PAGE.format(title="x", tags=tags), "html").authors == ()


def test_the_site_is_the_author_only_where_it_says_so() -> None:
    named = '<meta property="og:site_name" content="Barn Watch">'
    said = '<meta name="author" content="Barn Watch">'
    assert meta(PAGE.format(title="x", tags=named), "html").authors == ()
    assert meta(PAGE.format(title="x", tags=named + said), "html").authors == ("Barn Watch",)


TITLES = [
    ('<h1>Barns counted anew – Barn Watch</h1>', "Barns counted anew"),
    ('<h1>Barns counted anew <i>Posted on May 5, 2014 by Anja Kolde</i></h1>',
     "Barns counted anew"),
    ('<h1>Barn Watch</h1><h2>Barns counted anew</h2>', "Barns counted anew"),
    ('<h2>Barns counted anew</h2><h1>A word from our founder</h1>', "Barns counted anew"),
    ('<h1>How we counted barns again</h1>', "How we counted barns again"),
]  # fmt: skip
NAMED = (
    '<meta property="og:site_name" content="Barn Watch">'
    '<meta property="og:title" content="Barns counted anew">'
)


def test_a_label_in_the_title_of_a_forum_is_none_of_its_threads_title() -> None:
    page = (
        "<html><head><title>Duck Keepers &bull; View topic - Fox comes back</title></head><body>"
        "<h1>Duck Keepers</h1><h2>Fox comes back</h2><p>Third night in a row, and he simply goes"
        " over the top of the wire that I have buried a foot deep.</p></body></html>"
    )
    assert meta(page, "html").title == "Fox comes back"


def test_the_name_of_the_site_is_no_title_beside_another_heading() -> None:
    for page in ("Fox comes back | Duck Keepers", "Duck Keepers » Fox comes back"):
        shown = (
            f"<html><head><title>{page}</title></head><body><h1>Duck Keepers</h1>"
            "<main><h1>Fox comes back</h1><p>Third night in a row, and he simply goes over the"
            " top of the wire that I have buried a foot deep.</p></main></body></html>"
        )
        assert meta(shown, "html").title == "Fox comes back"


def test_since_when_somebody_is_a_member_dates_no_thread() -> None:
    head = "<p>Join Date: Jan 2005</p>"
    assert meta(SHOWN.format(tags="", head=head), "html").published is None


def test_who_signs_a_block_quotation_dates_and_writes_no_article() -> None:
    signed = "<blockquote><p>We rose.</p><p>— Ilse Marant, letter, 2 October 2013</p></blockquote>"
    said = meta(SHOWN.format(tags="", head="").replace("</main>", f"{signed}</main>"), "html")
    assert (said.published, said.authors) == (None, ())


@pytest.mark.parametrize(("head", "title"), TITLES)
def test_a_title_is_the_heading_that_the_page_confirms(head: str, title: str) -> None:
    page = PAGE.replace("<h1>Barns counted</h1>", head)
    assert meta(page.format(title="Barns counted anew", tags=NAMED), "html").title == title


OG = '<meta property="article:published_time" content="2014-05-20">'
LD = (
    '<script type="application/ld+json">'
    '{"@type": "Article", "datePublished": "2014-05-20"}</script>'
)
OTHER_LD = LD.replace("2014-05-20", "2015-07-01")
DAYS = [
    ("", "<p>Published 20 May 2014 | Updated 3 June 2015</p>", "2014-05-20", "published line"),
    ("", '<p><time datetime="2014-05-20T06:00">Tuesday</time></p>', "2014-05-20", "time"),
    ("", '<abbr class="published" title="2014-05-20">Tuesday</abbr>', "2014-05-20",
     "class published"),
    ("", "<p>Last updated:</p><p>May 20, 2014</p>", "2014-05-20", "revised line"),
    (LD, "<p>Updated June 1, 2014</p>", "2014-05-20", "JSON-LD datePublished"),
    (LD, "<p>Updated June 1, 2016</p>", "2016-06-01", "revised line"),
    (OG, "<p>Updated June 1, 2016</p>", "2014-05-20", "article:published_time"),
    ('<meta name="dc.date" content="2015-07-01">', "<p>May 20, 2014</p>", "2014-05-20",
     "shown line"),
    (OTHER_LD, "<p>May 20, 2014</p>", "2014-05-20", "shown line"),
    (OG, "<p>May 3, 2013</p>", "2014-05-20", "article:published_time"),
    (OTHER_LD + OG, '<time itemprop="datePublished" datetime="2014-05-20">Tuesday</time>',
     "2014-05-20", "itemprop datePublished"),
    (OTHER_LD + OG, "", "2015-07-01", "JSON-LD datePublished"),
    ("".join(f'<meta itemprop="datePublished" content="2015-07-0{n}">' for n in (1, 2, 3)), "",
     None, None),
    ('<meta name="date" content="1970-01-01">', "", None, None),
    ('<script>x = {"publishedAt": "2014-05-20T01:02"}</script>', "", "2014-05-20", "script"),
    ('<script>x = [{"publishedAt": "2014-05-20"}, {"publishedAt": "2014-05-21"}]</script>', "",
     None, None),
]  # fmt: skip


@pytest.mark.parametrize(("tags", "head", "day", "origin"), DAYS)
def test_a_page_tells_its_day(tags: str, head: str, day: str | None, origin: str | None) -> None:
    said = meta(SHOWN.format(tags=tags, head=head), "html")
    assert (said.published, said.origins.get("published")) == (day, origin)


def test_an_address_tells_a_day_where_nothing_else_does() -> None:
    said = meta(SHOWN.format(tags="", head=""), "html", url="https://x.example/2014/05/20/barns")
    assert (said.published, said.origins["published"]) == ("2014-05-20", "address")


def test_the_day_in_an_address_settles_two_that_lie_a_night_apart() -> None:
    page = SHOWN.format(tags=OG, head="<p>May 19, 2014</p>")
    assert meta(page, "html").published == "2014-05-20"
    assert meta(page, "html", url="https://x.example/2014/05/19/barns").published == "2014-05-19"


def test_a_day_below_the_title_counts_before_one_of_a_teaser_above() -> None:
    page = SHOWN.format(tags="", head="<p>May 20, 2014</p>")
    page = page.replace("<h1>", "<p>Barns burn again</p><p>June 3, 2015</p><h1>")
    assert meta(page, "html").published == "2014-05-20"


ORDERS = [
    ('<html lang="en-US">', "", None, "2014-06-02"),
    ('<html lang="en-GB">', "", None, "2014-02-06"),
    ('<html lang="en">', "", None, None),
    ('<html lang="en">', "", "https://barns.co.uk/a", "2014-02-06"),
    ('<html lang="en">', "", "https://barns.gov/a", "2014-06-02"),
    ('<html lang="en-US">', "", "https://barns.co.uk/a", None),
    ('<html lang="en-CA">', "", None, None),
    ('<html lang="en-US">', "<p>Seen 13/6/2014.</p>", None, "2014-02-06"),
    ('<html lang="en-GB">', "<p>Seen 6/13/2014.</p>", None, "2014-06-02"),
    ('<html lang="en-GB">', "<p>Seen 6/13/2014, not 13/6/2014.</p>", None, None),
]


@pytest.mark.parametrize(("start", "seen", "url", "day"), ORDERS)
def test_the_page_tells_the_order_of_its_days(
    start: str, seen: str, url: str | None, day: str | None
) -> None:
    page = SHOWN.format(tags="", head="<p>6/2/2014</p>").replace("<html>", start)
    page = page.replace("</main>", f"{seen}</main>")
    assert meta(page, "html", url=url).published == day


def test_what_contradicts_is_kept_with_what_states_it() -> None:
    tags = f'{OG}<meta name="dc.date" content="2014-05-27"><meta name="author" content="M. Toll">'
    said = meta(SHOWN.format(tags=tags, head='<p class="byline">By Anja Kolde</p>'), "html")
    stated = {(claim.key, claim.value): claim.origins for claim in said.claims}
    assert stated["published", "2014-05-27"] == ("dc.date",)
    assert stated["published", "2014-05-20"] == ("article:published_time",)
    assert ("authors", "Anja Kolde") in stated


@pytest.mark.parametrize(
    "head",
    [
        "Anja Kolde\n\nTransport Correspondent\n\n14 May 2021",
        "Anja Kolde • May 14, 2021 • 4 min read",
        "Anja Kolde | Lorton Courier\n\nMay 14, 2021",
        "Anja Kolde in Brenn\n\nFri 14 May 2021 18.02 BST",
        "ANJA KOLDE\n\nPOLITICAL EDITOR\n\nPUBLISHED: 22:01, 14 May 2021",
    ],
)
def test_who_wrote_a_text_and_when_is_told_in_lines_without_a_by(head: str) -> None:
    title = "The barns of Brenn stay empty for good"
    found = meta(f"{title}\n\n{head}\n\n{PROSE * 3}{PROSE * 2}")
    assert (found.title, found.authors, found.published) == (title, ("Anja Kolde",), "2021-05-14")


OF_THE_WEEK = [
    ("Submitted by Anja on Tue, 05/07/2019 - 11:30", "2019-05-07"),
    ("Friday 05/07/2019", "2019-07-05"),
    ("Published Sunday, 05/07/2019", None),
    ("Nobody 05/07/2019", None),
]


@pytest.mark.parametrize(("line", "day"), OF_THE_WEEK)
def test_the_day_of_the_week_tells_the_order_of_a_day(line: str, day: str | None) -> None:
    assert meta(SHOWN.format(tags="", head=f"<div>{line}</div>"), "html").published == day
