"""The articles of a corpus: which files are some, their ids, and the sidecars beside them."""

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from annotate import bibliographies, forms
from annotate.forms import COLLECTIONS, FORMS

ASIDE = frozenset({"gold", "training"})
"""Folders of the corpus that hold annotated text, not articles."""

SIDECAR = ".meta.yml"
"""The ending of the file that says what is known of the article beside it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """A file of the corpus, or one page of an archive of pages.

    id: its path below the corpus without its ending; of one page of several with the page's key.
    rival: another file that would be the same article, so that neither of the two can be it.
    """

    id: str
    path: Path
    sidecar: Path | None = None
    rival: Path | None = None

    @property
    def form(self) -> str:
        """The form that the file's ending states."""
        return FORMS[forms.ending(self.path.name).lower()]

    def holds(self, id: str) -> bool:  # noqa: A002  # the word for it
        """Whether an id is of this file, or of a page of it where it is an archive of pages."""
        return id == self.id or id.startswith(f"{self.id}-")


def below(folder: Path, base: Path) -> Iterator[Article]:
    """The articles of a folder and those within it; their ids count from `base`."""
    for path in files(folder):
        if forms.of(path.name) and forms.stem(path.name).upper() != "README":
            yield at(path, base)


def at(path: Path, base: Path) -> Article:
    """The article that a file is."""
    sidecar = path.with_name(forms.stem(path.name) + SIDECAR)
    name = forms.stem(path.relative_to(base).as_posix())
    return Article(
        id=unicodedata.normalize("NFC", name),
        path=path,
        sidecar=sidecar if sidecar.is_file() else None,
    )


def part(article: Article, key: str) -> Article:
    """One page of an archive of pages as an article of its own; the file itself without a key.

    What is known of it stands in a sidecar of its own, else in the archive's.
    """
    if not key:
        return article
    sidecar = article.path.with_name(f"{forms.stem(article.path.name)}-{key}{SIDECAR}")
    own = sidecar if sidecar.is_file() else article.sidecar
    return replace(article, id=f"{article.id}-{key}", sidecar=own)


def files(folder: Path, within: frozenset[Path] = frozenset()) -> Iterator[Path]:
    """All files of a folder that may be of its corpus, in order of their paths.

    within: the folders that it lies in. A link to one of them leads nowhere new and is left aside.
    """
    here = folder.resolve()
    if here in within or not folder.is_dir():
        return
    for path in sorted(folder.iterdir()):
        if path.name.startswith("."):
            continue
        if path.is_dir():
            if path.name not in ASIDE and not _is_shown_by_a_page(path):
                yield from files(path, within | {here})
        else:
            yield path


BESIDE = (
    "_files", ".files", "-files", "_file", "-Dateien", "_fichiers", "_archivos", "_arquivos",
    "_bestanden", "_pliki", "_soubory", "_filer", "_tiedostot", "_dosyalar", "_файлы",
)  # fmt: skip
"""How browsers call the folder, beside a page saved whole, of what the page shows."""


def _is_shown_by_a_page(folder: Path) -> bool:
    """Whether a folder holds the pictures, styles and frames of the page beside it."""
    stems = (folder.name.removesuffix(each) for each in BESIDE if folder.name.endswith(each))
    pages = [ending for ending, form in FORMS.items() if form == "html"]
    return any(folder.with_name(stem + page).is_file() for stem in stems for page in pages)


def is_sidecar(path: Path) -> bool:
    """Whether a file says what is known of an article beside it, by its name."""
    return path.name.endswith(SIDECAR)


def is_unexplained(path: Path) -> bool:
    """Whether a file is no article and says nothing of one that is there."""
    if is_sidecar(path):
        return not _is_described(path, path.name.removesuffix(SIDECAR))
    return forms.of(path.name) is None and not bibliographies.is_one(path)


def _is_described(sidecar: Path, stem: str) -> bool:
    """Whether what a sidecar describes is there: a file, or an archive that holds the page."""
    if any(sidecar.with_name(stem + ending).is_file() for ending in FORMS):
        return True
    beside = (path for path in sidecar.parent.iterdir() if forms.of(path.name) in COLLECTIONS)
    return any(stem.startswith(f"{forms.stem(path.name)}-") for path in beside)


def distinct(articles: Iterable[Article]) -> list[Article]:
    """The articles in order of their ids; of two with one id the first, the other as its rival."""
    by_id: dict[str, Article] = {}
    for article in articles:
        first = by_id.setdefault(article.id, article)
        if first.path != article.path:
            by_id[article.id] = replace(first, rival=article.path)
    return sorted(by_id.values(), key=lambda article: article.id)
