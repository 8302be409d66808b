"""What always holds of the layers that read sentences, whatever the words are."""

from hypothesis import given, settings
from hypothesis import strategies as st

from annotate.layers import quotes, stances, terms
from tests.layers.reading_by_hand import parsed

WORDS = (
    "“ ” \" ' ’ ‘ ( ) , . ; : ? – — said says told that to not n't call on for as by according of "
    "the a he she it they who which refugees squatters Marant Ostrea Vantor ODP report fear claim "
    "should must stop return because and but although in reportedly"
)
KINDS = ["paragraph", "list_item", "quote", "comment", "note", "heading", "caption"]
passages = st.lists(
    st.tuples(
        st.lists(st.sampled_from(WORDS.split()), min_size=1, max_size=20).map(" ".join),
        st.sampled_from(KINDS),
    ),
    min_size=1,
    max_size=3,
)


@given(passages)
@settings(max_examples=150, deadline=None)
def test_every_span_quotes_the_text(found):
    document, entities = parsed([words for words, _ in found], [kind for _, kind in found])
    known = {"entity": entities}
    for name, layer in (("quote", quotes), ("stance", stances), ("term", terms)):
        known[name] = tuple(layer.find(document, known))
        assert all(document.text[s.start : s.end] == s.text != "" for s in known[name])
