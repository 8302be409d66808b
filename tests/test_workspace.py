"""Workspaces: which files are articles, what is known of them."""

from pathlib import Path

import pytest

from annotate import sidecars, workspace
from annotate.errors import CodebookError, WorkspaceError
from annotate.model import Meta


def test_articles_are_all_readable_files_but_annotated_text(folder: Path) -> None:
    for name in ("b.txt", "deep/c.HTML", "gold/d.txt", "training/e.txt", ".f.txt", "README.md"):
        path = folder / "corpus" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("x", encoding="utf-8")
    found = workspace.find(folder / "corpus" / "deep").articles()
    assert [(each.id, each.form) for each in found] == [
        ("b", "text"),
        ("deep/c", "html"),
        ("ferries", "markdown"),
    ]


def test_paths_elsewhere_count_their_ids_from_there(folder: Path, tmp_path: Path) -> None:
    other = tmp_path / "elsewhere" / "in"
    other.mkdir(parents=True)
    (other / "a.txt").write_text("x", encoding="utf-8")
    found = workspace.find(folder).articles([tmp_path / "elsewhere"])
    assert [each.id for each in found] == ["in/a"]


def test_of_two_files_with_one_id_one_is_the_rival(folder: Path) -> None:
    (folder / "corpus" / "ferries.txt").write_text("x", encoding="utf-8")
    (folder / "corpus" / "other.txt").write_text("x", encoding="utf-8")
    found = [(each.path, each.rival) for each in workspace.find(folder).articles()]
    corpus = folder / "corpus"
    assert found == [
        (corpus / "ferries.md", corpus / "ferries.txt"),
        (corpus / "other.txt", None),
    ]


def test_a_link_to_a_folder_that_it_lies_in_leads_nowhere_new(folder: Path) -> None:
    (folder / "corpus" / "again").symlink_to(folder / "corpus")
    space = workspace.open_at(folder)
    assert [article.id for article in space.articles()] == ["ferries"]


def test_files_that_nothing_reads_are_named(folder: Path) -> None:
    (folder / "corpus" / "picture.png").write_bytes(b"x")
    (folder / "corpus" / "gone.meta.yml").write_text("title: x\n", encoding="utf-8")
    aside = workspace.find(folder).aside()
    assert [path.name for path in aside] == ["gone.meta.yml", "picture.png"]
    told = list(workspace.find(folder).told_aside())
    assert told[0].endswith("gone.meta.yml: left aside; no article beside it")
    assert told[1].endswith("picture.png: left aside; no reader for '.png'")
    assert told[2].startswith("articles end in .docx, ")
    with pytest.raises(WorkspaceError, match=r"no reader for '\.png'; articles end in \.docx"):
        workspace.find(folder).articles([folder / "corpus" / "picture.png"])


def test_a_folder_without_a_workspace_says_what_would_do(tmp_path: Path) -> None:
    with pytest.raises(WorkspaceError, match="`annotate init` makes one"):
        workspace.find(tmp_path)


def test_a_sidecar_tells_what_is_known(folder: Path) -> None:
    sidecar = folder / "corpus" / "ferries.meta.yml"
    sidecar.write_text(
        "title: Ferries\n"
        "author: [{family: Kolde, given: Anja}, Delta Rights Watch]\n"
        "issued: 2013\n"
        "URL: https://example.org/x\n",
        encoding="utf-8",
    )
    known = sidecars.known(workspace.find(folder).articles()[0])
    assert known == Meta(
        title="Ferries",
        authors=("Anja Kolde", "Delta Rights Watch"),
        published="2013",
        url="https://example.org/x",
        origins=dict.fromkeys(("title", "authors", "published", "url"), "sidecar"),
    )


def test_one_author_by_part_needs_no_list(folder: Path) -> None:
    sidecar = folder / "corpus" / "ferries.meta.yml"
    sidecar.write_text("author: {family: Kolde, given: Anja}\n", encoding="utf-8")
    assert sidecars.known(workspace.find(folder).articles()[0]).authors == ("Anja Kolde",)


def test_a_wrong_sidecar_names_its_key(folder: Path) -> None:
    (folder / "corpus" / "ferries.meta.yml").write_text("\nauthors: [x]\n", encoding="utf-8")
    with pytest.raises(CodebookError, match=r"ferries\.meta\.yml, line 2: authors: unknown key"):
        sidecars.known(workspace.find(folder).articles()[0])


def test_errors_call_files_as_one_does_who_stands_in_the_workspace(folder: Path) -> None:
    (folder / "codebook.yml").write_text("\nnames: 3\n", encoding="utf-8")
    with pytest.raises(CodebookError, match=r"^codebook\.yml, line 2: "):
        workspace.find(folder).codebook()
    (folder / "annotate.yml").write_text("styl: apa\n", encoding="utf-8")
    with pytest.raises(CodebookError, match=r"^annotate\.yml, line 1: "):
        workspace.find(folder)
    with pytest.raises(WorkspaceError, match=r"^corpus/gone\.md: no such file"):
        workspace.Workspace(root=folder).articles([Path("corpus/gone.md")])


def test_a_new_workspace_can_be_read(tmp_path: Path) -> None:
    made = workspace.create(tmp_path / "new")
    assert {path.name for path in made} >= {"codebook.yml", "a-sample-article.md", ".gitignore"}
    new = workspace.find(tmp_path / "new")
    assert new.codebook().topics["night_trains"].statement == "The city should run night trains."
    assert [each.id for each in new.articles()] == ["a-sample-article"]


def test_a_workspace_is_never_written_over(folder: Path) -> None:
    before = (folder / "codebook.yml").read_bytes()
    with pytest.raises(WorkspaceError, match="is there already"):
        workspace.create(folder)
    assert (folder / "codebook.yml").read_bytes() == before
    assert not (folder / ".gitignore").exists()


def test_the_configuration_names_a_pipeline(folder: Path) -> None:
    (folder / "annotate.yml").write_text("pipeline: en_core_web_sm\n", encoding="utf-8")
    assert workspace.find(folder).config.pipeline == "en_core_web_sm"


def test_a_folder_with_a_database_alone_is_a_workspace(tmp_path: Path) -> None:
    (tmp_path / "corpus.db").write_bytes(b"")
    assert workspace.find(tmp_path).root == tmp_path


WRONG_SIDECARS = [
    ("issued: 2012-13-45\n", "issued: '2012-13-45' is no day"),
    ("issued: 2012-02-30\n", "issued: '2012-02-30' is no day"),
    ("type: artcle-newspaper\n", "type: 'artcle-newspaper' is no CSL type; near are article-news"),
    ("URL: 'javascript:alert(1)'\n", "line 1: URL: 'javascript:alert(1)' does not match"),
    ("author: {first: A}\n", "author: not of its form (Names, in order: `Anja Kolde`, "),
]


@pytest.mark.parametrize(("text", "sentence"), WRONG_SIDECARS)
def test_a_sidecar_is_checked_to_the_day(folder: Path, text: str, sentence: str) -> None:
    (folder / "corpus" / "ferries.meta.yml").write_text(text, encoding="utf-8")
    with pytest.raises(CodebookError) as caught:
        sidecars.known(workspace.find(folder).articles()[0])
    assert sentence in str(caught.value)


def test_a_sidecar_may_name_the_encoding(folder: Path) -> None:
    (folder / "corpus" / "ferries.meta.yml").write_text("encoding: cp1252\n", encoding="utf-8")
    assert sidecars.encoding(workspace.find(folder).articles()[0]) == "cp1252"
