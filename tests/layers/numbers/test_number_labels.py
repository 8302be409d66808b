import pytest

from tests.layers.numbers.number_reading import numbers, only

LABELS = [
    # sentence with the span in brackets, label, value, unit
    ("They had [33] boats.", "count", 33, None),
    ("They had [one million] boats.", "count", 1_000_000, None),
    ("They had [3.5 million] boats.", "count", 3_500_000, None),
    ("They had [two and a half thousand] boats.", "count", 2_500, None),
    ("They had [half a million] boats.", "count", 500_000, None),
    ("They had [a dozen] boats.", "count", 12, None),
    ("They had [a hundred] boats.", "count", 100, None),
    ("They had [twenty-one] boats.", "count", 21, None),
    ("They had [1 234 567] boats.", "count", 1_234_567, None),
    ("They had [12,34,567] boats.", "count", 1_234_567, None),
    ("They had [13 lakh] boats.", "count", 1_300_000, None),
    ("The fund got [$3 billion] last.", "money", 3_000_000_000, "USD"),
    ("The fund got [US$ 20] then.", "money", 20, "USD"),
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
    ("They hold [two thirds] of it.", "fraction", 2 / 3, None),
    ("They hold [half] of it.", "fraction", 0.5, None),
    ("They hold [a quarter] of it.", "fraction", 0.25, None),
    ("It sank [one in ten] ferries.", "fraction", 0.1, None),
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
    ("Ilse Marant, [54], came.", "age", 54, "year"),
    ("He took the [12th] biggest ship.", "ordinal", 12, None),
    ("The [second] reason is fear.", "ordinal", 2, None),
    ("Not for the [first] time it fell.", "ordinal", 1, None),
    ("It is the [twenty-first] raid.", "ordinal", 21, None),
]


@pytest.mark.parametrize(("marked", "label", "value", "unit"), LABELS)
def test_a_quantity_has_its_label_value_and_unit(marked, label, value, unit):
    words = marked[marked.index("[") + 1 : marked.index("]")]
    found = only(marked.replace("[", "").replace("]", ""))
    assert (found.text, found.label, found.unit) == (words, label, unit)
    assert found.value == (pytest.approx(value) if value is not None else None)


NOT_NUMBERS = [
    "First of all, we ask.",
    "First, we ask; second, we wait.",
    "The OPLAN5029 lies there.",
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
    "It is a Catch-22 case.",
    "See https://ostrea.example/2012/33 there.",
    "Version 2.1.3 is out.",
    "It was first seen by nobody.",
    "They found safety in third countries.",
    "Why do they go in the first place?",
    "She has second-hand news.",
    "A Boeing 747 fell.",
    "Keep one eye open.",
    "They kept one foot in the door.",
    "They spoke with one voice.",
    "At one point they left, one by one.",
    "It sent them back to square one.",
    "It was offered per year, a day or each month.",
]


@pytest.mark.parametrize("text", NOT_NUMBERS)
def test_what_looks_like_a_number_may_be_none(text):
    assert [(each.text, each.label) for each in numbers(text)] == []


@pytest.mark.parametrize("text", ["14. Press Ostrea on it.", "(a) Stop it.", "2) Stop it."])
def test_the_mark_of_a_list_item_is_no_number(text):
    assert numbers(text, kind="list_item") == []
