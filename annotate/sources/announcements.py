"""Announcements: the headings above readers' comments, "3 Comments", "Responses to …"."""

import re

_COUNTED = (
    r"(?:\d+|no|one|all|reader(?:s|[’']s|s[’'])?|user|your|latest|recent|view)\s+(?:comments?"
    r"|responses?|replies|thoughts?|reactions?|letters|voices|discussion)\b.{0,90}"
)
_PLAIN = (
    r"(?:the\s+)?(?:comments?|responses?|replies|discussion|reactions?|conversation|talkback"
    r"|kommentare|commentaires|comentarios)(?:\s*[(\[:,–—-]?\s*\d+\s*[)\]]?)?"
    r"(?:\s*[(,:|–—-]?\s*(?:oldest|newest|most|sorted|by date|closed|are).{0,40})?"
)
_ABOUT = r"(?:comments?|responses?|reactions?|replies|thoughts?) (?:on|to|from|about|by) .{1,90}"
_READERS = (
    r"what (?:(?:our|other|you|the)\s+)?(?:readers?|others|people|you) (?:said|say|think|thought"
    r"|wrote|write)|(?:our )?readers? (?:respond|reply|write|say|react|comment)"
    r"|from (?:the comments"
    r"|our readers)|your (?:views|letters|say)|(?:readers?[’']?s?[’']?) (?:letters|forum|corner)"
)
_ABROAD = (
    r"(?:insgesamt )?(?:\d+|eine?|keine?|une?|uno|una|uma?|een|één)\s+(?:kommentare?|antwort(?:en)?"
    r"|gedanken?|reaktion(?:en)?|beiträge|commentaires?|réponses?|réflexions?|comentarios?"
    r"|respuestas?|pensamientos?|commenti|commento|risposte|comentários?|respostas?|reacties?"
    r"|gedachten?)(?:\s+(?:zu|auf|sur|à|en|a|su|sobre|em|op|over)\b.{1,90})?"
    r"|(?:leser)?(?:kommentare|meinungen|briefe)(?:\s+(?:zu|auf|der leser)\b.{0,90})?"
    r"|diskutieren sie mit.{0,30}|ihre meinung(?: zu .{1,60})?|réactions(?: des lecteurs)?"
)
_IN_TEXT = re.compile(rf"{_COUNTED}|{_PLAIN}|{_ABOUT}|{_READERS}", re.IGNORECASE)

_ON_PAGE = re.compile(
    r"(?:(?:\d+|all|reader(?:s['’]?)?|user|your|recent|latest|view"
    r"|no)\s+)*comments?(?:\s*(?:\(\d+\)|\(s\)|:|\(\d+ .*))?"
    r"|comments? (?:on|about|from|are|have|posted|by)\b.{0,80}|(?:\d+|one) (?:responses?"
    r"|replies|reply|thoughts?) (?:to|on|so far)\b.{0,99}"
    r"|(?:\d+ )?(?:responses|replies|reactions)(?:\s*(?:\(\d+\)|:))?"
    r"|\d+\s(?:(?:reader|user) )?comments?\b.{0,60}"
    r"|(?:showing|displaying) (?:\d+ )?(?:comments?|posts \d+)\b.{0,40}"
    r"|comments (?:in|by|sorted|listed|ordered) .{0,60}"
    r"|(?:have your say|your (?:views|reactions|say)|what (?:do )?you think.{0,30}"
    r"|what (?:other )?(?:readers|people) (?:think|say).{0,30}|talkback|reader reactions?"
    r"|(?:most )?recent (?:reader )?comments?|kommentare|commentaires|comentarios)"
    r"|.{0,30}\bcomments?\b.{0,30}\bclosed\b.{0,30}"
    r"|(?:(?:most recent|latest|last|first|top)(?: \d+)? of )?\d+ (?:reader )?(?:comment|talkback"
    r"|response|opinion)s?(?:\(s\))?"
    r"|talkbacks?(?: (?:for|on|to) this (?:article|story|post))?(?:\s*[:(–—-].{0,30})?"
    r"|(?:\d+|one) answers?|answers \(\d+\)"
    rf"|{_ABROAD}|(?:\d+ )?(?:kommentare?|commentaires?|comentarios?|comentários?|commenti|reacties"
    r"|kommentarer|komentarze|yorumlar|σχόλια|комментарии|коментарі|コメント|댓글|评论|評論)(?:\s*[:(]?\s*\d+\)?)?",
    re.IGNORECASE,
)


def in_text(words: str) -> bool:
    """Whether a line of a plain text announces comments."""
    return bool(_IN_TEXT.fullmatch(words))


def on_page(words: str) -> bool:
    """Whether a line of a web page announces comments; links and buttons there say less."""
    bare = words.strip(" :.…»|[]–—-")
    return len(words) <= _LONGEST and bool(_ON_PAGE.fullmatch(bare) or _IN_TEXT.fullmatch(bare))


_LONGEST = 120
