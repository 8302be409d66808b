"""Stamps: the lines above a reader's comment that say who wrote it and when; buttons below it.

A line is tried against a table of forms. One that speaks of a comment ("… says:", "Posted by …",
"3 days ago") or has a time of day may open a thread; a name beside a mere date is read as a stamp
only where a thread is known to be.
"""

import re
from dataclasses import dataclass

from annotate.sources import dates


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """Who wrote a comment and when, as one line says it.

    told: whether its words speak of a comment. timed: whether it has a time of day.
    stated: whether it has a date at all, also one that nothing makes sure.
    """

    author: str | None
    date: str | None
    told: bool
    timed: bool
    stated: bool


_HANDLE = r"(?P<author>[^\s|•·:;!?,<>][^|•·:;!?<>\n]{0,48}?)"
_CLOCK = (
    r"(?:[\s,|@/–—-]*(?:at|um|à)?[\s,]*\d{1,2}[:.h]\d\d(?::\d\d)?\s*(?:[ap]\.?m\.?)?(?:\s*Uhr)?"
    r"(?:\s*[A-Z]{2,4})?)"
)
_HOUR = r"(?:\d{1,2}[:.]\d\d(?::\d\d)?\s*(?:[ap]\.?m\.?)?,?\s*(?:on\s+)?)?"
_STAMP = (
    rf"(?P<date>{_HOUR}(?:{dates.WEEKDAY}\s*)?(?:{dates.DATE}|\d{{1,2}}[./-]\d{{1,2}}[./-]\d\d(?!\d))"
    rf"{_CLOCK}?|{dates.AGO.pattern})"
)
SAYS = (
    r"(?:says|said|wrote|writes|commented|replied|responded|added|schrieb|schreibt|sagte?|meinte?|kommentierte?"
    r"|(?:hat )?gesagt|hat geschrieben|a dit|a écrit|dice|dijo|ha detto|escribió|disse|zegt"
    r"|schreef)"
)
"""What stands behind the name of who comments, in the languages of the threads we have seen."""

SINCE = r"\d{1,3}\s?(?:s|m|min|h|hr|d|w|wk|mo|y|yr)s?"
"""A date told in one short word: "3mo"."""

_NUMBERED = (
    rf"(?:#?\d{{1,4}}[.):]?\s+(?!{dates.MONTH})|\[\d{{1,4}}\]\s+"
    r"|(?:(?:comment|reply|post|message)\s+)?#\d{1,6}[.):]?\s+(?:[|•·–—-]\s+)?)?"
)
_TAIL = (
    r"(?:\s*[|•·]?\s*(?:permalink|reply|report(?: abuse)?|\(?link(?: to this)?\)?|#|edit"
    r"|\(?edited\)?|\(#\d+\)|\[[^\[\]]{0,30}\]))*(?::|(?<=\d:\d\d)\.)?"
)
_BY = r"(?:(?:posted|submitted|left|written|comment(?:ed)?|reply)\s+)?(?:by:?\s+)?"
_SENT = r"(?:(?:posted|submitted|left|commented|time|date)\s*(?:on|at)?:?\s*)?"
_ASIDE = r"(?:\s\((?:\d{2,9}|not verified|guest|visitor)\))?"
_PAGES = r"(?:[|•·]\s*(?:homepage|web ?site|url|www|e-?mail)\s*){0,3}"
"""What a thread tells beside a name: its number, that nobody vouches for it, links to who it is."""

RULES = (
    (
        "at",
        rf"at\s+(?:{_STAMP}|\d{{1,2}}:\d\d\s*(?:[ap]\.?m\.?)?),\s+{_HANDLE}\s+{SAYS}[:,.…]*",
    ),
    ("answered", rf"(?:answered|asked|replied)\s*(?:on|at)?:?\s*{_STAMP}"),
    ("says", rf"{_HANDLE}\s+{SAYS}(?:\s+(?:on|am|at|le|el|@))?[:,.…]*\s*(?:{_STAMP})?"),
    ("dated", rf"{_HANDLE},?\s+(?:on|at|am)\s+{_STAMP},?\s*{SAYS}:?"),
    ("about", rf"re:\s.{{1,60}}?\s(?:by|from)\s+{_HANDLE}\s*(?:,|»|on|at)\s+{_STAMP}"),
    ("said", rf"{_STAMP}[,:]?\s*(?:[|•·–—-]\s*)?{_HANDLE}\s+{SAYS}:?"),
    ("on", rf"{_BY}{_HANDLE}{_ASIDE},?\s+(?:posted\s+)?(?:on|at|am)\s+{_STAMP}"),
    ("beside", rf"{_BY}{_HANDLE}{_ASIDE}\s*{_PAGES}(?:[,:|•·/–—-]|\s\(|\s{{2,}}|\s)\s*{_STAMP}\)?"),
    ("by", rf"(?:on\s+)?{_STAMP}[,:]?\s*(?:by|from|von|[|•·–—-])\s*{_HANDLE}"),
    ("alone", rf"{_SENT}[(\[]?{_STAMP}[)\]]?"),
    ("since", rf"(?:{_HANDLE}\s*[|•·]\s*)?(?P<date>{SINCE})"),
)
"""The ways to open a comment; a number may stand before each, and buttons behind."""

_PATTERNS = tuple(
    (name, re.compile(f"{_NUMBERED}{pattern}{_TAIL}", re.IGNORECASE)) for name, pattern in RULES
)
_OF_WORK = re.compile(
    r"(?:published|updated|last|first|modified|posted)\b(?!\s+by\b)", re.IGNORECASE
)
"""How the date of the work itself opens, not that of a comment."""

_TOLD = re.compile(r"(?:posted|submitted|left|comment(?:ed)?)\s+by\b|#\d+\s", re.IGNORECASE)
_PRESSED = (
    r"(?:load|show|view|see|read|expand) (?:all |more |the )?(?:\d+ )?(?:more |older |newer )?"
    r"(?:comments?|replies|responses?|profile)(?: \(\d+\))?|show (?:more )?replies|(?:read )?more"
    r"|(?:post|add|leave|write|submit) (?:a |your |an? new )?(?:comment|reply|response)"
    r"|(?:quick )?reply(?: (?:to (?:this|comment|post|\w+)|with quote))?(?: comment| post)?"
    r"|report(?: (?:as )?(?:abuse|spam|this|comment|post|inappropriate|offensive|to moderators?)"
    r"(?: (?:comment|post|abuse))?)?|link to (?:this|(?:this )?(?:comment|post))"
    r"|log in to (?:reply|vote)|expand full comment|\d+ more comments?\W*"
    r"|flag(?: (?:this|as (?:inappropriate|offensive|spam)))?|(?:like|unlike|dislike|share|quote"
    r"|edit|delete|remove|hide|collapse|permalink|recommend(?:ed)?|upvote|downvote|agree|disagree"
    r"|link|parent|ignore|follow|message|email|top|up|down|copy link|mark as .{1,20}"
    r"|(?:inappropriate\? )?alert us|inappropriate\?"
    r"|antworten|melden|zitieren|répondre|signaler|citer"
    r"|responder|reportar)(?:\s*\(\d+\))?|\d+\s(?:likes?|votes?|points?|(?:dis)?agrees?"
    r"|(?:replies|reply)(?: by .{1,60})?|reactions?|recommendations?|people like this)"
    r"|liked by .{1,60}|vote on this (?:comment|post):?.{0,40}|[+-]?\d{1,4}"
    r"|\d{1,3}(?:,\d{3}|(?:\.\d)?k)"
    r"|thumbs? (?:up|down)|rate this|(?:back|return) to top|view user[’']s profile"
    r"|click to expand[. ]*"
    r"|send private message|visit poster[’']s website"
    r"|(?:was this )?helpful\?|vote|#\d+|\W{1,3}"
)
_BUTTON = re.compile(rf"(?:{_PRESSED})(?:\s*[|•·,/]?\s*(?:{_PRESSED}))*\s*[›»…]?", re.IGNORECASE)
_SUBJECT = re.compile(r"\s*\bPost subject:.*$")
"""What a board tells beside the day of a post."""

_LONGEST = 110
_MOST = 16
_MAYBE = re.compile(rf"\d|\bago\b|yesterday|just now|{SAYS}", re.IGNORECASE)
"""What every form has; most lines have none of it, and the forms are slow to try."""


def read(words: str) -> Stamp | None:
    """What a line says as the opening of a comment, None if it has no such form."""
    if "subject:" in words:
        words = _SUBJECT.sub("", words)
    if len(words) > _LONGEST or not _MAYBE.search(words) or len(words.split()) > _MOST:
        return None
    for name, pattern in _PATTERNS:
        hit = pattern.fullmatch(words)
        if hit and (stamp := _stamp(name, hit)):
            return stamp
    return None


def opens(words: str) -> bool:
    """Whether a line opens a comment by its form alone: a name with a time, or "… wrote on …"."""
    stamp = read(words)
    return stamp is not None and stamp.author is not None and (stamp.timed or stamp.told)


def is_button(words: str) -> bool:
    """Whether a line of a thread is a button: "Reply", "12 likes"."""
    return len(words) <= _LONGEST and bool(_BUTTON.fullmatch(words))


_ENTRY = (
    r"(?:joined|join date|posts|messages|member since|registered|reputation|reaction score|topics"
    r"|karma|rank|location|country|gender|age|solutions|kudos|(?:trophy )?points|threads|beiträge"
    r"|mitglied seit|registriert seit|wohnort|erhaltene likes|danksagungen|reaktionen)"
    r"(?: \([^()]{1,40}\))?\s*:?"
)
_PROFILE = re.compile(
    rf"{_ENTRY}\s*[\d,.+]*|\d[\d,.]*k?\s+(?:posts|solutions|reputation|badges|messages|topics)"
    r"|(?:joined|join date|member since|registered|location|from|mitglied seit|dabei seit"
    r"|registriert(?: seit)?|wohnort)\s*:.{1,60}"
    r"|(?:(?:senior|junior|new|active|full|premium|honou?red|advanced|super|well-known|veteran|elite"
    r"|forum|staff|distinguished|registered|established|regular|contributing|original|topic|thread"
    r"|vip) )*(?:member|moderator|administrator|admin|poster|user|guest|op|author|starter|newbie"
    r"|mitglied|anfänger|schüler|fortgeschrittener|profi|meister|erleuchteter|benutzer|gast"
    r"|themenstarter|themenersteller|membre|miembro|membro|lid)"
    r"|(?:on|off)line",
    re.IGNORECASE,
)


_LABELLED = re.compile(_ENTRY, re.IGNORECASE)


def is_entry(words: str) -> bool:
    """Whether a line says what the next one tells about who writes: "Joined"."""
    return len(words) <= _LONGEST and bool(_LABELLED.fullmatch(words))


def is_profile(words: str) -> bool:
    """Whether a line of a thread tells about who writes: "Joined: May 2010", "Senior Member"."""
    return len(words) <= _LONGEST and bool(_PROFILE.fullmatch(words))


_REPLIED = re.compile(
    r"\s*(?:(?:[→>»↪↩@]|->)+\s*.*|[(\[]?\s*(?:in reply to|replying to|in response to)\b.*)$",
    re.IGNORECASE,
)


def without_reply(author: str) -> str:
    """The name of who comments without that of who is answered: "Lena → in reply to Karel"."""
    return _REPLIED.sub("", author).strip(" -–—,~")


def _full_year(stated: str | None) -> str | None:
    """A date with all figures of its year: "18/01/08" as "18/01/2008"."""
    if stated is None:
        return None
    return _TWO_FIGURES.sub(lambda hit: f"{hit[1]}20{hit[2]}", stated)


_TWO_FIGURES = re.compile(r"(\b\d{1,2}[./-]\d{1,2}[./-])(\d\d)(?!\d)")


_WEEKDAY = re.compile(dates.WEEKDAY, re.IGNORECASE)
_NO_NAME = re.compile(
    r"\W*\d{1,2}(?:st|nd|rd|th)?\W*|from|date|time|on|at|about|over|almost|i|you|he|she|it|we|they|who|posted|written",
    re.IGNORECASE,
)
"""What stands before a time and is nobody's name: the day of a date, "from 16 days ago"; and who
is quoted in the midst of a comment: "You said:"."""


def _stamp(name: str, hit: re.Match[str]) -> Stamp | None:
    author = without_reply(hit.groupdict().get("author") or "") or None
    stated = _full_year(hit["date"])
    if name != "alone" and len((author or "").split()) > 6:
        return None
    if author and (_NO_NAME.fullmatch(author) or is_button(author)):
        return None
    if name == "beside" and (_OF_WORK.match(hit[0]) or _WEEKDAY.fullmatch(author or "")):
        return None
    ago = bool(stated and dates.AGO.fullmatch(stated))
    return Stamp(
        author=author,
        date=dates.iso(stated) if stated else None,
        told=bool(stated)
        and (ago or name in {"at", "says", "said", "dated", "about"} or bool(_TOLD.match(hit[0]))),
        timed=stated is not None and dates.timed(stated),
        stated=bool(stated),
    )
