"""Articles of the invented world in scripts that run otherwise: Arabic, Hebrew, Chinese."""

from collections.abc import Sequence
from typing import Any

from annotate.model import (
    Document,
    Entity,
    Mention,
    Meta,
    Number,
    Quote,
    Span,
    Stance,
    Stretch,
    Term,
)
from tests.publish.articles import segments, with_ids

Blocks = tuple[tuple[str, str], ...]

ARABIC = (
    ("title", "عبّارات الليل في برين"),
    (
        "paragraph",
        "قال توماس فيرين: «يجب أن تتوقف العبّارات»، ثم عاد إلى مكتبه (Office 12) في فانتور.",
    ),
    ("list_item", "1. عبر النهر نحو 9,000 لاجئ في عام 2012."),
    ("quote", "عُدِدنا مرتين ثم أُعِدنا."),
)
HEBREW = (
    ("title", "מעבורות הלילה של ברן"),
    ("paragraph", "תומאס ורין אמר: ”המעבורות חייבות להיעצר“, וחזר ל-Vantor בשעה 21:30."),
)
CHINESE = (
    ("title", "布伦的夜渡"),
    (
        "paragraph",
        "托马斯·维林说：“夜渡必须停止。”据三角洲权利观察统计，2012年约有9000名难民渡过伊尔瓦河。",
    ),
    ("paragraph", "海夏的报纸称他们为“漂民”，别的报纸则写作“难民”。"),
)


def arabic() -> Document:
    """An article in Arabic, with Latin words and figures within it."""
    at = _Text(ARABIC)
    speaker = at.mention("توماس فيرين")
    return at.document(
        "ar/night-ferries",
        Meta(title=ARABIC[0][1], authors=("أنيا كولده",), published="2013-05-02", language="ar",
             publisher="بريد فانتور", url="https://courier.example/ar/ferries"),
        [
            Entity(label="PERSON", canonical="توماس فيرين", **at.whole("توماس فيرين")),
            Number(label="count", value=9000.0, approx=True, counted="لاجئ", as_of="2012",
                   **at.whole("نحو 9,000")),
            Quote(label="direct", source=speaker, cue=at.stretch("قال"),
                  **at.whole("يجب أن تتوقف العبّارات")),
            Stance(label="opposes", holder=speaker, target="ferries", act="urges", mode="direct",
                   **at.whole("قال توماس فيرين: «يجب أن تتوقف العبّارات»")),
            Term(label="refugee", holder="بريد فانتور", use="own", **at.whole("لاجئ")),
        ],
    )  # fmt: skip


def hebrew() -> Document:
    """An article in Hebrew."""
    at = _Text(HEBREW)
    quoted = at.whole("המעבורות חייבות להיעצר")
    return at.document(
        "he/night-ferries",
        Meta(title=HEBREW[0][1], language="he", published="2013-05-03"),
        [Quote(label="direct", source=at.mention("תומאס ורין"), **quoted)],
    )


def chinese() -> Document:
    """An article in Chinese."""
    at = _Text(CHINESE)
    speaker = at.mention("托马斯·维林")
    return at.document(
        "zh/night-ferries",
        Meta(title=CHINESE[0][1], authors=("安雅·科尔德",), published="2013-05-04",
             language="zh", publisher="万托信使报", url="https://courier.example/zh/ferries"),
        [
            Entity(label="PERSON", canonical="托马斯·维林", **at.whole("托马斯·维林")),
            Number(label="count", value=9000.0, approx=True, counted="难民", as_of="2012",
                   **at.whole("约有9000名")),
            Quote(label="direct", source=speaker, cue=at.stretch("说"),
                  **at.whole("夜渡必须停止。")),
            Stance(label="opposes", holder=speaker, target="ferries", act="urges", mode="direct",
                   **at.whole("托马斯·维林说：“夜渡必须停止。”")),
            Term(label="drifter", holder="海夏的报纸", use="attributed", **at.whole("漂民")),
        ],
    )  # fmt: skip


class _Text:
    """A text of blocks, and where words stand in it."""

    def __init__(self, blocks: Blocks) -> None:
        self.blocks = blocks
        self.text = "\n\n".join(words for _, words in blocks)

    def whole(self, words: str) -> dict[str, Any]:
        at = self.stretch(words)
        return {"start": at.start, "end": at.end, "text": words, "by": "rule:by-hand"}

    def stretch(self, words: str) -> Stretch:
        start = self.text.index(words)
        return Stretch(start=start, end=start + len(words))

    def mention(self, words: str) -> Mention:
        at = self.stretch(words)
        return Mention(canonical=words, start=at.start, end=at.end)

    def document(self, name: str, meta: Meta, spans: Sequence[Span]) -> Document:
        return with_ids(
            Document(
                id=name,
                text=self.text,
                meta=meta,
                segments=tuple(segments(self.blocks)),
                spans=tuple(spans),
            )
        )
