"""The commands, run as a person runs them."""

import json
import re
import subprocess
import sys
import time
from pathlib import Path

import pytest
from typer.main import get_command

from annotate.cli import app
from tests.conftest import ARTICLE, CODEBOOK
from tests.program import run

COMMANDS = sorted(get_command(app).commands)  # type: ignore[attr-defined]


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_says_what_it_does(command: str, tmp_path: Path) -> None:
    done = run(command, "--help", folder=tmp_path)
    assert done.returncode == 0
    assert len(get_command(app).commands[command].help.split()) >= 5  # type: ignore[attr-defined]


def test_help_starts_without_spacy_and_at_once(tmp_path: Path) -> None:
    # No stopwatch: the bound is what plain Python with an import of spaCy takes in the same run.
    def seconds(*command: str) -> float:
        began = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True, cwd=tmp_path)
        return time.perf_counter() - began

    helped = min(seconds(sys.executable, "-m", "annotate", "--help") for _ in range(3))
    loaded = min(seconds(sys.executable, "-c", "import spacy") for _ in range(3))
    assert helped < loaded


def test_from_articles_to_a_quotation(folder: Path) -> None:
    built = run("build", folder=folder)
    assert (built.returncode, built.stderr) == (0, "")
    shown = run("show", "ferries", folder=folder)
    assert "¶1" in shown.stdout
    assert "number count “Nearly 9,000”" in " ".join(shown.stdout.split())
    span = re.findall(r"\[(n-[a-z2-7]{14})\]", shown.stdout)[-1]
    explained = run("explain", span, folder=folder)
    assert "made by  rule:" in explained.stdout
    cited = run("cite", "ferries#p1", folder=folder)
    assert "Kolde" in cited.stdout
    assert "para. 1" in cited.stdout
    found = run("cite", "ferries must be stopped", folder=folder)
    assert "para. 2" in found.stdout


def test_a_build_can_be_asked_for_its_figures(built_folder: Path) -> None:
    figures = run("figures", "--all", folder=built_folder)
    assert figures.returncode == 0
    assert "Dorvanians" in figures.stdout
    rows = run("figures", "--all", "--format", "csv", folder=built_folder).stdout.splitlines()
    assert rows[0].startswith("quantity,verdict,as_of,figure,value,low,high,")
    refused = run("figures", "--sums", "--format", "csv", folder=built_folder)
    assert (refused.returncode, refused.stdout) == (1, "")


def test_an_answer_without_rows_says_so(folder: Path) -> None:
    (folder / "corpus" / "ferries.md").write_text("It rained.\n", encoding="utf-8")
    run("build", folder=folder)
    none = run("figures", folder=folder)
    assert none.stdout == "no figures of the corpus contradict each other; --all lists the others\n"
    assert run("figures", "--sums", folder=folder).stdout == "the articles state no sums\n"
    for command in ("matrix", "who", "terms", "recommendations"):
        assert run(command, folder=folder).stdout == "nothing of this is in the corpus\n"
    assert run("who", "--format", "csv", folder=folder).stdout == ""


def test_pipe_uses_the_codebook_of_the_workspace(folder: Path, tmp_path: Path) -> None:
    line = json.dumps({"id": "a", "text": ARTICLE})
    inside = json.loads(run("pipe", "--layers", "term", folder=folder, given=line).stdout)
    assert [span["text"] for span in inside["spans"]] == ["漂民"]
    named = folder / "elsewhere"
    named.mkdir()
    (named / "book.yml").write_text(CODEBOOK, encoding="utf-8")
    outside = tmp_path.parent
    given = run("pipe", "--codebook", str(named / "book.yml"), folder=outside, given=line)
    assert json.loads(given.stdout)["spans"] != []
    without = run("pipe", "--layers", "term", folder=outside, given=line)
    assert json.loads(without.stdout)["spans"] == []


def test_pipe_ends_with_status_1_after_a_bad_line(folder: Path) -> None:
    done = run("pipe", folder=folder, given='{"id": "a"}\n{"id": "b", "text": "x"}\n')
    assert done.returncode == 1
    assert ["error" in json.loads(line) for line in done.stdout.splitlines()] == [True, False]


WRONG = [
    (["build"], "no workspace here or above; `annotate init` makes one"),
    (["show", "x"], "no workspace here or above"),
    (["pipe", "--layers", "numbers"], "unknown layer 'numbers'"),
    (["pipe", "--codebook", "gone.yml"], "gone.yml: cannot be read: No such file"),
    (["score", "gone.json"], "gone.json: cannot be read: No such file"),
    (["show", "x", "--database", "gone.db"], "gone.db"),
]


@pytest.mark.parametrize(("arguments", "sentence"), WRONG)
def test_bad_input_is_one_sentence_and_status_1(
    arguments: list[str], sentence: str, tmp_path: Path
) -> None:
    done = run(*arguments, folder=tmp_path)
    assert done.returncode == 1
    assert done.stdout == ""
    assert sentence in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert list(tmp_path.iterdir()) == []


def test_wrong_usage_has_status_2(tmp_path: Path) -> None:
    assert run("bild", folder=tmp_path).returncode == 2
    nothing = run("cite", folder=tmp_path)
    assert nothing.returncode == 2
    assert "give a span's id, ARTICLE#p12 or some words" in nothing.stderr


def test_an_empty_database_asks_for_a_build(folder: Path) -> None:
    (folder / "corpus.db").touch()
    told = run("figures", folder=folder).stderr
    assert told.endswith("corpus.db is empty; `annotate build` fills it\n")


def test_a_new_workspace_builds(tmp_path: Path) -> None:
    assert run("init", "new", folder=tmp_path).returncode == 0
    assert run("build", folder=tmp_path / "new").returncode == 0
    contested = run("figures", folder=tmp_path / "new").stdout
    assert "Riders on the night trains: contested" in contested
    assert run("init", "new", folder=tmp_path).returncode == 1


WHO_SAYS = [
    ("who", "Tomas Verrin"),
    ("who Delta%Rights%Watch", "first-hand"),
    ("matrix", "Tomas Verrin"),
    ("terms --by speaker", "漂民"),
    ("recommendations", "ferries"),
]


def test_who_says_what_is_told_in_every_format(built_folder: Path) -> None:
    for command, words in WHO_SAYS:
        arguments = [each.replace("%", " ") for each in command.split(" ")]
        for form in ("table", "csv", "json"):
            told = run(*arguments, "--format", form, folder=built_folder)
            assert (told.returncode, told.stderr) == (0, ""), command
            assert words in " ".join(told.stdout.split()), (command, form)
            if form == "json":
                assert all(json.loads(line) for line in told.stdout.splitlines())
    refused = run("matrix", "--format", "xml", folder=built_folder)
    assert (refused.returncode, refused.stderr.count("\n")) == (1, 1)
    unknown = run("who", "Verrin", folder=built_folder)
    assert "'Tomas Verrin'" in unknown.stderr


def test_who_uses_no_word_of_a_family_has_no_row_of_it(folder: Path) -> None:
    with (folder / "corpus" / "ferries.md").open("a", encoding="utf-8") as article:
        article.write("\nThe refugees wait.\n")
    assert run("build", folder=folder).returncode == 0
    words = run("terms", "--by", "speaker", "--format", "json", folder=folder).stdout
    told = [json.loads(line) for line in words.splitlines()]
    assert {each["family"] for each in told} == {"drifter", "refugee"}
    assert all(each["avoided"] or each["words"] for each in told)


MISSPELLED = [
    ("matrix --topic feries", "no topic 'feries' in the corpus; the topics are ferries"),
    ("recommendations --topic feries", "no topic 'feries' in the corpus; the topics are"),
    ("recommendations --addressee Nobdy", "nothing is urged on 'Nobdy' in the corpus"),
    ("show feries", "no document 'feries' in the database; ids like it: 'ferries'"),
    ("cite feries#p1", "no document 'feries' in the database; ids like it: 'ferries'"),
]


def test_what_is_misspelled_ends_in_a_sentence_with_what_is_like_it(folder: Path) -> None:
    assert run("build", folder=folder).returncode == 0
    for command, sentence in MISSPELLED:
        told = run(*command.split(), folder=folder)
        assert (told.returncode, told.stdout) == (1, ""), command
        assert sentence in told.stderr, command


def test_of_several_quotations_one_that_stands_nowhere_costs_itself_alone(
    built_folder: Path,
) -> None:
    done = run(
        "cite", "ferries must be stopped", "no such words", "ferries#p1", folder=built_folder
    )
    assert done.returncode == 1
    assert ("para. 2" in done.stdout, "para. 1" in done.stdout) == (True, True)
    assert done.stderr.count("annotate: “no such words” is in none of the articles") == 1
    assert done.stderr.count("\n") == 1
