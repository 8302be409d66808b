"""The first page of a corpus whose pages are files: its articles, ways through it, downloads."""

from typing import Any

from annotate.publish import configuration
from annotate.publish.answering import answering, page
from annotate.publish.corpora import Corpus
from annotate.store import counts, overview, queries

DOWNLOADS = (
    ("csv", "sentences.csv", "every sentence with its findings, for spreadsheets"),
    ("json-lines", "articles.jsonl", "every article with its findings, one a line"),
    ("csl-json", "works.json", "the articles as CSL-JSON"),
    ("ris", "works.ris", "as RIS"),
    ("biblatex", "works.bib", "as BibLaTeX"),
)
"""Forms of the whole corpus, the names of their files, and what they are."""


@answering
async def contents(request: Any, datasette: Any, corpus: Corpus) -> Any:
    """The page of what the files hold."""
    listed = await corpus.ask(queries.documents)
    context = {
        "corpus": corpus,
        "title": configuration.source()["title"],
        "overview": await corpus.ask(overview.overview),
        "documents": sorted(listed, key=lambda each: (each.published or "", each.id), reverse=True),
        "paragraphs": await corpus.ask(counts.paragraphs),
        "topics": await corpus.ask(queries.topics),
        "downloads": DOWNLOADS,
    }
    return await page(datasette, request, "contents", context)
