"""Whether a speaker has a name: “Tomas Verrin” has one, “a teacher” and “Ostreans” have none."""

import re
import sqlite3
from collections.abc import Callable

from annotate.lexicons import listed

_LINKS = listed("name_particles", "minor_words") | {"a", "at", "y"}
"""Words within names that begin with a small letter."""

_KNOWN = """
SELECT DISTINCT canonical FROM entities WHERE label <> 'NORP'
UNION SELECT canonical FROM names WHERE label <> 'NORP'
UNION SELECT name FROM authors
UNION SELECT coalesce(publisher, container_title) FROM documents
    WHERE coalesce(publisher, container_title) IS NOT NULL
UNION SELECT author FROM segments WHERE author IS NOT NULL"""


def naming(conn: sqlite3.Connection) -> Callable[[str | None], int]:
    """What tells 1 for the name of somebody, 0 for a description, a people or nothing.

    Known are the names found in the corpus, the codebook's, writers and commenters; of others, a
    name is what is written like one.
    """
    known = {str(row[0]) for row in conn.execute(_KNOWN)}
    peoples = {str(row[0]) for row in conn.execute(_PEOPLES)} - known

    def is_named(speaker: str | None) -> int:
        if speaker is None or speaker in peoples:
            return 0
        return int(speaker in known or is_written_like_a_name(speaker))

    return is_named


_PEOPLES = """
SELECT DISTINCT canonical FROM entities WHERE label = 'NORP'
UNION SELECT demonym FROM names WHERE demonym IS NOT NULL
UNION SELECT demonym || 's' FROM names WHERE demonym IS NOT NULL"""


def is_written_like_a_name(words: str) -> bool:
    """Whether all words but those of grammar begin with no small letter, and one is there."""
    own = [word for word in re.findall(r"[^\W\d_]+", words) if word not in _LINKS]
    long = [word for word in own if len(word) > 1]  # not the s of "Sorn's"
    begins = words[:1].isalnum()  # not "% of Haixians"
    return (
        begins and bool(long) and not any(word[0].islower() or _PLURAL.match(word) for word in long)
    )


_PLURAL = re.compile(r"[A-Z]{2,}s$")
"""Several of what has a short name: NGOs, MPs."""
