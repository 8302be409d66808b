"""The forms of a byline: what names a writer, a date or a publisher, a row of a table each.

The forms see a date as one sign: what dates look like is said once, in `dates.py`, and a pattern
that spelled it out would take ten times as long to make.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from annotate import lexicons
from annotate.patterns import any_of
from annotate.sources import dates

_PARTICLE = any_of({*lexicons.listed("name_particles"), "y", "e"})
_WORD = r"[^\W\d_a-z][\w’'.-]*"
_LAST = rf"(?:[ae]l-)?{_WORD}"
_NAME = rf"(?:(?:[ae]l|[dl]|’t)[-’'])?{_WORD}(?:\s+(?:{_PARTICLE}\s+)*{_LAST}){{0,4}}"
TITLE = any_of(
    title.capitalize()
    for title in lexicons.classes("courtesy_titles", "address", "calling", "degree", "knighthood")
)
"""A title that a writer's name is told without; a peer signs with theirs."""

NAME = rf"(?:{TITLE}\.?\s+)?{_NAME}"
"""The name of a person, or a name that one may be."""

AND = r"\s*(?:,\s*(?:and\s+)?|\s+and\s+|\s*&\s*|\s+und\s+|\s+et\s+|\s+y\s+|;\s*)\s*"
_NAMES = rf"{NAME}(?:{AND}{NAME}){{0,7}}"
_LINK = r"(?:(?:of|for|on|and|the|de|des|du|der|&|in)\s+)"
_ORG = rf"(?:[Tt]he\s+)?{_WORD}(?:\s+{_LINK}*{_WORD}){{0,9}}(?:\s+\([A-Z]+\))?"
_HOUSE = rf"(?P<publisher>{_ORG})"
_CRAFT = (
    r"(?:words?|text|story|report|reporting|research|analysis|opinion|essay|comment|interviews?"
    r"|writing|translation|data)"
)
_CRAFTS = rf"{_CRAFT}(?:\s*(?:,|&|/|and)\s*(?:and\s+)?{_CRAFT}){{0,3}}"
ABROAD = (
    r"(?:ein(?:e|en)?\s+\w+|eingestellt|geschrieben|verfasst|veröffentlicht|erstellt|gepostet|écrit"
    r"|publié|rédigé|publicado|escrito|scritto|pubblicato|geschreven|geplaatst)"
)
"""How a byline says what somebody did, or of what make the work is: "Eine Rezension von"."""

_BY = (
    rf"(?:(?:written|posted|submitted|reported|compiled|edited|{_CRAFTS}"
    r"|an? [a-z]+)\s+)?by:?|authors?:|writers?:"
    rf"|(?:{ABROAD}\s+)?(?:von|par|por|di|door|av):?|autor(?:in|en|e)?:|auteurs?\s*:|{_CRAFTS}\s*:"
)
_ON = (
    r"(?:(?:first\s+)?(?:published|posted|updated|modified|released|issued|last\s+(?:updated|modified"
    r"|edited)|created|date|written|submitted|added|dated?|veröffentlicht|aktualisiert|publié"
    r"|zuletzt (?:aktualisiert|geändert|bearbeitet|verändert)|stand|erschienen|erstellt|geändert"
    r"|(?:letzte )?(?:aktualisierung|änderung)|datum|vom"
    r"|mis à jour|modifié|publicado|actualizado|atualizado|pubblicato|aggiornato|publicerad"
    r"|uppdaterad|publisert|oppdatert|gepubliceerd|bijgewerkt)"
    r"(?:\s+(?:on|at|am|le|el))?|on|@)"
)
_HOUR = (
    r"(?:(?:\d{1,2}[:.]\d\d(?::\d\d)?\s*(?:[ap]\.?m\.?)?|\d{1,2}\s*[ap]\.?m\b\.?"
    r"|\d{4}(?=\s[A-Z]{3}\b)),?\s*"
    r"(?:[A-Z]{2,4}\b,?\s*)?(?:\(\d{4} [A-Z]{3}\)\s*)?(?:on\s+)?)?"
)
_WHEN = rf"(?:{_ON}\s*:?\s*)?{_HOUR}(?:{dates.WEEKDAY}\s*)?(?P<date>{dates.SIGN})"
_CLOCK = (
    r"(?:(?:T|[\s,;|@•·–—-]*(?:at|um|à|kl)?\.?[\s,]*)"
    r"(?:\d{1,2}[:.h]\d\d(?::\d\d)?\s*(?:[ap]\.?m\.?)?|\d{1,2}\s*[ap]\.?m\b\.?)\s*(?:Uhr)?"
    r"\s*[\[(]?\s?(?:Z|(?:UTC|GMT|[ECMPA][SD]?T|A[ECW][SD]T|CES?T|BST|IST|SAST|NZ[SD]T|JST|HKT)?"
    r"(?:[+-]\d{1,2}(?::?\d\d)?)?)?\s?[\])]?)?"
)
_I = "(?i:"
_KIND_OF = (
    r"(?:staff|senior|special|chief|foreign|guest|contributing|political|politics|diplomatic|our"
    r"|deputy|home|affairs|health|science|education|business|economics|crime|court|environment"
    r"|technology|transport|sports?|media|social|local|national|world|regional|digital|assistant"
    r"|associate|managing|consumer|defen[cs]e|security|arts|culture|features|news|city|night|data)"
)
_OFFICE = r"writer|reporter|correspondent|editor|contributor|columnist|journalist|bureau chief"
_NO_OFFICE = r"(?!(?:the|a|an|our|my|your|to|from|by|dear|letters?|is|was|has|who|said)\b)"
OFFICE = (
    rf"(?i:(?:{_NO_OFFICE}[^\W\d_][\w’'&-]*\s+|&\s+){{0,6}}(?:{_OFFICE})s?"
    r"(?:[\s-](?:in[\s-]chief|at[\s-]large))?)"
)
"""What somebody is to a paper: "Deputy Political Editor", "Health and Science Correspondent"."""
_WROTE = r"(?:wrote|written|prepared|compiled|authored)"
_FOR = rf"(?:\s+(?:for|on behalf of)\s+{_HOUSE})?\.?"
_BODY = r"(?:board|committee|community|council|group|project|team)"
_REPORTING = r"reporting|additional reporting|writing"
_MORE = (
    r"(?:[;,.|]\s*(?i:(?:additional\s+|further\s+|more\s+)?(?:editing|reporting|writing|research|data"
    r"|translation|photos?|photographs|pictures|illustrations?|graphics)\s+by)[^\n]{0,80})?"
)
PICTURES = (
    r"(?:photo(?:graph)?s?|photography|pictures?|illustrations?|graphics?|maps?|images?|video|editing"
    r"|design|additional\s+reporting)"
)

_RELEASE = (
    r"(?:(?:presse|medien)(?:mitteilung|information|meldung|erklärung)|press release"
    r"|communiqué de presse|comunicato stampa|nota de prensa|persbericht)\b"
)


def is_signed(line: str) -> bool:
    """Whether a line opens as one that names a writer does: "By …"."""
    return _compiled(_SIGNED).match(line) is not None


class Field(NamedTuple):
    """A field of a line. undated: the same with a sign in place of each date."""

    words: str
    undated: str


def field(words: str) -> Field:
    """A field, with what forms see of it."""
    return Field(words, dates.masked(words))


class Form(NamedTuple):
    """A form of a field. opens, has: small patterns of what it opens with, and of what is in it.

    holds: words of which it has one, in small letters. A form's own pattern takes milliseconds to
    make, and most fields show that they are not of it.
    """

    name: str
    pattern: str
    opens: str = ""
    has: str = ""
    holds: tuple[str, ...] = ("",)

    @property
    def dated(self) -> bool:
        """Whether each field of this form has a date."""
        return "(?P<date>" in self.pattern

    @property
    def closing(self) -> bool:
        """Whether such a field stands below a work."""
        return self.name in _CLOSING

    @property
    def compiled(self) -> re.Pattern[str]:
        """Its pattern."""
        return _compiled(self.pattern)

    def seen(self, field: Field) -> str:
        """What it sees of a field: each date as one sign, if it has one."""
        return field.undated if self.dated else field.words

    def match(self, field: Field) -> re.Match[str] | None:
        """The match with all of a field, None if the field is not of this form."""
        return self.compiled.fullmatch(self.seen(field))


_SIGNED = rf"{_I}{_BY})\s+"
_DATED = rf"{_I}{_WHEN}{_CLOCK})"
_AGAIN = (
    rf"{_I}(?:[\s,|;(]+(?:{_ON}\s*:?\s*)?{_HOUR}(?:{dates.SIGN}{_CLOCK}|{dates.AGO.pattern})\)?)?)"
)
"""A second day behind the first: when the work was changed, or came out elsewhere."""
_OF_HOUSE = rf"(?:(?:,\s+|\s+(?:of|at|for|with)\s+){_HOUSE})?"
FORMS = (
    Form("by", rf"{_SIGNED}(?P<authors>{_NAMES}){_MORE}", _SIGNED),
    Form("by for", rf"{_SIGNED}(?P<authors>{_NAMES}),?\s+for\s+{_HOUSE}", _SIGNED, r"\sfor\s"),
    Form(
        "by in",
        rf"{_SIGNED}(?P<authors>{_NAMES}),?\s+(?:in|of|at|from)\s+(?P<place>{_ORG})",
        _SIGNED,
        r"\s(?:in|of|at|from)\s",
    ),
    Form(
        "on behalf",
        rf"(?P<authors>{_NAMES}),?\s+(?:on\s+behalf\s+of|writing\s+for)\s+{_HOUSE}(?:\s+{_BODY})?",
        has=r"\s(?:on\s+behalf\s+of|writing\s+for)\s",
        holds=("behalf", "writing"),
    ),
    Form(
        "by role",
        rf"{_SIGNED}(?P<authors>{NAME}),\s+(?:[a-z][\w’'-]*\s*){{1,6}}(?:{_ORG})?",
        _SIGNED,
        r",\s+[a-z]",
    ),
    Form("by on", rf"{_SIGNED}(?P<authors>{_NAMES}),?\s+(?:at\s+)?{_DATED}{_AGAIN}", _SIGNED),
    Form(
        "by at",
        rf"{_SIGNED}(?P<authors>{_NAMES}),?\s+{_I}at\s+\d{{1,2}}[:.]\d\d(?:\s*[ap]\.?m\.?)?)"
        r"(?:\s*[A-Z]{2,4})?",
        _SIGNED,
        r"\sat\s+\d",
    ),
    Form(
        "office",
        rf"(?:{_SIGNED})?(?P<authors>{_NAMES}?)(?:,\s+|\s+-\s+){OFFICE}{_OF_HOUSE}",
        has=rf"(?i:[,-]\s.*(?:{_OFFICE}))",
        holds=tuple(_OFFICE.split("|")),
    ),
    Form(
        "office on",
        rf"(?:{_SIGNED})?(?P<authors>{_NAMES}?)(?:,\s+|\s+-\s+){OFFICE}{_OF_HOUSE}[\s,]+"
        rf"{_DATED}{_AGAIN}",
        has=rf"(?i:\s(?:{_OFFICE})s?\b)",
        holds=tuple(_OFFICE.split("|")),
    ),
    Form("on by", rf"{_DATED}[\s,]*{_SIGNED}(?P<authors>{_NAMES})", _DATED, _SIGNED),
    Form(
        "on by role",
        rf"{_DATED}[\s,]*{_SIGNED}(?P<authors>{NAME}),\s+[A-Z][^\n.!?;:]{{2,90}}",
        _DATED,
        _SIGNED,
    ),
    Form(
        "in on",
        rf"(?=[^\s,]+\s[^,]*,)(?P<authors>{_NAMES}),\s+{_HOUSE}[\s,]+{_I}{_ON}\s*:?\s*{_HOUR}"
        rf"(?:{dates.WEEKDAY}\s*)?(?P<date>{dates.SIGN}){_CLOCK})",
        has=rf"{_I}\s{_ON}\s)",
        holds=("posted", "published", "updated"),
    ),
    Form("date", _DATED, _DATED),
    Form(
        "dates",
        rf"{_I}{_WHEN}{_CLOCK}[\s,|;(]+(?:{_ON}\s*:?\s*)?"
        rf"(?:{dates.SIGN}{_CLOCK}|{dates.AGO.pattern})\)?)",
        _DATED,
    ),
    Form(
        "published by",
        rf"(?i:published|issued)\s+by:?\s+{_HOUSE}",
        opens=r"(?i:published|issued)\s+by",
    ),
    Form("on by handle", rf"{_I}{_WHEN}{_CLOCK}[\s,]*(?:{_BY})\s+@?[\w.-]+)", _DATED, _SIGNED),
    Form("handle on", rf"{_I}(?:{_BY})\s+\w+,?\s+{_WHEN}{_CLOCK})", _SIGNED),
    Form("place date", rf"(?P<place>{_ORG}(?:/{_ORG})?),?\s+\(?{_DATED}\)?"),
    Form("date place", rf"{_DATED},\s+(?P<place>{_ORG})", _DATED, rf",\s+{_ORG}"),
    Form(
        "special",
        rf"(?i:special|exclusive)\s+(?:to|for)\s+(?P<publisher>{_ORG})",
        opens=r"(?i:special|exclusive)\s+(?:to|for)\s",
    ),
    Form(
        "role",
        rf"(?:{_SIGNED})?(?P<authors>{NAME}),?\s+(?i:{_KIND_OF}\s+)+(?i:{_OFFICE})",
        has=rf"(?is:\s{_KIND_OF}\s.*(?:{_OFFICE}))",
        holds=tuple(_OFFICE.split("|")),
    ),
    Form(
        "wrote",
        rf"(?P<authors>{_NAMES})\s+(?:has\s+)?{_WROTE}\s+this\s+\w+{_FOR}",
        has=rf"\s{_WROTE}\s+this\s",
        holds=("this",),
    ),
    Form(
        "written by",
        rf"This\s+\w+\s+was\s+{_WROTE}\s+by\s+(?P<authors>{_NAMES})(?:{_FOR}|,\s[^\n]{{2,100}})",
        rf"This\s+\w+\s+was\s+{_WROTE}\s+by\s",
    ),
    Form(
        "from",
        rf"(?P<authors>{_NAMES})\s+(?:reports?|reporting|writes)\s+(?:from|in)\s+(?P<place>{_ORG})",
        has=r"\s(?:reports?|reporting|writes)\s+(?:from|in)\s",
        holds=("report", "writes"),
    ),
    Form(
        "release",
        rf"{_I}{_RELEASE}[^\n]{{0,40}}?[\s,|:–—-]+{_WHEN}{_CLOCK})",
        rf"{_I}{_RELEASE})",
    ),
    Form("pictures", rf"{_I}{PICTURES}(?:\s+by:?|:)\s+{_NAMES})", rf"{_I}{PICTURES}(?:\s+by|:))"),
    Form(
        "agency",
        rf"\(?(?i:{_REPORTING})\s+by\s+(?P<authors>{_NAMES})(?P<place>\s+in\s+{_ORG})?{_MORE}\)?\.?",
        opens=rf"\(?{_I}{_REPORTING})\s+by\s",
    ),
)
_CLOSING = frozenset({"wrote", "written by", "agency"})


def possible(field: Field) -> Iterator[Form]:
    """The forms that a field may be of, by whether it has a date, its opening and its words."""
    plain = field.words.lower()
    for form in _UNDATED if field.undated == field.words else FORMS:
        if form.opens and not _opens(form.seen(field), form.opens):
            continue
        held = any(word in plain for word in form.holds)
        if held and (not form.has or _compiled(form.has).search(form.seen(field))):
            yield form


@lru_cache(maxsize=16)  # several forms ask the same of a field
def _opens(field: str, pattern: str) -> bool:
    return _compiled(pattern).match(field) is not None


_UNDATED = tuple(form for form in FORMS if not form.dated)


@cache  # one by one, when a field first may be of a form
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)
