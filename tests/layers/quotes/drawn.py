"""Sentences of the invented world with trees drawn by hand, as a trained pipeline gives them."""

from spacy.tokens import Doc

from annotate import language
from annotate.language import Parsed, Passage
from annotate.model import Document, Segment

TAGS = {"ing": "VBG", "en": "VBN"}


def drawn(*sentences: str) -> Parsed:
    """A document of one paragraph. A word is "word/KIND/head/relation", head counted from 1; a
    fifth part is the form of a verb: "ing", "en".
    """
    words: list[str] = []
    kinds: list[str] = []
    heads: list[int] = []
    relations: list[str] = []
    tags: list[str] = []
    starts: list[bool] = []
    for sentence in sentences:
        first = len(words)
        for number, word in enumerate(sentence.split()):
            form, kind, head, relation, *tag = word.split("/")
            words.append(form)
            kinds.append(kind)
            heads.append(first + (int(head) - 1 if head != "0" else number))
            relations.append(relation)
            tags.append(TAGS[tag[0]] if tag else "X")
            starts.append(number == 0)
    vocab = language.blank().vocab
    doc = Doc(
        vocab, words=words, spaces=_spaces(words), pos=kinds, heads=heads, deps=relations, tags=tags
    )
    text = doc.text
    segment = Segment(n=0, kind="paragraph", start=0, end=len(text))
    passage = Passage(segment=segment, parsed=doc, origin=tuple(range(len(text))))
    return Parsed(
        document=Document(id="t", text=text, segments=(segment,)),
        passages=(passage,),
        pipeline="english",
    )


def _spaces(words: list[str]) -> list[bool]:
    tight = {",", ".", ":", ";", "?", "”", "’s", ")", "n’t"}
    following = [*words[1:], "."]
    return [
        behind not in tight and word not in {"“", "("}
        for word, behind in zip(words, following, strict=True)
    ]
