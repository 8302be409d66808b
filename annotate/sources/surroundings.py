"""Whether a group of elements built alike is a thread of comments, and no list of articles.

Its surroundings tell: what announces it, what its parts and the elements around it are called,
buttons to reply, how its records open.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from lxml.html import HtmlElement

from annotate.sources import announcements, boards, elements, hints, siblings, signatures, stamps
from annotate.sources.siblings import Group, Record, Survey

_ENOUGH = 3
"""The evidence that makes a thread of a group; see tests/bench/extraction.py, l3s."""

_LINKED = 0.5
"""A group with more of its words in links is a list of articles."""

_THREAD = re.compile(
    r"comment|conversation|respon[sd]|talkback|\breply|repl(?:y|ies)\b|discuss|feedback|reaction"
    r"|guestbook|disqus|\bdsq|\bidc|intensedebate|echo-|kommentar|comentario|commentaire|have-?your-?say|yoursay"
)
_POST = re.compile(r"\b(?:post|message|msg|postbit|thread|forum|topic|opinion)s?(?:\b|-?\d)")
_TEASERS = re.compile(
    r"latest|recent|popular|widget|side-?bar|teaser|related|\bnews|headline|trend|archive|promo"
    r"|more-|listing|\bmost|events?\b|feed\b|tweet|twitter"
)
_SAYS = re.compile(
    rf"\b{stamps.SAYS}\s*[:.…]*$"
    r"|^(?:posted|comment(?:ed)?|submitted|left)\s+by\b|^by:?$",
    re.IGNORECASE,
)
_BUTTON = re.compile(
    r"(?:reply|report(?: (?:abuse|this|comment|this comment))?|permalink|quote|flag|link|like"
    r"|recommend|reply to this.*|agree|disagree|antworten|zitieren|(?:beitrag |inhalt )?melden"
    r"|répondre|signaler|responder|rispondi|reageer|beantwoorden|#\d+)",
    re.IGNORECASE,
)


def accepted(group: Group, found: Survey) -> Sequence[Record]:
    """The records of a group that are comments: none if it is a list of something else."""
    group = _from_heading(group)
    index = _is_index(group)
    linked = siblings.share_of_links(group, found) > _LINKED and not index
    if linked or _is_teased(group):
        return ()
    called = _named(group)
    headed = index or is_headed(group.records[0][0])
    early = siblings.above(group, found) < (_SHORT_WORK if headed else boards.ABOVE)
    called += _MARKED * (marked := is_marked(group))
    proof = called + _worded(group) + _ANNOUNCED * headed
    if proof < _ENOUGH and not (_replied(group) and _are_signed(group)):
        return ()
    replies = called >= _CALLED and _replied(group)
    posts = (called and posted(group) > HALF) or _share(group, _PROFILE) > HALF
    return group.records if not early or replies or posts or marked else ()


_MARKED = 3

_SHORT_WORK = 60
"""Signs of prose above the heading of a thread: a short work has one paragraph."""


def is_marked(group: Group) -> bool:
    """Whether the page marks what the records are: comments, answers, the posts of a forum."""
    first = group.records[0][0]
    marked = (elements.given(record[0]).get("itemprop") for record in group.records)
    said = sum((prop or "").lower() in _MARKS for prop in marked)
    around = [*first.iterancestors()][:_AROUND]
    kinds = (elements.given(node).get("itemtype", "").lower() for node in around)
    return 2 * said > len(group.records) or any(kind.endswith(_POSTING) for kind in kinds)


_MARKS = frozenset({"acceptedanswer", "comment", "suggestedanswer"})
_POSTING = ("/discussionforumposting", "/qapage")
"""What schema.org calls comments and answers, and what they stand in."""


def _from_heading(group: Group) -> Group:
    """The group without the records above a heading of comments that stands among them."""
    records = group.records
    for n, record in enumerate(records[1:], 1):
        for node in record[0].itersiblings(preceding=True):
            if node in records[n - 1]:
                break
            words = "".join(node.itertext()) if isinstance(node.tag, str) else ""
            if announcements.on_page(" ".join(words.split())):
                return replace(group, members=group.members[n:], records=records[n:])
    return group


_CALLED = 3
_ANNOUNCED = 3
HALF = 0.5


def _is_index(group: Group) -> bool:
    """Whether the records are links that open comments: each with a name and a time below it."""
    if not all(map(_opens_comment, group.records)):
        return False
    signed = (signatures.signed((), signatures.lines(record, set())) for record in group.records)
    return all(author and date for author, date in signed)


def _opens_comment(record: Record) -> bool:
    links = [link.get("href") or "" for element in record for link in element.iter("a")]
    return bool(links) and all(_OPENS.search(link) for link in links)


_OPENS = re.compile(
    r"^(?:#|javascript:)|talkback|(?:message|msg|comment|post)_?id=|show(?:post|message)",
    re.IGNORECASE,
)
"""Where the link of a comment's headline leads."""


def _named(group: Group) -> int:
    """How much the names of the records and of what is around them speak for comments."""
    first = group.records[0][0]
    given = [elements.called(node) for node in (first, *list(first.iterancestors())[:_AROUND])]
    given[0] = " ".join((given[0], *map(elements.called, _wrapped(first))))
    value = _CALLED if any(_THREAD.search(words) for words in given) else 0
    value = value or any(_POST.search(words) for words in given[:2])
    around = (first, *list(first.iterancestors())[: 2 * _AROUND])
    frame = any(hints.of(node) & _FRAME for node in around)
    listed = any(_TEASERS.search(words) for words in given)
    own = _CALLED * ("comment" in given[0])
    return value + own - _CALLED * frame - 2 * (listed and not value)


def _wrapped(element: HtmlElement) -> Iterator[HtmlElement]:
    """What is all that an element holds, and all that this holds: a row of a list is a wrapper."""
    for _ in range(_WRAPPERS):
        held = [*elements.elements(element)]
        if len(held) != 1:
            return
        element = held[0]
        yield element


_WRAPPERS = 2


_AROUND = 4
_FRAME = frozenset({"nav", "related", "ad", "aside", "footer", "share", "tags", "masthead"})


def _worded(group: Group) -> int:
    """How much the words of the records speak for comments."""
    says = _share(group, _SAYS)
    return 2 * (says >= HALF) + _replied(group) + 2 * (posted(group) > HALF)


def _replied(group: Group) -> bool:
    """Whether most of the records have a button to answer them, or to report them."""
    return _share(group, _BUTTON) >= HALF


def _are_signed(group: Group) -> bool:
    """Whether each of several records says who wrote it, and at which hour."""
    signed = (signatures.signed((), signatures.lines(record, set())) for record in group.records)
    return len(group.records) > 1 and all(who and when and "T" in when for who, when in signed)


def posted(group: Group) -> float:
    """How many of the records have a number, or tell since when who writes has been a member."""
    return max(_share(group, _NUMBER), _share(group, _PROFILE))


_PROFILE = re.compile(
    r"^(?:joined|join date|posts|messages|member since|registered|reputation|reaction score)\s*:?"
    r"(?:\s*[\d,.]+|(?<=:)\s*\d{1,2} \w{3,9} \d{4})?$",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"^#\d{1,5}$")


def _share(group: Group, pattern: re.Pattern[str]) -> float:
    """How many of the records have a text of its own that a pattern finds."""
    hits = sum(any(pattern.search(text) for text in _short(record)) for record in group.records)
    return hits / len(group.records)


def _short(record: Record) -> Iterator[str]:
    for element in record:
        for text in element.itertext():
            words = text.strip()
            if 0 < len(words) <= _SHORT:
                yield words


_SHORT = 60


def _is_teased(group: Group) -> bool:
    """Whether most records have a heading that leads elsewhere: a list of articles."""
    hits = sum(any(_leads(node) for node in record) for record in group.records)
    return 2 * hits > len(group.records)


def _leads(element: HtmlElement) -> bool:
    for node in element.iter("h1", "h2", "h3", "h4"):
        link = next(node.iter("a"), None)
        target = "#" if link is None else link.get("href") or "#"
        if "#" not in target and not signatures.leads_to_person(target):
            return True
    return False


def is_headed(element: HtmlElement) -> bool:
    """Whether one of the few lines above an element announces comments."""
    return any(announcements.on_page(words) for words in _above(element))


_LINES = 4


def _above(element: HtmlElement) -> Iterator[str]:
    """The last few short texts before an element, nearest first."""
    left = _LINES
    for node in _before(element):
        words = " ".join((node.text_content() or "").split()) if isinstance(node.tag, str) else ""
        for text in (" ".join((node.tail or "").split()), words):
            if not text:
                continue
            if len(text) > _LONG or not left:
                yield text[-_LONG:]
                return
            yield text
            left -= 1


_LONG = 120


def _before(element: HtmlElement) -> Iterator[HtmlElement]:
    """What stands before an element: its neighbours, then those of what is around it."""
    node = element
    for _ in range(_AROUND + 2):
        yield from node.itersiblings(preceding=True)
        holder = node.getparent()
        if holder is None or holder.tag in {"body", "html"}:
            return
        node = holder
