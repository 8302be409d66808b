"""The encoder as a part of a spaCy pipeline."""

from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from annotate.encoder import session
from annotate.encoder.reading import read

COMPONENT = "annotate_encoder"
"""The name under which spaCy knows it."""

_TOGETHER = 64
"""Docs that are read together: enough to find some of like length."""


class Component:
    """Reads docs, many at a time where a pipeline gives them so."""

    def __init__(self, home: Path) -> None:
        """Load the encoder of a folder."""
        self._encoder = session.load(home)

    def __call__(self, doc: Doc) -> Doc:
        """The same doc with what the encoder reads in it."""
        read([doc], self._encoder)
        return doc

    def pipe(self, stream: Iterable[Doc], batch_size: int = _TOGETHER) -> Iterator[Doc]:
        """The same docs with what the encoder reads in them."""
        docs = iter(stream)
        while group := list(islice(docs, min(batch_size, _TOGETHER))):
            read(group, self._encoder)
            yield from group


@Language.factory(
    COMPONENT,
    default_config={"home": None},
    assigns=["token.tag", "token.pos", "token.morph", "token.lemma", "token.head", "token.dep"],
)
def make(nlp: Language, name: str, home: str | None) -> Component:  # noqa: ARG001  # spaCy's form
    """The component of a pipeline; home: a folder of other files than those that ship."""
    return Component(Path(home) if home else session.HOME)
