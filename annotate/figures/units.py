"""Which figures may be compared, and by what their values are multiplied for it."""

from functools import cache

from annotate import lexicons
from annotate.figures.figure import Figure


def kind_of(figure: Figure) -> str:
    """What may be compared with what: shares with shares, lengths with lengths."""
    if figure.label in ("percent", "fraction"):
        return "share"
    unit = figure.unit or ""
    return (
        f"{figure.label} {dimension(unit)}"
        if figure.label == "measure"
        else f"{figure.label} {unit}"
    )


def dimension(unit: str) -> str:
    """What a unit measures, the unit itself where that is not known."""
    return _units().get(unit, (unit, 1.0))[0]


def factor(figure: Figure) -> float:
    """By what a figure's values are multiplied to be comparable with others of its kind."""
    if figure.label == "fraction":
        return 100.0
    return _units().get(figure.unit or "", ("", 1.0))[1] if figure.label == "measure" else 1.0


@cache
def _units() -> dict[str, tuple[str, float]]:
    return {row[0]: (row[1], float(row[2])) for row in lexicons.table("units")}
