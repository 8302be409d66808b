"""What the terminal shows of a span."""

from dataclasses import replace

from annotate import pipeline
from annotate.model import Leaf
from annotate.show import explanation

PAGE = (
    "<html><body><article><h1>The dam</h1><p>Nearly 4,000 Dorvanians crossed the Ilva.</p>"
    "</article></body></html>"
)


def test_an_explanation_leads_back_into_the_page_as_received() -> None:
    document = pipeline.tag(pipeline.read(PAGE, id="dam", form="html"), layers=("number",))
    said = list(explanation(document, document.spans[0]))
    start = PAGE.index("Nearly")
    assert "  element  /html/body/article/p" in said
    assert f"  source   characters {start}–{PAGE.index('</p>')} as received" in said


def test_an_explanation_names_the_printed_page_and_no_element_where_there_is_none() -> None:
    document = pipeline.read("Nearly 4,000 Dorvanians crossed the Ilva.\n", id="dam", form="text")
    document = replace(document, pages=(Leaf(start=0, end=len(document.text), label="12"),))
    tagged = pipeline.tag(document, layers=("number",))
    said = "\n".join(explanation(tagged, tagged.spans[0]))
    assert "¶ 1, p. 12, characters 0–" in said
    assert "element" not in said
    assert "as received" not in said
