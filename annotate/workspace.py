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

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from importlib import resources
from pathlib import Path
from typing import Any

from annotate import articles, bibliographies, forms, yamlfile
from annotate.articles import Article
from annotate.codebook import EMPTY, Codebook
from annotate.codebook import load as load_codebook
from annotate.errors import WorkspaceError
from annotate.forms import FORMS


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
        wanted = self.codebook_file is not None or self.codebook_path.exists()
        shown = None if self.codebook_file else self.shown(self.codebook_path)
        return load_codebook(self.codebook_path, shown=shown) if wanted else EMPTY

    def shown(self, path: Path) -> str:
        """A path as it is told and stored: below the workspace where it lies there.

        Bytes of a name that are no UTF-8 are told as such: "\\udcff.txt".
        """
        path, root = path.absolute(), self.root.absolute()
        told = (path.relative_to(root) if path.is_relative_to(root) else path).as_posix()
        return told.encode("utf-8", "backslashreplace").decode()

    def articles(self, paths: Sequence[Path] = ()) -> list[Article]:
        """The articles of the corpus, or those that the paths name, in order of their ids.

        A path is a file or a folder, in the corpus or elsewhere; below a folder elsewhere, ids
        count from that folder. Of files with one id the first is given, another as its rival.
        Raises WorkspaceError for a path that is absent and for a file that no reader takes.
        """
        found = [article for path in paths for article in self._below(path)]
        return articles.distinct(found if paths else list(self._below(self.corpus)))

    def _below(self, given: Path) -> Iterator[Article]:
        path = given.absolute()
        base = self.corpus.absolute()
        if path.is_dir():
            inside = path.is_relative_to(base)
            yield from articles.below(path, base if inside else path)
        elif path.is_file():
            if forms.of(path.name) is None:
                raise WorkspaceError(f"{given}: no reader for {path.suffix!r}; {_readable()}")
            yield articles.at(path, base if path.is_relative_to(base) else path.parent)
        elif path != base:
            raise WorkspaceError(f"{given}: no such file or folder")

    def bibliographies(self) -> list[Path]:
        """The bibliographies that lie beside the articles."""
        return [path for path in articles.files(self.corpus) if bibliographies.is_one(path)]

    def aside(self) -> list[Path]:
        """Files of the corpus that are no articles and that nothing else explains."""
        return [path for path in articles.files(self.corpus) if articles.is_unexplained(path)]

    def told_aside(self) -> Iterator[str]:
        """Why each of these is left aside, and what would be read."""
        aside = self.aside()
        for path in aside:
            why = f"no reader for {path.suffix!r}" if path.suffix else "a name without an ending"
            described = "no article beside it" if articles.is_sidecar(path) else why
            yield f"{self.shown(path)}: left aside; {described}"
        if not all(map(articles.is_sidecar, aside)):
            yield _readable()


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
    stated = yamlfile.load(path, "config", shown=path.name).value
    return Workspace(root=root, config=Config(**stated))


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


def _readable() -> str:
    return "articles end in " + ", ".join(sorted(FORMS))
