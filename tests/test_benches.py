"""The benches of our own texts run; what they print is for who measures."""

from tests.bench import stances, topics


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
