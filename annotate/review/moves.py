"""Decisions about an article that has another name now: they follow its text.

An article's id is the name of its file. Where no article of that name is there, but exactly one
whose text is the text that somebody decided about, to the letter, it is that one.
"""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from annotate.review.decisions import Decision, Entry, Undo
from annotate.store import reading


def followed(entries: Iterable[Entry], moved: Mapping[str, str]) -> tuple[Entry, ...]:
    """The decisions, each about the article as it is called now."""
    return tuple(_followed(each, moved) for each in entries) if moved else tuple(entries)


def moved(conn: sqlite3.Connection, entries: Iterable[Entry]) -> dict[str, str]:
    """The articles of decisions that are gone under their names, with those they have now."""
    texts: dict[str, set[str]] = defaultdict(set)
    for each in entries:
        if isinstance(each, Decision) and each.sha256:
            texts[each.article].add(each.sha256)
    here = reading.texts(conn) if texts else {}
    named: dict[str, list[str]] = defaultdict(list)
    for name, text in here.items():
        named[text].append(name)
    found = {
        article: [name for text in sorted(own) for name in named.get(text, ())]
        for article, own in texts.items()
        if article not in here
    }
    return {article: names[0] for article, names in found.items() if len(names) == 1}


def _followed(entry: Entry, moved: Mapping[str, str]) -> Entry:
    if isinstance(entry, Undo):
        return entry
    if isinstance(entry, Decision):
        return replace(entry, article=moved.get(entry.article, entry.article))
    return replace(entry, articles=tuple(moved.get(each, each) for each in entry.articles))
