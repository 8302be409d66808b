"""Markdown: the text with its marks, a block for each of its elements, and where the marks are.

markdown-it says what the elements are, to the line; the marks inside a line are found by walking
along its answer, in which every word stands as it stands in the text.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markdown_it import MarkdownIt
from markdown_it.token import Token

from annotate.model import Block, Meta, Pair, Source
from annotate.sources import front_matter, plain

_EVIDENCE = (
    re.compile(r"(?m)^#{1,6} \S"),
    re.compile(r"(?<!\\)\[[^\[\]\n]{1,300}\]\([^()\s]{0,2000}\)"),
    re.compile(r"\*\*[^*\s][^*\n]*\*\*"),
    re.compile(r"(?m)^ {0,3}(?:-{3,}|\*{3,}|_{3,})[ \t]*$"),
    re.compile(r"(?m)^> \S"),
    re.compile(r"(?m)^(?:```|~~~)"),
)
_STRONG = 3
"""The first kinds of evidence above are of Markdown only; rules and `>` are of letters as well."""

_FRONT = re.compile(r"\A\ufeff?---[ \t]*\n(?P<yaml>(?:[^\n]*\n){1,60}?)---[ \t]*(?:\n|\Z)")
_NEWLINE = re.compile(r"\r\n?|\n")
_PREFIX = re.compile(r"[ \t]*(?:(?:>|#{1,6}(?=[ \t]))[ \t]?)+")
_ROLES = {"heading_open": "heading", "hr": "boilerplate"}


def looks_like(text: str) -> bool:
    """Whether a plain text is in truth Markdown.

    Two kinds of marks, one of them of Markdown only, or three marks of such a kind.
    """
    counts = [len(pattern.findall(text)) for pattern in _EVIDENCE]
    strong = counts[:_STRONG]
    return any(strong) and (sum(map(bool, counts)) > 1 or max(strong) > 2)


def read(text: str) -> Source:
    """A source whose text is the input, unchanged, marks included."""
    head = _FRONT.match(text)
    said = front_matter.read(head["yaml"]) if head else None
    at = head.end() if head and said else 0
    page = _Page(text=text, starts=tuple(_line_starts(text, at)))
    tokens = _parser(text).parse(text[at:].removeprefix("\ufeff") if at == 0 else text[at:])
    blocks = [Block(start=0, end=len(text[:at].rstrip()), role="boilerplate")] if at else []
    blocks += _blocks(tokens, page)
    marks = {*_marks(tokens, page), *plain.broken_words(text)}
    return Source(
        text=text,
        blocks=tuple(_with_strays(blocks, text)),
        form="markdown",
        meta=said or Meta(),
        marks=tuple(_merged(sorted(marks))),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Page:
    """A text and where its lines start, as markdown-it counts them; the last entry is its end."""

    text: str
    starts: tuple[int, ...]

    def line(self, n: int) -> str:
        """Line n without its end."""
        return self.text[self.starts[n] : self.starts[n + 1]].rstrip("\r\n")

    def stretch(self, first: int, last: int) -> Pair:
        """Lines first to last (exclusive) without white space at the ends."""
        last = min(last, len(self.starts) - 1)
        start, end = self.starts[min(first, last)], self.starts[last]
        inner = self.text[start:end]
        return start + len(inner) - len(inner.lstrip()), start + len(inner.rstrip())


def _line_starts(text: str, at: int) -> Iterator[int]:
    yield at
    yield from (newline.end() for newline in _NEWLINE.finditer(text, at))
    yield len(text)


def _parser(text: str) -> MarkdownIt:
    """CommonMark with tables; an indented line opens a paragraph in an article, no code.

    In a text with a monster of a paragraph only the elements are read, no marks inside lines.
    """
    parser = MarkdownIt("commonmark").enable("table").disable(["text_join", "code"])
    if max(map(len, re.split(r"\n\s*\n|\r\r", text))) > _MONSTER:
        parser.disable([*_INLINE])
    return parser


_INLINE = ("emphasis", "link", "image", "autolink", "html_inline", "backticks", "entity", "escape")
_MONSTER = 40_000
"""Signs of one paragraph. markdown-it takes time by the square of the brackets and stars in it: of
40 000 signs, nothing but brackets, a third of a second. Paragraphs of prose have 3 000 at most."""


def _blocks(tokens: Sequence[Token], page: _Page) -> Iterator[Block]:
    role: list[str | None] = []
    items: list[tuple[int, int]] = []
    for n, token in enumerate(tokens):
        if token.type == "list_item_open" and token.map:
            items.append((token.map[0], len(items)))
        elif token.type == "list_item_close":
            items.pop()
        elif token.type == "blockquote_open":
            role.append("quote")
        elif token.type == "blockquote_close":
            role.pop()
        elif token.map and token.type in _LEAVES:
            stated = _stated(tokens, n) or (role[-1] if role else None)
            yield from _leaf(token, page, stated, len(items))


def _stated(tokens: Sequence[Token], n: int) -> str | None:
    """What the marks of a paragraph alone say of it."""
    return "caption" if _is_picture(tokens, n) else "deck" if _is_deck(tokens, n) else None


def _is_deck(tokens: Sequence[Token], n: int) -> bool:
    """Whether a paragraph is a sentence all in italics right below the title, above plain prose."""
    below = n + _OF_HEADING
    if n != _OF_HEADING or tokens[n - 1].type != "heading_close" or below >= len(tokens):
        return False
    return _is_slanted(tokens[n + 1]) and not _is_slanted(tokens[below + 1])


def _is_slanted(inline: Token) -> bool:
    kinds = [child.type for child in inner] if (inner := inline.children) else []
    whole = kinds[:1] == ["em_open"] and kinds[-1:] == ["em_close"] and kinds.count("em_open") == 1
    words = inline.content.strip("*_")
    return whole and len(words.split()) >= _DECK and not words.startswith("By ")


_OF_HEADING = 3
"""Tokens of a heading, or of a paragraph: where it opens, what is in it, where it closes."""
_DECK = 8
"""Words of a sentence below a title; fewer are a byline, or the day."""


def _is_picture(tokens: Sequence[Token], n: int) -> bool:
    """Whether a paragraph is nothing but pictures: its words are what they show."""
    inner = tokens[n + 1].children if n + 1 < len(tokens) else None
    kinds = {child.type for child in inner or () if child.content.strip() or child.type == "image"}
    return tokens[n].type == "paragraph_open" and kinds == {"image"}


_LEAVES = {"paragraph_open", "heading_open", "hr", "fence", "code_block", "html_block", "tr_open"}
_LONG_HEADING = 150
"""A longer "heading" underlined with dashes is a paragraph with a rule under it."""


def _leaf(token: Token, page: _Page, around: str | None, depth: int) -> Iterator[Block]:
    first, last = token.map or (0, 0)
    start, end = page.stretch(first, last)
    if start >= end:
        return
    if token.type == "heading_open" and token.markup in "=-" and end - start > _LONG_HEADING:
        cut = page.stretch(first, last - 1)[1]
        yield Block(start=start, end=cut)
        start, token = cut + len(page.text[cut:end]) - len(page.text[cut:end].lstrip()), _RULE
    role = _ROLES.get(token.type) or around or ("list_item" if depth else None)
    if role is None and token.type == "tr_open":
        role = "paragraph"  # "Cases | Deaths" in a table is no menu
    if role is None and token.type == "paragraph_open":
        yield from plain.lines(page.text, start, end)
    else:
        level = int(token.tag[1]) if token.type == "heading_open" else depth
        yield Block(start=start, end=end, role=role, level=level)


_RULE = Token("hr", "hr", 0)


def _with_strays(blocks: list[Block], text: str) -> Iterator[Block]:
    """The blocks, and between them the lines that are in none (link definitions, table rules)."""
    at = 0
    for block in sorted(blocks, key=lambda block: block.start):
        if block.start < at:
            continue
        yield from (_stray(line, text) for line in plain.lines(text, at, block.start))
        yield block
        at = block.end
    yield from (_stray(line, text) for line in plain.lines(text, at))


def _stray(line: Block, text: str) -> Block:
    note = text.startswith("[^", line.start)
    return Block(start=line.start, end=line.end, role="note" if note else "boilerplate")


# marks


def _marks(tokens: Sequence[Token], page: _Page) -> Iterator[Pair]:
    for token in tokens:
        if token.type == "heading_open" and token.markup in "=-" and token.map:
            yield page.stretch(token.map[1] - 1, token.map[1])
        elif token.type == "inline" and token.map:
            yield from _inline_marks(token, page)


def _inline_marks(token: Token, page: _Page) -> Iterator[Pair]:
    """The marks before, inside and after the words of a run of lines."""
    places: list[int] = []
    for n, content in enumerate(token.content.split("\n"), token.map[0] if token.map else 0):
        line = page.line(n) if n + 1 < len(page.starts) else ""
        at = line.rfind(content.rstrip())
        if at < 0:
            return  # a tab that was widened; the words of this run keep their marks
        if prefix := _PREFIX.match(line[:at]):
            yield page.starts[n], page.starts[n] + prefix.end()
        tail = line[at + len(content.rstrip()) :]
        if tail.strip("# \t") == "" and "#" in tail:
            yield page.starts[n] + at + len(content.rstrip()), page.starts[n] + len(line)
        places += range(page.starts[n] + at, page.starts[n] + at + len(content) + 1)
    for start, end in _skipped(token.content, token.children or []):
        if start < end:
            yield places[start], places[end - 1] + 1


def _skipped(content: str, children: Sequence[Token]) -> Iterator[Pair]:
    """The stretches of a run's content that its words leave out: they are marks."""
    at = 0
    for child in children:
        start, end = _words(content, child, at)
        yield at, start
        at = end
    yield at, len(content.rstrip())


def _words(content: str, child: Token, at: int) -> Pair:
    """Where the words of an inline element stand, at or after a place; empty if it has none."""
    if child.type in {"text", "code_inline"}:
        start = content.find(child.content, at)
        return (start, start + len(child.content)) if start >= 0 else (at, at)
    if child.type == "text_special":
        start = content.find(child.markup, at)
        escaped = start + (child.info == "escape")
        return (escaped, start + len(child.markup)) if start >= 0 else (at, at)
    if child.type in {"softbreak", "hardbreak"}:
        start = content.find("\n", at)
        return (start, start + 1) if start >= 0 else (at, at)
    return _after(content, child, at)


def _after(content: str, child: Token, at: int) -> Pair:
    """The empty stretch behind what an element is made of besides words."""
    if child.type == "link_close" and child.markup != "autolink":
        hit = _TARGET.match(content, at)
        end = hit.end() if hit else at
    elif child.type == "image":
        hit = _IMAGE.match(content, at)
        return (hit.start("alt"), hit.end("alt")) if hit else (at, at)
    elif child.type == "html_inline":
        end = content.find(child.content, at) + len(child.content)
    else:
        end = at
    return end, end


_INSIDE = r"(?:\\.|[^()\\]|\((?:\\.|[^()\\])*\))*"
_TARGET = re.compile(rf"\](?:\((?:<[^>\n]*>)?{_INSIDE}\)|\[[^\]]*\])?")
_IMAGE = re.compile(rf"!\[(?P<alt>(?:\\.|[^\]\\])*)\](?:\({_INSIDE}\)|\[[^\]]*\])?")


def _merged(marks: Sequence[Pair]) -> Iterator[Pair]:
    """Neighbouring and overlapping marks as one."""
    held: Pair | None = None
    for start, end in marks:
        if held and start <= held[1]:
            held = held[0], max(end, held[1])
        else:
            if held:
                yield held
            held = start, end
    if held:
        yield held
