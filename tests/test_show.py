"""What the terminal shows of a span."""

from dataclasses import replace

from annotate import pipeline
from annotate.model import Document, Leaf, Quote, Segment, Stretch
from annotate.show import explanation, line, marked

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


def test_the_attribution_in_a_quotation_is_not_marked_as_said() -> None:
    text = "“The dam,” Kolde said, “is full.”"
    broken = Quote(
        label="direct", start=1, end=32, text=text[1:32], by="rule:a",
        cue=Stretch(start=17, end=21), parts=((1, 9), (24, 32)),
    )  # fmt: skip
    whole = Segment(n=0, kind="paragraph", start=0, end=len(text), number=1)
    shown = marked(Document(id="dam", text=text, segments=(whole,), spans=(broken,)), whole)
    begin = len(shown.plain) - len(text)
    said = [
        shown.plain[each.start : each.end]
        for each in shown.spans
        if each.start >= begin and "italic" in str(each.style)
    ]
    assert said == ["The dam,", "is full."]
    assert "“The dam, … is full.”" in line(broken)
