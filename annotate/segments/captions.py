"""Captions: the words by which a line shows that it belongs to a picture."""

import re

from annotate.sources import dates

_CREDIT = re.compile(
    r"^\(?\[?(?:(?:(?:staff|file|archive|contributed|submitted|courtesy)\s+)?(?:image|photo(?:graph)?|picture|illustration|graphic|map|video|cover|foto|bild)s?"
    r"(?:\s+(?:credit|source|by|via|courtesy(?: of)?|from|copyright))?\s*(?::|©|/"
    r"|\bby\b|\bvia\b|\bcourtesy\b)"
    r"|credits?\s*:|courtesy\s*(?:of\b|:)|source\s*:\s*(?:AP|AFP|Reuters|Getty|EPA)"
    r"|(?:AP Photo|Reuters|AFP|EPA(?:-EFE)?|Getty(?: Images)?|Shutterstock|iStock(?:photo)?|Alamy)"
    r"\s*/\s*\S"
    r"|(?:Getty Images|Shutterstock|iStock(?:photo)?|Alamy(?: Stock Photo)?)\)?$"
    r"|(?-i:Image (?:copyright|caption)|Media caption)\s+(?-i:[A-Z]))",
    re.IGNORECASE,
)
_CREDITED = re.compile(
    r"(?:\b(?:image|photo(?:graph)?|picture|foto)s?\s*(?:credit|source)?\s*(?::|\bby\b|\bvia\b|©"
    r"|\bcourtesy(?: of)?\b)\s*(?:[^.!?]|(?<=\b(?-i:[A-Z]))\.){2,60}\.?\)?"
    r"|(?-i:\bC)redits?\s*:\s*[^.!?]{2,60}\.?\)?"
    r"|\((?:photo|image|picture|ap|afp|reuters|getty)\b[^()]{0,60}\)"
    r"|\((?-i:[A-Z])[\w’'.-]*(?: (?-i:[A-Z])[\w’'.-]*){0,3}\s?/\s?(?-i:[A-Z])[^()/]{1,40}\)"
    r"|(?:사진|写真|撮影|图片来源|Фото|Φωτογραφία|Fotoğraf|Zdjęcie|Fot\.)\s*[=:：]\s*[^.!?]{2,40}"
    r"|(?:[|/–—-]|(?-i:[A-Z])[\w’'-]+\s+via)\s*(?:AP"
    r"|AFP|Reuters|Getty Images|EPA))$",
    re.IGNORECASE,
)
_YEAR = r"(?:1[89]|20)\d\d"
_SEASON = (
    r"(?:(?:spring|summer|autumn|fall|winter|early|mid|late)[\s-]+)?"
    rf"(?:{dates.MONTH}\s+)?(?:\d\d?,?\s+)?{_YEAR}"
)
_DATED = re.compile(rf"(?:\([^()]{{0,40}}?{_SEASON}\)|,\s+(?:in\s+)?(?:{dates.DATE}))\.?$", re.I)
_SHOWN = re.compile(
    r"\((?:left|right|cent(?:re|er)|above|below|top|bottom|file(?: photo)?|pictured"
    r"|second from \w+)\)"
    r"|\b(?:file photo|pictured (?:here|in|at|on|with|above|left|right)|seen (?:from|here|in this)"
    r"|in this (?:file )?(?:photo|picture|image))\b",
    re.IGNORECASE,
)


_FIGURE = re.compile(
    r"(?:figure|fig\.|table|chart|graph|map|plate|photo|abbildung|abb\.|tabelle|box)\s*"
    r"\d{1,3}[a-z]?\s*[.:|–—-][*_]*\s*\S",
    re.IGNORECASE,
)
_SOURCE = re.compile(r"(?:sources?|quellen?|data|note)\s*:\s*\S", re.IGNORECASE)


def is_figure(words: str) -> bool:
    """Whether a line is the caption of a numbered figure: "Figure 1. Barns in use"."""
    return bool(_FIGURE.match(words.lstrip("*_"))) and len(words.split()) <= 70


def is_source(words: str) -> bool:
    """Whether a line says where a figure is from: "Source: Marrow Institute"."""
    return bool(_SOURCE.match(words.lstrip("*_"))) and len(words.split()) <= 30


def names_credit(words: str) -> bool:
    """Whether a line is nothing but a credit: "Foto: Ivo Stamm"."""
    return bool(_CREDIT.match(words)) and len(words.split()) <= 12


def is_credit(words: str) -> bool:
    """Whether a line says whose picture it is under."""
    if words.count(" ") >= _MOST:
        return False
    return bool(_CREDIT.match(words) or (_may_end_in_credit(words) and _CREDITED.search(words)))


_MOST = 45
"""Words of a line that gives a credit, at most."""


def _may_end_in_credit(words: str) -> bool:
    """Whether a line has what all have that end in a credit: to look for that takes long."""
    plain = words.lower()
    return plain.endswith(_ENDS) or any(sign in plain for sign in _PICTURES)


_ENDS = (")", "ap", "afp", "reuters", "getty images", "epa")
_PICTURES = (
    *("credit", "image", "photo", "picture", "foto", "fot.", "zdjęcie", "фото", "φωτογραφία"),
    *("사진", "写真", "撮影", "图片来源"),
)


def is_dated(words: str) -> bool:
    """Whether a line ends with when its picture was taken, as a caption does and prose does not."""
    return len(words.split()) <= 30 and bool(_DATED.search(words))


def is_shown(words: str) -> bool:
    """Whether a line tells where to look in a picture."""
    return len(words.split()) <= 30 and bool(_SHOWN.search(words))
