"""The benches of our own texts run; what they print is for who measures."""

from tests.bench import attitudes, stances, topics

ATTITUDES_RIGHT = 322
"""Targets of 535 whose attitude must be told. It only rises; 330 are told where it was measured,
and a processor that rounds otherwise may tell a few others."""


def test_the_bench_of_topics_counts_a_text() -> None:
    found = topics.count(topics.text("wind"))
    assert 0 < found.around <= found.there


def test_the_bench_of_stances_counts_an_article_among_other_subjects() -> None:
    one, other = stances.article("dam"), stances.article("medicine")
    wide = stances.among(one, [other])
    assert wide.codebook.topics.keys() > one.codebook.topics.keys()
    assert stances.count([(wide, stances.stances(stances.tagged(wide)))]).alike.right > 0
    assert stances.astray(one, other) < len(one.stances)


def test_the_bench_of_stances_has_articles_that_no_rule_was_made_by() -> None:
    found = list(stances.fresh())
    assert len(found) >= 50
    assert not {each.name for each in found} & {*stances.LOOKED_AT, *stances.UNSEEN}
    assert all(each.stances and each.codebook.topics for each in found)


def test_the_bench_of_attitudes_takes_marks_off() -> None:
    found = attitudes.sentence("[-Lund] owes [.Mira Tolm] a lot.")
    assert found.text == "Lund owes Mira Tolm a lot."
    assert found.targets == ((0, 4, 0), (10, 19, 1))


def test_the_bench_of_attitudes_has_all_three_and_its_figures_do_not_fall() -> None:
    given = list(attitudes.sentences())
    assert not any("[" in each.text or "]" in each.text for each in given)
    counts = attitudes.count(given)
    assert {there for there, _ in counts} == {0, 1, 2}
    assert sum(counts[kind, kind] for kind in range(3)) >= ATTITUDES_RIGHT
