"""A holder by the name that stands behind its description."""

import re

from annotate import lexicons
from annotate.grammar.descriptions import WHOSE
from annotate.layers.stances.scenes import Scene
from annotate.model import Mention


def apposed(scene: Scene, source: Mention) -> Mention:
    """A holder by the name that stands behind its description: "its director, Ilse Marant".

    A body is so named where it stands in commas: "their union, the League of Midwives, said".
    """
    if source.start is None or source.end is None or source.canonical[:1].isupper():
        return source
    if body := _publisher(scene, source):
        return body
    words = scene.text[source.start : source.end]
    for name in scene.reading.names.values():
        if not (source.end <= name.start <= source.end + _FAR or name.text in words):
            continue
        # Up to a name far behind stands more than any of what is looked for, however it begins.
        between = scene.text[source.end : min(name.start, source.end + _FAR)]
        if name.label == "PERSON":
            inside = _behind(words, name.text)
            if inside or (source.end <= name.start and _beside(between)):
                return Mention(canonical=name.canonical, start=name.start, end=name.end)
        titled = words.endswith(f" {name.text}")
        titled = titled and not (WHOSE | {"'s", "’s"}) & set(
            re.findall(r"['’]?\w+", source.canonical)
        )
        if name.label == "ORG" and (between == " " or titled):
            return Mention(canonical=name.canonical, start=name.start, end=name.end)
        within = between in {", ", ", the "} and scene.text[name.end : name.end + 1] == ","
        if name.label == "ORG" and within:
            return Mention(canonical=name.canonical, start=name.start, end=name.end)
    return source


_FAR = 100
"""Characters, more than any title and its marks have."""


def _beside(between: str) -> bool:
    """Whether nothing but a comma and a title stands before a name: "the bishop| , Mgr |Arrel"."""
    title = between.removeprefix(",").strip()
    return between in {", ", " "} or title.rstrip(".") in lexicons.listed("titles")


def _behind(words: str, name: str) -> bool:
    """Whether a description has a person's name behind a comma or an office, and then no more
    than where from: "a curate, Dr. Lech Banaś", "senator Edda Morn of the opposition".
    """
    before, _, rest = words.partition(name)
    if before == words or (rest and not rest.startswith((" of ", " from ", " for "))):
        return False
    title = before.rstrip().rpartition(", ")[2].rstrip(".")
    office = before.strip().lower() in lexicons.listed("roles")
    return before.rstrip().endswith(",") or title in lexicons.listed("titles") or office


_STUDIES = frozenset({"analysis", "paper", "report", "review", "statement", "study", "survey"})
"""What a body speaks by."""


def _publisher(scene: Scene, source: Mention) -> Mention | None:
    """The body whose study speaks: "a study (published last year) by the University of Selm"."""
    if source.start is None:
        return None
    for name in scene.reading.names.values():
        if name.label == "ORG" and _BY.fullmatch(scene.text, source.start, name.start):
            return Mention(canonical=name.canonical, start=name.start, end=name.end)
    return None


_BY = re.compile(
    rf"(?:[\w’'-]+ ){{0,3}}?(?:{'|'.join(sorted(_STUDIES))})"
    r"(?: (?:issued|made|published|released|carried out)(?: [\w’'-]+){0,4}?)? (?:by|from)(?: the)? "
)
"""What stands before the name of a body that a study is by."""
