"""What announces readers' comments on a page, and what does not."""

import pytest

from annotate.sources import announcements


@pytest.mark.parametrize(
    "words",
    [
        "3 Comments",
        "Comments (12)",
        "12 Responses to “The ferry at Brenn”",
        "Most recent of 4 Talkback(s)",
        "Latest 10 of 38 comments",
        "Comment(s)",
        "Showing 6 comments",
        "Showing posts 1 - 6 of 6",
        "Comments in chronological order (Total 6 comments)",
        "Talkbacks for this article: 28",
        "Talkback – add your opinion",
        "17 reader opinions",
        "What do you think?",
        "2 Answers",
        "12 Kommentarer",
        "コメント (3)",
        "3 Kommentare zu „Die Fähre nach Brenn“",
        "Ein Kommentar",
        "2 Antworten auf „Die Fähre“",
        "Leserkommentare",
        "4 réponses à « Le bac de Brenn »",
        "2 comentarios en “La barca”",
    ],
)
def test_a_heading_announces_comments(words: str) -> None:
    assert announcements.on_page(words)


@pytest.mark.parametrize(
    "words",
    [
        "The Ministry had no comment on the ferry at Brenn",
        "Most recent of the floods",
        "4 talks in Vantor",
        "Talkback radio comes to the delta",
        "Opinion",
        "10 of 38 boats",
        "Ein Kommentar von Anja Kolde",
        "Keine Antwort vom Ministerium",
    ],
)
def test_a_line_of_the_work_announces_none(words: str) -> None:
    assert not announcements.on_page(words)
