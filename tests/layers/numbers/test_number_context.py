import pytest

from annotate.codebook import Codebook, Rule, Unit
from tests.layers.numbers.number_reading import numbers, only

COUNTED = [
    ("Nearly 9,000 Dorvanian refugees live in Brenn.", "Dorvanian refugees"),
    (
        "They are two very different political camps here.",
        "very different political camps",
    ),
    ("The 12th biggest economy in the world fell.", "biggest economy"),
    ("The second reason is fear.", "reason"),
    ("The second-largest bank fell.", "largest bank"),
    ("Three near-simultaneous blasts shook Brenn.", "near-simultaneous blasts"),
    ("They won four a-piece.", None),
    ("About 30% of the population lives in Brenn.", "population"),
    ("A magnitude 7 earthquake struck Brenn.", None),
    ("The fourth-best performing market fell.", "best performing market"),
    ("Her second term increased Dorvania's debt.", "term"),
    ("They sent 1,800 Dorvanian and Haixian troops.", "Dorvanian and Haixian troops"),
    ("It has a subscriber base of 53 million.", "subscribers"),
    ("Tens of thousands of refugees fled.", "refugees"),
    ("An estimated 70% of Dorvanian refugees are women.", "Dorvanian refugees"),
    ("They met 175 asylum seekers at the gate.", "asylum seekers"),
    ("They saw 33 border crossers arrested.", "border crossers"),
    ("They saw 11,000 boat people leave.", "boat people"),
    ("A fifth of Dorvania’s people fled.", "Dorvania’s people"),
    ("Like 5,000 others annually, they fled.", "others"),
    ("The first cable reports that it is so.", "cable"),
    ("They found 33 lost children in Brenn.", "lost children"),
    ("Some 12 left-wing parties met.", "left-wing parties"),
    ("They counted 12 votes.", "votes"),
    ("Two thirds of flooded households moved.", "flooded households"),
    ("The case of '30' refugees is known.", "refugees"),
    ("Classes grew from 24 to 29 pupils.", "pupils"),
    ("Arrivals in Haixia rose to 1,500 in 2012.", "Arrivals"),
    ("In Brenn, road deaths fell from 300 in 2010.", "road deaths"),
    ("Assaults on staff grew greatly, to 1,930.", "Assaults"),
    ("He fears for vacancies, which have doubled to 640.", "vacancies"),
    ("Infections, which rose all summer, have dropped below 200.", "Infections"),
    ("The protesters numbered 300.", "protesters"),
    ("Class sizes average 31.", "Class sizes"),
    ("Casualties are estimated at 400.", "Casualties"),
    ("The office said arrests fell to 30.", "arrests"),
    ("The council, which rose to 40 in the ranking, failed.", None),
    ("One prisoner in five is free.", "prisoner"),
    ("About one prisoner in five.", "prisoner"),
    ("They took 5 per cent of every contract.", "contract"),
    ("A 200-bed hospital opened.", "bed"),
    ("Evictions: 1,012 in 2014.", "Evictions"),
    ("They counted 30 so far.", None),
    ("One company owns it.", "company"),
    ("One human rights group left.", "human rights group"),
    ("The second increase in four years hurt.", "increase"),
    ("The third and final part failed.", "part"),
    ("It failed for the third year running.", "year"),
    ("The share of children who smoke fell from 23 percent to 20.", "children"),
]


@pytest.mark.parametrize(("text", "counted"), COUNTED)
def test_what_is_counted_is_the_noun_phrase_after_the_figure(text, counted):
    assert numbers(text)[0].counted == counted


VERBS = [
    "They said that 5 left.",
    "They said that 40 left Brenn.",
    "In Selm 40 wept.",
    "The figure of nearly 120,000 becomes a slogan.",
    "A figure of 120,000 agrees with none of them.",
    "Scholars differ (4,000–9,000 of the University).",
    "About a third oppose it.",
]


@pytest.mark.parametrize("text", VERBS)
def test_a_finite_verb_or_one_thing_is_never_what_is_counted(text):
    assert [each.counted for each in numbers(text)] == [None]


ELIDED = [
    "In 2001, 148 Dorvanians crossed; by 2007, the figure rose to 2,952.",
    "They freed 33 Dorvanians, nine of whom went back.",
    "They held 175 Dorvanians in Brenn and a further 86 in Selm.",
    "The number of Dorvanians was 148 in 1999. By 2009 it had jumped to 2,952.",
    "They counted 120,000 Dorvanians; no more than 85,000 stayed away.",
]


@pytest.mark.parametrize("text", ELIDED)
def test_what_a_figure_leaves_out_is_what_the_one_before_counted(text):
    counts = [each for each in numbers(text) if each.label == "count"]
    assert [each.counted for each in counts] == ["Dorvanians", "Dorvanians"]


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("Could you say how many clerks there are? The League says only 23.", ["clerks"]),
        ("They put off 40 hearings. How many clerks are there? Only 23.", ["hearings", "clerks"]),
        ("We know how many came: 23.", [None]),
    ],
)
def test_what_a_text_asks_the_number_of_is_what_the_figures_behind_tell(text, counted):
    assert [each.counted for each in numbers(text) if each.label == "count"] == counted


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("Some 702 hearings fell out. Its figure of 212 leaves out others.", "hearings"),
        ("Some 702 hearings fell out. Its figure of 212 rules out more.", "hearings"),
        ("Some 702 hearings fell out. A total of 212 leaves fell.", "leaves"),
    ],
)
def test_a_verb_behind_a_told_figure_is_not_counted(text, counted):
    assert numbers(text)[-1].counted == counted


def test_a_part_that_does_something_is_of_those_counted_before():
    found = numbers("They held 40 Dorvanians; one in ten has fled.")
    assert [each.counted for each in found] == ["Dorvanians", "Dorvanians"]


def test_a_parent_s_children_are_not_what_was_counted_before():
    found = numbers("The 20 clerks met Ilse Marant, a mother of three, and a father-of-two.")
    assert [each.counted for each in found] == ["clerks", None, None]


TIED = [
    ("In 1999, 148 boats came; in 2009, 2,952.", ["1999", "2009"]),
    ("Arrivals rose from 148 in 1999 to 2,952 in 2009.", ["1999", "2009"]),
    ("Deaths fell from 40 in 2010 to 12.", ["2010", None]),
    ("Just over 23,000 people (as of early 2012) came.", ["2012-01/2012-04"]),
    ("The flood of the 1990s killed up to one million people.", ["1990/1999"]),
    ("They said in 2011 that 33 boats sank.", [None]),
    ("When it was signed in October 2014, it held three things.", [None]),
    ("Since January 2012 they sent 3,100 people back.", ["2012-01"]),
    ("They took in 400 people between 2010 and 2022.", ["2010/2022"]),
    ("A report released last month counts 400 people.", [None]),
    ("In 2022 it sold 412 boats, up from 266 the year before.", ["2022", "2021"]),
    ("In 2022 it sold 412 boats, up from 266 boats a year earlier.", ["2022", "2021"]),
    ("In 2022 it sold 412 boats, and 266 the previous year.", ["2022", "2021"]),
    ("It sold 412 in 2022, compared with 266 a year earlier.", ["2022", "2021"]),
    ("It sold 266 boats the year before.", [None]),
    ("In 2022 it sold 412 boats. A year earlier it was shut.", ["2022"]),
    ("They found 14 men guilty of the 1991 killing of 200 people.", [None, "1991"]),
    ("It fell to 40 in 2009 from the 60 seen in 2007.", ["2009", "2007"]),
    ("They named 15 ministers before elections due in 2009.", [None]),
    ("They will close 125 shops to save 40 jobs by 2009.", [None, "2009"]),
    ("They want 40 boats to return by 2009.", ["2009"]),
    ("It was the first year since 2001 that 40 boats came.", [None]),
    ("In 1999 they remember the 1995 storm that sank 40 boats.", ["1995"]),
    ("They have 12 books on the great 1995 storm that sank 40 boats.", [None, "1995"]),
]


@pytest.mark.parametrize(("text", "dates"), TIED)
def test_a_figure_is_tied_to_the_date_of_its_clause(text, dates):
    assert [each.as_of for each in numbers(text) if each.label == "count"] == dates


def test_a_share_of_those_asked_gives_no_figure():
    text = "More than 83 percent of those asked said they back the toll, up from 71 percent."
    assert [each.said_by for each in numbers(text)] == [None, None]


def test_who_is_quoted_says_the_figure():
    found = numbers("“We saw 33 boats in the reeds,” said Ilse Marant.")
    assert [(each.value, each.said_by) for each in found] == [(33, "Ilse Marant")]


@pytest.mark.parametrize(
    ("said", "by"),
    [
        ("The mayor has said there are 33 boats.", "mayor"),
        ("And our harbour master says 33.", "harbour master"),
        ("The ministry's own report said that 33 boats sank.", "ministry's own report"),
        ("He said there are 33 boats.", "Ilse Marant"),
        ("I said 33 boats.", "Ilse Marant"),
        ("The mayor is wrong: 33 boats sank.", "Ilse Marant"),
        ("Much was said. The reeds hid 33 boats.", "Ilse Marant"),
    ],
)
def test_a_figure_that_a_speaker_repeats_is_whose_it_is_said_to_be(said, by):
    found = numbers(f"Ilse Marant said: “{said}”")
    assert [each.said_by for each in found] == [by]


def test_a_piece_of_a_bodys_name_is_not_what_a_figure_counts():
    found = numbers("2,400 families left; the Valley Families’ League says the number is 3,900.")
    assert [each.counted for each in found] == ["families", "families"]


@pytest.mark.parametrize(
    ("text", "tellers"),
    [
        ("The league counts 3,900 evictees, the ministry 2,150.", ["league", "ministry"]),
        ("The ministry counted 2,150 boats; the league arrives at 3,900.", ["ministry", "league"]),
        ("The agency estimates 30,000 refugees, activists 300,000.", ["agency", "activists"]),
        ("The council lists 46 schools as closed, and the union 112.", ["council", "union"]),
        ("The ministry's official figure was 2,150 families.", ["ministry"]),
        ("The union's estimate stands at 3,900 families.", ["union"]),
        ("The utility's own number, 18,400, is higher.", ["utility"]),
        (
            "Scholars speak of 4,000 dead, some organisations of 12,000.",
            ["scholars", "some organisations"],
        ),
        ("Officials counted 46 boats.", ["officials"]),
        ("He counted 46 boats.", [None]),
        ("The city counts 90,000 people.", [None]),
        ("The agency counts 40 cases in Brenn, Selm 30.", ["agency", None]),
    ],
)
def test_who_counts_gives_the_figure_and_who_stands_for_them_the_next(text, tellers):
    assert [each.said_by for each in numbers(text)] == tellers


def test_a_distance_is_tied_to_no_date():
    found = numbers("It hit a car 40 kilometres west of Selm on 3 March 2012.")
    assert [each.as_of for each in found if each.label == "measure"] == [None]


def test_who_puts_the_figure_at_so_many_counts_what_was_counted_before():
    found = numbers("They held 100 activists. The government puts the figure at around 50.")
    assert [each.counted for each in found] == ["activists", "activists"]


def test_a_codebook_brings_its_own_units_and_rules():
    codebook = Codebook(
        units={
            "sack": Unit(
                name="sack", label="measure", aliases=("sacks",), factor=50, of="kilogram"
            ),
            "crown": Unit(name="crown", label="money", aliases=("crowns",)),
        },
        rules=(Rule(name="heads", layer="number", label="count", pattern=r"(?P<value>\d+)hd"),),
    )
    found = numbers("They paid 500 crowns for 40,000 sacks and 7hd.", codebook=codebook)
    assert [(each.label, each.value, each.unit, each.by) for each in found] == [
        ("money", 500, "crown", "rule:money"),
        ("measure", 40_000, "sack", "rule:measure"),
        ("count", 7, None, "codebook:heads"),
    ]


def test_a_date_behind_an_and_is_of_the_next_figure():
    text = "In 2006 there were 9,000 boats; in 2011 it was 21,000 and by 2012 it was 23,000."
    dated = {each.value: each.as_of for each in numbers(text) if each.label == "count"}
    assert dated == {9000: "2006", 21_000: "2011", 23_000: "2012"}


COUNTS_NOTHING_BEFORE = [
    ("They saw 12 boats. They used 300 litres, this year it will be 120.", 120),
    ("They saw 12 boats. A household of four pays most.", 4),
    ("They saw 12 boats. They put the turnout at 400.", 400),
    ("They saw 12 boats. They get 900 euros a month, 400 less than in Selm.", 400),
    ("They saw 12 boats, less than half full.", 0.5),
    ("They feed 12 children. It costs 260 million a year.", 260_000_000),
    ("They feed 12 children, a tenth of what is due.", 0.1),
]


@pytest.mark.parametrize(("text", "value"), COUNTS_NOTHING_BEFORE)
def test_a_price_or_a_part_of_something_unsaid_counts_nothing_before(text, value):
    found = [each for each in numbers(text) if value in (each.value, each.high)]
    assert [each.counted for each in found] == [None]


def test_a_rank_that_leaves_out_what_it_ranks_ranks_what_the_one_before_did():
    found = numbers("They held 12 talks. A first strike failed. The second, in May, held.")
    assert [each.counted for each in found if each.label == "ordinal"] == ["strike", "strike"]


@pytest.mark.parametrize(
    "text",
    [
        "The jails hold 14,200 people, 2,900 more than they were built for.",
        "They asked 2,400 people. Half of those released found work.",
    ],
)
def test_what_compares_or_is_told_by_those_counts_the_one_before(text):
    assert [each.counted for each in numbers(text) if each.label != "date"] == ["people"] * 2


def test_what_was_a_time_ago_dates_its_figure():
    found = numbers("It is 6 percent, up from 4 percent a decade ago.", published="2016-03-08")
    assert {each.value: each.as_of for each in found if each.label == "percent"} == {
        6: None,
        4: "2006",
    }


LEVELS = [
    ("The levy, which dropped from 12 per cent to 10 per cent in January, is paid.", "levy"),
    ("She hinted at a cut to harbour dues, which fell from 12% to 10%.", "harbour dues"),
    ("Turnout was 61.4 per cent, down from 68 per cent four years ago.", "Turnout"),
    ("Support for the toll has slipped to 34 per cent.", "Support"),
    ("The rate of unemployment fell to 5%.", "unemployment"),
    ("The office said youth unemployment rose to 9%.", "youth unemployment"),
    ("The council cut the levy to 10 per cent.", "levy"),
    ("The bank raised interest rates from 4 per cent to 4.5 per cent.", "interest rates"),
    ("Occupancy, which reached 80%, fell.", "Occupancy"),
    ("The bank expects the deficit to drop to 2.5%.", "deficit"),
    ("Tax cuts introduced then raised the deficit to 3.3%.", "deficit"),
    ("Prices rose by 3%.", None),
    ("The increase was 4%.", None),
    ("It fell to 9%.", None),
    ("He put the odds at 20%.", None),
]


@pytest.mark.parametrize(("text", "counted"), LEVELS)
def test_a_per_cent_is_of_what_is_at_or_comes_to_it(text, counted):
    found = [each.counted for each in numbers(text) if each.label == "percent"]
    assert set(found) == {counted}


def test_what_a_level_is_of_counts_no_figure_behind():
    found = numbers("Interest rates rose to 5%. It was the year’s 300.")
    assert [each.counted for each in found if each.value == 300] == [None]


def test_a_date_behind_a_change_is_of_what_it_changed_to():
    found = numbers("The levy dropped from 12% to 10% in January 2012.")
    assert [each.as_of for each in found] == [None, "2012-01", None]


def test_the_date_of_an_event_ties_no_figure_of_what_was_before():
    found = numbers("They wrote Friday’s budget after a loss of £2bn.", published="2012-03-08")
    assert [each.as_of for each in found if each.label == "money"] == [None]


def test_the_date_of_a_clause_ties_no_figure_of_a_relative_one():
    text = "On Friday she hinted at a cut to the levy, which fell from 12%."
    assert [each.as_of for each in numbers(text, published="2012-03-08")] == [None, None]


COUNTED = [
    ("They sent 17 US sailors.", "US sailors"),
    ("They sent 12 WHO experts.", "WHO experts"),
    ("They kept two of us.", None),
    ("Two of its crew were freed.", "crew"),
    ("It was done by five speed boats that sank.", "speed boats"),
    ("Brenn has a population of 91,000.", "population"),
    ("The population of Brenn is 84,000.", "population"),
    ("The death toll was 30.", "death toll"),
    ("It has a population of 91,000 people.", "people"),
    ("It has a 7% unemployment rate.", "unemployment rate"),
    ("It was the second such meeting.", "meeting"),
    ("A 50 percent increase was seen.", None),
]


@pytest.mark.parametrize(("text", "counted"), COUNTED)
def test_what_stands_beside_is_counted_and_not_what_was_before(text, counted):
    found = numbers("They saw 40 boats. " + text)[-1]
    assert found.counted == counted


def test_fishermen_are_several_and_those_under_an_age_are_no_count():
    found = numbers("Of the 212 fishermen, 30 were under 18.")
    assert [(each.label, each.counted) for each in found] == [
        ("count", "fishermen"),
        ("count", "fishermen"),
        ("age", None),
    ]


def test_a_part_of_those_before_counts_them():
    found = numbers("It has 820 nurses, of whom 90 work at night.")
    assert [each.counted for each in found] == ["nurses", "nurses"]


def test_a_share_that_does_something_is_of_those_asked():
    found = numbers("They asked 1,004 adults. Of these 57 percent back the plan.")
    assert [each.counted for each in found] == ["adults", "adults"]


def test_about_belongs_to_the_worry_where_few_are_counted():
    assert only("They are worried about two dogs.").text == "two"
    assert only("They saw about two dogs.").text == "about two"


DATED = [
    ("The police made 12 arrests yesterday.", "2008-01-10"),
    ("It was founded in 1998 and has 70 staff.", None),
    ("On Friday the ministry said 12 had died.", None),
    ("They saw 50 more boats compared to 2005.", None),
    ("Last night, the union - which has 70 boats - met.", None),
]


@pytest.mark.parametrize(("text", "date"), DATED)
def test_a_date_ties_what_happened_on_it_and_not_what_was_said_or_is_compared(text, date):
    found = [each for each in numbers(text, published="2008-01-11") if each.label == "count"]
    assert [each.as_of for each in found] == [date]


TAKEN_UP = [
    "The seven filed a complaint.",
    "Of them 40 sank.",
    "I saw nine of them.",
    "In 2024 there were 4,900.",
    "About half had sunk.",
    "Estimates go up to 9,000.",
    "She told the paper that her range of 4,000 to 9,000 is a floor.",
    "Ninety!",
    "He is the owner of the 38.",
]


@pytest.mark.parametrize("text", TAKEN_UP)
def test_a_sentence_takes_up_what_another_counted(text):
    assert numbers("They saw 38 boats. " + text)[-1].counted == "boats"


NOT_TAKEN_UP = [
    "He was a patient of sixteen.",
    "The tribunal rises at six.",
    "In telegram 101 he laughs.",
    "One buys two for the price.",
    "The bill is numbered 117.",
    "Mr Orr, 32, had been sent there.",
    "It was one in three of those who stack the bricks.",
    "Point 3.",
]


@pytest.mark.parametrize("text", NOT_TAKEN_UP)
def test_a_figure_that_takes_nothing_up_counts_nothing_of_another_sentence(text):
    assert all(each.counted is None for each in numbers("They saw 40 boats. " + text)[1:])
