"""What a text that advises has its readers do."""

from annotate import pipeline
from annotate.codebook import Codebook, Topic
from annotate.model import Stance

STATEMENTS = {
    "lend": "Members should not lend their lock keys.",
    "gates": "Lock gates should be greased in spring.",
    "night": "Nobody should row at night.",
}
BOOK = Codebook(topics={key: Topic(key=key, statement=says) for key, says in STATEMENTS.items()})

SINGLE = "<h2>Grease the lock gates in spring</h2><p>The lock gates creak. Members met in May.</p>"
ADVICE = (
    "<h2>1. Grease the lock gates in spring</h2><p>They creak in May.</p>"
    "<h2>2. Never lend a lock key to members</h2><p>Don't lend your lock keys to rowers.</p>"
    "<h2>3. Avoid rowing at night</h2><p>Take the case of one who did.</p>"
)


def told(body: str) -> list[tuple[str, str, str]]:
    page = f"<html><body><article><h1>The locks</h1>{body}</article></body></html>"
    document = pipeline.read(page, id="t", form="html")
    found = pipeline.tag(document, codebook=BOOK, layers=("stance",)).spans
    return [(s.text, s.label, s.target) for s in found if isinstance(s, Stance)]


def test_headings_and_sentences_that_order_are_what_the_writer_urges():
    assert told(ADVICE) == [
        ("1. Grease the lock gates in spring", "supports", "gates"),
        ("2. Never lend a lock key to members", "supports", "lend"),
        ("Don't lend your lock keys to rowers.", "supports", "lend"),
        ("3. Avoid rowing at night", "supports", "night"),
    ]


def test_one_heading_that_orders_makes_no_advice():
    assert told(SINGLE) == []
