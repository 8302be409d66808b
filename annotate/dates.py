"""Days as ISO 8601 writes them, or a part of one: 2012-03-01, 2012-03, 2012."""

import re
from datetime import date

_DAY = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2}(?:T[\d:.+Z-]+)?)?)?")


def is_day(written: str) -> bool:
    """Whether some text is a day of the calendar, its month or its year."""
    if not _DAY.fullmatch(written):
        return False
    try:
        date.fromisoformat((written + "-01-01"[len(written) - 4 :])[:10])
    except ValueError:
        return False
    return True
