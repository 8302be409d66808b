"""Where sentences begin, by rule: after a sentence's last mark, unless an abbreviation holds it.

A parser's guess at sentence ends goes wrong at abbreviations, initials and quotation marks, and
every later layer hangs on it; so rules go first, and a trained parser keeps to their starts.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import Any

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc

from annotate import courtesy, lexicons

_CLOSERS = "\"'”’)\\]»›"
_OPENERS = "\"'“‘(\\[«‹¿¡"
_END = re.compile(
    rf"(?P<mark>[.!?…]+)(?P<close>[{_CLOSERS}]*)(?: ?\[\d+\])*\s+|[。！？]+[”’」』）]*\s*|\n+"
)
"""A last mark with its quotation marks and note numbers, a full stop of Chinese, a line's end."""

_INITIAL = re.compile(r"(?:^|[\s(“\"])(?:[A-Z]\.)+$")
_CLOCK = re.compile(r"(?i:\b[ap]\.? ?m\.)$")
_DOTS = re.compile(r"(?:^|[^.]) \. \. \.$|(?:^|[\s\[])\.\.\.$")
"""Dots that stand for words left out, set off from the word before: the sentence goes on."""

_OMISSION = re.compile(r"\. \. \. (?=[A-Z])")
_AFTER_STOP = re.compile(r"\w\. \. \. \.$")
"""Dots that follow a stop stand for words left out before the next sentence, and belong to it."""

_AT_HOUR = re.compile(
    rf"(?:^|[.!?][{_CLOSERS}]*\s)"
    r"(?:At|By|Around|About|Shortly|Just|Soon|After|Before|Until|Since|From|Between|[A-Z][a-z]+day)"
    r"(?: [a-z]+){0,3} [\d:]+ ?(?i:[ap]\.? ?m\.)$"
)
_TITLE = re.compile(rf"{courtesy.BEFORE_NAMES}\. ?[A-Z]")
"""An hour that opens a sentence, and the title of a person who opens the next."""

_REFERENCE = re.compile(r"\((?:see |cf\. )?[^()]{0,60}\d[^()]{0,20}\)[.,;:]")
"""A source in brackets that the sentence's own stop follows: "…" (Smith 55)."""

_TITLED = re.compile(rf"[{_OPENERS}]*(?:[A-Z0-9]|[^\W\d_a-z])")
_LETTER = re.compile(r"[^\W\d_]")
_OPENING = re.compile(
    r"(?:A|An|After|All|Although|And|Are|As|At|Before|But|By|Can|Did|Do|Does|During|Each|Even|Every|"
    r"For|From|Has|Have|He|Her|Here|His|How|However|I|If|In|Is|It|Its|Many|Meanwhile|Most|My|Next|"
    r"No|Not|Now|On|One|Only|Or|Our|Please|She|Since|So|Some|Such|That|The|Their|Then|There|These|"
    r"They|This|Those|To|Today|Under|Was|We|Were|What|When|Where|Which|While|Who|Why|With|Yes|Yet|"
    r"You|Your)\b"
)
"""Words that open a sentence and no name: what follows "the U.S. Government" is none."""

_ENDING = re.compile(
    r"\b(?:etc|al|Inc|Ltd|Co|co|Corp|Bros|Jr|Sr|Esq|Ph\.D|M\.A|B\.A|B\.Sc|M\.Sc|M\.D|LL\.M|"
    r"Jan|Feb|Apr|Aug|Sept?|Oct|Nov|Dec|Ave|Blvd|Rd|Sq|Arch|Dept|dept|Univ|Assoc|Sec|"
    r"approx|c|ca|eds?|est|incl|repr|resp|rev|trans)\.$"
)
"""Abbreviations that may be a sentence's last word."""

_NO = re.compile(r"\b[Nn]os?\.$")
_FIGURES = re.compile(r"#?\d")
_NUMBERED = re.compile(r"[#(\[]?\d|(?!I [a-z])[IVXLC]+\b|[ivxlc]+\b|[A-Z](?=[\d).,;:])")
"""What an abbreviation of "figure" or "chapter" stands before, and that of "number": figures."""

_REACH = 40
"""Characters before a full stop that tell what it belongs to: longer than any abbreviation."""

_LINE = 2000
"""Characters that a line without capitals is looked back for: no comment's line is longer."""

_ITEM = re.compile(r"(?:[•⁃*-] ?)?\(?(?P<mark>\d{1,2}|[a-z])(?P<after>\.\)|[.)]) ")


@cache
def _abbreviation() -> re.Pattern[str]:
    return _last("abbreviations")


@cache
def _before_number() -> re.Pattern[str]:
    return _last("number_abbreviations")


def _last(lexicon: str) -> re.Pattern[str]:
    """A pattern of the entries of a list, as the last of what is looked at."""
    entries = "|".join(re.escape(word) for word in lexicons.words(lexicon))
    return re.compile(rf"(?:^|[\s(\[“\"‘])(?:{entries})$")


def starts(text: str) -> list[int]:
    """The offsets at which the sentences of a text begin; the first is 0 if there are any."""
    if not text.strip():
        return []
    ends = [end.end() for end in _END.finditer(text) if end.end() < len(text) and _ends(text, end)]
    items = sorted(_items(text))
    return _shortened(text, sorted({0, *(_not_number(text, end, items) for end in ends), *items}))


_LONGEST = 400
"""Words of a sentence; what goes on longer is a list or no prose, and is read in parts."""


def _shortened(text: str, begun: Sequence[int]) -> list[int]:
    """The starts of sentences, more where one is too long: behind a comma, if there is any."""
    found: list[int] = []
    for start, end in pairwise([*begun, len(text)]):
        found.append(start)
        if end - start <= 2 * _LONGEST:  # a word and its space have two characters at least
            continue
        words = list(_WORD.finditer(text, start, end))
        at = 0
        while len(words) - at > _LONGEST:
            part = words[at + 1 : at + _LONGEST + 1]
            later = [n for n, word in enumerate(part) if text[word.start() - 2] in ",;"]
            at += later[-1] + 1 if later else _LONGEST
            found.append(words[at].start())
    return found


_WORD = re.compile(r"\S+")


def _ends(text: str, end: re.Match[str]) -> bool:
    if not end["mark"]:
        return True
    if end["mark"] == "." and _OMISSION.match(text, end.end()):
        return text[end.start() - 1 : end.start()].isalnum()
    if end["mark"] == "." and _held(text, end):
        return False
    if end["close"] and _REFERENCE.match(text, end.end()):
        return False
    if _TITLED.match(text, end.end()):
        return True
    return not end["close"] and bool(_LETTER.match(text, end.end())) and _is_lower(text, end.end())


def _held(text: str, end: re.Match[str]) -> bool:
    """Whether a stop belongs to an abbreviation, an initial or dots, and the sentence goes on."""
    stop = end.start("mark") + 1
    before = text[max(0, stop - _REACH) : stop]
    if _CLOCK.search(before) and _TITLE.match(text, end.end()):
        return bool(_AT_HOUR.search(text, max(0, stop - _REACH), stop))
    if _INITIAL.search(before) or _CLOCK.search(before) or _ENDING.search(before):
        return not _OPENING.match(text, end.end())
    if _before_number().search(before):
        wanted = _FIGURES if _NO.search(before) else _NUMBERED
        return bool(wanted.match(text, end.end()))
    return bool(
        _abbreviation().search(before) or _DOTS.search(before) or _AFTER_STOP.search(before)
    )


def _is_lower(text: str, at: int) -> bool:
    """Whether the line around a place does without capitals, as some comments do."""
    before = text[max(0, at - _LINE) : at]
    return before[before.rfind("\n") + 1 :].lstrip()[:1].islower()


def _items(text: str) -> Iterator[int]:
    """Where the items of a list begin that stands in one line: `1. Stop. 2. Go.`."""
    first = _ITEM.match(text)
    if not first:
        return
    yield 0
    wanted, after = _next(first["mark"]), first["after"]
    for item in _ITEM.finditer(text, first.end()):
        if item["mark"] == wanted and item["after"] == after and text[item.start() - 1].isspace():
            yield item.start()
            wanted = _next(wanted)


def _next(mark: str) -> str:
    return str(int(mark) + 1) if mark.isdigit() else chr(ord(mark) + 1)


def _not_number(text: str, start: int, items: list[int]) -> int:
    """A sentence's start, or its item's: the stop of "2." ends nothing."""
    for item in items:
        if item < start <= item + 6 and _ITEM.match(text, item):
            return item
    return start


_TEXT = "annotate.text"
"""Where a doc keeps its text, in `user_data`."""


def text_of(parsed: Doc) -> str:
    """The text of a doc, which spaCy puts together anew, token by token, each time it is asked."""
    kept = parsed.user_data.get(_TEXT)
    if not isinstance(kept, str):
        kept = parsed.user_data[_TEXT] = parsed.text
    return kept


COMPONENT = "annotate_sentences"
"""The name under which spaCy knows what follows."""


@Language.component(COMPONENT, assigns=["token.is_sent_start"])
def mark_starts(parsed: Doc) -> Doc:
    """The same doc with each token told whether it begins a sentence."""
    begins = {0, *starts(text_of(parsed))}
    told = [1 if at in begins else -1 for at in parsed.to_array("IDX").tolist()]
    # Set all at once: a token's own attribute asks the whole doc each time that it is set.
    column: Any = np.array(told, dtype="int64").astype("uint64").reshape(-1, 1)
    return parsed.from_array(["SENT_START"], column)
