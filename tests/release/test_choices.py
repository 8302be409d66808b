"""How much of an article may leave."""

import pytest

from annotate.release.choices import Choices


@pytest.mark.parametrize(
    "licence",
    ["CC0", "CC0-1.0", "Creative Commons - CC0 1.0 Universal", "CC BY 4.0", "cc-by-4.0",
     "CC-BY-SA-3.0",
     "Creative Commons Attribution 4.0 International", "https://creativecommons.org/licenses/by/4.0/",
     "http://creativecommons.org/licenses/by-sa/3.0/de/", "Public domain",
     "https://creativecommons.org/publicdomain/zero/1.0/"],
)  # fmt: skip
def test_a_free_licence_lets_the_whole_article_leave(licence: str) -> None:
    assert Choices().way("a", licence, None) == "full"


@pytest.mark.parametrize(
    "licence",
    [None, "", "All rights reserved", "CC BY-NC 4.0", "CC-BY-ND-4.0", "cc by nc sa 4.0",
     "https://creativecommons.org/licenses/by-nc/4.0/", "not in the public domain",
     "Creative Commons Attribution-NonCommercial 4.0"],
)  # fmt: skip
def test_of_any_other_article_quotations_leave(licence: str | None) -> None:
    assert Choices().way("a", licence, None) == "quotations"


def test_a_sidecar_counts_before_the_licence_and_the_list_before_both() -> None:
    chosen = Choices(articles=("2013/*",))
    assert chosen.way("2013/a", "CC0", "nothing") == "nothing"
    assert chosen.way("2013/a", None, "full") == "full"
    assert chosen.way("2014/a", "CC0", "full") == "nothing"
