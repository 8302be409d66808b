import pytest

from tests.layers.numbers.number_reading import numbers, only

DATES = [
    # words, value, low, high
    ("1 March 2012", "2012-03-01", None, None),
    ("March 1, 2012", "2012-03-01", None, None),
    ("Thursday, March 1st, 2012", "2012-03-01", None, None),
    ("1st of March 2012", "2012-03-01", None, None),
    ("2012-03-01", "2012-03-01", None, None),
    ("03/22/2012", "2012-03-22", None, None),
    ("22/03/2012", "2012-03-22", None, None),
    ("22.3.2012", "2012-03-22", None, None),
    ("Dec. 31, 1994", "1994-12-31", None, None),
    ("31/Oct/1974", "1974-10-31", None, None),
    ("February 9, 2013 at 13:36", "2013-02-09T13:36", None, None),
    ("March 2012", "2012-03", None, None),
    ("1951", "1951", None, None),
    ("1990s", None, "1990", "1999"),
    ("late 1990’s", None, "1997", "1999"),
    ("mid-1990s", None, "1994", "1996"),
    ("early 1990s", None, "1990", "1993"),
    ("early 2012", None, "2012-01", "2012-04"),
    ("latter half of 2011", None, "2011-07", "2011-12"),
    ("first half of 2015", None, "2015-01", "2015-06"),
    ("Summer 2010", None, "2010-06", "2010-08"),
    ("winter of 2011–12", None, "2011-12", "2012-02"),
    ("winter 2011/2012", None, "2011-12", "2012-02"),
    ("winter 2010/11", None, "2010-12", "2011-02"),
    ("2011/2012", None, "2011", "2012"),
    ("1999/00", None, "1999", "2000"),
    ("1999-00", None, "1999", "2000"),
    ("Q3/2012", None, "2012-07", "2012-09"),
    ("last quarter of 2012", None, "2012-10", "2012-12"),
    ("first half of March 2012", None, "2012-03-01", "2012-03-15"),
    ("FY12", "2012", None, None),
    ("15.Feb.2013", "2013-02-15", None, None),
    ("Feb-15-2013", "2013-02-15", None, None),
    ("AD 70", "0070", None, None),
    ("300 BC", None, None, None),
    ("300 B.C.", None, None, None),
    ("A.D. 70", "0070", None, None),
    ("third century B.C.", None, None, None),
    ("2006-7", None, "2006", "2007"),
    ("2003-5", None, "2003", "2005"),
    ("2001-8", None, "2001", "2008"),
    ("17th to 18th centuries", None, "1601", "1800"),
    ("2015-3", "2015-03", None, None),
    ("third quarter of 2012", None, "2012-07", "2012-09"),
    ("Q3 2012", None, "2012-07", "2012-09"),
    ("19th century", None, "1801", "1900"),
    ("1950–53", None, "1950", "1953"),
    ("2014 to 2018", None, "2014", "2018"),
    ("June–August 1992", None, "1992-06", "1992-08"),
    ("July 13-15, 2012", None, "2012-07-13", "2012-07-15"),
    ("between 2014 and 2018", None, "2014", "2018"),
    ("week of 8 October 2012", None, "2012-10-08", "2012-10-14"),
    ("last week of 2015", None, "2015-12-28", "2016-01-03"),
    ("third Tuesday of September 2014", "2014-09-16", None, None),
    ("April 17", "XXXX-04-17", None, None),
    ("Oct-2", "XXXX-10-02", None, None),
    ("2016 / 11", "2016-11", None, None),
    ("4 / 22 / 2016", "2016-04-22", None, None),
    ("Nov 18 2014-Dec 19 2015", None, "2014-11-18", "2015-12-19"),
    ("18 June 2014 to 19 December 2015", None, "2014-06-18", "2015-12-19"),
    ("June 2014 to July 2015", None, "2014-06", "2015-07"),
    ("5/1-5/7, 2020", None, "2020-05-01", "2020-05-07"),
    ("2017-q1 to 2018-q1", None, "2017-01", "2018-03"),
    ("week 3 of 2027", None, "2027-01-18", "2027-01-24"),
    ("beginning of 2017", None, "2017-01", "2017-03"),
    ("fiscal year 2011-12", None, "2011", "2012"),
    ("FY2011", "2011", None, None),
    ("Christmas 2012", "2012-12-25", None, None),
    ("Easter 2018", "2018-04-01", None, None),
    ("Thanksgiving Day 2023", "2023-11-23", None, None),
    ("2 weeks before May 13, 1999", "1999-04-29", None, None),
    ("three months after 13 May 1999", "1999-08-13", None, None),
]


@pytest.mark.parametrize(("words", "value", "low", "high"), DATES)
def test_a_date_is_told_in_iso_8601(words, value, low, high):
    found = only(f"It happened in {words}.")
    assert (found.label, found.text) == ("date", words)
    assert (found.value, found.low, found.high) == (value, low, high)


RELATIVE = [
    # words, value, low, high; published on 8 March 2012, a Thursday
    ("today", "2012-03-08", None, None),
    ("yesterday", "2012-03-07", None, None),
    ("last month", "2012-02", None, None),
    ("last year", "2011", None, None),
    ("this year", "2012", None, None),
    ("last week", None, "2012-02-27", "2012-03-04"),
    ("last weekend", None, "2012-03-03", "2012-03-04"),
    ("last spring", None, "2011-03", "2011-05"),
    ("last winter", None, "2011-12", "2012-02"),
    ("last Monday", "2012-03-05", None, None),
    ("Friday", "2012-03-02", None, None),
    ("Thursday", "2012-03-08", None, None),
    ("Friday night", "2012-03-02", None, None),
    ("yesterday morning", "2012-03-07", None, None),
    ("last Thursday", "2012-03-01", None, None),
    ("two weeks ago", "2012-02-23", None, None),
    ("five years ago", "2007", None, None),
    ("last March", "2011-03", None, None),
    ("late last year", None, "2011-09", "2011-12"),
    ("January", "2012-01", None, None),
    ("2 September", "2011-09-02", None, None),
    ("2010 to the present", None, "2010", "2012-03-08"),
    ("May to September", None, "2011-05", "2011-09"),
    ("November to February", None, "2011-11", "2012-02"),
    ("first Friday of last month", "2012-02-03", None, None),
    ("1 month and 21 days ago", "2012-01-18", None, None),
    ("last Christmas", "2011-12-25", None, None),
]


@pytest.mark.parametrize(("words", "value", "low", "high"), RELATIVE)
def test_a_relative_date_counts_from_publication(words, value, low, high):
    found = only(f"They met in {words}.", published="2012-03-08")
    assert (found.label, found.text) == ("date", words)
    assert (found.value, found.low, found.high) == (value, low, high)


@pytest.mark.parametrize(
    ("words", "date"),
    [
        ("They read last year's budget.", "last year"),
        ("They read Friday’s vote.", "Friday"),
        ("They read January's vote.", "January"),
        ("They read yesterday's vote.", "yesterday"),
    ],
)
def test_what_owns_a_thing_dates_it(words, date):
    assert only(words, published="2012-03-08").text == date


def test_in_a_comment_dates_count_from_the_comments_own_date():
    found = only("It fell last month.", published="2010-01-01", kind="comment", date="2012-03-08")
    assert found.value == "2012-02"


def test_a_relative_date_that_nothing_resolves_has_no_value():
    found = only("It is urgent today.")
    assert (found.label, found.value, found.low, found.high) == ("date", None, None, None)


def test_what_is_to_come_lies_after_publication():
    found = only("They will open the gate on 1 September.", published="2012-03-08")
    assert found.value == "2012-09-01"


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("Boats have until September to leave.", "2012-09"),
        ("They must report by June.", "2012-06"),
        ("They had waited until September.", "2011-09"),
        ("They have lost 12 boats by June.", "2011-06"),
        ("They expect it before September.", "2012-09"),
        ("They see a chance of frost in December.", "2012-12"),
        ("She said it would close in August.", "2012-08"),
        ("She said it would close in November.", "2011-11"),
        ("It would close in November, she says.", "2011-11"),
        ("The mayor says it would close in November.", "2012-11"),
    ],
)
def test_who_has_time_until_a_month_has_it_ahead(words, value):
    found = [each for each in numbers(words, published="2012-03-08") if each.label == "date"]
    assert [each.value for each in found] == [value]


@pytest.mark.parametrize("text", ["It may fall.", "They march on.", "31 November 2012 is none."])
def test_words_of_the_calendar_are_not_always_dates(text):
    assert [each.label for each in numbers(text) if each.value == "2012-11-31"] == []
    assert not any(each.text in ("may", "march") for each in numbers(text))


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("It had 2000 refugees.", "count"),
        ("In 2000 refugees came.", "date"),
        ("Two 2008 cables tell it.", "date"),
        ("They extend it until at least 2029.", "date"),
        ("It has stood since at least 1850.", "date"),
        ("It fell in a 1755 earthquake.", "date"),
        ("They met in a 1700 seat theatre.", "count"),
        ("There were at least 2029.", "count"),
        ("It cost 1950 dollars.", "money"),
        ("They hold 2000 per cent of it.", "percent"),
    ],
)
def test_four_figures_are_a_year_unless_something_is_counted(text, label):
    assert label in [each.label for each in numbers(text)]


def test_centuries_told_together_are_each_one():
    found = numbers("It stood in the 15th and 16th centuries.")
    assert [(each.text, each.low) for each in found] == [
        ("15th", "1401"),
        ("16th centuries", "1501"),
    ]


def test_a_year_that_growth_is_set_against_is_a_date():
    found = numbers("It had 40 boats, a 58% increase over 2009, and over 2000 sails.")
    assert [each.label for each in found] == ["count", "percent", "date", "count"]


def test_the_end_of_this_month_is_its_last_days():
    found = only("Fines will double at the end of this month.", published="2008-06-18")
    assert (found.low, found.high) == ("2008-06-21", "2008-06-30")


def test_a_century_may_be_told_by_its_hundreds():
    assert only("It stood in the nineteen hundreds.").high == "1999"
    assert only("It rose in the two thousands.").high == "2009"


def test_one_date_that_puts_its_day_first_tells_how_the_others_are_read():
    found = numbers("Posted on 04/07/2022, answered on 30/06/2022.")
    assert [each.value for each in found] == ["2022-07-04", "2022-06-30"]


@pytest.mark.parametrize(
    ("text", "value"),
    [("They left on the 3rd.", "2012-03-03"), ("They left on the 3rd floor.", 3)],
)
def test_a_day_alone_is_the_last_one_of_that_number(text, value):
    assert only(text, published="2012-03-08").value == value


def test_a_feast_without_a_year_dates_nothing():
    assert numbers("They saw the Christmas market.", published="2012-03-08") == []


def test_what_was_announced_on_a_day_lies_behind_it():
    found = only("It will grow, she announced on Thursday.", published="2018-09-14")
    assert found.value == "2018-09-13"


def test_a_comma_behind_a_date_is_outside():
    assert only("A strike, on 10 and 11 October, failed.").text == "10 and 11 October"


TURNED = [
    # published on Saturday, 2 March 2024
    ("The two were due to present a draft before Wednesday.", "Wednesday", "2024-03-06"),
    ("Further cuts could be announced on Wednesday.", "Wednesday", "2024-03-06"),
    ("A decision is expected on Monday.", "Monday", "2024-03-04"),
    ("The mayor plans to meet the union on Thursday.", "Thursday", "2024-03-07"),
    ("Voters go to the polls on Thursday.", "Thursday", "2024-03-07"),
    ("On Tuesday the court will rule.", "Tuesday", "2024-03-05"),
    ("They want the ferry back by Friday.", "Friday", "2024-03-08"),
    ("The trial begins on Monday.", "Monday", "2024-03-04"),
    ("A hearing has been set for Thursday.", "Thursday", "2024-03-07"),
    ("Ahead of Thursday’s vote both sides were silent.", "Thursday", "2024-03-07"),
    ("The minister, who will retire soon, resigned on Friday.", "Friday", "2024-03-01"),
    ("The ferry was due to return on Thursday but did not.", "Thursday", "2024-02-29"),
    ("They had planned to meet on Friday.", "Friday", "2024-03-01"),
    ("The bridge was closed due to snow on Thursday.", "Thursday", "2024-02-29"),
    ("He could not be reached on Friday.", "Friday", "2024-03-01"),
    ("The strike could have begun on Thursday.", "Thursday", "2024-02-29"),
    ("The mayor failed to appear on Wednesday.", "Wednesday", "2024-02-28"),
    ("They will publish the report that was leaked on Monday.", "Monday", "2024-02-26"),
    ("The inquiry has been closed since Wednesday.", "Wednesday", "2024-02-28"),
]


@pytest.mark.parametrize(("sentence", "words", "value"), TURNED)
def test_a_weekday_is_the_one_ahead_where_its_sentence_looks_ahead(sentence, words, value):
    found = numbers(sentence, published="2024-03-02")
    assert [each.value for each in found if each.text == words] == [value]


WEEKENDS = [
    ("They will spend the weekend in talks.", "2024-03-02", "2024-02-29"),
    ("They will spend the weekend talking.", "2024-03-02", "2024-02-29"),
    ("Talks went on over the weekend.", "2024-03-02", "2024-03-04"),
    ("Talks went on over the weekend.", "2024-03-02", "2024-03-03"),
]


@pytest.mark.parametrize(("sentence", "saturday", "published"), WEEKENDS)
def test_the_weekend_is_the_one_at_hand_or_the_last(sentence, saturday, published):
    found = only(sentence, published=published)
    assert (found.text, found.low) == ("weekend", saturday)


def test_the_weekend_edition_is_no_date():
    assert numbers("She reads the weekend edition.", published="2024-03-02") == []


@pytest.mark.parametrize("words", ["late on Friday night", "early hours of Friday", "late Friday"])
def test_the_hours_of_a_weekday_are_of_its_date(words):
    found = only(f"The forecast came {words}.", published="2024-03-02")
    assert (found.text, found.value) == (words, "2024-03-01")


@pytest.mark.parametrize("sign", ["•", "·", "@", ","])
def test_a_date_has_its_hour_behind_a_dot_too(sign):
    assert only(f"2 March 2024 {sign} 8:48pm").value == "2024-03-02T20:48"


@pytest.mark.parametrize("hour", ["10:56 PM", "10:56 P.M.", "10:56pm"])
def test_an_hour_is_read_in_capitals_before_its_day_and_with_its_zone(hour):
    for text in (f"Jan. 11 2008 {hour} ET", f"{hour} Friday 11th January 2008"):
        found = only(text)
        assert (found.text, found.value) == (text, "2008-01-11T22:56")


BESIDE = [
    # what is told from the date before it
    ("She left in 2022. Two years earlier he did.", "Two years earlier", "2020"),
    ("In May 2022 it was 4 percent higher than a year earlier.", "a year earlier", "2021-05"),
    ("She left on 3 March 2012. A week earlier he did.", "A week earlier", "2012-02-25"),
    ("He left on 3 March 2012. It rained the following day.", "following day", "2012-03-04"),
    ("He left on 3 March 2012, and she the year before.", "year before", "2011"),
    ("He left in 2012, and she two days earlier.", "two days earlier", None),
    ("It fell from that of a year earlier.", "a year earlier", None),
    ("She left in 2012, and he more than a decade before.", "more than a decade before", "2002"),
]


@pytest.mark.parametrize(("text", "words", "value"), BESIDE)
def test_a_time_beside_another_counts_from_the_date_that_was_named_last(text, words, value):
    found = next(each for each in numbers(text) if each.text == words)
    assert (found.label, found.value) == ("date", value)


@pytest.mark.parametrize(
    "words", ["a year before the vote", "the year before last", "a year earlier than planned"]
)
def test_a_time_before_what_is_no_date_is_beside_none(words):
    assert [each for each in numbers(f"He left {words}.") if each.label == "date"] == []


def test_a_month_told_with_a_day_of_telling_is_the_next_one():
    found = numbers("She announced Wednesday she would go in November.", published="2012-03-08")
    assert [each.value for each in found] == ["2012-03-07", "2012-11"]


def test_the_stop_behind_a_month_that_is_not_short_is_outside():
    assert only("They will meet in June. #boats").text == "June"


def test_figures_with_stops_before_minutes_are_no_day():
    assert numbers("She held the record of 2.08.50 minutes.") == []


def test_four_figures_before_a_zone_are_an_hour():
    assert numbers("It fell at 7:18 a.m. (1218 GMT).") == []


def test_a_month_at_the_end_of_a_sentence_has_no_day_of_the_next_one():
    found = numbers("They meet on 13 July. Four of them stay.", published="2012-03-08")
    assert [each.text for each in found] == ["13 July", "Four"]


ALONE = [
    # published on 8 March 2012
    ("The trial is set for autumn.", "autumn", "2012-09", "2012-11"),
    ("It has been closed since the autumn.", "autumn", "2011-09", "2011-11"),
    ("They could fall ill by the end of the year.", "end of the year", "2012-09", "2012-12"),
    ("It grew in the first quarter.", "first quarter", "2012-01", "2012-03"),
    ("It fell in the fourth quarter.", "fourth quarter", "2011-10", "2011-12"),
    ("It may last until 2027 or 2028.", "2027 or 2028", "2027", "2028"),
]


@pytest.mark.parametrize(("text", "words", "low", "high"), ALONE)
def test_a_part_of_a_year_without_its_year_is_of_the_one_at_hand(text, words, low, high):
    found = only(text, published="2012-03-08")
    assert (found.text, found.low, found.high) == (words, low, high)


def test_what_is_so_every_year_and_what_is_over_have_no_year_at_hand():
    assert numbers("It is hot in summer.", published="2012-03-08") == []
    assert only("They lost the first quarter.", published="2012-03-08").label == "ordinal"
    assert only("By the end of the year all had left.", published="2012-03-08").low is None


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("They met at 2 a.m. on Tuesday.", "2 a.m. on Tuesday", "2012-03-06T02:00"),
        ("They meet at 9:30 a.m. tomorrow.", "9:30 a.m. tomorrow", "2012-03-09T09:30"),
        ("They met on Monday at 7pm.", "Monday at 7pm", "2012-03-05T19:00"),
        ("They met on 12 October last year.", "12 October last year", "2011-10-12"),
    ],
)
def test_a_relative_day_has_its_hour_and_its_number(text, words, value):
    found = only(text, published="2012-03-08")
    assert (found.text, found.value) == (words, value)


def test_more_than_so_long_ago_compares_behind_a_quantity():
    found = numbers("It costs a third more than four years ago.", published="2012-03-08")
    assert [(each.text, each.value) for each in found][1:] == [("four years ago", "2008")]


RELATIVE = [
    ("Today’s vote is close.", "Today", "2008-01-11"),
    ("Last night, the council met.", "Last night", "2008-01-10"),
    ("They read last night’s vote.", "last night", "2008-01-10"),
    ("They met this morning.", "this morning", "2008-01-11"),
    ("It fell from the previous year.", "previous year", None),
    ("It fell from the prior month.", "prior month", None),
    ("The following day it rained.", "following day", None),
    ("He left just over two years ago.", "just over two years ago", "2006"),
    ("He left almost a year ago.", "almost a year ago", "2007"),
    ("The office, which plans to cut jobs, announced the plan Thursday.", "Thursday", "2008-01-10"),
    ("They adopted their new plan for boats on Thursday.", "Thursday", "2008-01-10"),
    ("They hoped to win her after her speech Thursday.", "Thursday", "2008-01-10"),
    ("They will win her after her speech on Thursday.", "Thursday", "2008-01-17"),
]


@pytest.mark.parametrize(("text", "words", "value"), RELATIVE)
def test_a_relative_date_is_read_with_all_its_words(text, words, value):
    found = only(text, published="2008-01-11")
    assert (found.label, found.text, found.value) == ("date", words, value)


def test_today_s_youth_dates_nothing():
    assert numbers("Today’s youth leave, and today's young farmers.", published="2008-01-11") == []
