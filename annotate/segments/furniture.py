"""Furniture: lines that are no part of a work, told by their words alone.

Links and buttons have files of their own (`links.py`, `buttons.py`), and so have notices, which
are kept.
"""

import re

from annotate.patterns import Pattern
from annotate.segments import buttons, links
from annotate.segments.lines import Line, asked_once

_SIGNS = re.compile(
    r"[\W_]*|\d{1,3} of \d{1,3}|\d{1,2}:\d\d\s?/\s?\d{1,2}:\d\d"
    r"|[-–—_*=~#]{3,}|\d{1,4}|[-–—] ?\d{1,4} ?[-–—]|#{2,}|-?30-|(?i:ends?)\b\.?"
    r"|(?=[ivxl])(?:x[lx]|l?x{0,3})(?:i[xv]|v?i{0,3})"
)
_COUNTS = re.compile(
    r"(?:(?:no|one|\d[\d,.]*)\s+(?:comments?|responses?|replies|reply|thoughts?|reactions?|views?"
    r"|shares?|likes?|reads?|retweets?)\b.{0,120}|(?:comments?|responses|replies|views|shares|likes"
    r"|hits|zugriffe|talkbacks?(?: (?:for|on) this \w+)?)\s*[(:]?\s*\d+\)?"
    r"|\d(?:\.\d+)? (?:from|out of|based on) \d[\d,]* (?:votes?|ratings?|reviews?)"
    r"|(?:listen|watch|play)(?: now)?\s*[·•|:–—-]?\s*\d{1,3}:\d\d"
    r"|this (?:article|story|post) is more than .{1,20} old\.?"
    r"|you are visitor (?:number|no\.?) [\d,.]+.{0,40}"
    r"|(?:\d+|eine?|keine?) (?:kommentare?|aufrufe|antworten)\b.{0,40}|seite \d+(?: von \d+)?"
    r"|page \d+(?: (?:of|/) \d+)?|\d+ (?:of|/) \d+|\d+\s*min(?:ute)?s?\s+read"
    r"|%[ds]\b.{0,60}|.{0,40}%[ds].{0,40}"
    r"|\[(?:gambas|video|embed|widget|gallery|embedded \w+)\s?:[^\[\]]*\]|原标题\s*[:：].{2,60})",
    re.IGNORECASE,
)
_FILED = re.compile(
    r"(?:tags?|tagged|filed under|filed in|categor(?:y|ies)|topics?|keywords?|labels?"
    r"|posted in|related|schlagw(?:orte?|örter)|stichw(?:orte?|örter)|kategorien?|themen"
    r"|abgelegt unter|veröffentlicht (?:in|unter)|mots[- ]clés|étiquettes|categor[ií]as?"
    r"|etiquetas|categorie)"
    r"\s*(?::|\bas\b|\bwith\b)|(?:filed under|filed in|posted in)\s+(?-i:[A-Z#])",
    re.IGNORECASE,
)
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
    r"|^(?:schreib(?:e|en sie)?|hinterlass(?:e|en sie)?|verfass(?:e|en sie)?) (?:\w+ ){0,2}"
    r"(?:kommentar|antwort)\b|^kommentare? (?:schreiben|verfassen|hinterlassen|abgeben|abschicken"
    r"|hinzufügen)\b"
    r"|^(?:deine|ihre) e-?mail-?adresse wird nicht veröffentlicht"
    r"|^die kommentarfunktion .{0,40}(?:geschlossen|deaktiviert)|^kommentare? (?:sind )?geschlossen"
    r"|^(?:cancel reply|reply to this)|^your e-?mail address (?:will|stays)",
    re.IGNORECASE,
)
_COOKIE = re.compile(
    r"^(?:we|this (?:web)?(?:site|page)|our (?:web)?sites?|by (?:continuing|using|clicking"
    r"|visiting))\b"
    r".{0,80}\bcookies?\b|^(?:your |the )?(?:cookies?|privacy)(?: (?:policy|settings"
    r"|choices|notice|and cookies))*(?:\W|$)(?!.*\b(?:is|are|was|were)\b)",
    re.IGNORECASE,
)
_INBOX = re.compile(
    r"\b(?:in|to) your (?:in-?box|mailbox|e-?mail)\b|\b(?:subscribe|sign up) (?:to|for) (?:our|the"
    r"|updates)\b",
    re.IGNORECASE,
)
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
    r"a post shared by .{2,60}\(@[\w.]+\)"
    r"|this (?:entry|post|article) (?:(?:was|is) (?:tagged|filed) (?:with|under|in|as)\b"
    r"|was (?:posted|published|written)\b.{0,120}\b(?:filed under|tagged"
    r"|categori[sz]ed|in (?:the )?categor(?:y|ies))\b)",
    re.IGNORECASE,
)
"""Where a blog keeps a text: "This entry was posted on … and is filed under …"."""

_ENTRY_ABROAD = re.compile(
    r"dieser (?:eintrag|beitrag|artikel) wurde (?:am|von|unter|in)\b.{0,160}\b(?:veröffentlicht"
    r"|abgelegt|geschrieben|gepostet|verschlagwortet)"
    r"|cet (?:article|entrée|billet) a été publiée? .{0,120}|esta entrada (?:se|fue) public.{0,120}"
    r"|questo articolo è stato pubblicato .{0,120}|dit bericht (?:is|werd) geplaatst .{0,120}",
    re.IGNORECASE,
)
"""The same where it is not said in English."""

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


def opens_form(line: Line) -> bool:
    """Whether a line is the head of a form for comments."""
    return line.size <= 14 and bool(_FORM.search(line.words)) and not _is_told(line)


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


def is_powered(line: Line) -> bool:
    """Whether a line says what runs the site: "Blog at WordPress.com."."""
    return line.size <= 16 and bool(_POWERED.match(line.words)) and not _is_told(line)


def _is_entry(line: Line) -> bool:
    if line.size > 60 or not line.words.startswith(_OPENS_ENTRY):
        return False
    return bool(_ENTRY.match(line.words) or _ENTRY_ABROAD.match(line.words))


_OPENS_ENTRY = ("A post ", "This ", "Dieser ", "Cet", "Esta ", "Questo ", "Dit ")


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
    if is_filed(line) or (line.size <= 30 and links.points(line)):
        return True
    if links.is_across(line) or is_powered(line) or _is_entry(line):
        return True
    if (
        is_cookie(line)
        or buttons.ends_in_button(line)
        or (not coded and links.is_menu(line))
        or buttons.is_pressed(line.words)
    ):
        return True
    if line.size <= 14 and _INBOX.search(line.words) and not _is_told(line):
        return True
    if buttons.offers_sharing(line):
        return True
    if line.size <= _MOST and _opens_as_furniture(line):
        return True
    return not coded and links.is_trail(line)


def is_heading(line: Line) -> bool:
    """Whether a heading of a web page is one of its furniture, in two words and more."""
    words = line.words.lower().strip(' :.…!»›→“”"')
    named = " " in words and (
        words in buttons.names() or words.replace("’", "'") in buttons.alone()
    )
    heading = bool(line.block.tag) and line.role == "heading"
    return heading and (named or bool(_PLAYED.fullmatch(words)))


_PLAYED = re.compile(r"\d{1,3}[ -]min(?:ute)? (?:listen|read|watch)")
"""How long a page's sound takes, in the form of a heading: "3-Minute Listen"."""


_MOST = 30
"""Words of a line that is told by its first ones, at most; what is all furniture has fewer."""


_EDGES = re.compile(r"^[\W_]+|[^\w:)]+$")
"""What is no word at the edges of a line."""


def _opens_as_furniture(line: Line) -> bool:
    """Whether a line is furniture, or begins so: two words of it make a line of ten, three one of
    thirty ("Your email address …")."""
    bare = _EDGES.sub("", line.words.lower())
    bare = bare.rstrip(" *:.…)»›→") or bare
    names = buttons.names()
    if bare in names or bare.replace("’", "'") in buttons.alone():
        return True
    words = bare.split()
    opening = [n for n in range(2, 8) if " ".join(words[:n]).rstrip(",.:?") in names]
    return bool(opening) and (line.size <= 10 or max(opening) >= 3) and not _is_told(line)


def _is_told(line: Line) -> bool:
    """Whether a line tells of somebody in the past: prose that happens to open like a button."""
    return line.final and bool(re.search(r"\b(?:was|were|had|said|told|she|he|they)\b", line.words))
