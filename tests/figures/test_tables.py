"""Tables of figures for the terminal."""

from annotate.figures import ledger
from annotate.figures.tables import table
from tests.figures.made import figure


def test_figures_stand_without_markup() -> None:
    sentence = "Nearly [9,000](#) Dorvanians hide in Ostrea."
    made = figure(sentence, "Nearly [9,000", document="a", value=9000, places=["Ostrea"])
    (entry,) = ledger([made])
    marks = {"a": [(made.start + 7, made.start + 8)]}
    (words,) = table(entry, marks).columns[1].cells
    assert words == "Nearly 9,000"
