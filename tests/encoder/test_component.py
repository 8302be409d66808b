"""The pipeline that ships, at work; skipped in a copy without its graphs."""

import pytest

from annotate import language
from annotate.encoder import attitudes, session
from annotate.encoder.reading import reading
from annotate.model import BLANK, ENGLISH

pytestmark = pytest.mark.skipif(
    not (session.HOME / session.WORDS).exists(), reason="the graphs are not in this copy"
)

TEXT = "Tomas Verrin told reporters in Vantor that the ferries must stop. Floods took the cities."


def test_words_get_tags_lemmas_and_a_tree() -> None:
    doc = language.load(ENGLISH)(TEXT)
    told = next(token for token in doc if token.text == "told")
    assert (told.pos_, told.lemma_, told.dep_) == ("VERB", "tell", "ROOT")
    assert next(token.lemma_ for token in doc if token.text == "cities") == "city"
    assert [sentence.root.text for sentence in doc.sents] == ["told", "took"]


def test_sentences_stay_those_of_the_rules() -> None:
    text = "Mr. Verrin left. He came back."
    ruled, trained = (language.load(name)(text) for name in (BLANK, ENGLISH))
    assert [each.text for each in trained.sents] == [each.text for each in ruled.sents]


def test_names_and_quotations_are_proposed() -> None:
    doc = language.load(ENGLISH)(TEXT)
    found = reading(doc)
    assert found is not None
    names = {doc[name.first : name.end].text: name.label for name in found.names}
    assert names["Tomas Verrin"] == "PERSON"
    assert [doc[slice(*each.cue)].text for each in found.quotations] == ["told"]


@pytest.mark.parametrize("text", ["", " ", "\n\n", "a", "。", "\u200b", "x" * 5000, "word " * 500])
def test_any_text_is_read(text: str) -> None:
    doc = language.load(ENGLISH)(text)
    assert doc.text == text
    assert [token.text for sentence in doc.sents for token in sentence] == [t.text for t in doc]


def test_an_attitude_is_shares_of_three() -> None:
    doc = language.load(ENGLISH)(TEXT)
    asked = [(range(13), range(2)), (range(13), range(9, 10))]
    found = list(attitudes.attitudes(doc, asked, session.load()))
    assert len(found) == len(asked)
    for shares in found:
        assert sum(shares) == pytest.approx(1, abs=1e-3)
