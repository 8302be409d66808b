"""Reading pages in tests: elements by class, text as a reader sees it, and whether tags nest."""

from html.parser import HTMLParser
from typing import Any

from lxml import html

VOID = frozenset({"input", "link", "meta", "br"})


def parsed(page: str) -> Any:
    """The page as a tree, asked by XPath."""
    return html.fromstring(page)


def words(element: Any) -> str:
    """The text of an element on one line."""
    return " ".join(element.text_content().split())


def apart(element: Any) -> str:
    """The same with a space between any two elements, for tables and lists."""
    return " ".join(" ".join(element.itertext()).split())


def first(tree: Any, path: str) -> Any:
    """The first element of an XPath."""
    found = tree.xpath(path)
    assert found, f"no {path}"
    return found[0]


def of_class(tree: Any, name: str) -> list[Any]:
    """The elements of a class."""
    path = f"//*[contains(concat(' ', normalize-space(@class), ' '), ' {name} ')]"
    return list(tree.xpath(path))


def _is_ours(attributes: dict[str, str | None]) -> bool:
    """Whether a script is a file of ours, and nothing else."""
    source = str(attributes.get("src") or "")
    return source.startswith("/-/static-plugins/annotate/") and "?" not in source


class _Nesting(HTMLParser):
    """Notes what a browser would have to mend."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.faults: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "a" and "a" in self.open:
            self.faults.append("a link in a link")
        if tag in ("div", "p", "h2", "ul", "aside") and "p" in self.open:
            self.faults.append(f"{tag} in a paragraph")
        self.ids += [str(value) for name, value in attrs if name == "id"]
        self.faults += [f"{name} on {tag}" for name, _ in attrs if name.startswith("on")]
        self.faults += ["a style on an element" for name, _ in attrs if name == "style"]
        if tag in ("style", "iframe", "object") or (tag == "script" and not _is_ours(dict(attrs))):
            self.faults.append(tag)
        if tag not in VOID:
            self.open.append(tag)

    def handle_data(self, data: str) -> None:
        if self.open[-1:] == ["script"] and data:
            self.faults.append("words in a script")

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"{tag} closed where another was open")


def faults(page: str) -> list[str]:
    """What is wrong with a page: tags that do not nest, ids that stand twice, what would run."""
    reader = _Nesting()
    reader.feed(page)
    reader.close()
    twice = {each for each in reader.ids if reader.ids.count(each) > 1}
    return [*reader.faults, *(f"{each} left open" for each in reader.open), *sorted(twice)]
