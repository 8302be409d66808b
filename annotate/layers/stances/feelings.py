"""What the trained pipeline feels that a sentence says of some of its words: good, bad, neither."""

from annotate.language import Parsed
from annotate.model import BLANK


def feeling(parsed: Parsed, start: int, end: int) -> float | None:
    """How likely the likeliest attitude to a stretch is, below 0 if it is against; 0 for none.

    None where no encoder has read the document.
    """
    if parsed.pipeline == BLANK:
        return None
    # Not above: who reads with rules alone waits for no network.
    from annotate.encoder import session
    from annotate.encoder.attitudes import attitudes
    from annotate.encoder.reading import reading

    passage = parsed.passage_at(start)
    words = None if passage is None else passage.tokens(start, end)
    if passage is None or words is None or reading(passage.parsed) is None:
        return None
    around = words[0].sent
    asked = [(range(around.start, around.end), range(words.start, words.end))]
    [(bad, none, good)] = attitudes(passage.parsed, asked, session.load())
    return 0.0 if none >= max(bad, good) else good if good > bad else -bad
