"""Bylines: writers, day and publisher of a work from one line."""

import pytest

from annotate.sources import byline_forms, bylines

AUTHORS = [
    ("By Anja Kolde", ["Anja Kolde"]),
    ("by Anja Kolde", ["Anja Kolde"]),
    ("BY ANJA KOLDE", ["Anja Kolde"]),
    ("By Anja Kolde and Tomas Verrin", ["Anja Kolde", "Tomas Verrin"]),
    ("By Anja Kolde, CNN", ["Anja Kolde"]),
    ("By AFP in Brenn", []),
    ("By ANJA KOLDE Associated Press", ["Anja Kolde"]),
    ("By ANJA KOLDE FOR THE LORTON COURIER", ["Anja Kolde"]),
    ("By Anja Kolde @anjakolde", ["Anja Kolde"]),
    ("By Anja Kolde, Home Affairs Editor", ["Anja Kolde"]),
    ("By Anja Kolde Political Correspondent", ["Anja Kolde"]),
    ("By Anja Kolde, Courier News, Brenn", ["Anja Kolde"]),
    ("Anja Kolde, Transport reporter, Lorton Courier", ["Anja Kolde"]),
    ("Anja Kolde, Chief Political Correspondent 2 March 2024 • 8:48pm", ["Anja Kolde"]),
    ("Anja Kolde / Transport Correspondent / @anjakolde", ["Anja Kolde"]),
    (
        "By Anja Kolde, Political Editor, and Marek Osten, Chief Reporter",
        ["Anja Kolde", "Marek Osten"],
    ),
    ("By Anja Kolde, Staff Writer May 14, 2021 5 AM PT", ["Anja Kolde"]),
    ("Anja Kolde, Lorton Courier Published 5:02 p.m. ET Feb. 3, 2019", ["Anja Kolde"]),
    ("By Anja Kolde, Hanne Rook & Marek Toll", ["Anja Kolde", "Hanne Rook", "Marek Toll"]),
    ("By Dr. Anja Kolde", ["Anja Kolde"]),
    ("By Professor Anja Kolde", ["Anja Kolde"]),
    ("By Anja zur Linden and Rhys ap Orr", ["Anja zur Linden", "Rhys ap Orr"]),
    ("By Pieter van der Ost", ["Pieter van der Ost"]),
    ("Von Anja Kolde", ["Anja Kolde"]),
    ("Av: Anja Kolde", ["Anja Kolde"]),
    ("By Anja Kolde, professor of geography", ["Anja Kolde"]),
    ("Marek Toll, Staff Writer", ["Marek Toll"]),
    ("Written by Marek Toll | 4 min read", ["Marek Toll"]),
    ("Ilse Marant wrote this report for Delta Rights Watch.", ["Ilse Marant"]),
    ("This report was prepared by Ilse Marant for Delta Rights Watch.", ["Ilse Marant"]),
    ("(Reporting by Lena Orsk; editing by Marek Toll)", ["Lena Orsk"]),
    ("Lowland Voices | Posted on 14 March 2013 by Mirek Dahl", ["Mirek Dahl"]),
    ("By | March 4, 2013 | No Comments", []),
    ("Posted by Anja Kolde at 9:02 AM", ["Anja Kolde"]),
    ("Posted by Anja Kolde at 9:02 AM on 3 May 2018", ["Anja Kolde"]),
    ("Words by Anja Kolde", ["Anja Kolde"]),
    ("Research and text: Anja Kolde, Hanne Rook", ["Anja Kolde", "Hanne Rook"]),
    ("Text: Anja Kolde | Photos: Ivo Stamm", ["Anja Kolde"]),
    ("Interview: Lena Orsk. Photos: Ivo Stamm", ["Lena Orsk"]),
    ("Story: Lena Orsk & Marek Toll", ["Lena Orsk", "Marek Toll"]),
    ("Tomas Hale reports from Karst Hill", ["Tomas Hale"]),
    ("By Lena Orsk and Marek Toll, Vantor", ["Lena Orsk", "Marek Toll"]),
    ("By HANNE ROOK & MAREK TOLL in Brenn", ["Hanne Rook", "Marek Toll"]),
    ("By Lena Orsk and Marek Toll, Vantor Courier", ["Lena Orsk", "Marek Toll"]),
    ("By Lena Orsk, David Post", ["Lena Orsk", "David Post"]),
    ("Von Lena Orsk | Stand: 12. März 2019, 06:30 Uhr", ["Lena Orsk"]),
    ("Eingestellt von Marek Toll", ["Marek Toll"]),
    ("Eine Rezension von Anja Kolde", ["Anja Kolde"]),
    ("Autorin: Anja Kolde", ["Anja Kolde"]),
]
PUBLISHERS = [
    ("By Joren Tael for The Marrow Institute", "The Marrow Institute"),
    ("By Joren Tael for DRW", "DRW"),
    ("By Joren Tael, Vantor Courier, 9 March 2016", "Vantor Courier"),
    ("Special to The Estuary Review", "The Estuary Review"),
    ("The Estuary Review, September 2013", "The Estuary Review"),
    ("Vantor Courier, 9 March 2016", "Vantor Courier"),
    ("by Lena Orsk | Vantor Courier | 8 May 2013", "Vantor Courier"),
    ("Ilse Marant wrote this report for the Delta Rights Watch.", "Delta Rights Watch"),
    ("Karst Hill, 8 October 2012", None),
    ("By Anja Kolde, professor at the University of Brenn", None),
    ("By Anja Kolde in Brenn", None),
]
DAYS = [
    ("By | March 4, 2013 | No Comments", "2013-03-04"),
    ("Published: 12.03.2014 14:05 CET", "2014-03-12T14:05"),
    ("Last updated 2013-02-03T10:00Z", "2013-02-03T10:00"),
    ("Tuesday, November 20, 2012", "2012-11-20"),
    ("Posted by admin on March 3, 2012", "2012-03-03"),
    ("By Anja Kolde | January 14, 2008; 4:38 PM ET", "2008-01-14"),
    ("Posted by Anja Kolde @ 5:56 am, January 18, 2008", "2008-01-18T05:56"),
    ("Oran/Brussels, 9 May 2017", "2017-05-09"),
    ("2 March 2024 • 8:48pm", "2024-03-02T20:48"),
    ("by Jo Pell, The Brenn Courier Feb. 9, 2024 6:56 am Feb. 8, 2024 9:00 pm", "2024-02-09T06:56"),
    ("Anja Kolde, Political Editor 2 March 2024 • 8:48pm", "2024-03-02T20:48"),
    ("May 14, 2021 6:04 PM GMT+2 Updated an hour ago", "2021-05-14T18:04"),
    ("Friday, 14 May 2021 11:09 AM [ IST ]", "2021-05-14T11:09"),
    ("May 14, 2021 @ 7:15am", "2021-05-14T07:15"),
    ("Karst Hill, 8 October 2012", "2012-10-08"),
    ("Tue 28 Jun 2022, 6.40am", "2022-06-28T06:40"),
    ("17th May 2023", "2023-05-17"),
    ("Updated 1104 GMT (1904 HKT) March 3, 2020", "2020-03-03"),
    ("Publié le 3 mars 2020 à 07h00 - Mis à jour le 4 mars 2020 à 09h12", "2020-03-03T07:00"),
    ("Mis à jour le 4 mars 2020", "2020-03-04"),
    ("Publicerad: 3 mars 2020 kl 07.00", "2020-03-03"),
    ("Publicado 3 de marzo de 2020 | Actualizado 4 de marzo de 2020", "2020-03-03"),
    ("Nanwan, 17th May 2023", "2023-05-17"),
    ("Tue Sep 14 10:31:07 CEST 2004", "2004-09-14"),
    ("Stand: 12. März 2019, 06:30 Uhr", "2019-03-12T06:30"),
    ("Zuletzt aktualisiert am 12.03.2019 um 17.05 Uhr", "2019-03-12T17:05"),
    ("Pressemitteilung Nr. 87/2014 vom 23. September 2014", "2014-09-23"),
    ("Published: Sat 14 July 2018, 09:12 | Updated: Sun 15 July 2018, 11:00", "2018-07-14T09:12"),
]
NOT_BYLINES = [
    "By Tuesday the river had risen.",
    "Deputy Political Editor",
    "A letter to the editor",
    "The board, said the editor, met on 3 March 2020",
    "By morning eleven people will be in Ostrea",
    "In 2002 officials met in Brenn",
    "Bill Rich",
    "The deputies will debate the figures on 3 June.",
    "Home | Issues | Essays",
    "",
]


@pytest.mark.parametrize(("line", "names"), AUTHORS)
def test_a_byline_names_its_writers(line: str, names: list[str]) -> None:
    said = bylines.read(line)
    assert said is not None
    assert list(said.authors) == names


@pytest.mark.parametrize(("line", "name"), PUBLISHERS)
def test_a_publisher_is_told_from_a_town(line: str, name: str | None) -> None:
    said = bylines.read(line)
    assert said is not None
    assert said.publisher == name


@pytest.mark.parametrize(("line", "day"), DAYS)
def test_a_byline_has_its_day(line: str, day: str) -> None:
    said = bylines.read(line)
    assert said is not None
    assert said.published == day


@pytest.mark.parametrize("line", NOT_BYLINES)
def test_prose_is_no_byline(line: str) -> None:
    assert bylines.read(line) is None


def test_a_name_alone_is_one_of_people_not_of_papers() -> None:
    assert bylines.is_name("Anja Kolde")
    assert bylines.is_name("Anja Kolde and Hanne Rook")
    assert not bylines.is_name("Vantor Courier")
    assert not bylines.is_name("Nobody counts the barns")


def test_an_office_alone_is_what_somebody_is_to_a_paper() -> None:
    assert bylines.is_office("Deputy Political Editor")
    assert bylines.is_office("Health and Science Correspondents")
    assert not bylines.is_office("A letter to the editor")
    assert not bylines.is_office("Anja Kolde")


def test_a_signature_is_names_and_where_they_report_from() -> None:
    assert bylines.is_signature("Anja Kolde in Brenn")
    assert bylines.is_signature("Anja Kolde of the Lorton Courier")
    assert not bylines.is_signature("By AFP in Brenn")
    assert not bylines.is_signature("Barns of Brenn stay empty")


def test_a_number_of_a_series_beside_the_day_is_no_prose() -> None:
    said = bylines.read("Report No. 27 | Karst Hill, 18 September 2014")
    assert said is not None
    assert (said.published, said.place) == ("2014-09-18", "Karst Hill")


FIELDS = [field for line, _ in (*AUTHORS, *PUBLISHERS, *DAYS) for field in bylines.fields(line)]


@pytest.mark.parametrize("field", [*FIELDS, *NOT_BYLINES])
def test_a_form_is_tried_wherever_its_pattern_holds(field: str) -> None:
    seen = byline_forms.field(field)
    held = {form.name for form in byline_forms.FORMS if form.match(seen)}
    assert held <= {form.name for form in byline_forms.possible(seen)}


def test_prose_with_a_day_in_it_is_of_few_forms() -> None:
    field = byline_forms.field("Brenn lost its mill on 3 May 2012, too")
    assert [form.name for form in byline_forms.possible(field)] == ["place date"]


AGENCIES = [
    "mum/dpa",
    "(Reuters)",
    "— AP",
    "dpa",
    "AFP, dpa",
    "Quelle: dpa",
    "(dpa/AFP)",
    "Reuters.",
]
NO_AGENCIES = [
    "Selm",
    "and so on",
    "mum",
    "The AP style book",
    "AP told us so",
    "tt/Tull",
    "(see below)",
]


@pytest.mark.parametrize("line", AGENCIES)
def test_an_agency_signs_alone_or_beside_who_edited_it(line: str) -> None:
    assert bylines.is_agency(line)


@pytest.mark.parametrize("line", NO_AGENCIES)
def test_a_line_with_other_words_is_no_agencys(line: str) -> None:
    assert not bylines.is_agency(line)
