"""Threads of readers' comments on web pages: as many systems write them, each with one pattern.

A row of pages/threads.tsv is a pattern: {i} its number, {who} and {when} its stamp, {day} the same
in ISO 8601, {ps} what is said in paragraphs, {br} in lines.
"""

from collections.abc import Sequence
from pathlib import Path

import pytest

from annotate import segments
from annotate.sources import html

SAID = [
    (
        "Karel J.",
        "2013-03-15T08:02",
        "March 15, 2013 at 8:02 am",
        ("I count them every morning.", "All of them, and nobody asks me for the list."),
    ),
    ("pontoon77", "2013-03-15T09:15", "March 15, 2013 at 9:15 am", ("Then write to me, please.",)),
    (
        "Lena Orsk",
        "2013-03-16T21:40",
        "March 16, 2013 at 9:40 pm",
        ("My father says that the first flood was earlier. He kept a diary of it.",),
    ),
]
WORK = (
    "Whenever Ostrea is in the news, somebody gives a number, and nobody says who counted it.",
    "Let me start with what can be counted: the names on the lists of the parish of Brenn.",
    "The ministry in Vantor counts nobody, and the office counts only who comes to its door.",
)
ROWS = Path(__file__).parents[1] / "pages" / "threads.tsv"
THREADS = {
    row.split("\t")[0]: row.split("\t")[1:]
    for row in ROWS.read_text("utf-8").splitlines()
    if not row.startswith("#")
}


SHORT = (f"{WORK[0]} {WORK[1]}",)
"""A work of one paragraph, as blogs have them."""


def page(above: str, one: str, below: str, told: Sequence[str] = WORK) -> str:
    thread = "".join(
        one.format(
            i=n,
            who=who,
            when=when,
            day=day,
            ps="".join(f"<p>{words}</p>" for words in said),
            br="<br><br>".join(said),
        )
        for n, (who, day, when, said) in enumerate(SAID, 1)
    )
    work = "".join(f"<p>{words}</p>" for words in told)
    return (
        "<html><head><title>Counting the Delta</title></head><body><div><div class='entry'>"
        f"<h1>Counting the Delta</h1><p>By Mirek Dahl, 14 March 2013</p>{work}</div>"
        f"{above}{thread}{below}</div></body></html>"
    )


def read(made: str) -> tuple[list[tuple[str | None, str | None, str]], tuple[str, ...]]:
    """The comments of a page, who wrote each and when, and the paragraphs of its work."""
    source = html.read(made)
    found = segments.split(source)
    said = [
        (one.author, one.date, source.text[one.start : one.end])
        for one in found
        if one.kind == "comment"
    ]
    return said, tuple(source.text[one.start : one.end] for one in found if one.number)


@pytest.mark.parametrize("thread", THREADS.values(), ids=THREADS)
def test_each_comment_is_one_segment_with_its_author_and_date(thread: list[str]) -> None:
    said, work = read(page(*thread))
    assert said == [(who, day, "\n\n".join(words)) for who, day, _, words in SAID]
    assert work == WORK


UNTOLD = {
    "posts of a board": "a board has its own words above its first post",
    "rules, signed": "nothing but a line's end parts the heading from the comments",
    "rules": "nothing but a line's end parts the heading from the comments",
    "rows that wrap": "no heading",
    "tables of nobody's name": "no heading",
}
"""Threads that are read below a longer work, and not yet below one of a paragraph."""


@pytest.mark.parametrize(
    "thread",
    [
        pytest.param(
            thread,
            marks=[pytest.mark.xfail(strict=True, reason=UNTOLD[name])] if name in UNTOLD else [],
        )
        for name, thread in THREADS.items()
    ],
    ids=THREADS,
)
def test_a_work_of_one_paragraph_is_none_of_the_thread_below_it(thread: list[str]) -> None:
    said, work = read(page(*thread, told=SHORT))
    assert [words for _, _, words in said] == ["\n\n".join(words) for *_, words in SAID]
    assert work == SHORT


def test_a_comment_with_a_title_above_its_name_is_one_segment() -> None:
    one = (
        '<div class="comment odd"><h3><a href="#c{i}">The list</a></h3><div class="submitted">'
        'Submitted by <span class="username">{who}</span> on Mon, {when}.</div>'
        '<div class="content">{ps}</div></div>'
    )
    source = html.read(page('<div id="comments"><h2>Comments</h2>', one, "</div>"))
    found = [one for one in segments.split(source) if one.kind == "comment"]
    shown = [[source.text[a:b] for a, b in one.stretches] for one in found]
    assert shown == [["The list", "\n\n".join(words)] for _, _, _, words in SAID]


AGES = ("8d", "17h", "3mo")


def test_a_thread_may_tell_ages_instead_of_days() -> None:
    one = (
        '<div class="comment"><div class="flex"><div>{who}</div><div title="x">{age}'
        "</div></div><button>Liked by Mirek Dahl</button><div>{ps}</div>"
        "<a>Expand full comment</a><a>Reply</a></div>"
    )
    said = [("Karel J.", SAID[0][3]), ("pontoon orsk", SAID[1][3]), ("Lena Orsk", SAID[2][3])]
    thread = "".join(
        one.format(i=n, who=who, age=age, ps="".join(f"<p>{words}</p>" for words in spoken))
        for n, ((who, spoken), age) in enumerate(zip(said, AGES, strict=True))
    )
    below = f"{thread}<a>23 more comments...</a></div>"
    source = html.read(page('<div class="comments"><h4>Discussion</h4>', "", below))
    found = segments.split(source)
    comments = [
        (one.author, source.text[one.start : one.end]) for one in found if one.kind == "comment"
    ]
    assert comments == [(who, "\n\n".join(spoken)) for who, spoken in said]
    metas = [source.text[one.start : one.end] for one in found if one.kind == "comment_meta"]
    assert metas == [f"{who}\n\n{age}" for (who, _), age in zip(said, AGES, strict=True)]


def test_a_thread_may_tell_days_without_their_year() -> None:
    one = (
        '<div class="individualcomment"><div class="left"><span class="byline">{who}</span><br>'
        '<p class="dateline"><a href="#c{i}">January  7 19:1{i}</a></p></div><div>{ps}</div></div>'
    )
    source = html.read(page('<div class="rows">', one, "</div>"))
    found = [one for one in segments.split(source) if one.kind.startswith("comment")]
    assert [(each.kind, each.author, each.date) for each in found] == [
        (kind, who, None) for who, _, _, _ in SAID for kind in ("comment_meta", "comment")
    ]


def test_who_answers_whom_is_told_beside_the_name() -> None:
    one = (
        '<li class="post" id="post-{i}"><div class="body"><header><span class="byline"><span'
        ' class="author"><a href="/by/{i}">{who}</a></span> <span>Mod</span> <a href="#p0">Mirek'
        ' Dahl</a></span> • <a class="time-ago" href="#p{i}" title="{when}">5 years ago</a>'
        "</header><div>{ps}</div><footer><a>Reply</a></footer></div></li>"
    )
    above = '<section id="conversation"><div><div><ul class="list">'
    source = html.read(page(above, one, "</ul></div></div></section>"))
    found = [one for one in segments.split(source) if one.kind.startswith("comment")]
    assert [(each.kind, each.author, each.date) for each in found] == [
        (kind, who, day) for who, day, _, _ in SAID for kind in ("comment_meta", "comment")
    ]


NO_THREADS = {
    "teasers": '<div class="item"><h3><a href="/a{i}">News of {i}</a></h3><p>{when}</p>{ps}</div>',
    "links": '<li><a href="/a{i}">What the ministry said of the count {i}</a> {when}</li>',
    "a table of dates": "<tr><td>{when}</td><td>{i}</td></tr>",
}


@pytest.mark.parametrize("one", NO_THREADS.values(), ids=NO_THREADS)
def test_a_list_of_dates_is_no_thread(one: str) -> None:
    source = html.read(page("<div><h3>Latest news</h3>", one, "</div>"))
    assert "comment" not in {one.kind for one in segments.split(source)}


def test_a_thread_without_dates_changes_between_names_and_sentences() -> None:
    one = "<p>{br}</p><p>{who}, Karst Hill, Ostrea</p>"
    source = html.read(page("<div><h3>Comments</h3>", one, "</div>"))
    said = [
        (found.author, source.text[found.start : found.end])
        for found in segments.split(source)
        if found.kind == "comment"
    ]
    assert said == [(f"{who}, Karst Hill, Ostrea", "\n\n".join(words)) for who, _, _, words in SAID]


def test_a_thread_ends_with_its_element() -> None:
    side = (
        "<div class='box'><h3>The weather</h3><p>It rains in Brenn, and it will not stop.</p></div>"
    )
    made = page("<div><h3>Comments</h3>", "<p>{br}</p><p>{who}</p>", f"</div></div><div>{side}")
    source = html.read(made)
    weather = source.text.index("It rains")
    kinds = {one.kind for one in segments.split(source) if one.start <= weather < one.end}
    assert kinds == {"boilerplate"}


EMPTY = [
    "<h2>Comments</h2><p>This article has no comments.</p><h2>Write a new comment</h2>",
    "<h3>HAVE YOUR SAY…</h3><p>Be the first to post a comment on this story.</p>",
    "<h4>Comments</h4><p>There are no comments yet.</p><p>You must be logged in to post.</p>",
    "<h4>Comments</h4><p>The comments below have been moderated in advance.</p>",
    "<h4>Comments</h4><p>You can follow this by subscribing to the comment feed for this post.</p>",
    "<h4>Comments</h4><p>Commenting is not available in this weblog entry.</p>",
    "<h4>Comments</h4><p>Place your comment</p><p>What is social bookmarking?</p>",
    "<h4>Reader comments</h4><div>Source: Delta Wire. All rights reserved.</div>",
    "<p>Sign on to post your comment.</p><p>Share this: Mark | Send | Print | What's this?</p>",
]


@pytest.mark.parametrize("area", EMPTY)
def test_what_asks_for_comments_is_none(area: str) -> None:
    source = html.read(page(f'<div class="comments">{area}', "", "</div>"))
    kinds = {one.kind for one in segments.split(source)}
    assert kinds <= {"title", "byline", "paragraph", "boilerplate", "notice"}


def test_a_box_called_comments_has_a_short_work_above_it() -> None:
    one = (
        '<div class="js-single"><div class="js-name">{who}</div><div class="js-date">{when}</div>'
        '<div class="js-text">{ps}</div><div>Reply</div></div>'
    )
    said, work = read(page('<div class="js-comments">', one, "</div>", told=SHORT))
    assert [who for who, _, _ in said] == [who for who, *_ in SAID]
    assert work == SHORT


def test_who_posted_a_short_work_may_stand_below_it() -> None:
    below = "<p class='footer'>Posted by Mirek Dahl on March 14, 2013</p><div id='comments'><h4>3"
    one = "<div class='comment'><p>{who}<br>{when}</p>{ps}</div>"
    said, work = read(page(f"{below} comments</h4>", one, "</div>", told=SHORT))
    assert (len(said), work) == (len(SAID), SHORT)


def test_what_most_comments_have_is_a_button() -> None:
    one = (
        '<div class="comment"><div class="author">{who}</div><div class="date">{when}</div>{ps}'
        "<div>promote {i}</div></div>"
    )
    source = html.read(page('<div class="comments"><h3>3 Comments</h3>', one, "</div>"))
    found = segments.split(source)
    kinds = {source.text[one.start : one.end]: one.kind for one in found}
    assert {kinds[f"promote {n}"] for n in (1, 2, 3)} == {"boilerplate"}


def test_a_name_in_a_cite_of_its_own_line_is_who_comments() -> None:
    one = (
        '<li class="comment" id="dsq-comment-{i}"><div><cite><span>{who}</span></cite></div>'
        "<div>{ps}</div></li>"
    )
    said, _ = read(page('<div id="disqus_thread"><ul id="dsq-comments">', one, "</ul></div>"))
    assert [(who, words) for who, _, words in said] == [
        (who, "\n\n".join(words)) for who, _, _, words in SAID
    ]


def test_a_heading_of_comments_is_none_of_the_work_however_long_the_first_is() -> None:
    long = "".join(f"<p>{words}</p>" for words in (*WORK, *WORK))
    one = "{ps}<p>- {who}, {when}</p>"
    said, work = read(page("<h3>Reader comments</h3>", f"{long}{one}", ""))
    assert (len(said), work) == (len(SAID), WORK)


def test_a_poll_is_no_thread() -> None:
    poll = "<p>Is it the right count?</p><p>The office counts now. Do you think it can?</p>"
    source = html.read(page("<div><h4>YOUR SAY</h4>", poll, "</div>"))
    assert {one.kind for one in segments.split(source)} <= {
        *("title", "byline", "paragraph", "boilerplate")
    }


def test_a_thread_ends_where_other_articles_begin() -> None:
    one = '<div class="comment"><p>{who}<br>{when}</p>{ps}</div>'
    below = (
        "<h3>Recent posts from the Delta Log</h3><ul><li>The ferry of Karst Hill is late.</li>"
        "<li>Nobody has painted the lock yet.</li></ul></div>"
    )
    source = html.read(page('<div id="comments"><h2>Comments</h2>', one, below))
    ferry = source.text.index("The ferry of")
    assert {s.kind for s in segments.split(source) if s.end > ferry} == {"boilerplate"}
