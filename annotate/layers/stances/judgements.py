"""What the writer judges or urges outside of all quotations."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from operator import itemgetter

from annotate.grammar.cues import of_class
from annotate.grammar.phrases import is_manner
from annotate.layers.stances import clauses, consequences, polarity, slogans
from annotate.layers.stances.advice import orders_in
from annotate.layers.stances.doers import subject
from annotate.layers.stances.evidence import Evidence
from annotate.layers.stances.plausibility import is_known
from annotate.layers.stances.questions import doubted, opens_question, replied
from annotate.layers.stances.scenes import Scene, country, stretched
from annotate.layers.stances.urging import urging
from annotate.model import Entity, Mention


def own(scene: Scene) -> Iterator[Evidence]:
    """What the writer judges or urges outside of all quotations."""
    free = free_words(scene)
    if not free.strip():
        return
    if (viewer := _viewer(scene, free)) is not None:
        yield from _viewed(scene, free, viewer)
        return
    comment = scene.reading.passage.segment.kind == "comment"
    asked = free.rstrip().endswith("?")
    if asked and (scene.opinion or comment) and (found := doubted(free)):
        yield from _asking(scene, free, found)
        return
    if (answer := replied(free)) and (reply := _replying(scene, answer)) is not None:
        yield reply
        return
    side, behind = slogans.called(free)
    if side:
        yield _calling(scene, free, side, behind)
        return
    foreseen = list(consequences.foreseeing(scene, free))
    yield from foreseen
    if not foreseen and not (asked and not comment) and not _THANKS.match(free):
        yield from _saying(scene, free, comment=comment)


def _saying(scene: Scene, words: str, *, comment: bool) -> Iterator[Evidence]:
    """What a sentence of the writer's judges or urges, nothing where it does neither."""
    ordered = scene.advises and orders_in(scene.reading, scene.first)
    urged = ordered or _urges(words)
    signs = list(polarity.signs(words))
    if not urged and not signs:
        return
    yield Evidence(
        holder=scene.writer,
        mode="author",
        act="urges" if urged else "concedes" if _YIELDS.match(words) else "asserts",
        sentence=scene.place,
        region=scene.place,
        words=words,
        rule="writer-orders" if ordered else "writer-urges" if urged else "writer-judges",
        base=_base(words, signs, comment=comment, urged=urged) + (_OPINION if scene.opinion else 0),
        own=not comment,
        names=scene.names,
        urged=urged,
        judged=True,
        addressee=_obliged(scene) if urged else None,
    )


_VIEWED = re.compile(r"\W*(?:For|To|In the (?:eyes|opinion|view) of) [^,;:]{2,60},")


def _viewer(scene: Scene, words: str) -> Entity | None:
    """Whose view a sentence opens with: "For the Dockers' League, it is a …"."""
    opens = _VIEWED.match(words)
    if opens is None:
        return None
    first, last = stretched(scene, opens)
    names = scene.reading.names.values()
    within = (n for n in names if first <= n.start < last and n.label in {"PERSON", "ORG"})
    return next(within, None)


def _viewed(scene: Scene, words: str, viewer: Entity) -> Iterator[Evidence]:
    """What is told as somebody's view, where it says that a thing is good or bad."""
    opens = _VIEWED.match(words)
    behind = words[opens.end() :] if opens else words
    total, _ = polarity.balance(polarity.signs(behind))
    if not total or _base(behind, list(polarity.signs(behind)), comment=False, urged=False) < _SAID:
        return
    start = scene.place[1] - len(behind)
    yield Evidence(
        holder=Mention(canonical=viewer.holder, start=viewer.start, end=viewer.end),
        mode="indirect",
        act="praises" if total > 0 else "criticises",
        sentence=scene.place,
        region=(start, scene.place[1]),
        words=behind,
        rule="view",
        base=0.75,
        names=scene.names_in((start, scene.place[1])),
        judged=True,
        finds=True,
    )


_SAID = 0.7
"""Base from which a sentence says that what it speaks of is good or bad."""


def _urges(words: str) -> bool:
    """Whether a writer's words say what shall be done."""
    said = _TOLD_OF.sub("", words)
    called = clauses.opening(words) is not None or clauses.HOPING.search(words) is not None
    return called or urging(said)


_TOLD_OF = re.compile(
    r"(?<=\w )(?:whether|who|what|how|which(?! is why)|(?:not|never) sa(?:y|id) that)\b[^,.;:]*"
)
"""A clause whose "should" asks for nothing: "did not say whether it should close"."""

_OPINION = 0.15
"""How much surer a sentence takes sides in an article whose writer says "I" or "we"."""

_YIELDS = re.compile(
    r"\W*(?:and |but )?(?:yes|to be fair|granted|admittedly|it is true|true|of course)\b", re.I
)
_THANKS = re.compile(r"\W*(?:thanks?|thank you|many thanks|great post)\b", re.IGNORECASE)
"""What a comment opens with to be polite."""


def _asking(scene: Scene, words: str, turned: int) -> Iterator[Evidence]:
    """What a question that asks for no answer says."""
    total, _ = polarity.balance(polarity.signs(words))
    yield Evidence(
        holder=scene.writer,
        mode="author",
        act="questions",
        sentence=scene.place,
        region=scene.place,
        words=words,
        rule="writer-asks",
        base=0.75,
        names=scene.names,
        sign=turned * (-1 if total < 0 else 1),
        finds=True,
    )


def _replying(scene: Scene, side: int) -> Evidence | None:
    """What the writer's reply to a question says: "Should it be built? | I think not."."""
    passage = scene.reading.passage
    before = bisect_right(passage.sentences, scene.first, key=itemgetter(1))
    question = passage.sentences[before - 1] if before else None
    asked = passage.text_of(*question) if question else ""
    if question is None or not opens_question(asked):
        return None
    region = scene.reading.place(*question)
    return Evidence(
        holder=scene.writer,
        mode="author",
        act="asserts" if side > 0 else "denies",
        sentence=scene.place,
        region=region,
        words=asked,
        rule="writer-replies",
        base=0.75,
        names=scene.names_in(region),
        urged=urging(asked.replace("?", ".")),
        judged=True,
        doubted=side < 0,
    )


def _calling(scene: Scene, words: str, side: int, behind: int) -> Evidence:
    """What a call without a verb says: "Hands off our library!"."""
    return Evidence(
        holder=scene.writer,
        mode="author",
        act="urges",
        sentence=scene.place,
        region=scene.place,
        words=words[behind:],
        rule="writer-calls",
        base=0.8,
        names=scene.names,
        sign=side,
    )


def _base(words: str, signs: list[polarity.Sign], *, comment: bool, urged: bool) -> float:
    """How far a sentence shows that its writer takes sides: "X is a mistake" most of all."""
    if comment:
        return 0.9
    if urged:
        return 0.6
    said = any(
        _PREDICATE.search(words[: sign.start])
        or polarity.framed(words, sign)
        or _found_then(words, sign)
        for sign in signs
    )
    return 0.7 if said else 0.3


_PREDICATE = re.compile(
    r"\b(?:is|are|deserves?|remains?|would be|has been|have been)(?: [\w’'-]+){0,3} $"
)

_THEN = re.compile(r"\b(?:was|were)(?: [\w’'-]+){0,2} $")


def _found_then(words: str, sign: polarity.Sign) -> bool:
    """Whether a judgement is said of what is over: "the ban was a | mistake", no mere report."""
    judged = polarity.of("verdict", polarity.joined(words)[sign.start : sign.end])
    return judged and _THEN.search(words[: sign.start]) is not None


def free_words(scene: Scene) -> str:
    """The sentence's words with quotations blanked out."""
    kept = list(scene.words)
    offset = scene.reading.chars(scene.first, scene.last)[0]
    for quote in scene.quotes:
        first, last = scene.reading.passage.chars(quote.start, quote.end)
        for at in range(max(0, first - offset), min(len(kept), last - offset)):
            kept[at] = " "
    return "".join(kept)


def _obliged(scene: Scene) -> str | None:
    """Who stands before "should" or "must": a name, who acts by a description, or who "it" is."""
    reading = scene.reading
    for at in range(scene.first + 1, scene.last):
        if not polarity.of("urging", reading.words[at]):
            continue
        if _is_done_to(scene, at):
            return None
        if (name := reading.names.get(at - 1)) is not None:
            return country(name.holder, name.label, scene.memory)
        who, _ = subject(scene, at)
        if isinstance(who, Mention) and who != scene.writer and _acts(scene, who):
            return who.canonical
    return None


def _is_done_to(scene: Scene, at: int) -> bool:
    """Whether what should be done is done to whoever stands before: "Orsk must not | be sold"."""
    behind = scene.reading.passage.parsed[at + 1 : scene.last]
    said = [
        token for token in behind if token.lower_ not in _BETWEEN and not is_manner(token.lower_)
    ]
    return len(said) > 1 and said[0].lower_ == "be" and said[1].tag_ == "VBN"


_BETWEEN = frozenset({"also", "never", "not", "now", "only"})


def _acts(scene: Scene, who: Mention) -> bool:
    """Whether one can be asked for something: somebody known by name, or a body or an office."""
    head = who.canonical.split()[-1].lower()
    acts = polarity.of("actor", head) or head in of_class("authority", "group", "person")
    return acts or is_known(scene, who.canonical)
