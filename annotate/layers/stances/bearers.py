"""Whose stance a sentence would be that shows none by its form: "the ferrymen look forward to it".

Who does or feels something is told by a clause's subject; where no person or body is one, a report
goes on with whoever spoke before ("Kolde was against it. Each licence took a month."), and else it
is the writer who speaks. What is found is trusted too little to be a stance, or a proposal, by
itself: it tells the holder to what reads the sentence.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from annotate import lexicons
from annotate.grammar import holders, subjects, trees
from annotate.grammar.cues import of_class
from annotate.grammar.pronouns import is_crowd
from annotate.grammar.reading import Reading
from annotate.grammar.trees import Tree
from annotate.layers.stances import polarity
from annotate.layers.stances.evidence import Evidence, Holder, name
from annotate.layers.stances.scenes import PRONOUNS, Scene, apposed, copied
from annotate.model import AUTHOR, Pair

SUBJECT, GOES_ON, WRITER, UNLIKELY = 0.2, 0.15, 0.12, 0.1
"""How far each kind is trusted: all below the score from which a stance is proposed."""


@dataclass(slots=True)
class Floor:
    """Who spoke last. Lives for one document."""

    last: Holder | None = None


Told = Sequence[tuple[Scene, Sequence[Evidence]]]
"""The sentences of a passage, each with what shows an attitude in it."""


def bearing(told: Told, floor: Floor) -> Iterator[Evidence]:
    """Whose stances a passage's sentences would be where nothing else tells."""
    drawn = trees.tree(told[0][0].reading) if told else None
    here: Holder | None = None
    for scene, found in told:
        others = [each.holder for each in found if each.holder != scene.writer]
        acting = list(_acting(scene, drawn, others)) if drawn else []
        yield from acting
        if not others:
            spoken = _in_marks(scene)
            yield from _behind(scene, acting, floor.last if spoken else here, spoken=spoken)
            written = [each.holder for each in (*found, *acting)]
            if not spoken and scene.writer not in written:
                yield _bearer(scene, scene.writer, scene.place, UNLIKELY if acting else WRITER)
        speaking = others or [each.holder for each in acting if _speaks(scene, each.holder)]
        if speaking:
            here = floor.last = speaking[-1]


def _behind(
    scene: Scene, acting: Sequence[Evidence], before: Holder | None, *, spoken: bool
) -> Iterator[Evidence]:
    """Who spoke before a sentence, with which it may go on. spoken: it is direct speech."""
    if before is None or before == scene.writer or any(e.name == name(before) for e in acting):
        return
    argues = scene.opinion or scene.writer != AUTHOR
    likely = SUBJECT if spoken else GOES_ON
    yield _bearer(scene, before, scene.place, UNLIKELY if acting or argues else likely)


def _speaks(scene: Scene, holder: Holder) -> bool:
    """Whether whom a clause tells of may be who goes on: a name, and of no place or people."""
    if isinstance(holder, str):
        return True
    places = (n for n in scene.reading.names.values() if n.label in {"GPE", "NORP"})
    return holder.canonical[:1].isupper() and holder.canonical not in map(holders.name_of, places)


def _in_marks(scene: Scene) -> bool:
    """Whether a sentence is direct speech, whoever speaks it."""
    marked = scene.reading.spoken(scene.first)
    return marked is not None and scene.last <= marked.last + 1


def _acting(scene: Scene, drawn: Tree, others: Sequence[Holder]) -> Iterator[Evidence]:
    """The people and bodies that are subjects of a sentence's clauses."""
    clauses = list(_clauses(scene, drawn))
    if others and len(clauses) == 1:
        return
    seen = {name(each) for each in others}
    for at in clauses:
        holder = _subject(scene, drawn, at)
        if holder is not None and name(holder) not in seen:
            seen.add(name(holder))
            yield _bearer(scene, holder, _place(scene, drawn, at, clauses), SUBJECT)


_JOINED = ("conj", "parataxis")
_AGAINST = frozenset({"while", "whereas", "although", "though"})


def _clauses(scene: Scene, drawn: Tree) -> Iterator[int]:
    """The verbs of a sentence's main clauses and of those against them: "while others | do"."""
    for at in range(scene.first, scene.last):
        relation = drawn.relations[at]
        if drawn.heads[at] == at:
            yield at
        elif relation.startswith(_JOINED):
            if drawn.under(at, "nsubj"):
                yield at
        elif relation.startswith("advcl") and drawn.says(at, _AGAINST, "mark") is not None:
            yield at


def _place(scene: Scene, drawn: Tree, at: int, clauses: Sequence[int]) -> Pair:
    """Where a clause stands, without those that are joined to it."""
    if len(clauses) == 1:
        return scene.place
    joined = [each for each in drawn.under(at, *_JOINED, "advcl") if each in clauses]
    first, last = drawn.without(at, *joined)
    return scene.reading.place(max(first, scene.first), min(last, scene.last))


def _subject(scene: Scene, drawn: Tree, at: int) -> Holder | None:
    """Who a clause says does, feels or is something; None where that is no person and no body."""
    noun = _felt(drawn, at) or subjects.of(drawn, at)
    reading = scene.reading
    if noun is None or not scene.first <= noun < scene.last or reading.spoken(noun) is not None:
        return None
    if reading.words[noun] in _OURS:
        return scene.writer
    if not _bears(reading, drawn, noun) or drawn.says(noun, {"no"}, "det") is not None:
        return None
    found = holders.mention(reading, subjects.phrase(reading, drawn, noun), scene.memory)
    if found is None or found.canonical.lower() in PRONOUNS:
        return None
    return apposed(scene, found)


_OURS = frozenset({"i", "we"})
_MOVED = frozenset(
    {
        "alarmed", "angered", "appalled", "concerned", "convinced", "delighted", "disappointed",
        "divided", "dismayed", "encouraged", "impressed", "opposed", "outraged", "persuaded",
        "pleased", "prepared", "relieved", "satisfied", "split", "torn", "unconvinced", "worried",
    }
)  # fmt: skip
"""What somebody is who feels or thinks it, though it reads as if it were done to them."""


def _felt(drawn: Tree, at: int) -> int | None:
    """Who feels what a passive tells: "was not | persuaded"."""
    return next(iter(drawn.under(at, "nsubj")), None) if drawn.words[at] in _MOVED else None


def _bears(reading: Reading, drawn: Tree, noun: int) -> bool:
    """Whether a noun is of a person or body."""
    known = reading.names.get(noun)
    if known is not None:
        return known.label in {"PERSON", "ORG", "GPE", "NORP"}
    word = reading.words[noun]
    if drawn.kinds[noun] == "PRON":
        return word in _PRONOUNS
    if word in of_class("document") or word.removesuffix("s") in of_class("evidence"):
        return False
    return word in _people() or word.removesuffix("s") in _people() or _ends(word)


_PRONOUNS = frozenset({"he", "she", "they", "who", "it", "one", "everyone", "others", "both"})


def _ends(word: str) -> bool:
    """Whether a noun is one of people by its ending: "biologists", "Sunday's dockers"."""
    joined = word.rpartition("-")[2]
    return (
        is_crowd(word)
        or polarity.of("actor", word)
        or joined in _people()
        or word.endswith(("ists", "ist", "ians", "ian", "men", "women", "folk", "ees"))
        or word.removesuffix("ies") + "y" in _people()
    )


@cache
def _people() -> frozenset[str]:
    lists = ("bearers", "org_nouns", "institution_words", "press_nouns", "roles", "people")
    listed = {word.lower() for name in lists for word in lexicons.words(name)}
    return frozenset(listed | of_class("authority", "group", "person"))


def _bearer(scene: Scene, holder: Holder, region: Pair, base: float) -> Evidence:
    return Evidence(
        holder=holder,
        mode="author" if holder == scene.writer else "indirect",
        act="asserts",
        sentence=scene.place,
        region=region,
        words=copied(scene, *region),
        rule="bearer",
        base=base,
        names=scene.names_in(region),
        own=holder == scene.writer,
    )
