# Recipes of the project; `just` alone runs the tests and the linters.
# They use the environment that is active, or .venv where there is one.

export PATH := justfile_directory() / ".venv" / "bin" + ":" + env("PATH")
export PYTHONWARNINGS := "default"

# More than four processes would ask for more memory than they save time.
spread := "-n auto --maxprocesses 4 --dist loadfile"

[private]
default: lint test

# the tests, a file of them on each core: `just test -k quotes`; with `-n 0` in one process
test *arguments:
    python -m pytest {{ spread }} {{ arguments }}

# what a machine can see: style, types
lint:
    ruff check .
    ruff format --check .
    mypy

# format, sort, safe fixes
fix:
    ruff check --fix .
    ruff format .

# regenerate what is made from code: the README's commands, schema/store.sql
docs:
    python tests/regenerate.py

# the shipped gold against its floors
score:
    annotate score corpus/gold --floors tests/floors.yml

# a benchmark: `just bench startup`, `gold`, `extraction`, `server`, `site`, `ledger`, `subjects`
bench name:
    python -m tests.bench.{{ name }}

# the corpus to a database to a browser
serve *arguments:
    annotate build
    annotate serve {{ arguments }}

# the plugin under the coming Datasette, in an environment of its own: `just datasette-next -m browser`
datasette-next *arguments:
    python -m venv .venv-next
    .venv-next/bin/python -m pip install -q -U pip
    .venv-next/bin/python -m pip install -q -e . --group dev "datasette==1.0a41"
    .venv-next/bin/python -m pytest {{ spread }} {{ arguments }} tests/publish

# pictures of every page, wide and narrow, into a folder; without one, those of the README
screenshots *folder:
    python tests/screenshots.py {{ folder }}
