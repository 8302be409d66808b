"""Closings: lines that say that what follows is no more of the work, or that ask for something."""

import re

from annotate.segments import links
from annotate.segments.lines import Line

_SHORT = 12
"""Words of such a line, at most."""

_APPEALS = (
    r"(?:get|stay) (?:in touch|connected|informed|updated|the latest|started|our|more)\b.{0,40}"
    r"|(?:subscribe|sign up|join (?:our|the|us)|follow (?:us|me)?|newsletters?|connect with"
    r"|contact (?:us|me|information)?|support (?:us|our)|donate|share this|share (?:on|the|your)"
    r"|like this|spread the word|become a)\b.{0,50}"
    r"|(?:schedule|book|request|start|try) (?:a|your|an|for)\b.{0,40}"
    r"|download (?:our|the|now).{0,40}"
    r"|(?:unlock|get (?:unlimited|full) access|create (?:a|your) (?:free )?account"
    r"|already (?:a|have) (?:an? )?(?:subscriber|member|account)|log ?in|sign in|register"
    r"|choose your|to (?:continue|keep) reading|start your|you(?:[’']ve| have) reached"
    r"|this (?:article|story|content|post) is (?:\w+ ){0,2}(?:for|to|exclusive)\b).{0,90}"
    r"|(?:tags?|topics?|categories|filed under|comments?|leave a .{0,20})"
)
_APPEALING = re.compile(_APPEALS, re.IGNORECASE)
"""What asks the reader for something: nothing of a work stands below it."""

_CLOSING = re.compile(
    r"(?:explore|read|see|discover|find|view|browse) (?:more|all|next|also|other|related|our)\b"
    r".{0,40}|check out (?:next|also)\b.{0,30}"
    r"|if you (?:liked|like|enjoyed|loved) (?:this|my|the)\b.{0,60}"
    r"|(?:more|other) \w+ (?:articles|posts|stories|reading) (?:by|from|on|about|in)\b.{0,40}"
    r"|(?:go|dig) deeper|(?:keep|continue) (?:reading|exploring)|up next"
    r"|what(?:[’']s| to read) next"
    r"|(?:latest|recent|more|other|related|similar|popular|previous|featured|trending|top|new)"
    r" (?:posts?|articles?|stories|news|blogs?|entries|content|reads?|reading|resources|topics"
    r"|videos?|insights|publications|headlines|links|recipes|guides|books?|coverage|events)\b.{0,40}"
    r"|(?:more|articles|posts|stories|also) (?:from|by|in|on|about|like) .{1,50}"
    r"|(?:related|recommended|most (?:read|popular|viewed|shared|recent)|trending(?: now)?|popular)"
    r"(?: (?:for you|on|in|from|by|this|now|today)\b.{0,30})?"
    r"|(?:you (?:may|might)|you[’']ll|readers|people|others) (?:also |might )?(?:like|liked|love"
    r"|enjoy|enjoyed|be interested|read|viewed).{0,30}"
    r"|don[’']t miss.{0,30}|in case you missed it|editor[’']?s[’']? (?:picks?|choice)"
    rf"|{_APPEALS}",
    re.IGNORECASE,
)


def closes(line: Line) -> bool:
    """Whether a line says that what follows is no more of the work: "Explore more articles"."""
    if line.size > _SHORT or line.prose or line.role not in {"heading", None}:
        return False
    return links.opens_teasers(line) or bool(_CLOSING.fullmatch(_bare(line)))


_JOINING = re.compile(
    r"(?:subscribe|sign up|join (?:our|the|us)|newsletters?|get (?:the latest|our))\b.{0,60}",
    re.IGNORECASE,
)


def asks_to_join(line: Line) -> bool:
    """Whether a heading asks its reader to sign up: all that its box holds goes with it."""
    return line.role == "heading" and bool(_JOINING.fullmatch(_bare(line)))


def appeals_to(line: Line) -> bool:
    return bool(_APPEALING.fullmatch(_bare(line)))


def _bare(line: Line) -> str:
    return line.words.strip(" :.…!»›→>|*")
