"""Calling somebody by a contested word takes a side on a topic that says what they are."""

from collections.abc import Iterator

from annotate.grammar import naming
from annotate.grammar.reading import Reading
from annotate.layers.stances.evidence import Evidence, Holder
from annotate.layers.stances.scenes import PRONOUNS, Scene
from annotate.model import AUTHOR, Mention, Pair, Stretch


def named(scene: Scene) -> Iterator[Evidence]:
    """Calling somebody by a contested word takes a side on a topic that says what they are."""
    passage = scene.reading.passage
    for use in scene.uses:
        start, end = passage.stretch(use.start, use.end)
        if not scene.place[0] <= start < scene.place[1]:
            continue
        tokens = passage.tokens(start, end)
        if tokens is None:
            continue
        place = naming.Place(
            first=tokens.start,
            last=tokens.end,
            writer=AUTHOR if scene.writer == AUTHOR else "",
            speaker=_speaker(scene, start, end),
        )
        judged = naming.judge(scene.reading, place, scene.memory)
        predicate = _predicate(scene.reading, tokens.start)
        if judged.use not in {"attributed", "rejected"} and not (predicate and judged.use == "own"):
            continue
        if judged.rule in {"in-quotation", "own"} and not predicate:
            continue
        yield from _label_stances(scene, use.family, judged, (start, end))


def _label_stances(
    scene: Scene, family: str, judged: naming.Judgement, place: Pair
) -> Iterator[Evidence]:
    for wanted, topic in scene.label_topics.items():
        sign = 1 if family == wanted else -1
        holder = _holder(scene, judged.holder)
        if holder is None:
            continue
        yield Evidence(
            holder=holder,
            mode="author" if holder == scene.writer else "indirect",
            act="denies" if judged.use == "rejected" else "asserts",
            sentence=scene.place,
            region=place,
            words=scene.words,
            rule="naming",
            base=0.7,
            names=scene.names,
            sign=-sign if judged.use == "rejected" else sign,
            cue=Stretch(start=place[0], end=place[1]),
            topic=topic,
        )


def _holder(scene: Scene, name: str) -> Holder | None:
    if name in {AUTHOR, ""}:
        return scene.writer
    if name.lower() in PRONOUNS:
        return None
    known = [q.source for q in scene.quotes if q.source and q.source.canonical == name]
    return known[0] if known else Mention(canonical=name)


def _speaker(scene: Scene, start: int, end: int) -> str | None:
    around = [q for q in scene.quotes if q.start <= start and end <= q.end and q.source]
    inner = min(around, key=lambda q: q.end - q.start, default=None)
    return inner.source.canonical if inner is not None and inner.source is not None else None


def _predicate(reading: Reading, at: int) -> bool:
    """Whether a word is said of somebody: "they are TERM", "these are not TERM"."""
    here = at - 1
    skipped = {
        "not",
        "n't",
        "all",
        "a",
        "an",
        "the",
        "no",
        "“",
        '"',
        "indeed",
        "actually",
        "really",
    }
    while here >= 0 and (reading.words[here] in skipped or here in reading.names):
        here -= 1
    asked = {"who", "what", "which", "whether", "if"}
    verb = here >= 0 and reading.words[here] in {"are", "is", "'re"}
    return verb and reading.words[here - 1] not in asked
