"""Where things lie in a workspace: articles, sidecars, codebook, decisions, database.

A workspace is a folder that fits in Git. Its text files are the truth; the database is built from
them and can always be deleted.

    corpus/         articles as they came, NAME.meta.yml beside an article, and bibliographies
    codebook.yml    what the corpus is about
    decisions/      what people decided about spans
    protected.yml   names that may not leave the house; not for Git
    annotate.yml    configuration, where the defaults do not do
    corpus.db       built
"""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from importlib import resources
from pathlib import Path
from typing import Any

from annotate import bibliographies, forms, lexicons, yamlfile
from annotate.codebook import EMPTY, Codebook
from annotate.codebook import load as load_codebook
from annotate.dates import is_day
from annotate.errors import WorkspaceError
from annotate.forms import COLLECTIONS, FORMS
from annotate.model import Meta
from annotate.yamlfile import Checked

ASIDE = frozenset({"gold", "training"})
"""Folders of the corpus that hold annotated text, not articles."""

SIDECAR = ".meta.yml"


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """What a workspace sets otherwise than we do.

    robots: search engines may list its pages. publish: what may leave the house, as stated.
    """

    pipeline: str = "english"
    style: str = "apa"
    robots: bool = False
    publish: Mapping[str, Any] = field(default_factory=dict, hash=False)  # a dict has no hash


@dataclass(frozen=True, slots=True, kw_only=True)
class Workspace:
    """A folder of articles with all that belongs to them.

    codebook_file, database_file: where these are not in their places.
    """

    root: Path
    config: Config = Config()  # frozen
    codebook_file: Path | None = None
    database_file: Path | None = None

    @property
    def corpus(self) -> Path:
        """The folder of the articles."""
        return self.root / "corpus"

    @property
    def codebook_path(self) -> Path:
        """The file that says what the corpus is about; it may be absent."""
        return self.codebook_file or self.root / "codebook.yml"

    @property
    def decisions(self) -> Path:
        """The folder of what people decided about spans, a file a coder."""
        return self.root / "decisions"

    @property
    def protected(self) -> Path:
        """The file of names that may not leave the house; it may be absent."""
        return self.root / "protected.yml"

    @property
    def database(self) -> Path:
        """The file that is built."""
        return self.database_file or self.root / "corpus.db"

    def codebook(self) -> Codebook:
        """The workspace's codebook, an empty one where there is no file."""
        wanted = self.codebook_file is not None or self.codebook_path.is_file()
        return load_codebook(self.codebook_path) if wanted else EMPTY

    def articles(self, paths: Sequence[Path] = ()) -> list[Article]:
        """The articles of the corpus, or those that the paths name, in order of their ids.

        A path is a file or a folder, in the corpus or elsewhere; below a folder elsewhere, ids
        count from that folder. Of files with one id the first is given, another as its rival.
        Raises WorkspaceError for a path that is absent and for a file that no reader takes.
        """
        found = [article for path in paths for article in self._below(path)]
        return _distinct(found if paths else list(self._below(self.corpus)))

    def _below(self, path: Path) -> Iterator[Article]:
        path = path.absolute()
        base = self.corpus.absolute()
        if path.is_dir():
            inside = path.is_relative_to(base)
            yield from _articles(path, base if inside else path)
        elif path.is_file():
            if forms.of(path.name) is None:
                raise WorkspaceError(f"{path}: no reader for {path.suffix!r}; {_readable()}")
            yield _article(path, base if path.is_relative_to(base) else path.parent)
        elif path != base:
            raise WorkspaceError(f"{path}: no such file or folder")

    def bibliographies(self) -> list[Path]:
        """The bibliographies that lie beside the articles."""
        return [path for path in _files(self.corpus) if bibliographies.is_one(path)]

    def aside(self) -> list[Path]:
        """Files of the corpus that are no articles and that nothing else explains."""
        return [path for path in _files(self.corpus) if _unexplained(path)]


PARTS = ("corpus", "codebook.yml", "corpus.db")
"""What tells a workspace; a folder that articles from elsewhere were built in has the last only."""


def find(start: Path | None = None) -> Workspace:
    """The workspace that a folder lies in: the nearest one above that has any of its parts.

    Raises WorkspaceError if there is none.
    """
    here = (start or Path.cwd()).absolute()
    if not here.is_dir():
        raise WorkspaceError(f"{here}: no such folder")
    for folder in (here, *here.parents):
        if any((folder / part).exists() for part in PARTS):
            return open_at(folder)
    raise WorkspaceError(f"{here}: no workspace here or above; `annotate init` makes one")


def find_or_here() -> Workspace:
    """The workspace that one stands in, else the folder itself as one."""
    try:
        return find()
    except WorkspaceError:
        return open_at(Path.cwd())


def open_at(root: Path) -> Workspace:
    """The workspace of a folder, whatever of it exists."""
    path = root / "annotate.yml"
    if not path.is_file():
        return Workspace(root=root)
    return Workspace(root=root, config=Config(**yamlfile.load(path, "config").value))


STARTER = {
    "codebook.yml": "codebook.yml",
    "corpus/a-sample-article.md": "corpus/a-sample-article.md",
    "corpus/a-sample-article.meta.yml": "corpus/a-sample-article.meta.yml",
    "gitignore": ".gitignore",
}
"""What a new workspace begins with: files of the package, and where they go."""


def create(root: Path) -> list[Path]:
    """The files of a new workspace, written into a folder that is made if need be.

    Raises WorkspaceError, and writes nothing, if one of them is there already.
    """
    wanted = {root / place: name for name, place in STARTER.items()}
    if present := sorted(path for path in wanted if path.exists()):
        raise WorkspaceError(f"{present[0]} is there already; choose another folder")
    starter = resources.files("annotate") / "starter"
    try:
        for path, name in wanted.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(starter.joinpath(*name.split("/")).read_bytes())
        (root / "decisions").mkdir(exist_ok=True)
    except OSError as error:
        raise WorkspaceError(f"{root}: cannot be written: {error.strerror}") from None
    return sorted(wanted)


def codebook_for(path: Path | None) -> Codebook:
    """The codebook of a file; without one that of the workspace one stands in, else none."""
    if path is not None:
        return load_codebook(path)
    try:
        return find().codebook()
    except WorkspaceError:
        return EMPTY


def pipeline_for(name: str | None) -> str:
    """The language pipeline of a name; without one that of the workspace one stands in, or ours."""
    try:
        return name or find().config.pipeline
    except WorkspaceError:
        return Config().pipeline


def style_for(database: Path | None) -> str:
    """The citation style that the workspace one stands in sets, for its own database."""
    return config_for(database).style


def config_for(database: Path | None) -> Config:
    """What the workspace one stands in sets, for its own database; for any other our defaults."""
    try:
        return Config() if database else find().config
    except WorkspaceError:
        return Config()


def known(article: Article) -> Meta:
    """What the article's sidecar says of it, nothing if it has none.

    Raises CodebookError naming file, line and key if the sidecar is not of its form.
    """
    if article.sidecar is None:
        return Meta()
    checked = _sidecar(article.sidecar)
    value = checked.value
    found: dict[str, Any] = {
        "title": value.get("title"),
        "authors": tuple(_name(name) for name in _listed(value.get("author"))),
        "published": _date(value.get("issued")),
        "accessed": _date(value.get("accessed")),
        "publisher": value.get("publisher"),
        "container_title": value.get("container-title"),
        "url": value.get("URL"),
        "license": value.get("license"),
        "language": value.get("language"),
        "type": value.get("type"),
    }
    return Meta(**found, origins={key: "sidecar" for key, each in found.items() if each})


def encoding(article: Article) -> str | None:
    """The encoding that the article's sidecar names, None if it names none."""
    return _sidecar(article.sidecar).value.get("encoding") if article.sidecar else None


def way_out(article: Article) -> str | None:
    """How much of the article its sidecar lets out of the house, None if it does not say."""
    return _sidecar(article.sidecar).value.get("publish") if article.sidecar else None


def _sidecar(path: Path) -> Checked:
    """What a sidecar says. Raises CodebookError for a day or a type that there is not."""
    checked = yamlfile.load(path, "sidecar")
    for key in ("issued", "accessed"):
        day = checked.value.get(key)
        if day is not None and not is_day(str(_date(day))):
            raise checked.error((key,), f"{key}: {day!r} is no day; write 2012-03-01 or 2012-03")
    kind = checked.value.get("type")
    if kind is not None and kind not in lexicons.words("csl_item_types"):
        near = get_close_matches(kind, lexicons.words("csl_item_types"), n=3, cutoff=0.3)
        raise checked.error(("type",), f"type: {kind!r} is no CSL type; near are {', '.join(near)}")
    return checked


def _articles(folder: Path, base: Path) -> Iterator[Article]:
    for path in _files(folder):
        if forms.of(path.name) and forms.stem(path.name).upper() != "README":
            yield _article(path, base)


def _article(path: Path, base: Path) -> Article:
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


def _files(folder: Path) -> Iterator[Path]:
    if not folder.is_dir():
        return
    for path in sorted(folder.iterdir()):
        if path.name.startswith("."):
            continue
        if path.is_dir():
            if path.name not in ASIDE and not _is_shown_by_a_page(path):
                yield from _files(path)
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


def _unexplained(path: Path) -> bool:
    if path.name.endswith(SIDECAR):
        return not _is_described(path, path.name.removesuffix(SIDECAR))
    return forms.of(path.name) is None and not bibliographies.is_one(path)


def _is_described(sidecar: Path, stem: str) -> bool:
    """Whether what a sidecar describes is there: a file, or an archive that holds the page."""
    if any(sidecar.with_name(stem + ending).is_file() for ending in FORMS):
        return True
    beside = (path for path in sidecar.parent.iterdir() if forms.of(path.name) in COLLECTIONS)
    return any(stem.startswith(f"{forms.stem(path.name)}-") for path in beside)


def _distinct(articles: Iterable[Article]) -> list[Article]:
    by_id: dict[str, Article] = {}
    for article in articles:
        first = by_id.setdefault(article.id, article)
        if first.path != article.path:
            by_id[article.id] = replace(first, rival=article.path)
    return sorted(by_id.values(), key=lambda article: article.id)


def _listed(value: Any) -> list[Any]:  # what the schema allows
    return value if isinstance(value, list) else [value] if value else []


def _name(name: str | dict[str, str]) -> str:
    if isinstance(name, str):
        return name
    order = ("given", "dropping-particle", "non-dropping-particle", "family", "suffix")
    whole = " ".join(name[part] for part in order if name.get(part))
    return name.get("literal") or whole


def _date(value: str | int | None) -> str | None:
    return None if value is None else f"{value:04d}" if isinstance(value, int) else value


def _readable() -> str:
    return "articles end in " + ", ".join(sorted(FORMS))
