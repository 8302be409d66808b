"""Web pages as the templates of papers, blogs and boards make them: what each part of them is."""

import pytest

from annotate import segments, sources
from annotate.model import Meta, Segment, Source

TITLE = "Lorton shuts its bridge for the winter"
FIRST = (
    "The bridge at Lorton is shut from Monday, and the ferry that was to stand in is on the slip."
)
SECOND = (
    "Nobody in the village has a boat that could take a cow, and forty cows stand on the far side."
)
THIRD = "The council will meet on the tenth, and the farmers have said that they will bring a cow."


def told(body: str, *, head: str = "", title: str = TITLE) -> dict[str, str]:
    """The kinds of a page's segments by their words."""
    page = (
        f"<html><head><title>{title}</title></head><body><nav><a href='/'>Home</a></nav><article>"
        f"<h1>{title}</h1>{head}{body}</article><footer>© Courier</footer></body></html>"
    )
    source = sources.read(page.encode(), name="page.html")
    return {words_of(source, one): one.kind for one in segments.split(source)}


def words_of(source: Source, one: Segment) -> str:
    return " ".join(" ".join(source.text[start:end] for start, end in one.stretches).split())


def paragraphs(*between: str) -> str:
    """The work, with something else between its paragraphs."""
    first, second, third, *_ = (*between, "", "", "")
    return f"<p>{FIRST}</p>{first}<p>{SECOND}</p>{second}<p>{THIRD}</p>{third}"


INSIDE = [
    ("<h2 class='header-with-anchor-widget'>Forty cows</h2>", "Forty cows", "heading"),
    ("<h2>“<span>Start Quote</span></h2>", "“Start Quote", "boilerplate"),
    ("<h4>3-Minute Listen</h4>", "3-Minute Listen", "boilerplate"),
    ("<h3>Link copied</h3>", "Link copied", "boilerplate"),
    ("<h3>In case you missed it</h3>", "In case you missed it", "boilerplate"),
    (
        "<section><div><q>the ferry that was to stand in is on the slip</q></div></section>",
        "the ferry that was to stand in is on the slip",
        "boilerplate",
    ),
    (
        "<table><tr><td><img src='b'><br>The bell, cast in 1866. Photo: H. Pell</td></tr></table>",
        "The bell, cast in 1866. Photo: H. Pell",
        "caption",
    ),
    (
        "<p>Every evening we send out a selection of the day. Sign up here.</p>",
        "Every evening we send out a selection of the day. Sign up here.",
        "boilerplate",
    ),
    (
        "<p>Thanks for reading River Notes! This post is public so feel free to share it.</p>",
        "Thanks for reading River Notes! This post is public so feel free to share it.",
        "boilerplate",
    ),
    (
        "<p>Suscríbase a nuestro boletín para recibir las noticias cada mañana.</p>",
        "Suscríbase a nuestro boletín para recibir las noticias cada mañana.",
        "boilerplate",
    ),
    ("<p>Pin it for later!</p>", "Pin it for later!", "boilerplate"),
    (
        "<p>Have a question about the bridge? Email us at ask@courier.example.</p>",
        "Have a question about the bridge? Email us at ask@courier.example.",
        "boilerplate",
    ),
]


@pytest.mark.parametrize(("between", "words", "kind"), INSIDE)
def test_what_stands_between_paragraphs_is_told(between: str, words: str, kind: str) -> None:
    found = told(paragraphs(between))
    assert found[words] == kind
    assert [found[one] for one in (FIRST, SECOND, THIRD)] == ["paragraph"] * 3


BELOW = [
    (
        "Reporting by Anja Kolde in Brenn and Marek Toll in Lorton; Editing by Jo Saar",
        "byline",
    ),
    ("Marek Toll of the Courier contributed to this report.", "note"),
    ("Reach Anja Kolde at akolde@courier.example or 555-0100.", "note"),
    ("— With files from the Brenn Press", "note"),
    ("SOURCE Lorton Ferry Works, Inc.", "notice"),
    ("Article URL: http://courier.example/bridge.html", "notice"),
    ("©2021 by Courier. Proudly made with a builder.", "notice"),
]


@pytest.mark.parametrize(("line", "kind"), BELOW)
def test_what_closes_a_work_is_none_of_it(line: str, kind: str) -> None:
    assert told(paragraphs("", "", f"<p>{line}</p>"))[line] == kind


HEADS = [
    ("<div data-component='Byline'><p>/ By Anja Kolde</p></div>", "/ By Anja Kolde"),
    ("<div class='head__footer'>By Anja Kolde, Courier</div>", "By Anja Kolde, Courier"),
    ("<div class='byline'>May 11, 2022 | 6:00 a.m.</div>", "May 11, 2022 | 6:00 a.m."),
    (
        "<div>Posted Tue 3 May 2022 at 5:12am, updated Tue 3 May 2022 at 8:40am, Brenn time</div>",
        "Posted Tue 3 May 2022 at 5:12am, updated Tue 3 May 2022 at 8:40am, Brenn time",
    ),
    ("<h6>PUBLISHED: 09:02, Tue, Jun 30, 2020</h6>", "PUBLISHED: 09:02, Tue, Jun 30, 2020"),
]


@pytest.mark.parametrize(("head", "line"), HEADS)
def test_the_lines_below_a_title_say_who_wrote_and_when(head: str, line: str) -> None:
    assert told(paragraphs(), head=head)[line] == "byline"


def test_a_row_of_links_above_a_work_is_none_of_it() -> None:
    cells = "<td><a href='/n'>Post new topic</a></td><td><a href='/f'>Ferries</a> in Brenn</td>"
    found = told(paragraphs(), head=f"<table><tr>{cells}</tr></table>")
    assert found["Post new topic Ferries in Brenn"] == "boilerplate"


LAST = "The ferry will be painted. It is to be blue."

CLOSINGS = [
    "<section><h3>Sign up for our newsletter!</h3><button>Subscribe</button></section>",
    "<p><strong>READ MORE: <a href='/r'>Where cows can swim</a></strong></p>",
    (
        "<p><b>DON'T MISS<br></b><b><a href='/1'>Clifftop cafe moves back a yard</a></b> [INSIGHT]"
        "<br><b><a href='/2'>Beach hut sells for the price of a house</a></b> [LATEST]</p>"
    ),
]


@pytest.mark.parametrize("box", CLOSINGS)
@pytest.mark.parametrize("last", [LAST, "Talks are to go on this week."])
def test_a_few_last_words_below_a_box_are_of_the_work(box: str, last: str) -> None:
    found = told(f"{paragraphs()}{box}<p>{last}</p>")
    kept = [words for words, kind in found.items() if kind in {"paragraph", "heading"}]
    assert kept == [FIRST, SECOND, THIRD, last]


def test_a_post_that_is_shown_whole_between_paragraphs_is_a_quotation() -> None:
    said = "We have asked for a boat since March. We got a letter."
    post = (
        f"<div class='x1'><blockquote class='post'><p>{said}</p>— Ferrymen (@ferrymen)"
        " <a href='/t'>May 13, 2024</a></blockquote></div>"
    )
    more = f"<p>{LAST}</p><p>The council has asked the mill for its dray, and the mill said no.</p>"
    assert told(f"{paragraphs(more, post)}{more * 3}")[said] == "quote"


def test_what_a_press_office_tells_editors_is_a_note() -> None:
    items = "<ol><li>The bridge was built in 1866.</li><li>The county has 412 bridges.</li></ol>"
    found = told(f"{paragraphs()}<p><b>ENDS</b></p><h3>Notes to editors</h3>{items}")
    assert [found[one] for one in ("ENDS", "Notes to editors", "The county has 412 bridges.")] == [
        *("boilerplate", "note", "note")
    ]


def meta_of(body: str) -> Meta:
    """What a page says of itself."""
    page = (
        f"<html><title>{TITLE}</title><body><article><h1>{TITLE}</h1>{body}</article></body></html>"
    )
    source = sources.read(page.encode(), name="page.html")
    return sources.metadata_of(source, segments.split(source))


def test_who_only_helped_is_no_author() -> None:
    head = "<p>Anja Kolde</p><p>Saturday 2 November 2024 08:00</p>"
    foot = "<p>Additional reporting by Jo Saar</p>"
    assert meta_of(f"{head}{paragraphs()}{foot}").authors == ("Anja Kolde",)


def test_a_name_and_a_day_in_spans_are_two_words() -> None:
    head = "<div class='css-6'><span>Anja Kolde</span><span>Nov 2, 2024, 8:00am</span></div>"
    said = meta_of(f"{head}{paragraphs()}")
    assert (said.authors, said.published) == (("Anja Kolde",), "2024-11-02")


def test_what_is_posted_again_is_of_its_source_and_its_first_day() -> None:
    entries = (
        "<dl><dt>Source</dt><dd><ul><li><a href='/s'>River Relief</a></li></ul></dd><dt>Posted</dt>"
        "<dd><time datetime='2024-11-03'>3 Nov 2024</time></dd><dt>Originally published</dt><dd>"
        "<time datetime='2024-11-02'>2 Nov 2024</time></dd></dl>"
    )
    said = meta_of(f"{entries}{paragraphs()}")
    assert (said.published, said.publisher) == ("2024-11-02", "River Relief")


def test_what_a_writer_asks_for_below_a_work_is_a_note_about_them() -> None:
    line = "Anja Kolde counts bridges in Brenn. You can follow her on Twitter."
    page = (
        f"<html><head><title>{TITLE}</title><meta name='author' content='Anja Kolde'></head><body>"
        f"<article><h1>{TITLE}</h1>{paragraphs()}<p><em>{line}</em></p></article></body></html>"
    )
    source = sources.read(page.encode(), name="page.html")
    assert {words_of(source, one): one.kind for one in segments.split(source)}[line] == "note"


def test_who_wrote_and_when_may_stand_in_a_list_above_the_title() -> None:
    row = (
        "<ul class='metadata'><li><span>Anja Kolde</span></li><li>Jun 30, 2021</li><li>4 min read"
        "</li></ul>"
    )
    page = (
        f"<html><head><title>{TITLE}</title><meta name='author' content='Anja Kolde'></head><body>"
        f"<article><div>{row}</div><h1>{TITLE}</h1><section><div>{paragraphs()}</div></section></article>"
        "</body></html>"
    )
    source = sources.read(page.encode(), name="page.html")
    kinds = {words_of(source, one): one.kind for one in segments.split(source)}
    assert [kinds[one] for one in ("Anja Kolde", "Jun 30, 2021", "4 min read")] == [
        *("byline", "byline", "boilerplate")
    ]


def test_a_deck_may_share_its_box_with_buttons() -> None:
    deck = "There are 212, and one of them is painted on"
    buttons = "<span>·</span><button>Follow</button><span>3 min read</span><button>Listen</button>"
    head = (
        f"<div><h2 class='subtitle'>{deck}</h2><div><div><a href='/@a'>Anja Kolde</a>{buttons}"
        "</div></div><div><div><button><p>1.2K</p></button></div></div></div>"
    )
    page = (
        f"<html><head><title>{TITLE}</title></head><body><article><div><div><h1>{TITLE}</h1></div>"
        f"{head}{paragraphs()}{paragraphs()}</div></article></body></html>"
    )
    source = sources.read(page.encode(), name="page.html")
    assert {words_of(source, one): one.kind for one in segments.split(source)}[deck] == "note"


def test_how_often_a_page_was_called_is_not_of_its_byline() -> None:
    facts = (
        "<dl class='article-info'><dt class='article-info-term'>Details</dt><dd class='createdby'>"
        "Written by Anja Kolde</dd><dd class='published'><time>Published: 07 October 2015</time>"
        "</dd><dd class='hits'>Hits: 1187</dd></dl>"
    )
    assert told(paragraphs(), head=facts)["Hits: 1187"] == "boilerplate"


def test_a_title_may_be_declared_in_fewer_words() -> None:
    shown = "Lorton, where forty cows wait, is told to shut its bridge for the whole winter"
    page = (
        f"<html><head><title>{TITLE}</title></head><body><div><h2>{shown}</h2><ul><li>The ferry is"
        " on the slip</li></ul><p class='author'>By Anja Kolde For Courieronline</p><ul><li>"
        f"<a href='/m'>e-mail</a></li></ul><div itemprop='articleBody'>{paragraphs()}</div></div>"
        "</body></html>"
    )
    source = sources.read(page.encode(), name="page.html")
    found = segments.split(source)
    kinds = {words_of(source, one): one.kind for one in found}
    assert (kinds[shown], kinds["The ferry is on the slip"]) == ("title", "list_item")
    assert sources.metadata_of(source, found).authors == ("Anja Kolde",)


def test_a_box_that_is_called_as_the_work_is_not_its_title() -> None:
    line = "November 3, 2018 by Anja Kolde <a href='#c'>12 Comments</a>"
    head = f"<p class='entry-meta'>{line}</p>"
    card = f"<div><h2>{TITLE}</h2><ul><li>2 cups of beans</li></ul></div>"
    page = f"<html><title>{TITLE}</title><body><article><h1>{TITLE}</h1>{head}"
    source = sources.read(f"{page}<p>{FIRST}</p>{card}</article></body></html>".encode(), name="a")
    found = segments.split(source)
    kinds = {words_of(source, one): one.kind for one in found}
    assert kinds["November 3, 2018 by Anja Kolde 12 Comments"] == "byline"
    assert [one.start for one in found if one.kind == "title"] == [0]


def post(name: str, when: str, words: str) -> str:
    """A post as a board of tables has it: who writes in one cell, what in the other."""
    return (
        f"<tr><td><b class='name'>{name}</b><br><span>Old hand<br><br>Joined: 03 Mar 2004<br>Posts:"
        f" 81</span></td><td><table><tr><td>Posted: {when} &nbsp; Post subject: Which rope for a"
        " bell that weighs so much?</td><td><a href='/q'>Reply with quote</a></td></tr><tr><td"
        f" colspan='2'>{words}<br>_________________<br>Righty tighty.</td></tr></table></td></tr>"
        "<tr><td><a href='#'>Back to top</a></td><td><a href='/'>View user's profile</a></td></tr>"
    )


def test_a_board_of_tables_is_read_by_its_posts() -> None:
    rows = (
        post("Anja", "Sun Feb 12, 2006 9:14 am", FIRST)
        + post("Marek", "Sun Feb 12, 2006 7:30 pm", SECOND)
        + post("Anja", "Mon Feb 13, 2006 6:02 am", "Then it is hemp, and thank you both for it.")
    )
    page = f"<html><head><title>Ropes</title></head><body><table>{rows}</table></body></html>"
    source = sources.read(page.encode(), name="page.html")
    found = segments.split(source)
    kept = [
        (words_of(source, one), one.kind, one.author, (one.date or "")[:10])
        for one in found
        if one.kind in {"paragraph", "comment"}
    ]
    assert kept == [
        (FIRST, "paragraph", None, ""),
        (SECOND, "comment", "Marek", "2006-02-12"),
        ("Then it is hemp, and thank you both for it.", "comment", "Anja", "2006-02-13"),
    ]
    said = sources.metadata_of(source, found)
    assert (said.authors, said.published) == (("Anja",), "2006-02-12")


def column(name: str, when: str, words: str) -> str:
    """A post as a forum of columns has it: who writes in an aside, their day told twice in each."""
    day = (
        f"<time datetime='{when}T10:02:00Z'><span>{when}</span> <span class='short'>1 yr</span>"
        "</time>"
    )
    return (
        f"<article id='elComment_{len(words)}' class='entry entry--post'><aside><h3><a href="
        f"'/profile/8-{name}/'>{name}</a></h3><div>Members</div><ul><li><span>4.7k</span> <span>"
        "posts</span></li><li><span>42</span> <span>Reputation</span></li><li>About me: <b>I ring"
        f" bells.</b></li></ul></aside><aside><h3><a href='/profile/8-{name}/'>{name}</a></h3><p>"
        f"{day}</p></aside><div><div class='meta'>{day}</div><div class='richText' data-role='"
        f"commentContent'><p>{words}</p></div><menu><li><a href='#'>Quote</a></li></menu></div>"
        "</article>"
    )


def test_a_forum_of_columns_is_read_by_its_posts() -> None:
    posts = (
        column("Anja", "2006-02-12", "Which rope does a bell want?")
        + column("Marek", "2006-02-12", SECOND)
        + column("Hal", "2006-02-13", THIRD)
    )
    prompt = (
        "<div><h4>Bells and Ropes</h4><p>Have a full screen of bells on your home screen, with"
        " notices and badges and all that an app has.</p><p>Tap the button for sharing, scroll down"
        " and add the page to your home screen.</p></div>"
    )
    page = (
        f"<html><head><title>Ropes - Bells and Ropes</title></head><body>{prompt}<main><h1>Ropes"
        f"</h1><form>{posts}</form></main></body></html>"
    )
    source = sources.read(page.encode(), name="page.html")
    found = segments.split(source)
    kept = [
        (words_of(source, one), one.kind, one.author, (one.date or "")[:10])
        for one in found
        if one.kind in {"title", "paragraph", "comment"}
    ]
    assert kept == [
        ("Ropes", "title", None, ""),
        ("Which rope does a bell want?", "paragraph", None, ""),
        (SECOND, "comment", "Marek", "2006-02-12"),
        (THIRD, "comment", "Hal", "2006-02-13"),
    ]
    assert sources.metadata_of(source, found).authors == ("Anja",)


AUTHORS = [
    ("<meta name='author' content='Anja Kolde akolde@courier.example'>", "", ("Anja Kolde",)),
    ("<meta name='author' content='Lorton Ferry Works, Inc.'>", "", ()),
    ("", "<p class='author'>Ian Kolde at Mill Lane</p>", ("Ian Kolde",)),
    ("", "<div class='submitted'>Anna Kolde, 3 May 2010</div>", ("Anna Kolde",)),
    (
        "",
        "<div class='meta'>Anna Kolde and David Toll <time>Thursday, May 3, 2018</time></div>",
        ("Anna Kolde", "David Toll"),
    ),
    ("", "<div class='meta'>Virginia Beach, 3 May 2010</div>", ()),
    (
        "",
        (
            "<p><span class='byline'><span class='byline-name'>By Anna Kolde</span>"
            " <span class='byline-title'>Courier News, Brenn</span></span></p>"
        ),
        ("Anna Kolde",),
    ),
    ("", "<p class='by'>By Anna Kolde, Co-Founder &amp; COO</p>", ("Anna Kolde",)),
    (
        "",
        "<p>Written by: Anna Kolde, Senior Analyst<span>Updated Sep 17, 2025</span></p>",
        ("Anna Kolde",),
    ),
    (
        "",
        (
            "<div itemprop='author' itemscope itemtype='http://schema.org/Person'><a href='/u/8'>"
            "Anna Kolde</a><meta itemprop='name' content='Anna Kolde'/> <span>3,483</span> "
            "<span>6 gold badges</span></div>"
        ),
        ("Anna Kolde",),
    ),
]


@pytest.mark.parametrize(("tags", "head", "authors"), AUTHORS)
def test_the_people_who_wrote_are_told(tags: str, head: str, authors: tuple[str, ...]) -> None:
    page = f"<html><head>{tags}<title>{TITLE}</title></head><body><article><h1>{TITLE}</h1>{head}"
    source = sources.read(f"{page}{paragraphs()}</article></body></html>".encode(), name="a.html")
    assert sources.metadata_of(source, segments.split(source)).authors == authors


def meta(page: str) -> tuple[str | None, tuple[str, ...], str | None]:
    source = sources.read(page.encode(), name="page.html")
    said = sources.metadata_of(source, segments.split(source))
    return said.title, said.authors, said.published


def test_what_a_blog_says_of_a_post_below_it_counts() -> None:
    line = "Posted by Anja Kolde on May 03, 2009 at 09:02 AM in <a href='/b'>Boats</a>"
    foot = f"<p class='entry-footer'>{line} | <a href='/p'>Permalink</a></p>"
    head = f"<html><head><title>{TITLE}</title></head><body><div><h3>{TITLE}</h3><div>"
    said = meta(f"{head}{paragraphs()}</div>{foot}</div></body></html>")
    assert said == (TITLE, ("Anja Kolde",), "2009-05-03")


def test_a_day_in_a_box_between_paragraphs_is_another_texts() -> None:
    box = (
        "<div class='related'><h3>Related stories</h3><h4><a href='/r'>The slip is dry</a></h4>"
        "<time>May 27, 2021 6:00 AM</time></div>"
    )
    head = "<p class='date'><time>Updated June 02, 2021 9:02 AM</time></p>"
    body = f"<h1>{TITLE}</h1>{head}{paragraphs('', box)}"
    assert meta(f"<html><title>{TITLE}</title><body>{body}</body></html>")[2] == "2021-06-02"


def test_the_site_named_in_a_heading_above_is_not_the_title() -> None:
    site = "Meetings and Press Releases"
    page = f"<html><head><title>{TITLE} | {site}</title></head><body><div><h3>{site}</h3></div>"
    assert meta(f"{page}<h1>{TITLE}</h1>{paragraphs()}</body></html>")[0] == TITLE


SECTIONS = ["Discussion", "Reactions from abroad", "Response:", "What people think", "Comments"]


@pytest.mark.parametrize("name", SECTIONS)
@pytest.mark.parametrize("form", ["<h2>{}</h2>", "<p><em>{}</em></p>", "<p><b>{}</b></p>"])
def test_a_section_that_is_called_as_a_thread_is_of_the_work(name: str, form: str) -> None:
    more = "<ul><li>A team of eight nurses has arrived.</li></ul>"
    found = told(paragraphs("", form.format(name), more))
    assert (found[name], found[THIRD]) == ("heading", "paragraph")
    assert found["A team of eight nurses has arrived."] == "list_item"


def test_a_section_with_its_own_element_is_of_the_work() -> None:
    parts = zip(("Methods", "Discussion", "Outlook"), (FIRST, SECOND, THIRD), strict=True)
    body = "".join(f"<section><h2>{name}</h2><p>{said}</p></section>" for name, said in parts)
    found = told(body)
    assert [found[one] for one in ("Discussion", SECOND, THIRD)] == [
        *("heading", "paragraph", "paragraph")
    ]


def test_what_a_page_calls_a_comment_by_is_none_of_it() -> None:
    said = "The bridge is far too long for a town like this one, and nobody asked us."
    thread = "".join(
        f"<div class='comment'><p>Comment No. 10{day}45</p><p>Kari T., January {day} 2008</p>"
        f"<p>Number {day}: {said}</p></div>"
        for day in (3, 4, 5)
    )
    found = told(paragraphs("", "", f"<div id='comments'><h3>Comments</h3>{thread}</div>"))
    assert found["Comment No. 10345 Kari T., January 3 2008"] == "comment_meta"
    assert found[f"Number 3: {said}"] == "comment"


def test_the_rules_of_a_house_are_nobodys_comment() -> None:
    rules = (
        "By submitting a comment, you accept that the Courier may print that comment in whole or in"
        " part. We reserve the right to close comments at any time."
    )
    found = told(paragraphs("", "", f"<div class='commenting comments'><p>{rules}</p></div>"))
    assert found[rules] == "boilerplate"


def test_what_asks_for_letters_in_a_picture_is_no_comment() -> None:
    form = (
        "<h3>Verify your Comment</h3><h4>Previewing your Comment</h4><p>This is only a preview."
        " Your comment has not yet been posted.</p><p>Having trouble reading this image?</p>"
    )
    said = "<p>The cow of ours is black.</p>"
    one = f"<div class='comment'>{said}<p>Posted by: {{}} | May 3, 2009</p></div>"
    thread = (
        f"<div id='comments'><h2>Comments</h2>{one.format('Hal')}{one.format('Petra')}{form}</div>"
    )
    found = told(paragraphs("", "", thread))
    kinds = {
        kind for words, kind in found.items() if "preview" in words.lower() or "image" in words
    }
    assert kinds == {"boilerplate"}
