"""PDFs: reading order, what pages repeat, notes, pages as places, bounds, refusals."""

import re
import subprocess
import zlib
from pathlib import Path

import pytest

from annotate import pipeline, sources
from annotate.cite.snippet import snippet
from annotate.copies import copy
from annotate.errors import SourceError
from annotate.model import Document
from annotate.sources import pdf as reader
from tests.publish import browser
from tests.sources.pdfs import column, pdf

FERRIES = (
    "Nearly 9,000 Dorvanians crossed the Ilva in 2012, Delta Rights Watch says, and the ministry "
    "in Vantor counts fewer than half of them because it counts only who was registered at Brenn."
)
LAMPS = (
    "They come down to the water without lamps, a teacher with her shoes around her neck and two "
    "brothers who carry an engine wrapped in a carpet, and nobody speaks before the far bank."
)
RETURNS = (
    "Ostrea sends back whoever is found, and the League of States has asked twice for an account "
    "of what becomes of them behind the bridge, where no observer has been admitted since June."
)


def read(data: bytes) -> Document:
    return pipeline.read(data, id="ferries", form="pdf")


def of_kind(document: Document, *kinds: str) -> list[str]:
    """The words of the segments of some kinds, as the layers read them."""
    return [
        " ".join(copy(document, segment)[0].split())
        for segment in document.segments
        if segment.kind in kinds
    ]


def body(document: Document) -> list[str]:
    return of_kind(document, "heading", "paragraph", "list_item", "quote")


def covered(document: Document) -> bool:
    """Whether every sign that is no white space is in exactly one segment."""
    owners = [0] * len(document.text)
    for segment in document.segments:
        for start, end in segment.stretches:
            for at in range(start, end):
                owners[at] += 1
    return all(
        owner == 1 for owner, sign in zip(owners, document.text, strict=True) if not sign.isspace()
    )


def test_paragraphs_of_a_column_are_one_segment_each() -> None:
    document = read(pdf([column(f"{FERRIES}\n\n{LAMPS}\n\n{RETURNS}")]))
    assert body(document) == [FERRIES, LAMPS, RETURNS]
    assert covered(document)


def test_columns_are_read_one_after_the_other() -> None:
    left = column(f"{FERRIES}\n\n{LAMPS}", width=40)
    right = column(f"{RETURNS}\n\n{LAMPS}", left=320, width=40)
    mixed = [each for row in zip(left, right, strict=False) for each in row]
    document = read(pdf([mixed]))
    assert body(document)[:3] == [FERRIES, LAMPS, RETURNS]


def test_a_line_across_both_columns_stands_before_them() -> None:
    title = [(72.0, 60.0, 20.0, "*The night ferries of the Ilva and who counts them")]
    columns = column(FERRIES + "\n\n" + LAMPS, top=100, width=40)
    columns += column(RETURNS, left=320, top=100, width=40)
    document = read(pdf([title + columns]))
    assert document.meta.title == "The night ferries of the Ilva and who counts them"
    assert body(document) == [FERRIES, LAMPS, RETURNS]


def test_a_paragraph_that_a_column_cuts_is_one_segment() -> None:
    lines = column(FERRIES + " " + RETURNS, width=40)
    half = len(lines) // 2
    right = [(320.0, 72 + 1.25 * 11 * n, 11.0, line[3]) for n, line in enumerate(lines[half:])]
    document = read(pdf([lines[:half] + right]))
    assert body(document) == [FERRIES + " " + RETURNS]


def test_a_paragraph_that_a_page_cuts_is_one_segment_with_parts() -> None:
    pages = _book()
    document = read(pdf(pages))
    cut = next(each for each in document.segments if each.parts)
    assert " ".join(copy(document, cut)[0].split()) == LAMPS + " " + RETURNS
    assert of_kind(document, "boilerplate")[:3] == ["The Estuary Review", "7", "The Estuary Review"]


def _book() -> list[list[tuple[float, float, float, str]]]:
    """Four pages with a running head and numbers from 7 on; a paragraph runs over the first two."""
    lines = [each[3] for each in column(LAMPS + " " + RETURNS)]
    parts = {0: (600.0, lines[:2]), 1: (150.0, lines[2:])}
    pages = []
    for n in range(4):
        top, own = parts.get(n, (0.0, []))
        cut = [(72.0, top + 13.75 * m, 11.0, words) for m, words in enumerate(own)]
        head, foot = (250.0, 30.0, 9.0, "The Estuary Review"), (290.0, 815.0, 9.0, str(7 + n))
        pages.append([head, *column(FERRIES, top=300), *cut, foot])
    return pages


def test_running_heads_and_page_numbers_are_boilerplate() -> None:
    document = read(pdf(_book()))
    assert not any("Review" in words or words.isdecimal() for words in body(document))
    assert covered(document)


def test_footnotes_are_notes_and_stand_behind_their_page() -> None:
    work = column(f"{FERRIES}\n\n{LAMPS}")
    note = [(72.0, 780.0, 8.0, "1 Ministry of the Interior, Border figures, Vantor 2013, p. 4.")]
    note += [(72.0, 790.0, 8.0, "2 Interview with Anja Kolde, Brenn, 3 May 2013.")]
    document = read(pdf([work + note, column(RETURNS)]))
    assert body(document) == [FERRIES, LAMPS, RETURNS]
    assert of_kind(document, "note") == [note[0][3], note[1][3]]


def test_raised_figures_are_told_from_the_words_they_stand_at() -> None:
    line = (72.0, 72.0, 11.0, "The dam failed in the night of the flood.")
    mark = (72 + 11 * 17.75, 68.0, 6.0, "12")
    document = read(pdf([[line, mark, *column(LAMPS, top=110)]]))
    assert re.search(r"flood\. ?¹²\n", document.text)


def test_a_line_that_a_raised_figure_pushes_down_is_of_its_paragraph() -> None:
    words = column(f"{FERRIES}\n\n{LAMPS}", width=40)
    raised = next(n for n, each in enumerate(words) if "registered" in each[3])
    left, top, size, line = words[raised]
    lower = [(x, y + 3.4 if n >= raised else y, s, w) for n, (x, y, s, w) in enumerate(words)]
    sign = (left + 0.455 * size * len(line), top + 3.4 - 0.35 * size, 0.7 * size, "1")
    document = read(pdf([[*lower, sign, *column(RETURNS, top=400)]]))
    assert len(body(document)) == 3
    assert "¹" in body(document)[0]


def test_a_pdf_that_is_called_a_page_is_read_as_what_it_is() -> None:
    for form in ("html", None):
        document = pipeline.read(pdf([column(FERRIES)]), id="ferries", form=form)
        assert (document.form, body(document)) == ("pdf", [FERRIES])


@pytest.mark.browser
@pytest.mark.skipif(not browser.CHROMIUM, reason="no chromium here")
def test_what_a_browser_prints_in_two_columns_is_read_back(tmp_path: Path) -> None:
    said = [FERRIES, LAMPS, RETURNS]
    page = "".join(f"<p>{words}{'<sup>1</sup>' if words is LAMPS else ''}</p>" for words in said)
    style = "@page{size:A4} div{columns:2;text-align:justify;font:11pt serif} h1{font-size:20pt}"
    (tmp_path / "page.html").write_text(
        f"<!doctype html><meta charset=utf-8><style>{style}</style><h1>The ferries</h1>"
        f"<div>{page * 6}</div>",
        encoding="utf-8",
    )
    printed = tmp_path / "page.pdf"
    subprocess.run(
        [
            str(browser.CHROMIUM),
            *browser.OPTIONS,
            f"--user-data-dir={tmp_path / 'profile'}",
            "--no-pdf-header-footer",
            f"--print-to-pdf={printed}",
            str(tmp_path / "page.html"),
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )
    source = sources.read(printed.read_bytes(), form="pdf")
    blocks = [" ".join(source.text[b.start : b.end].split()) for b in source.blocks]
    assert blocks == ["The ferries", *[FERRIES, LAMPS + "¹", RETURNS] * 6]


def test_a_word_cut_at_the_end_of_a_line_is_whole_again() -> None:
    lines = [
        "The Vantor Conven-",
        "tion binds Ostrea, and its half-",
        "year report says so plainly.",
    ]
    filler = "Nobody at the ministry wished to speak of a half-year before the summer recess began."
    placed = [(72.0, 72 + 13.75 * n, 11.0, words) for n, words in enumerate(lines)]
    document = read(pdf([placed + column(filler, top=140)]))
    assert "Vantor Convention binds" in body(document)[0]


def test_headings_are_told_by_size_and_weight() -> None:
    page = [
        (72.0, 60.0, 22.0, "Two banks, one river"),
        (72.0, 100.0, 15.0, "What the figures say"),
        *column(FERRIES, top=125),
        (72.0, 210.0, 11.0, "*Who counts"),
        *column(LAMPS, top=226),
    ]
    document = read(pdf([page]))
    headings = [each for each in document.segments if each.kind == "heading"]
    assert document.meta.title == "Two banks, one river"
    assert [each.level for each in headings] == [2, 3]


def test_text_that_is_set_in_on_both_sides_is_a_block_quotation() -> None:
    page = column(FERRIES) + column(LAMPS, left=110, top=140, width=50)
    document = read(pdf([page + column(RETURNS, top=240)]))
    assert of_kind(document, "quote") == [LAMPS]


def test_rows_of_a_table_are_read_row_by_row() -> None:
    rows = [("Upper Ilva", "4,000", "9,000"), ("Brenn", "120", "900"), ("Karst Hill", "80", "95")]
    cells = [
        (72.0 + 150 * k, 200 + 16.0 * n, 10.0, cell)
        for n, row in enumerate(rows)
        for k, cell in enumerate(row)
    ]
    document = read(pdf([column(FERRIES) + cells]))
    assert "Upper Ilva\t4,000\t9,000" in document.text


# pages


@pytest.mark.parametrize(
    ("labels", "pages"),
    [
        ("", ["7", "8", "9", "10"]),
        ("/PageLabels << /Nums [0 << /S /r >> 2 << /S /D >>] >>", ["i", "ii", "1", "2"]),
    ],
)
def test_pages_are_called_by_their_labels_or_printed_numbers(labels: str, pages: list[str]) -> None:
    assert [page.label for page in read(pdf(_book(), labels=labels)).pages] == pages


def test_pages_without_labels_or_numbers_are_counted() -> None:
    document = read(pdf([column(FERRIES), column(LAMPS)]))
    assert [page.label for page in document.pages] == ["1", "2"]
    assert [document.text[page.start : page.end].strip()[:4] for page in document.pages] == [
        "Near",
        "They",
    ]


def test_a_citation_names_the_page() -> None:
    document = read(pdf(_book(), info={"Title": "The night ferries"}))
    start = document.text.index("Ilva in 2012")
    made = snippet(document, start, start + 12)
    assert made.pages == "7"
    assert made.paragraphs == "1"
    assert "p. 7" in made.citation.text


def test_a_citation_across_a_page_names_both() -> None:
    document = read(pdf(_book()))
    cut = next(each for each in document.segments if each.parts)
    assert snippet(document, cut.start, cut.end).pages == "7-8"


# properties


def test_a_title_that_is_a_files_name_is_none() -> None:
    for name in ("Microsoft Word - ferries_final2.doc", "report-2013.indd", "untitled"):
        assert read(pdf([column(FERRIES)], info={"Title": name})).meta.title is None


def test_properties_fill_what_the_pages_do_not_say() -> None:
    info = {"Title": "Counting the delta", "Author": "Anja Kolde", "CreationDate": "D:20130502"}
    signed = column(f"{FERRIES}\n\n{LAMPS}\n\nAnja Kolde teaches at the University of Brenn.")
    meta = read(pdf([signed], info=info)).meta
    assert (meta.title, meta.authors, meta.published) == (
        "Counting the delta",
        ("Anja Kolde",),
        "2013-05-02",
    )
    assert meta.origins["published"] == "document properties"


def test_the_day_on_which_a_reader_printed_a_page_is_none_of_the_work() -> None:
    info = {"Creator": "Mozilla/5.0 (X11) Chrome/150.0 Safari/537.36", "CreationDate": "D:20240109"}
    meta = read(pdf([column(FERRIES)], info=info)).meta
    assert (meta.published, meta.accessed) == (None, "2024-01-09")


def test_an_author_whom_no_page_names_is_nobody() -> None:
    assert read(pdf([column(FERRIES)], info={"Author": "Front Desk"})).meta.authors == ()


# what cannot be read


def refused(data: bytes) -> str:
    with pytest.raises(SourceError) as caught:
        read(data)
    return str(caught.value)


def test_a_pdf_of_pictures_asks_for_ocr() -> None:
    assert "run OCR" in refused(pdf([[]]))


def test_a_damaged_pdf_is_refused_in_a_sentence() -> None:
    whole = pdf([column(FERRIES)])
    assert "damaged" in refused(b"%PDF-1.7\n" + whole[20:200])


def test_a_locked_pdf_asks_for_one_without_a_password() -> None:
    locked = "/Encrypt << /Filter /Standard /V 1 /R 2 /P -44 /O <{0}> /U <{0}> >>".format("41" * 32)
    data = pdf([column(FERRIES)], trailer=locked + " /ID [<41><41>]")
    assert "locked by a password" in refused(data)


def test_more_pages_than_the_bound_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "PAGES", 1)
    assert "2 pages" in refused(pdf([column(FERRIES), column(LAMPS)]))


def test_a_page_with_more_signs_than_the_bound_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "OF_PAGE", 50)
    assert "signs on page 1" in refused(pdf([column(FERRIES)]))


@pytest.mark.slow
def test_a_compressed_bomb_ends_at_the_bounds() -> None:
    bomb = zlib.compress(b" " * 300_000_000 + b"BT ET", 9)
    whole = pdf([column(FERRIES)]).decode("cp1252")
    start, end = whole.index("<< /Length"), whole.index("endstream")
    head = f"<< /Filter /FlateDecode /Length {len(bomb)} >>\nstream\n"
    data = whole[:start].encode() + head.encode() + bomb + b"\n" + whole[end:].encode("cp1252")
    assert "OCR" in refused(data) or "bounds" in refused(data)


def test_a_page_of_monstrous_size_is_read_all_the_same() -> None:
    data = pdf([column(FERRIES)]).replace(b"[0 0 595 842]", b"[0 0 9e5 842]")
    assert body(read(data)) == [FERRIES]


def test_bytes_after_the_first_may_be_anything(tmp_path: Path) -> None:
    whole = pdf([column(FERRIES)], info={"Title": "x"})
    for cut in range(0, len(whole), 97):
        broken = whole[:cut] + b"\xff\x00" + whole[cut + 2 :]
        try:
            assert covered(read(broken))
        except SourceError as error:
            assert str(error).startswith("ferries: ")  # noqa: PT017  # either will do
