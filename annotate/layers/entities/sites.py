"""Sites and outlets by the form of their names: "CanKor", "estuary-post.org", where they speak.

The form alone is no name: a domain may be an address, and two capitals a product. What stands
beside it says that it is a source or an outlet.
"""

import re
from collections.abc import Iterator
from functools import cache

from annotate.layers.entities import offices
from annotate.layers.entities.proposals import Proposal
from annotate.layers.entities.words import CAP, given_names

_DOMAIN = (
    r"[A-Za-z0-9][\w-]{0,40}\.(?:co\.[a-z]{2}|com|org|net|info|news|press|media|blog|tv|io|eu|gov|edu|"
    r"int|ca|cn|de|fr|jp|kr|ru|uk)"
)
_FORM = re.compile(
    rf"(?<![\w@/.-])(?P<name>{_DOMAIN}|[A-Z][a-z]{{1,20}}[A-Z][A-Za-z]{{0,20}})(?![\w@/-])(?!\.\w)"
)
_SURNAME = re.compile(r"(?:Mc|Mac|De|Di|Du|Da|La|Le|Van|Von|Fitz|Jo|Saint|Bin|Al|El)[A-Z]")
"""Capitals within a person's name: "McDonald", "DeShawn"."""

_BEFORE = re.compile(
    r"\b(?:told|[Aa]ccording to|[Vv]ia|by|(?:wrote|writes|writing) for|published (?:in|at|on)|"
    r"editors? (?:of|at)|(?:web)?site|blog|portal|newsletter|outlet|magazine|"
    r"(?:interview|speaking) (?:with|to)) $"
)
_NAMED = re.compile(rf"{CAP} $")


@cache
def _speaks() -> re.Pattern[str]:
    said = rf"{offices.says()}|reported|reports|published|posted|quoted|cited"
    return re.compile(rf"(?: has| had| also)? (?:{said})\b")


def proposals(text: str) -> Iterator[Proposal]:
    """The sites and outlets of a passage that speak or are spoken to."""
    for found in _FORM.finditer(text):
        before = text[max(0, found.start() - 40) : found.start()]
        if _is_person(found["name"]) or _NAMED.search(before):
            continue
        if _BEFORE.search(before) or _speaks().match(text, found.end()):
            yield Proposal(
                start=found.start(),
                end=found.end(),
                label="ORG",
                canonical=found["name"],
                by="rule:site",
            )


def _is_person(name: str) -> bool:
    return bool(_SURNAME.match(name)) or name in given_names()
