"""The forms of articles, by the endings of their files' names.

The table lies here, below all that reads, so that a workspace can list its articles, and a reader's
server start, without what reads them.
"""

FORMS = {
    ".docx": "docx",
    ".eml": "mail",
    ".epub": "epub",
    ".htm": "html",
    ".html": "html",
    ".markdown": "markdown",
    ".md": "markdown",
    ".mht": "mhtml",
    ".mhtml": "mhtml",
    ".odt": "odt",
    ".pdf": "pdf",
    ".text": "text",
    ".txt": "text",
    ".wacz": "wacz",
    ".warc": "warc",
    ".warc.gz": "warc",
    ".xhtml": "html",
}
"""The form of an article by the ending of its file's name."""

COLLECTIONS = frozenset({"wacz", "warc"})
"""The forms that may hold many articles in one file."""


def ending(name: str) -> str:
    """The ending of a file's name that states a form, as it is written; "" if none does."""
    known = [each for each in FORMS if name.lower().endswith(each)]
    return name[len(name) - len(max(known, key=len)) :] if known else ""


def of(name: str) -> str | None:
    """The form that a file's name states, None if it states none."""
    return FORMS.get(ending(name).lower())


def stem(name: str) -> str:
    """A file's name without the ending that states its form."""
    return name.removesuffix(ending(name))
