"""A snippet in the form that it is wanted in.

What an article says is hostile: each form escapes it by its own rules.
"""

import html
import json
import re
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import TypeVar

from annotate.cite import biblatex, ris
from annotate.cite.csl import Item
from annotate.cite.snippet import Snippet
from annotate.errors import RequestError

Chosen = TypeVar("Chosen")

_MARKDOWN = re.compile(r"[\\`*_{}\[\]<>()#&|~^$@!]")


def write(snippet: Snippet, form: str) -> str:
    """The snippet as text, Markdown, HTML, or its work as CSL-JSON, BibLaTeX, RIS.

    Raises RequestError if there is no such form.
    """
    return _chosen(FORMATS, form)(snippet)


def write_all(snippets: Sequence[Snippet], form: str) -> str:
    """The snippets one after another, or their works in one bibliography, each work once.

    Raises RequestError if there is no such form.
    """
    if form in WORKS:
        works = {snippet.item["id"]: snippet.item for snippet in snippets}
        return write_works(list(works.values()), form)
    return "\n".join(write(snippet, form) for snippet in snippets)


def as_text(snippet: Snippet) -> str:
    """The quotation with its citation, the link, and the entry of the bibliography, as lines.

    Where a style lists a work in no bibliography, there is none: Chicago's notes leave out a
    document of no known type.
    """
    quoted = f"“{snippet.quotation}”{_joint(snippet)}{snippet.citation.text}"
    link = f"{snippet.link}\n" if snippet.link else ""
    entry = f"\n{snippet.entry.text}\n" if snippet.entry.text else ""
    return f"{quoted}\n{link}{entry}"


def as_markdown(snippet: Snippet) -> str:
    """A block quotation with its citation linked to the passage, and the entry below."""
    quoted = f"> “{_markdown(snippet.quotation)}”{_joint(snippet)}{snippet.citation.markdown}"
    link = f" [(open)](<{snippet.link}>)" if snippet.link else ""
    entry = f"\n{snippet.entry.markdown}\n" if snippet.entry.text else ""
    return f"{quoted}{link}\n{entry}"


def as_html(snippet: Snippet) -> str:
    """A block quotation with its citation linked to the passage, and the entry below."""
    address = html.escape(snippet.link or "")
    cited = f' cite="{address}"' if address else ""
    link = f' <a href="{address}" rel="noopener">(open)</a>' if address else ""
    words = html.escape(snippet.quotation)
    entry = f"<p>{snippet.entry.html}</p>\n" if snippet.entry.text else ""
    return (
        f"<blockquote{cited}><p>“{words}”{_joint(snippet)}{snippet.citation.html}{link}</p>"
        f"</blockquote>\n{entry}"
    )


def csl_json(items: Sequence[Item]) -> str:
    """Works as a list of CSL-JSON items."""
    return json.dumps(list(items), ensure_ascii=False, indent=2) + "\n"


def write_works(items: Sequence[Item], form: str) -> str:
    """Works as CSL-JSON, BibLaTeX or RIS, for a reference manager.

    Raises RequestError if there is no such form.
    """
    return _chosen(WORKS, form)(items)


def _chosen(forms: Mapping[str, Chosen], form: str) -> Chosen:
    """What is under the name of a form."""
    if form not in forms:
        raise RequestError(f"unknown format '{form}'; the formats are {', '.join(sorted(forms))}")
    return forms[form]


def _joint(snippet: Snippet) -> str:
    """What joins quotation and citation: a footnote's text is set off by a dash."""
    return " — " if snippet.in_notes else " "


def _markdown(words: str) -> str:
    """The words with all that Markdown could take for markup escaped."""
    return _MARKDOWN.sub(r"\\\g<0>", words)


WORKS: Mapping[str, Callable[[Sequence[Item]], str]] = MappingProxyType(
    {"csl-json": csl_json, "biblatex": biblatex.write, "ris": ris.write}
)
"""The forms that works can leave in, by name."""

FORMATS: Mapping[str, Callable[[Snippet], str]] = MappingProxyType(
    {
        "text": as_text,
        "markdown": as_markdown,
        "html": as_html,
        "csl-json": lambda snippet: csl_json([snippet.item]),
        "biblatex": lambda snippet: biblatex.write([snippet.item]),
        "ris": lambda snippet: ris.write([snippet.item]),
    }
)
"""The forms that a snippet can leave in, by name."""
