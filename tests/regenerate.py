"""Make anew what is made from code: the README's list of commands, schema/store.sql."""

import re
from pathlib import Path

import typer
from typer.main import get_command

from annotate import store
from annotate.cli import app

ROOT = Path(__file__).resolve().parents[1]
MARKS = ("<!-- commands -->\n", "<!-- end of commands -->")


def commands() -> str:
    """The commands with the first line of their help, as a Markdown table."""
    group = get_command(app)
    context = typer.Context(group, info_name="annotate")
    rows = ["| command | what it does |", "| --- | --- |"]
    for name in group.list_commands(context):  # type: ignore[attr-defined]
        command = group.get_command(context, name)  # type: ignore[attr-defined]
        usage = " ".join(command.collect_usage_pieces(typer.Context(command, info_name=name)))
        usage = re.sub(r"\[OPTIONS\]|[{}]", "", usage).strip()
        rows.append(f"| `{f'annotate {name} {usage}'.strip()}` | {_first(command.help)} |")
    return "\n".join(rows) + "\n"


def _first(help_text: str | None) -> str:
    return " ".join((help_text or "").split("\n\n")[0].split())


def readme(text: str) -> str:
    """A README with its list of commands as the code has it."""
    before, after = MARKS
    pattern = re.compile(re.escape(before) + ".*?" + re.escape(after), re.DOTALL)
    return pattern.sub(lambda _: before + commands() + after, text)


def main() -> None:
    """Write what has changed."""
    path = ROOT / "README.md"
    path.write_text(readme(path.read_text(encoding="utf-8")), encoding="utf-8")
    (ROOT / "schema" / "store.sql").write_text(store.schema(), encoding="utf-8")


if __name__ == "__main__":
    main()
