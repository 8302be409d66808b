"""What always holds: a figure in any written form reads back, and no text raises."""

import datetime as dt
import math
import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests import growth
from tests.layers.numbers.number_reading import numbers, only

SMALL = [
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen"),
    *("eighteen", "nineteen"),
]
TENS = [
    *("zero", "ten", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"),
]
SCALES = [(10**9, "billion"), (10**6, "million"), (10**3, "thousand"), (100, "hundred")]


def in_words(number: int, *, joined: str = " ") -> str:
    """An English number: joined is what stands after "hundred"."""
    if number < 20:
        return SMALL[number]
    if number < 100:
        return TENS[number // 10] + (f"-{SMALL[number % 10]}" if number % 10 else "")
    size, name = next(scale for scale in SCALES if number >= scale[0])
    whole, rest = divmod(number, size)
    said = f"{in_words(whole, joined=joined)} {name}"
    between = joined if rest < 100 else " "
    return said + (between + in_words(rest, joined=joined) if rest else "")


@pytest.mark.parametrize(
    "text",
    ["It cost $1e400.", "It has 10^999 sides.", "It is 1e-400 wide.", "They saw 2e308 birds."],
)
def test_a_figure_that_no_float_holds_is_no_number(text):
    assert numbers(text) == []


@settings(deadline=None)
@given(
    st.sampled_from(["$", "", "nearly "]),
    st.integers(-400, 400),
    st.sampled_from(["", "m", " million", " km", " years", " to 1e309", "–1e308 billion"]),
)
def test_values_are_always_finite(before, power, after):
    for each in numbers(f"It took {before}1e{power}{after} then."):
        values = (each.value, each.low, each.high)
        assert all(math.isfinite(value) for value in values if isinstance(value, int | float))


@settings(deadline=None)
@given(st.integers(2, 10**12 - 1), st.sampled_from([" ", " and "]))
@example(1_900, " ")
@example(2_018, " and ")
def test_a_number_in_words_reads_back_to_its_value(number, joined):
    words = in_words(number, joined=joined)
    found = only(f"They saw {words} birds.")
    assert (found.text, found.value) == (words, number)


@settings(deadline=None)
@given(st.integers(0, 10**12))
def test_figures_with_separators_read_back_to_their_value(number):
    for words in (f"{number:,}", f"{number:,}.5"):
        found = only(f"They saw exactly {words} birds.")
        assert (found.text, found.value) == (words, float(words.replace(",", "")))


@settings(deadline=None)
@given(st.integers(1, 999), st.integers(0, 9), st.sampled_from([10**6, 10**9, 10**3]))
def test_figures_with_a_scale_read_back_to_their_value(whole, tenth, size):
    name = {10**6: "million", 10**9: "billion", 10**3: "thousand"}[size]
    found = only(f"They saw {whole}.{tenth} {name} birds.")
    assert found.value == round((whole + tenth / 10) * size)


@settings(deadline=None)
@given(st.integers(1, 10**6), st.integers(1, 10**6), st.sampled_from([" to ", "–", " – ", "-"]))
def test_a_range_reads_back_to_its_ends(low, more, joined):
    high = low + more
    found = only(f"They saw {low:,}{joined}{high:,} birds.")
    if joined in ("-", "–", " – ") and high % 1000 == 0 and low * 1000 < high:
        low *= 1000  # "30-50,000" leaves out the thousands of its first end
    assert (found.low, found.high, found.value) == (low, high, None)


@settings(deadline=None)
@given(st.dates(dt.date(1100, 1, 1), dt.date(2199, 12, 31)))
def test_a_day_reads_back_in_every_form(day):
    month = day.strftime("%B")
    for words in (
        f"{day.day} {month} {day.year}",
        f"{month} {day.day}, {day.year}",
        day.isoformat(),
    ):
        found = only(f"It fell on {words} there.")
        assert (found.text, found.value) == (words, day.isoformat())


@settings(deadline=None)
@given(st.integers(1, 10**6), st.sampled_from(["%", " %", " percent", " per cent"]))
def test_a_percentage_reads_back_in_every_form(tenths, sign):
    found = only(f"They hold {tenths / 10:g}{sign} of it.")
    assert (found.label, found.value) == ("percent", tenths / 10)


MONEY = ["${}", "US${}", "{} dollars", "USD {}", "{} USD", "-${}", "{}US$"]


@settings(deadline=None)
@given(st.integers(200, 10**9), st.sampled_from(MONEY))
def test_an_amount_of_money_reads_back_in_every_form(cents, form):
    found = only(f"They paid {form.format(f'{cents / 100:,.2f}')} for it.")
    assert (found.label, found.unit) == ("money", "USD")
    assert found.value == (-cents if form.startswith("-") else cents) / 100


BOUND = {
    "nearly {}": ("value", "high"),
    "just over {}": ("value", "low"),
    "more than {}": ("low",),
    "at least {}": ("low",),
    "{} or more": ("low",),
    "up to {}": ("high",),
    "fewer than {}": ("high",),
}


@settings(deadline=None)
@given(st.integers(2, 10**9), st.sampled_from(sorted(BOUND)))
def test_a_bounded_figure_reads_back_to_its_bounds(number, form):
    found = only(f"They saw {form.format(f'{number:,}')} birds.")
    stated = {"value": found.value, "low": found.low, "high": found.high}
    assert stated == {name: number if name in BOUND[form] else None for name in stated}


@settings(deadline=None)
@given(st.integers(1, 10**6), st.integers(0, 10**6), st.sampled_from([" ± ", " +/- "]))
def test_a_tolerance_reads_back_to_both_sides(point, size, sign):
    found = only(f"They saw {point}{sign}{size} birds.")
    assert (found.value, found.low, found.high) == (point, point - size, point + size)


@settings(deadline=None)
@given(
    st.dates(dt.date(1800, 1, 1), dt.date(2185, 12, 31)),
    st.integers(1, 4000),
    st.sampled_from([" to ", "-", " – ", " until "]),
)
def test_a_stretch_of_days_reads_back_to_its_ends(first, length, joined):
    last = first + dt.timedelta(length)
    ends = [f"{day.day} {day.strftime('%B')} {day.year}" for day in (first, last)]
    found = only(f"It fell from {ends[0]}{joined}{ends[1]} there.")
    assert (found.low, found.high) == (first.isoformat(), last.isoformat())


@settings(deadline=None)
@given(st.integers(2, 5), st.integers(6, 9), st.sampled_from(["hundred", "thousand", "million"]))
def test_a_range_in_words_shares_what_multiplies_it(low, high, scale):
    size = {name: size for size, name in SCALES}[scale]
    found = only(f"They saw {in_words(low)} to {in_words(high)} {scale} birds.")
    assert (found.low, found.high) == (low * size, high * size)


NTH = {1: "first", 2: "second", 3: "third", 5: "fifth", 8: "eighth", 9: "ninth", 12: "twelfth"}


def nth(number: int) -> str:
    """An English number of rank."""
    words = in_words(number)
    last = re.split("[- ]", words)[-1]
    plain = {SMALL[n]: name for n, name in NTH.items()}
    ranked = plain.get(last, last.removesuffix("y") + "ie" * last.endswith("y") + "th")
    return words.removesuffix(last) + ranked


@settings(deadline=None)
@example(number=163_542, spelled=True)
@given(st.integers(3, 10**6), st.booleans())
def test_a_rank_reads_back_in_words_and_figures(number, spelled):
    ends = {1: "st", 2: "nd", 3: "rd"}.get(number % 10 * (number // 10 % 10 != 1), "th")
    parted = number in (10, 100, 1000, 10**6)  # "one hundredth" is a part
    words = nth(number) if spelled and not parted else f"{number:,}{ends}"
    found = only(f"It was the {words} boat.")
    assert (found.label, found.value) == ("ordinal", number)


@settings(deadline=None)
@given(st.integers(1, 11), st.integers(3, 12), st.booleans())
def test_a_fraction_reads_back_in_words_and_figures(above, below, spelled):
    if above >= below or (above, below) == (9, 11):  # the latter is a day
        above = 1
    words = f"{in_words(above)} {nth(below)}{'s' * (above > 1)}" if spelled else f"{above}/{below}"
    found = only(f"They hold {words} of it.")
    assert (found.label, round(found.value, 9)) == ("fraction", round(above / below, 9))


UNITS = {"kilometre": "measure", "mile": "measure", "tonne": "measure", "hectare": "measure",
         "litre": "measure", "day": "duration", "week": "duration", "month": "duration",
         "year": "duration"}  # fmt: skip


@settings(deadline=None)
@given(st.integers(2, 90), st.sampled_from(sorted(UNITS)), st.booleans())
def test_a_length_reads_back_in_every_form(number, unit, spelled):
    told = in_words(number) if spelled else str(number)
    for words in (f"{told} {unit}s", f"{told}-{unit}"):
        found = only(f"It was a matter of {words} there.")
        assert (found.label, found.value, found.unit) == (UNITS[unit], number, unit)
    found = only(f"It was {told} and a half {unit}s then.")
    assert (found.label, found.value, found.unit) == (UNITS[unit], number + 0.5, unit)


AGES = ["aged {}", "at the age of {}", "a {}-year-old girl", "{} years old", "{} years of age"]


@settings(deadline=None)
@given(st.integers(2, 99), st.sampled_from(AGES), st.booleans())
def test_an_age_reads_back_in_every_form(number, form, spelled):
    found = only(f"She was {form.format(in_words(number) if spelled else number)} then.")
    assert (found.label, found.value, found.unit) == ("age", number, "year")


TIMES = {"{}-fold": 1, "{} times": 1, "{} percentage points": 1}


@settings(deadline=None)
@given(st.integers(2, 90), st.sampled_from(sorted(TIMES)), st.booleans())
def test_a_multiple_and_points_read_back(number, form, spelled):
    found = only(f"It rose {form.format(in_words(number) if spelled else number)} there.")
    label = "percent" if "points" in form else "multiple"
    assert (found.label, found.value) == (label, number)


PARTS = {"": (0, 9), "early ": (0, 3), "mid-": (4, 6), "late ": (7, 9)}
SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11)}


@settings(deadline=None)
@given(st.integers(1901, 2029), st.sampled_from(sorted(PARTS)), st.sampled_from(sorted(SEASONS)))
def test_what_is_longer_than_a_month_reads_back_to_its_ends(year, part, season):
    decade = year // 10 * 10
    opens, closes = PARTS[part]
    found = only(f"It fell in the {part}{decade}s there.")
    assert (found.low, found.high) == (str(decade + opens), str(decade + closes))
    found = only(f"It fell in the {season} of {year} there.")
    first, last = SEASONS[season]
    assert (found.low, found.high) == (f"{year}-{first:02}", f"{year}-{last:02}")
    turns = year % 100 == 99  # "1999/00" is not read
    after = f"{(year + 1) % 100:02}"
    for words in () if turns else (f"{year}/{after}", f"fiscal year {year}-{after}"):
        found = only(f"It fell in {words} there.")
        assert (found.low, found.high) == (str(year), str(year + 1))
    century = (year - 1) // 100
    found = only(f"It fell in the {nth(century + 1)} century there.")
    assert (found.low, found.high) == (f"{century}01", f"{century + 1}00")


@settings(deadline=None)
@given(st.integers(1, 10**6), st.integers(1, 10**6), st.integers(1950, 2000), st.integers(1, 29))
def test_a_change_reads_back_to_two_figures_with_a_date_each(one, other, year, years):
    found = numbers(f"The boats rose from {one:,} in {year} to {other:,} in {year + years}.")
    counts = [(each.value, each.as_of) for each in found if each.label == "count"]
    assert counts == [(one, str(year)), (other, str(year + years))]


WORDS = """
one two twenty hundred thousand million and a half of the - – to 3 12 1999 2,000 % $ € km May March
5 th ( ) [ ] . , : / ' ’ first third quarter week ago last year between from more than nearly about
century decade s 90 9/11 ± below zero week fiscal Christmas Easter now and FY seventies his 4km
Q3 -5 +86 10:30 pm ² ½ old aged dozen score tens scores in out times
fold x 1e5 99999999999999999999 0/0 31 February 00
"""
PIECES = st.sampled_from([*WORDS.split(), "\n", "\u00a0"])
PUBLISHED = st.sampled_from([None, "2012-03-08", "9999-12-31", "0001-01-01", "2012"])


@settings(max_examples=400, deadline=None)
@given(st.lists(PIECES, max_size=14), st.sampled_from(["", " "]), PUBLISHED)
def test_no_words_of_number_raise(pieces, between, published):
    text = "x" + between.join(pieces)
    for found in numbers(text, published=published):
        assert text[found.start : found.end] == found.text


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=60))
def test_no_text_raises(text):
    document = "x" + text
    for found in numbers(document):
        assert document[found.start : found.end] == found.text


def test_a_passage_of_figures_takes_time_in_proportion():
    assert growth.factor(lambda count: numbers("1," * count), 700) < growth.BOUND


def test_a_line_of_figures_that_words_join_takes_time_in_proportion() -> None:
    assert growth.factor(lambda count: numbers("5 to " * count), 200) < growth.BOUND
