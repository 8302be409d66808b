import pytest

from annotate import lexicons, pipeline
from annotate.model import Number
from tests.layers.numbers.number_reading import numbers, only

LABELS = [
    # sentence with the span in brackets, label, value, unit
    ("They had [33] boats.", "count", 33, None),
    ("They got a [one-year] lease.", "duration", 1, "year"),
    ("They ended a [year-long] strike.", "duration", 1, "year"),
    ("They stayed [a week and a half] there.", "duration", 1.5, "week"),
    ("They meet [a week and a half] before.", "duration", 1.5, "week"),
    ("They want a [25-basis-point] cut.", "percent", 25, "basis point"),
    ("She has a [five-percentage-point] lead.", "percent", 5, "percentage point"),
    (
        "The error is [plus or minus three percentage points] here.",
        "percent",
        3,
        "percentage point",
    ),
    ("The error is [plus or minus 10 points] here.", "percent", 10, "percentage point"),
    ("Orr, [72], told us.", "age", 72, "year"),
    ("They got a [six-month] lease.", "duration", 6, "month"),
    ("They had [one million] boats.", "count", 1_000_000, None),
    ("They had [3.5 million] boats.", "count", 3_500_000, None),
    ("They had [two and a half thousand] boats.", "count", 2_500, None),
    ("They had [half a million] boats.", "count", 500_000, None),
    ("They had [a dozen] boats.", "count", 12, None),
    ("They had [a hundred] boats.", "count", 100, None),
    ("They had [twenty-one] boats.", "count", 21, None),
    ("They had [1 234 567] boats.", "count", 1_234_567, None),
    ("They had [12,34,567] boats.", "count", 1_234_567, None),
    ("They had [1'234'567] boats.", "count", 1_234_567, None),
    ("The fund got [1.500.000 euros] then.", "money", 1_500_000, "EUR"),
    ("The sum is [-1.5^+3] now.", "count", -3.375, None),
    ("She came at the [age of 65] alone.", "age", 65, "year"),
    ("They had [13 lakh] boats.", "count", 1_300_000, None),
    ("The fund got [$3 billion] last.", "money", 3_000_000_000, "USD"),
    ("The fund got [US$ 20] then.", "money", 20, "USD"),
    ("The fund costs us [$20] a day.", "money", 20, "USD"),
    ("The fund got [HK$20] then.", "money", 20, "HKD"),
    ("The fund got [£2m] then.", "money", 2_000_000, "GBP"),
    ("The fund got [EUR 20] then.", "money", 20, "EUR"),
    ("The fund got [500 yuan] then.", "money", 500, "CNY"),
    ("The fund got [20 Australian dollars] then.", "money", 20, "AUD"),
    ("The fund got [20 dollars 43 cents] then.", "money", 20.43, "USD"),
    ("The fund got [50 cents] then.", "money", 0.5, "USD"),
    ("It is [70%] sure.", "percent", 70, "%"),
    ("It is [8 per cent] sure.", "percent", 8, "%"),
    ("It is [three percentage points] off.", "percent", 3, "percentage point"),
    ("They hold [2000 percent] of it.", "percent", 2000, "%"),
    ("It is [half a percent] off.", "percent", 0.5, "%"),
    ("It is [a quarter of one per cent] off.", "percent", 0.25, "%"),
    ("It is [half a percentage point] off.", "percent", 0.5, "percentage point"),
    ("They see a rise of [25 basis points] ahead.", "percent", 25, "basis point"),
    ("Arrivals fall by [half], a report finds.", "fraction", 0.5, None),
    ("[Barely half] is paid.", "fraction", 0.5, None),
    ("The oldest is [81], they say.", "age", 81, "year"),
    ("He is young, the oldest [81].", "age", 81, "year"),
    ("It works, said Ilse, [54].", "age", 54, "year"),
    ("“We left,” said Ilse, [34], who stayed.", "age", 34, "year"),
    ("They hold [two thirds] of it.", "fraction", 2 / 3, None),
    ("They hold [half] of it.", "fraction", 0.5, None),
    ("They hold [a quarter] of it.", "fraction", 0.25, None),
    ("It sank [one in ten] ferries.", "fraction", 0.1, None),
    ("It sinks [one in 40 million] ferries.", "fraction", 1 / 40_000_000, None),
    ("Half stay, [a third] oppose it.", "fraction", 1 / 3, None),
    ("Trade fell by [a fifth] over time.", "fraction", 0.2, None),
    ("Trade is down [a third] on before.", "fraction", 1 / 3, None),
    ("They spoke of a [third] option.", "ordinal", 3, None),
    ("It grew [twenty-fold] since.", "multiple", 20, None),
    ("It grew [three times] as big.", "multiple", 3, None),
    ("It grew to [twice] as much.", "multiple", 2, None),
    ("It lies [three kilometres] off.", "measure", 3, "kilometre"),
    ("It lies in a [27-kilometer] ring.", "measure", 27, "kilometre"),
    ("It weighs [40 tonnes] today's way.", "measure", 40, "tonne"),
    ("It covers [4 km²] now.", "measure", 4, "square kilometre"),
    ("It is [32 degrees Celsius] there.", "measure", 32, "degree Celsius"),
    ("It ran [188 miles an hour] there.", "measure", 188, "mile per hour"),
    ("It took [two weeks] then.", "duration", 2, "week"),
    ("It got a [three month] sentence.", "duration", 3, "month"),
    ("For the past [half decade] it held.", "duration", 0.5, "decade"),
    ("She left just [a month] after that.", "duration", 1, "month"),
    ("For the past [50 years] it held.", "duration", 50, "year"),
    ("Over the past [decade] it held.", "duration", 1, "decade"),
    ("It took [an hour and a half] then.", "duration", 1.5, "hour"),
    ("It took [1 hour and 30 minutes] then.", "duration", 90, "minute"),
    ("It rose for [many years] there.", "duration", None, "year"),
    ("It sank in a matter of [days] there.", "duration", None, "day"),
    ("A girl [aged 14] came.", "age", 14, "year"),
    ("A [14-year-old] came.", "age", 14, "year"),
    ("The saga is [ten years old] now.", "age", 10, "year"),
    ("A woman of [31] told us so.", "age", 31, "year"),
    ("Speaking in Brenn, Kolde, [71], said no.", "age", 71, "year"),
    ("In Brenn, Selm, [71], and Vantor they met.", "count", 71, None),
    ("Ilse Marant, [54], came.", "age", 54, "year"),
    ("He took the [12th] biggest ship.", "ordinal", 12, None),
    ("The [second] reason is fear.", "ordinal", 2, None),
    ("Not for the [first] time it fell.", "ordinal", 1, None),
    ("It is the [twenty-first] raid.", "ordinal", 21, None),
    ("It is the [thirtyfirst] raid.", "ordinal", 31, None),
    ("They had [thirtyone] boats.", "count", 31, None),
    ("They had [3 hundred and 12] boats.", "count", 312, None),
    ("The sum is [- 1 4/5].", "count", -1.8, None),
    ("They drank [⅔] of it.", "fraction", 2 / 3, None),
    ("They hold [two twenty-fifths] of it.", "fraction", 0.08, None),
    ("It holds [8x2^10 bits] now.", "measure", 8192, "bit"),
    ("It holds [½ teaspoon] now.", "measure", 0.5, "teaspoon"),
    ("[A kibibyte] is what it holds.", "measure", 1, "kibibyte"),
    ("It covers [2470m2] of reeds.", "measure", 2470, "square metre"),
    ("It was [98.6°F] there.", "measure", 98.6, "degree Fahrenheit"),
    ("It was [12 degrees below zero] there.", "measure", -12, "degree"),
    ("It was [2 below zero] there.", "measure", -2, "degree"),
    ("It ran at [50 km/ms] there.", "measure", 50, "kilometre per millisecond"),
    ("It held [200 grams per litre] there.", "measure", 200, "gram per litre"),
    ("It used [20 litres] per day.", "measure", 20, "litre"),
    ("It lies [a third of a mile] off.", "measure", 1 / 3, "mile"),
    ("It lies [a few kilometres] off.", "measure", None, "kilometre"),
    ("He is [6 feet 6 inches] tall.", "measure", 6.5, "foot"),
    ("It lies [2 miles and 440 yards] off.", "measure", 2.25, "mile"),
    ("It took [2 hours ten].", "duration", 130, "minute"),
    ("It cost [3.14US$] then.", "money", 3.14, "USD"),
    ("It lost [-$5] then.", "money", -5, "USD"),
    ("It lost ([$-99.99]) then.", "money", -99.99, "USD"),
    ("It cost [$20 and 43c] then.", "money", 20.43, "USD"),
    ("It cost [a dollar and 42 cents] then.", "money", 1.42, "USD"),
    ("It cost [75 USD million] then.", "money", 75_000_000, "USD"),
    ("It cost [Ksh 14,500] then.", "money", 14_500, "KES"),
    ("It cost [4 million shillings] then.", "money", 4_000_000, None),
    ("They had [a couple of thousand] boats.", "count", 2_000, None),
    ("They had [a couple hundred] boats.", "count", 200, None),
    ("They had [two thousand million] boats.", "count", 2_000_000_000, None),
    ("They had [2 ½ million] boats.", "count", 2_500_000, None),
    ("They had [2.5 mn] boats.", "count", 2_500_000, None),
    ("They lodged [about 2m] people.", "count", 2_000_000, None),
    ("They saw waves of [2m] there.", "measure", 2, "metre"),
    ("It saw [2m] waves there.", "measure", 2, "metre"),
    ("The fund got [3 lakh crore rupees] then.", "money", 3_000_000_000_000, "INR"),
    ("The fund got [Rs.1.5 lakh] then.", "money", 150_000, "INR"),
    ("The dam cost [R140 million] then.", "money", 140_000_000, "ZAR"),
    ("She earns [R4,900] a month.", "money", 4_900, "ZAR"),
    ("It cost [N$20 million] then.", "money", 20_000_000, "NAD"),
    ("It cost [N2.5bn] then.", "money", 2_500_000_000, "NGN"),
    ("The fund got [$4.5b] then.", "money", 4_500_000_000, "USD"),
    ("The fund got [$1.2trn] then.", "money", 1_200_000_000_000, "USD"),
    ("The fund got [Rp 500,000] then.", "money", 500_000, "IDR"),
    ("The fund got [42 qar] then.", "money", 42, "QAR"),
    ("The fund got [20 Danish kroner] then.", "money", 20, "DKK"),
    ("The fund got [100 million U.S. dollars] then.", "money", 100_000_000, "USD"),
    ("The fund got [20 kr] then.", "money", 20, None),
    ("A bag costs [20p] there.", "money", 0.2, "GBP"),
    ("A bag costs [$20 43c] there.", "money", 20.43, "USD"),
    ("It is [5.5pc] off.", "percent", 5.5, "%"),
    ("It is [5.5 pc] off.", "percent", 5.5, "%"),
    ("It killed [3 per 1,000] births.", "fraction", 0.003, None),
    ("It is a [1-in-10] chance.", "fraction", 0.1, None),
    ("It hits [one-in-five] children.", "fraction", 0.2, None),
    ("It is [1 in 100,000] there.", "fraction", 0.00001, None),
    ("It is [one in 200] in any given year.", "fraction", 0.005, None),
    ("[One prisoner in five] is free.", "fraction", 0.2, None),
    ("The fund got [75m euros] then.", "money", 75_000_000, "EUR"),
    ("The fund got [450 million crowns] then.", "money", 450_000_000, None),
    ("A meal costs [2.40 marks] there.", "money", 2.4, None),
    ("They grew [5m tonnes] then.", "measure", 5_000_000, "tonne"),
    ("She was the [one thousandth] visitor.", "ordinal", 1000, None),
    ("It lies [a mile and a half] off.", "measure", 1.5, "mile"),
    ("It covers [5 sq. km] now.", "measure", 5, "square kilometre"),
    ("It made [5 GWh] then.", "measure", 5, "gigawatt-hour"),
    ("He is [six foot two].", "measure", 6 + 2 / 12, "foot"),
    ("He is [5'10\"] tall.", "measure", 5 + 10 / 12, "foot"),
    ("They took in a boy of [six].", "age", 6, "year"),
    ("The median age was [42].", "age", 42, "year"),
]


@pytest.mark.parametrize(("marked", "label", "value", "unit"), LABELS)
def test_a_quantity_has_its_label_value_and_unit(marked, label, value, unit):
    words = marked[marked.index("[") + 1 : marked.index("]")]
    found = only(marked.replace("[", "").replace("]", ""))
    assert (found.text, found.label, found.unit) == (words, label, unit)
    assert found.value == (pytest.approx(value) if value is not None else None)


def test_a_letter_is_money_wherever_a_sum_of_it_stands():
    found = numbers("She earns R4,900 a month and spends R310 of it.")
    assert [(each.text, each.unit) for each in found] == [("R4,900", "ZAR"), ("R310", "ZAR")]


NOT_NUMBERS = [
    "Take the R2 or the N3 to Selm.",
    "Do you have one yourself?",
    "They lurch from one crisis to another.",
    "They ran a half marathon.",
    "The gates open at nine and shut at five.",
    "The page is under CC BY 4.0, the picture under CC BY-NC-SA 3.0, the code under GPL 3.",
    "First of all, we ask.",
    "First, we ask; second, we wait.",
    "The OPLAN5029 lies there.",
    "Licence A of file 2021/044 is kept under 2021/144 and 7/021.",
    "The 1951 Refugee Convention and 1967 Protocol hold.",
    "It is in Article 33 of it.",
    "It is one of the reasons.",
    "No one came, and one can't know.",
    "“It was good,” one ventured.",
    "There were many, several, a handful of them.",
    "Call +86 10 5555 1234 now.",
    "They watch 24/7.",
    "It opens at 6pm.",
    "They won 3-2.",
    "They rebuilt the pier.[^2]",
    "[^12]: Ibid.",
    "It is a Catch-22 case.",
    "See https://ostrea.example/2012/33 there.",
    "Version 2.1.3 is out.",
    "It was first seen by nobody.",
    "Safety-first rules and edge-first software.",
    "They found safety in third countries.",
    "Why do they go in the first place?",
    "She has second-hand news.",
    "A Boeing 747 fell.",
    "The file scp2-173m is lost.",
    "He held a dollar bill.",
    "Keep one eye open.",
    "They kept one foot in the door.",
    "They spoke with one voice.",
    "At one point they left, one by one.",
    "It sent them back to square one.",
    "It was offered per year, a day or each month.",
    "Call 020 7946 0958 for help.",
    "Dial 112 or 999.",
    "Unit 731 and Bureau 39 closed.",
    "The Group of 77 met.",
    "A Level 3 alert is out.",
    "Apollo 11 landed.",
    "See Section 12(3)(b) there.",
    "It is in A/HRC/25/63.",
    "It is in Directive 2003/9/EC.",
    "Order No. 66 stands.",
    "Case No. 12-345 is open.",
    "Her passport number 1234567 is lost.",
    "The ISBN 978-3-16-148410-0 is his.",
    "The doi:10.1038/nature12373 is his.",
    "He lives at 10 Sluice Road.",
    "She lives at 221B Sluice Road.",
    "The map is at 1:50,000.",
    "The server is 192.168.0.1:8080.",
    "The PM2.5 levels rose.",
    "It won by a 3-to-1 majority.",
    "They won by a margin of 12 to 3.",
    "They beat Selm 3-1.",
    "Reach her at marant.70 or so.",
    "Flat 12C is let.",
    "Many in the port left; some in Brenn stayed.",
    "She came at half past ten.",
    "She came at 10 o'clock.",
    "Write to 12 Mill Lane, Kostrel, IL 62704.",
    "They banned .50-caliber guns.",
    "Its office is in Kostrel, DC, 20002.",
    "Line 4 runs until five in the morning.",
    "The market closed at 7 in the evening.",
    "The boats came back at about 11 at night.",
    "Nobody sees them before six in the morning.",
    "It is a two-way street.",
    "They gave first aid in the third world.",
    "They are on cloud nine.",
    "She has 4b in it.",
    "A file in 1080p is lost.",
    "Minutes of the Public Hearing on the bridge",
    "The minutes of the last meeting were read.",
]


@pytest.mark.parametrize("text", NOT_NUMBERS)
def test_what_looks_like_a_number_may_be_none(text):
    assert [(each.text, each.label) for each in numbers(text)] == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Guards counted 40 boats in the morning.", 40),
        ("They saw 12 in the evening.", 12),
        ("The police took away 31 people at night.", 31),
    ],
)
def test_what_is_counted_at_some_hour_is_a_number(text, value):
    assert [each.value for each in numbers(text)] == [value]


@pytest.mark.parametrize("text", ["14. Press Ostrea on it.", "(a) Stop it.", "2) Stop it."])
def test_the_mark_of_a_list_item_is_no_number(text):
    assert numbers(text, kind="list_item") == []


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("A man in his late seventies came.", 77, 79),
        ("A woman in her 30s came.", 30, 39),
        ("They are in their mid-forties.", 44, 46),
    ],
)
def test_a_decade_that_somebody_is_in_is_an_age(text, low, high):
    found = only(text)
    assert (found.label, found.low, found.high, found.unit) == ("age", low, high, "year")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("A mother of six came.", 6),
        ("There were 15 deaths per 100,000 births.", 15),
        ("The unit 33 of them built is lost.", 33),
        ("They have 10 PCs.", 10),
        ("They put down 2m planks.", 2),
        ("He got 40 marks in Latin.", 40),
        ("They lost three boats in two raids.", 3),
    ],
)
def test_what_counts_is_taken_for_nothing_else(text, value):
    assert [each.value for each in numbers(text)][:1] == [value]


@pytest.mark.parametrize("text", ["It was 148 in 1999.", 'There were "well over 3,000" there.'])
def test_what_stands_behind_a_figure_is_not_always_its_unit(text):
    assert [each.label for each in numbers(text)][:1] == ["count"]


def test_a_number_that_is_the_whole_text_is_read():
    document = pipeline.tag(pipeline.read("14", id="t", form="text"), layers=("number",))
    assert [span.text for span in document.spans] == ["14"]


def test_a_scale_before_an_age_is_a_number_by_itself():
    found = numbers("They feed a million six-year-olds.")
    assert [(each.label, each.value) for each in found] == [("count", 1_000_000), ("age", 6)]


def test_the_dash_that_opens_an_item_is_no_sign():
    document = pipeline.tag(
        pipeline.read("It took houses:\n\n- 12 houses\n- 30 houses\n", id="t", form="markdown"),
        layers=("number",),
    )
    assert [span.value for span in document.spans if isinstance(span, Number)] == [12, 30]


@pytest.mark.parametrize(
    ("text", "lengths"),
    [
        (
            "They cut it to days, rather than weeks, months, or even years.",
            ["days", "weeks", "months", "years"],
        ),
        ("The repair took days or even weeks.", ["days", "weeks"]),
        ("In the days, weeks and months ahead little changed.", []),
        ("Those days or years are gone.", []),
    ],
)
def test_a_length_is_one_where_another_is_set_against_it(text: str, lengths: list[str]) -> None:
    assert [each.text for each in numbers(text)] == lengths


def test_pence_may_have_three_figures():
    assert [(each.label, each.value) for each in numbers("It cost 348p.")] == [("money", 3.48)]


@pytest.mark.parametrize("text", ["The boy, 6, slept.", "A girl, seven, was hurt."])
def test_a_figure_between_commas_behind_a_child_is_an_age(text):
    assert [(each.label, each.unit) for each in numbers(text)] == [("age", "year")]


def test_as_many_years_is_no_length():
    assert [each.text for each in numbers("It was the third win in as many years.")] == ["third"]


VOTES = [
    ("It passed by a vote of 12 to 3.", [12, 3]),
    ("They voted 81-44 for the toll.", [81, 44]),
    ("It was adopted by a 329-275 vote.", [329, 275]),
    ("The bill fell 217-213.", [217, 213]),
    ("A 5-4 ruling ended it.", [5, 4]),
]


@pytest.mark.parametrize(("text", "values"), VOTES)
def test_votes_for_and_against_are_two_counts_of_nothing_counted_before(text, values):
    found = numbers("They saw 30 boats. " + text)[1:]
    assert [(each.label, each.value, each.counted) for each in found] == [
        ("count", value, None) for value in values
    ]


WARMTH = [
    ("It was 12C, and cold.", "12C", 12, "degree Celsius"),
    ("The temperature fell to -3.5C.", "-3.5C", -3.5, "degree Celsius"),
    ("The forecast is minus 4C.", "minus 4C", -4, "degree Celsius"),
    ("Highs of 95F were reached.", "95F", 95, "degree Fahrenheit"),
]


@pytest.mark.parametrize(("text", "words", "value", "unit"), WARMTH)
def test_a_letter_is_a_degree_where_words_of_weather_stand_beside(text, words, value, unit):
    found = only(text)
    assert (found.text, found.value, found.unit) == (words, value, unit)


def test_points_of_an_index_are_counted():
    found = numbers("The index rose 2.7 percent (224 points), the other 0.1% (3 points).")
    assert [(each.label, each.value) for each in found][1::2] == [("count", 224), ("count", 3)]


def test_points_behind_a_per_cent_are_percentage_points():
    found = numbers("Turnout was 41 percent, ten points lower. They won by ten points.")
    assert [each.unit for each in found] == ["%", "percentage point", None]


@pytest.mark.parametrize(
    "text",
    [
        "They reached it in [minutes].",
        "It sank in [seconds], they say.",
        "They freed them [hours] later.",
    ],
)
def test_a_unit_alone_behind_in_is_a_length_where_its_phrase_ends(text):
    assert (
        only(text.replace("[", "").replace("]", "")).text
        == text.partition("[")[2].partition("]")[0]
    )


MONEY = [
    ("The Philippines will pay 50 million pesos.", "PHP"),
    ("They pay 50 million pesos.", None),
    ("They pay 50 million francs.", None),
    ("They pay 50 million rupees.", "INR"),
    ("Cuba and Chile trade. In Chile it is 300 pesos.", "CLP"),
    ("Kenya will borrow 400 billion shillings.", "KES"),
    ("Pakistan owes India 500 rupees.", "INR"),
    ("Canada will spend $50 million.", "CAD"),
    ("Canada and the United States will spend $50 million.", "USD"),
    ("Pakistan will pay 500 American dollars.", "USD"),
]


@pytest.mark.parametrize(("text", "unit"), MONEY)
def test_money_that_several_countries_have_is_that_of_the_one_that_is_named(text, unit):
    assert [each.unit for each in numbers(text)] == [unit]


def test_a_dollar_beside_one_told_apart_is_american():
    found = numbers("Canada will spend C$50 million ($40 million).")
    assert [each.unit for each in found] == ["CAD", "USD"]


def test_each_home_of_money_is_a_country_that_the_demonyms_know():
    countries = {row[0] for row in lexicons.table("demonyms")}
    assert {country for _, country, _ in lexicons.table("currency_homes")} <= countries


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Fraud jumped by a third to 131,000 cases.", ["a third", "131,000"]),
        ("The wage will rise by 250 to 3,600 zlotys.", ["250", "3,600 zlotys"]),
        ("It fell by 5 to 10 percent.", ["5 to 10 percent"]),
        ("It rose by two to three million.", ["two to three million"]),
        ("It fell 6.2 points to 41.9%.", ["6.2 points", "41.9%"]),
        ("It is 6.8%, half a point below the peak.", ["6.8%", "half a point"]),
    ],
)
def test_what_changes_by_one_figure_to_another_has_two_and_no_range(text, words):
    assert [each.text for each in numbers(text)] == words
