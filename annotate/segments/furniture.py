"""Furniture: lines that are no part of a work, told by their words alone."""

import re
from functools import cache

from annotate import lexicons
from annotate.patterns import Pattern
from annotate.segments.lines import Line, asked_once

_SIGNS = re.compile(
    r"[\W_]*|\d{1,3} of \d{1,3}|\d{1,2}:\d\d\s?/\s?\d{1,2}:\d\d"
    r"|[-–—_*=~#]{3,}|\d{1,4}|[-–—] ?\d{1,4} ?[-–—]|#{2,}|-?30-|(?i:ends?)\b\.?"
    r"|(?=[ivxl])(?:x[lx]|l?x{0,3})(?:i[xv]|v?i{0,3})"
)
_COUNTS = re.compile(
    r"(?:(?:no|one|\d[\d,.]*)\s+(?:comments?|responses?|replies|reply|thoughts?|reactions?|views?"
    r"|shares?|likes?|reads?|retweets?)\b.{0,120}|(?:comments?|responses|replies|views|shares|likes"
    r"|talkbacks?(?: (?:for|on) this \w+)?)\s*[(:]?\s*\d+\)?"
    r"|\d(?:\.\d+)? (?:from|out of|based on) \d[\d,]* (?:votes?|ratings?|reviews?)"
    r"|(?:listen|watch|play)(?: now)?\s*[·•|:–—-]?\s*\d{1,3}:\d\d"
    r"|this (?:article|story|post) is more than .{1,20} old\.?"
    r"|you are visitor (?:number|no\.?) [\d,.]+.{0,40}"
    r"|page \d+(?: (?:of|/) \d+)?|\d+ (?:of|/) \d+|\d+\s*min(?:ute)?s?\s+read"
    r"|%[ds]\b.{0,60}|.{0,40}%[ds].{0,40})",
    re.IGNORECASE,
)
_FILED = re.compile(
    r"(?:tags?|tagged|filed under|filed in|categor(?:y|ies)|topics?|keywords?|labels?"
    r"|posted in|related)"
    r"\s*(?::|\bas\b|\bwith\b)|(?:filed under|filed in|posted in)\s+(?-i:[A-Z#])",
    re.IGNORECASE,
)
_TRAIL = re.compile(r"\s*(?:>|»|›|\||·|•|→)\s*|\s+/\s+")
_PARTS = frozenset(">»›|·•→/")
"""What parts a trail: most lines have none of it, and need not be parted to see that."""


_NOTICE = re.compile(
    r"(?<!\w)(?:©|\(c\)\s*\d{4}|copyright\b(?!\s+(?:law|act|infring|holder|reform))"
    r"|all rights reserved"
    r"|creative commons|licen[cs]ed under|(?:re)?printed with permission"
    r"|republished with permission"
    r"|(?:may|can) be (?:freely )?(?:reproduced|reprinted|republished|copied|reused|shared)"
    r"|reproduction\b.{0,40}\b(?:permitted|prohibited"
    r"|allowed|authori[sz]ed)|CC[ -]BY|CC0|public domain"
    r"|(?:ISSN|ISBN|DOI)\b[:\s]*(?:10\.)?[\dX][\dX/-]{6,})(?:\W|$)",
    re.IGNORECASE,
)
_NOTED = (
    "©",
    "(c)",
    "copyright",
    "rights reserved",
    "creative commons",
    "licen",
    "printed",
    "published",
    "reproduc",
    "copied",
    "reused",
    "shared",
    "cc",
    "public domain",
    "issn",
    "isbn",
    "doi",
)
"""What every notice holds one of, in small letters: most lines need no further look."""

_IMPRINT = re.compile(
    r"^(?:(?:ISSN|ISBN|DOI)\b|(?:permalink|url|source url|citation|cite (?:this|as)"
    r"|(?:press|media) office|(?:read )?online|web|download"
    r"|for (?:more|further) information[^.]*"
    r"|(?:press |media )?contact|published by|verlag)\s*:|printed (?:and bound )?(?:by|in|at)"
    r" (?:the )?(?-i:[A-Z])|(?:imprint|impressum"
    r"|publisher|licen[cs]e|copyright"
    r"|published by|verlag)\s*(?::|$)|(?:published|issued|produced) by (?:the )?(?-i:[A-Z])"
    r"|(?:also |freely )?available (?:online |free )*(?:at|from|on|under)\b.{0,20}\S+\.\S+/)",
    re.IGNORECASE,
)
_ADDRESS = re.compile(
    r"^<?(?:https?://|www\.)\S+>?$|^[\w-]+(?:\.[\w-]+)+/\S*$"
    r"|^<?(?:mailto:)?[\w.+-]+@[\w-]+\.[\w.]+>?$"
)

_MAILED = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")

_FORM = re.compile(
    r"^(?:leave|add|place|post|write|submit|send)\s+(?:us\s+)?(?:(?:an?|your|another|new)\s+)*(?:reply"
    r"|comments?|response|feedback|voice|letter|message)\b|^(?:share|add) your (?:thoughts|comment"
    r"|views?|opinion|voice)"
    r"|^join (?:the|our|in the) (?:conversation|discussion|debate)|^your (?:turn|comment)$"
    r"|^(?:log|sign) (?:in|on) (?:or \w+ )?to (?:\w+ ){0,2}(?:comment|reply)"
    r"|^you (?:must|need to) (?:be )?(?:log|sign|regist)\w+ .{0,30}\bto (?:\w+ )?(?:post|comment"
    r"|reply)"
    r"|^please (?:leave|post|add|submit) your (?:comments?|reply) (?:below|here)"
    r"|^(?:do you have|got) (?:any )?comments on this (?:story|article|post)\b"
    r"|^\d+ characters (?:maximum|remaining|left)\b|^character count\b"
    r"|^discuss this (?:story|article|post)\b"
    r"|^be the first to (?:\w+ (?:a|your) )?(?:comment|post|respond|reply|review)"
    r"|^(?:this|the) (?:article|story|post|page|entry) (?:has|does not have) (?:no|any) comments"
    r"|^(?:there are )?(?:currently )?no comments(?: \w+)? (?:yet|submitted|posted|so far)"
    r"|^(?:comments are|commenting is)\s+(?:now\s+)?closed|^have your say\W*$"
    r"|^what do you think\??$"
    r"|^(?:cancel reply|reply to this)|^your e-?mail address (?:will|stays)",
    re.IGNORECASE,
)
_FIELD = re.compile(
    r"(?:your\s+|full\s+|first\s+|last\s+|user\s*)*(?:name|e-?mail(?:\s+address)?|message|words"
    r"|comment|text|website|url|subject|town|city|country|phone|location)"
    r"\s*(?:\*|:|\((?:\w|[ ,’'-]){1,40}\)|_{2,}|\[\s*\])*",
    re.IGNORECASE,
)
_PRESSED = re.compile(r"\[\s*(?P<what>[^\[\]]{1,40}?)\s*\]")
_COOKIE = re.compile(
    r"^(?:we|this (?:web)?(?:site|page)|our (?:web)?sites?|by (?:continuing|using|clicking"
    r"|visiting))\b"
    r".{0,80}\bcookies?\b|^(?:your |the )?(?:cookies?|privacy)(?: (?:policy|settings"
    r"|choices|notice|and cookies))*(?:\W|$)(?!.*\b(?:is|are|was|were)\b)",
    re.IGNORECASE,
)
_POINTER = re.compile(
    r"(?:(?:read|up|see|watch|listen|look) (?:next|also|more|on|this|too)|also (?:on this site"
    r"|read|in this"
    r" issue|of interest|by .{2,40})|related(?: \w+)?|recommended|more (?:on this|from .{2,40}"
    r"|stories"
    r"|about .{2,40})|you (?:may|might) (?:also )?(?:like|enjoy)|don[’']t miss"
    r"|elsewhere(?: on .{2,30})?"
    r"|from (?:our|the) archives?|next article|previous article|editor[’']?s?[’']? (?:pick"
    r"|choice)s?"
    r"|most read|trending|podcast|watch|listen)\s*(?:[:»>→]|[|–—]\s)\s*\S",
    re.IGNORECASE,
)
_INBOX = re.compile(
    r"\b(?:in|to) your (?:in-?box|mailbox|e-?mail)\b|\b(?:subscribe|sign up) (?:to|for) (?:our|the"
    r"|updates)\b",
    re.IGNORECASE,
)
_SHARED = re.compile(
    r"(?:share|bookmark|e-?mail|tweet|digg) (?:this|it|on|via|with)\b(?: \w+)?\s*:"
    r"|what (?:is|are) (?:this|these|social bookmark\w*)\W*$"
    r"|(?:share (?:this )?(?:on|via|with) \w+?\W*){2,}(?!\w)",
    re.IGNORECASE,
)
"""The names of services to share a text with, behind what to do with them."""

_SERVICES = re.compile(
    r"(?:share(?: this)?\W+)?(?:(?:sms|facebook(?:-f)?|twitter|e-?mail|linked-?in|pinterest"
    r"|whats-?app|reddit|tumblr|print|messenger|telegram|bluesky|threads|mastodon|flipboard|google\+?"
    r"|pocket|xing|skype|copy link|instagram|youtube|rss)\W*){2,}",
    re.IGNORECASE,
)
"""A row of such names alone."""

_ACROSS = re.compile(
    r"[«‹←<]+\s*(?:older|newer|previous|prev|next|earlier|later)\b.{0,90}"
    r"|(?:older|newer|previous|prev|next|earlier|later)(?:\s+(?:posts?|articles?|entr(?:y|ies)"
    r"|stor(?:y|ies)|essays?|pieces?|pages?))?\s*(?::\s*\S.{0,90}|.{0,90}[»›→>]+)"
    r"|[«‹←]\s*[^«»‹›]{2,60}(?<![.,;:!?])(?:\|\s*[^«»‹›]{2,60}[»›→]?)?|[^«‹←»›→.!?]{2,60}\s[»›→]",
    re.IGNORECASE,
)
"""The links to the texts before and behind: "« Older: …", "Next post →"."""

_CONSENT = Pattern(
    r"^we (?:value|respect|care about|take) your privacy\b"
    r"|(?<![^.|·•\s])(?:accept|reject|allow|deny|decline|refuse) (?:all|cookies)\b.{0,40}$",
    re.IGNORECASE,
)
_POWERED = re.compile(
    r"(?:(?:create a )?(?:free )?(?:website or )?blog (?:at|on) \S+\.\w+|(?:proudly )?powered by \S"
    r"|(?:web ?)?(?:site|theme|design)s?:? by \S|theme: \S|hosted (?:by|on|at) \S|built with \S)",
    re.IGNORECASE,
)
"""What runs a site: "Blog at WordPress.com."."""

_ENTRY = re.compile(
    r"this (?:entry|post|article) was (?:posted|published|written)\b.{0,120}\b(?:filed under|tagged"
    r"|categori[sz]ed|in (?:the )?categor(?:y|ies))\b",
    re.IGNORECASE,
)
"""Where a blog keeps a text: "This entry was posted on … and is filed under …"."""

_PAGED = re.compile(
    r"\S.{1,90}\s[|·•–—]\s*\d{1,4}|\d{1,4}\s*[|·•]\s.{2,90}"
    r"|(?:\S.{1,90}\s)?[Pp](?:age|\.)\s*(?:\d{1,4}|[ivxlIVXL]{1,7})(?:\s*(?:of|/)\s*\d{1,4})?"
)
"""A page's foot: whose paper it is and the number of the page, on either side of a bar."""


def is_sign(line: Line) -> bool:
    """Whether a line is a rule, an ornament or a page number."""
    return bool(_SIGNS.fullmatch(line.words))


def is_paged(line: Line) -> bool:
    """Whether a line is the foot of a page, with its number: "Marrow Institute | 2"."""
    return line.size <= 16 and not line.final and bool(_PAGED.fullmatch(line.words))


@asked_once
def is_notice(line: Line) -> bool:
    """Whether a line states a right, a licence, a publisher or an address of the work."""
    if line.size > 60:
        return False
    if (" " not in line.words and _ADDRESS.match(line.words)) or _IMPRINT.match(line.words):
        return line.size <= 40
    if "@" in line.words and line.size <= 16 and not line.final and _MAILED.search(line.words):
        return True
    return _may_be_noted(line.words.lower()) and bool(_NOTICE.search(line.words))


def _may_be_noted(plain: str) -> bool:
    for sign in _NOTED:  # noqa: SIM110  # any() takes as long as what it asks
        if sign in plain:
            return True
    return False


def opens_form(line: Line) -> bool:
    """Whether a line is the head of a form for comments."""
    return line.size <= 14 and bool(_FORM.search(line.words)) and not _is_told(line)


def is_field(line: Line) -> bool:
    """Whether a line is a field or a button of a form: "Your name:", "[Send]"."""
    if line.size > 8:
        return False
    return bool(_FIELD.fullmatch(line.words)) or _is_pressed(line.words)


def is_cookie(line: Line) -> bool:
    """Whether a line asks for consent to cookies."""
    return line.size <= 60 and bool(_COOKIE.match(line.words) or _CONSENT.search(line.words))


def is_filed(line: Line) -> bool:
    """Whether a line tells under which words a work is filed: "Tags: …", "Filed under …"."""
    return line.size <= 30 and bool(_FILED.match(line.words))


def is_own_filed(line: Line) -> bool:
    """Whether a line files this work; a list of topics leads on to others."""
    return is_filed(line) and not _TOPICS.match(line.words)


_TOPICS = re.compile(r"(?:topics?|labels?|related)\b", re.IGNORECASE)


def is_across(line: Line) -> bool:
    """Whether a line leads to the text before or behind: "« Older: …", "Next post →"."""
    if line.size > 24:
        return False
    return all(_ACROSS.fullmatch(field) for field in line.gaps or (line.words,))


def is_powered(line: Line) -> bool:
    """Whether a line says what runs the site: "Blog at WordPress.com."."""
    return line.size <= 16 and bool(_POWERED.match(line.words)) and not _is_told(line)


def _is_entry(line: Line) -> bool:
    return line.words.startswith("This ") and line.size <= 60 and bool(_ENTRY.match(line.words))


def _is_pressed(words: str) -> bool:
    """Whether words are nothing but buttons in brackets."""
    if "[" not in words:
        return False
    what = [hit["what"].lower() for hit in _PRESSED.finditer(words)]
    return bool(what) and not _PRESSED.sub("", words).strip() and all(w in _entries() for w in what)


def _has_button(line: Line) -> bool:
    """Whether a short line ends in a button: "Get the paper in your inbox. [Sign up]"."""
    if line.size > 30 or not line.words.endswith("]"):
        return False
    last = re.search(r"\[([^\[\]]{2,30})\]$", line.words)
    return last is not None and last[1].strip().lower() in _entries()


def is_menu(line: Line) -> bool:
    """Whether wide gaps or bars part a line into links: "Share   Tweet   Print"."""
    if line.size > 24 or line.final:
        return False
    if not line.gaps and _PARTS.isdisjoint(line.words):
        return False
    fields = [field for gap in line.gaps or (line.words,) for field in _TRAIL.split(gap) if field]
    if len(fields) < 2 or line.byline:
        return False
    bare = (re.sub(r"^[\W_]+|[\W_]+$", "", field.lower()) for field in fields)
    folded = [field for field in bare if len(field) > 2 or field in _entries()]
    links = sum(_is_link(field) for field in folded)
    known = sum(_is_link(field) or field in sections() for field in folded)
    return known >= 2 and 2 * known >= len(folded) and (links > 0 or len(folded) > 3)


def _is_link(folded: str) -> bool:
    """Whether a field of a line names a button or a page of the site itself."""
    return folded in _entries() or " ".join(folded.split()[:2]) in _entries()


@cache
def sections() -> frozenset[str]:
    """The names of sections and kinds of text that stand above titles."""
    return frozenset(lexicons.words("sections"))


_TEASERS = re.compile(
    r"(?:related|recommended|similar|popular|latest|recent|trending|top|other|more)\s+(?:articles?"
    r"|(?:stories|posts|articles)(?: (?:from|in|on|by) .{1,40})?|news|content|reading|links"
    r"|from .{1,40}|on this(?: topic)?|in .{1,30})"
    r"|(?:most|also)\s+(?:read|popular|viewed|shared|on .{1,40})|(?:read|see|up) (?:next|also|more)"
    r"|you (?:may|might) also like|recommended for you|in this (?:issue|section)|further reading"
    r"|elsewhere on .{1,30}",
    re.IGNORECASE,
)


def opens_teasers(line: Line) -> bool:
    """Whether a line is the head of a list of other articles."""
    return line.size <= 8 and bool(_TEASERS.fullmatch(line.words.rstrip(" :…")))


def points(line: Line) -> bool:
    """Whether a line opens as one that points to another text: "Read more: …", "Trending: …"."""
    return bool(_POINTER.match(line.words))


@asked_once
def is_furniture(line: Line) -> bool:
    """Whether a line belongs to the frame of a page: forms, sharing, sign-up, navigation.

    Markup that a reader sees is shown by a work on such things.
    """
    coded = line.block.tag == "pre"
    if coded and "</" in line.words:
        return False
    if is_sign(line) or (line.size <= 20 and _COUNTS.fullmatch(line.words)):
        return True
    if is_filed(line) or (line.size <= 30 and _POINTER.match(line.words)):
        return True
    if is_across(line) or is_powered(line) or _is_entry(line):
        return True
    if (
        is_cookie(line)
        or _has_button(line)
        or (not coded and is_menu(line))
        or _is_pressed(line.words)
    ):
        return True
    if line.size <= 14 and _INBOX.search(line.words) and not _is_told(line):
        return True
    if line.size <= 24 and (_SHARED.match(line.words) or _SERVICES.fullmatch(line.words)):
        return True
    if line.size <= _MOST and _opens_as_furniture(line):
        return True
    return not coded and _is_trail(line)


def is_heading(line: Line) -> bool:
    """Whether a heading of a web page is one of its furniture, in two words and more."""
    words = line.words.lower().strip(" :.…!»›→")
    return bool(line.block.tag) and line.role == "heading" and " " in words and words in _entries()


@cache
def _entries() -> frozenset[str]:
    entries = (*lexicons.words("furniture"), *lexicons.words("furniture_abroad"))
    return frozenset(entry.rstrip(":.") for entry in entries)


_MOST = 30
"""Words of a line that is told by its first ones, at most; what is all furniture has fewer."""


def _opens_as_furniture(line: Line) -> bool:
    """Whether a line is furniture, or begins so: two words of it make a line of ten, three one of
    thirty ("Your email address …")."""
    bare = re.sub(r"^[\W_]+|[^\w:)]+$", "", line.words.lower())
    bare = bare.rstrip(" *:.…)»›→") or bare
    if bare in _entries():
        return True
    words = bare.split()
    opening = [n for n in range(2, 8) if " ".join(words[:n]).rstrip(",.:") in _entries()]
    return bool(opening) and (line.size <= 10 or max(opening) >= 3) and not _is_told(line)


def _is_told(line: Line) -> bool:
    """Whether a line tells of somebody in the past: prose that happens to open like a button."""
    return line.final and bool(re.search(r"\b(?:was|were|had|said|told|she|he|they)\b", line.words))


def _is_trail(line: Line) -> bool:
    """A breadcrumb trail or a row of links: three short fields and more, and no byline."""
    if line.final or _PARTS.isdisjoint(line.words):
        return False
    fields = [field for field in _TRAIL.split(line.words) if field]
    if len(fields) < 3 or line.byline:
        return False
    return all(len(field.split()) <= 4 for field in fields)
