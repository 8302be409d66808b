"""Names in a list: those from a token on, and what joins one to the name before it."""

from itertools import takewhile

from annotate.grammar import titles
from annotate.grammar.reading import Reading

_JOINING = frozenset({",", "and"})


def names_from(reading: Reading, first: int, last: int) -> list[tuple[int, int]]:
    """The tokens of each name of a list that begins at a token: "Ostrea, the ODP and Orr".

    One alone is a list of one; whatever is no name ends it.
    """
    found: list[tuple[int, int]] = []
    at = first
    while at < last:
        at += reading.words[at] == "the"
        if at not in reading.names:
            break
        found.append((at, reading.name_at(at)[1]))
        end = found[-1][1]
        at = end + sum(1 for _ in takewhile(_JOINING.__contains__, reading.words[end : end + 2]))
        if at == end:
            break
    return found


def joined_before(reading: Reading, at: int) -> int:
    """Where what joins the name at a token to one before it begins: ", | ", " and | ", "and Judge
    | ", ", and the | ", "and Selm Trust director | ". 0 if nothing does.
    """
    words, titled = reading.words, at
    while titled > 0 and titled - 1 not in reading.names and words[titled - 1] in titles.offices():
        titled -= 1
    body = reading.names.get(titled - 1) if titled < at else None
    if body is not None and body.label in {"GPE", "NORP", "ORG"}:
        titled, _ = reading.name_at(titled - 1)
    elif titled < at:  # "and Harbour Board chairwoman | ", of which no name is known
        titled = next(n for n in range(titled, -1, -1) if not n or not reading.title_case(n - 1))
    at = titled if words[titled - 1 : titled] in {("and",), (",",)} else at
    at -= words[at - 1 : at] == ("the",)
    last = at
    at -= words[at - 1 : at] == ("and",)
    at -= words[at - 1 : at] == (",",)
    return at if 0 < at < last else 0
