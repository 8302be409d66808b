"""Counts of who says what, by what a page shows: made with the list of statements, then only read.

In each, `statements` counts all that is said, `different` what does not repeat the words of another
statement, `articles` the articles that it is said in.
"""

import sqlite3

TABLES = ("speakers", "positions", "quoting", "word_uses", "urgings")

_COUNTS = "count(*), sum(first), count(DISTINCT document)"
_WITHIN = "count(*), count(DISTINCT echo), count(DISTINCT document)"
"""What is counted of all that one speaker says, and of what some articles or addressees have."""


def tally(conn: sqlite3.Connection) -> None:
    """Count the statements anew. Within the caller's transaction."""
    for table in TABLES:
        conn.execute(f"DELETE FROM {table}")  # noqa: S608  # ours
    for statement in _TALLIES:
        conn.execute(statement.replace("COUNTS", _COUNTS).replace("WITHIN", _WITHIN))


_TALLIES = (
    """INSERT INTO positions (speaker, topic, voice, label, statements, different, articles)
    SELECT speaker, topic, voice, label, COUNTS FROM statements WHERE layer = 'stance'
    GROUP BY speaker, topic, voice, label ORDER BY speaker, topic, voice, label""",
    """INSERT INTO speakers (name, named, statements, different, articles,
        quotes, stances, terms, figures, own, first_hand, second_hand, comments,
        own_stances, reported_stances, comment_stances, first_day, last_day)
    SELECT speaker, max(named), COUNTS,
        sum(first AND layer = 'quote'), sum(first AND layer = 'stance'),
        sum(first AND layer = 'term'), sum(first AND layer = 'number'),
        sum(first AND voice = 'author'), sum(first AND voice = 'first-hand'),
        sum(first AND voice = 'second-hand'), sum(first AND voice = 'comment'),
        sum(first AND layer = 'stance' AND voice = 'author'),
        sum(first AND layer = 'stance' AND voice IN ('first-hand', 'second-hand')),
        sum(first AND layer = 'stance' AND voice = 'comment'), min(published), max(published)
    FROM statements GROUP BY speaker ORDER BY speaker""",
    """INSERT INTO quoting (reporter, speaker, voice, statements, different, articles)
    SELECT reporter, speaker, voice, WITHIN FROM (
        SELECT reporter, speaker, voice, echo, document FROM statements
        WHERE layer = 'quote' AND voice = 'second-hand' AND reporter IS NOT NULL
        UNION ALL
        SELECT writers.name, speaker, voice, echo, statements.document
        FROM statements JOIN writers ON writers.document = statements.document
        WHERE layer = 'quote' AND voice = 'first-hand'
    ) WHERE speaker IS NOT NULL
    GROUP BY reporter, speaker, voice ORDER BY reporter, speaker, voice""",
    """INSERT INTO word_uses
        (side, who, family, use, voice, word, statements, different, articles)
    SELECT 'speaker', speaker, topic, label, voice, word, COUNTS
    FROM statements WHERE layer = 'term'
    GROUP BY speaker, topic, label, voice, word ORDER BY speaker, topic, label, voice, word""",
    # Once for each use: an article with two writers holds a word of theirs once.
    """INSERT INTO word_uses
        (side, who, family, use, voice, word, statements, different, articles)
    SELECT 'outlet', publisher, topic, label, voice, word, WITHIN FROM (
        SELECT publisher, topic, label, voice, word, min(echo) AS echo, document
        FROM statements WHERE layer = 'term' GROUP BY span
    ) GROUP BY publisher, topic, label, voice, word
    ORDER BY publisher, topic, label, voice, word""",
    """INSERT INTO urgings
        (addressee, topic, act, label, voice, statements, different, articles)
    SELECT addressee, topic, act, label, voice, WITHIN FROM (
        SELECT addressee, topic, act, label, statements.voice, min(echo) AS echo, document
        FROM statements LEFT JOIN stance_addressees ON stance = span
        WHERE layer = 'stance' AND (act = 'urges' OR addressee IS NOT NULL)
        GROUP BY span, addressee
    ) GROUP BY addressee, topic, act, label, voice
    ORDER BY addressee, topic, act, label, voice""",
)
