"""Readers' comments in a page: which elements are one, who wrote it, when, in answer to whom.

Two things show a comment: what its element is called, and that it is one of many built alike, each
with a date. Whether such a group is a thread and no list of articles, its surroundings tell: what
announces it, what its parts are called, buttons to reply, how its records open.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from lxml.html import HtmlElement

from annotate.sources import announcements, boards, elements, hints, siblings, signatures, stamps
from annotate.sources.boards import Remark
from annotate.sources.nodes import Node
from annotate.sources.siblings import Group, Record, Survey

_ITEM = re.compile(
    r"(?:(?:user|reader|single|article|post|blog|forum)?-?comment(?:-?(?:item|entry|node|post|row"
    r"|wrap|box|single|block|holder|element|content-?wrapper"
    r"|container-?\d+))?|comment-?\d+|(?:li|div|dsq)-comment-?\d+|commententry|u-comment|h-cite"
    r"|(?:leser)?kommentar(?:-?(?:item|eintrag|\d+))?|reader-?post|message|forum-?post|postbit|idc-c|echo-item)"
)
_LEAST = 15
"""An element with fewer signs of its own is a wrapper around a comment, not one."""

_NO_ITEM = frozenset(
    {
        "",
        *("html", "head", "title", "meta", "link", "script", "style", "body"),
        *("a", "span", "form", "input", "textarea", "label", "h2", "h3"),
        *("svg", "symbol", "defs", "g", "path", "use", "rect", "circle"),
    }
)
"""What is no comment, whatever it is called; "" is a comment of the page's own writer."""


def remarks(nodes: Sequence[Node]) -> dict[HtmlElement, Remark]:
    """The elements that are readers' comments, each with its remark; empty if there are none.

    nodes: all that a page holds.
    A comment that is a run of neighbours has one remark for all of them.
    """
    found = siblings.survey(nodes)
    records = [record for group in siblings.groups(found) for record in _accepted(group, found)]
    records += _answers(records, found)
    known = {node for record in records for node in record}
    named = [
        element
        for element, tag, _, _, _, given in nodes
        if given and tag not in _NO_ITEM and _is_called(given)
    ]
    items = set(named)
    apart = known | items
    records += [(item,) for item in named if item not in known and _is_item(item, apart, known)]
    return _remarks(nodes[0][0], records, _opening(records, found))


def _opening(records: Sequence[Record], found: Survey) -> Sequence[Record]:
    """The records that are no comments but the work that a thread opens with."""
    placed = tuple(boards.ordered(records, found)) if records else ()
    if not placed:
        return ()
    announced = _is_headed(placed[0][0])
    posts = Group(members=(), records=placed)
    board = not announced and (_posted(posts) > _HALF or _is_marked(posts))
    return boards.opening(placed, found, announced=announced, board=board)


def _answers(records: Sequence[Record], found: Survey) -> list[Record]:
    """The dated elements within comments that are built as these are."""
    known = {record[0] for record in records if len(record) == 1}
    kinds = {siblings.kind(node) for node in known if node.get("class") or node.tag == "li"}
    inner: dict[HtmlElement, Record] = {}
    for holder in found.holders if kinds else ():
        own = next((node for node in _around(holder) if siblings.kind(node) in kinds), None)
        if own is not None and own not in known and any(node in known for node in _around(own)):
            inner[own] = (own,)
    return list(inner.values())


def _around(element: HtmlElement) -> Iterator[HtmlElement]:
    yield element
    yield from element.iterancestors()


def _remarks(
    root: HtmlElement, records: Sequence[Record], opening: Sequence[Record]
) -> dict[HtmlElement, Remark]:
    known = {node for record in records for node in record}
    tree = root.getroottree() if records else None
    found = {}
    for record in records:
        path = str(tree.getpath(record[0])) if tree is not None else ""
        remark = _remark(record, known, path)
        if record in opening:
            remark = replace(remark, opens=True)
        found.update(dict.fromkeys(record, remark))
    return found


def _remark(record: Record, known: set[HtmlElement], path: str) -> Remark:
    own = [node for element in record for node in signatures.own(element, known)]
    author, date = signatures.signed(own, signatures.lines(record, known))
    return Remark(path=path, depth=_depth(record[0], known), author=author, date=date)


# comments by what they are called


def _is_called(given: Mapping[str, str]) -> bool:
    names, name, kind = given.get("class"), given.get("id"), given.get("itemtype")
    if (names and _is_name_of_item(names)) or (name and _is_name_of_item(name)):
        return True
    return kind is not None and "comment" in kind.lower()


@lru_cache(maxsize=8192)
def _is_name_of_item(given: str) -> bool:
    return any(map(_ITEM.fullmatch, given.lower().replace("_", "-").split()))


def _is_item(element: HtmlElement, apart: set[HtmlElement], known: set[HtmlElement]) -> bool:
    """Whether an element of that name says something itself, and is no list of comments."""
    own = list(signatures.own(element, apart))
    words = sum(len((node.text or "").strip()) for node in own)
    words += sum(len((child.tail or "").strip()) for node in own for child in node)
    if words < _LEAST:
        return False
    author, date = signatures.signed(own, signatures.lines((element,), apart))
    if author is not None or date is not None:
        return True
    alone = not any(node in apart for node in element.iterdescendants())
    inside = any(holder in known for holder in element.iterancestors())
    return alone and not inside and _is_announced(element)


def _is_announced(element: HtmlElement) -> bool:
    return any("comment" in _called(holder) for holder in element.iterancestors())


def _called(element: HtmlElement) -> str:
    if element.tag in {"body", "html"}:
        return ""
    said = elements.given(element)
    return f"{said.get('class', '')} {said.get('id', '')}".lower().replace("_", "-")


# comments by how they are built


_ENOUGH = 3
"""The evidence that makes a thread of a group; see bench/extraction on l3s."""

_LINKED = 0.5
"""A group with more of its words in links is a list of articles."""

_THREAD = re.compile(
    r"comment|respon[sd]|talkback|\breply|repl(?:y|ies)\b|discuss|feedback|reaction|guestbook|disqus"
    r"|\bdsq|\bidc|intensedebate|echo-|kommentar|comentario|commentaire|have-?your-?say|yoursay"
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


def _accepted(group: Group, found: Survey) -> Sequence[Record]:
    """The records of a group that are comments: none if it is a list of something else."""
    group = _from_heading(group)
    index = _is_index(group)
    linked = siblings.share_of_links(group, found) > _LINKED and not index
    if linked or _is_teased(group):
        return ()
    called = _named(group)
    early = siblings.above(group, found) < boards.ABOVE
    called += _MARKED * (marked := _is_marked(group))
    proof = called + _worded(group) + _ANNOUNCED * (index or _is_headed(group.records[0][0]))
    if proof < _ENOUGH:
        return ()
    replies = called >= _CALLED and _share(group, _BUTTON) >= _HALF
    posts = called and _posted(group) > _HALF
    return group.records if not early or replies or posts or marked else ()


_MARKED = 3


def _is_marked(group: Group) -> bool:
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
_HALF = 0.5


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
    given = [_called(node) for node in (first, *list(first.iterancestors())[:_AROUND])]
    value = _CALLED if any(_THREAD.search(words) for words in given) else 0
    value = value or any(_POST.search(words) for words in given[:2])
    around = (first, *list(first.iterancestors())[: 2 * _AROUND])
    frame = any(hints.of(node) & _FRAME for node in around)
    listed = any(_TEASERS.search(words) for words in given)
    own = _CALLED * ("comment" in given[0])
    return value + own - _CALLED * frame - 2 * (listed and not value)


_AROUND = 4
_FRAME = frozenset({"nav", "related", "ad", "aside", "footer", "share", "tags", "masthead"})


def _worded(group: Group) -> int:
    """How much the words of the records speak for comments."""
    says, replies = _share(group, _SAYS), _share(group, _BUTTON)
    return 2 * (says >= _HALF) + (replies >= _HALF) + 2 * (_posted(group) >= _HALF)


def _posted(group: Group) -> float:
    """How many of the records have a number, or tell since when who writes has been a member."""
    return max(_share(group, _NUMBER), _share(group, _PROFILE))


_PROFILE = re.compile(
    r"^(?:joined|join date|posts|messages|member since|registered|reputation|reaction score)\s*:?"
    r"(?:\s*[\d,.]+)?$",
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
        if link is not None and "#" not in (link.get("href") or "#"):
            return True
    return False


def _is_headed(element: HtmlElement) -> bool:
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


# answers


_NTH = re.compile(r"(?:^|[\s-])(?:depth|level|indent)[-_]?(\d{1,2})(?=$|[\s])")
_INDENTED = re.compile(r"(?:^|\s)(?:indented|children|replies|child-?comments?)(?=$|\s)")


def _depth(item: HtmlElement, known: Mapping[HtmlElement, object] | set[HtmlElement]) -> int:
    """How many comments a comment is in, or stands below as its class says.

    A wrapper that holds nothing above a comment but itself is its own, and no other.
    """
    depth, inner = 0, item
    for holder in item.iterancestors():
        if holder not in known:
            continue
        if not _is_wrapper_of(holder, inner):
            depth += 1
        inner = holder
    return depth or _stated_depth(item)


def _stated_depth(item: HtmlElement) -> int:
    hit = _NTH.search(_called(item))
    if hit:
        return max(0, int(hit[1]) - 1)
    return sum(bool(_INDENTED.search(_called(holder))) for holder in item.iterancestors())


def _is_wrapper_of(holder: HtmlElement, inner: HtmlElement) -> bool:
    """Whether the inner element is the holder's own comment: the first thing in it."""
    node = inner
    while node is not holder:
        before = node.getprevious()
        while before is not None and not isinstance(before.tag, str):
            before = before.getprevious()
        if before is not None and (before.text_content() or "").strip():
            return False
        parent = node.getparent()
        if parent is None or (parent.text or "").strip():
            return False
        node = parent
    return True
