"""What each table and column holds, for readers of schema/store.sql and of Datasette."""

from collections.abc import Mapping

_SPAN: dict[str, str] = {
    "id": "The finding's id: the same finding has the same id in every build.",
    "document": "The document that it stands in.",
    "position": "Its place among the document's findings of all layers, from 0 on.",
    "segment": "The segment that it begins in.",
    "sentence": "The sentence that it begins in, where sentences were found.",
    "start_char": "First code point in the document's text.",
    "end_char": "Code point after the last.",
    "text": "What stands there.",
    "by": "What found it: a rule, the codebook, a gazetteer or a model.",
    "score": "How sure that was, 0 to 1, where it says so.",
    "year": "Year of publication of the document, repeated here for facets.",
    "publisher": "Publisher of the document, repeated here for facets.",
    "kind": "Kind of the segment, repeated here for facets.",
}

TABLES: Mapping[str, tuple[str, Mapping[str, str]]] = {
    "documents": (
        "The articles, as last read.",
        {
            "id": "The article's name: its path below the corpus without its ending.",
            "version": "Number of the version that was read last; the text stands in `versions`.",
            "title": "Title of the work.",
            "published": "Day of publication or a part of it, ISO 8601.",
            "year": "Year of publication.",
            "publisher": "Who published it.",
            "container_title": "Newspaper, journal or site that it appeared in.",
            "url": "Address that it was published at.",
            "license": "Licence or terms that it may be used under.",
            "language": "Language, BCP 47.",
            "type": "Kind of work, a CSL item type.",
            "accessed": "Day on which the page was fetched, ISO 8601.",
            "form": "What was read: text, markdown, html, pdf, docx, odt or epub.",
            "path": "File that was read, below the workspace.",
            "part": "Which page of the file, by its address, where the file is a web archive.",
            "words": "Words of the body; each sign of Chinese, Japanese or Korean counts as one.",
            "tagged": "1 if findings were looked for, 0 if the article was only read.",
            "untagged": "Language that the layers do not know, if that kept them from it.",
            "text_sha256": "SHA-256 of the text in UTF-8.",
        },
    ),
    "versions": (
        "Every text that an article has had; citations of an older one still resolve.",
        {
            "document": "The document.",
            "version": "1 for the first, one more whenever the file or the text read changes.",
            "sha256": "SHA-256 of the file as received.",
            "text_sha256": "SHA-256 of the text in UTF-8.",
            "encoding": "Encoding that the file was read in, where known.",
            "bytes": "The file as received.",
            "text": "The text that all offsets refer to.",
            "marks": "Stretches of markup or soft line breaks: JSON, pairs of code points.",
            "pages": "Printed pages: JSON, first code point, code point after the last, label.",
            "targets": "Mentions towards which an attitude was asked: JSON, id, start and end.",
        },
    ),
    "inputs": (
        "What each document was made from, so that a build reads only what has changed.",
        {
            "document": "The document.",
            "fingerprint": "SHA-256 over file, sidecar, codebook, rules and language pipeline.",
        },
    ),
    "authors": (
        "Who wrote each work.",
        {
            "document": "The document.",
            "position": "Order in the byline, from 0 on.",
            "name": "Name as the work or its sidecar gives it.",
        },
    ),
    "metadata": (
        "What is known of each work, and where from.",
        {
            "document": "The document.",
            "key": "Name of the value; authors are joined by semicolons.",
            "value": "The value.",
            "origin": "What it was read from, such as `sidecar` or `byline`.",
        },
    ),
    "claims": (
        "Every value that something states of a work, those that are taken among them.",
        {
            "document": "The document.",
            "position": "Its place among the document's claims, from 0 on; those taken come first.",
            "key": "Name of the value, as in `metadata`; `modified` is the day of a revision.",
            "value": "The value; authors are joined by semicolons.",
            "origins": "All that states it, by semicolons, the most trusted first.",
            "conflicts": "1 if it contradicts the value that is taken.",
        },
    ),
    "segments": (
        "Each article in pieces of one kind: title, paragraphs, comments, boilerplate and so on.",
        {
            "id": "The document's id, `#s` and the segment's number.",
            "document": "The document.",
            "n": "Number in the document, from 0 on.",
            "kind": "What it is.",
            "body": "1 if it is the work itself (heading, paragraph, list item, block quote).",
            "start_char": "First code point in the document's text.",
            "end_char": "Code point after the last.",
            "parts": "Where something else cuts it in two, its own stretches: JSON, pairs.",
            "heading": "Number `n` of the heading above.",
            "number": "Paragraph number as a reader counts: the body without its headings.",
            "author": "Who wrote it, of a reader's comment.",
            "date": "When, of a reader's comment.",
            "xpath": "Element of the page that it stands in.",
            "level": "Level of a heading, depth of a list item.",
            "depth": "Depth of a reply in a thread of comments.",
            "text": "Its own words; stretches are joined by a line break.",
            "bigrams": "Chinese, Japanese and Korean words as pairs of signs, for the search.",
            "page": "Printed page or pages that it stands on, as `12` or `12-13`.",
            "source_start": "First code point in the page as received, of a web page's segment.",
            "source_end": "Code point after the last, in the page as received.",
        },
    ),
    "sentences": (
        "The sentences of all segments but boilerplate.",
        {key: _SPAN[key] for key in ("id", "document", "position", "segment")}
        | {key: _SPAN[key] for key in ("start_char", "end_char", "text", "by", "score")},
    ),
    "entities": (
        "Names of persons, groups, organisations, places, events, laws and works.",
        _SPAN
        | {
            "label": "PERSON, NORP, ORG, GPE, LOC, FAC, EVENT, LAW or WORK.",
            "canonical": "The one name for this thing across the corpus.",
            "stands_for": "Country that a capital or a government means here.",
        },
    ),
    "numbers": (
        "Every quantity, amount, proportion, rank and time; empty is `not stated`, never 0.",
        _SPAN
        | {
            "label": "count, money, percent, fraction, multiple, measure, duration, age, ordinal "
            "or date.",
            "value": "Point value.",
            "low": "Lower bound, inclusive.",
            "high": "Upper bound, inclusive.",
            "date": "Of a date: the day or a part of one, ISO 8601; XXXX for an unknown year.",
            "date_from": "Of a date: first day or part of the interval.",
            "date_to": "Of a date: last day or part of the interval.",
            "approx": "1 if the text says about, some, around.",
            "unit": "ISO 4217 for money, a unit of time or measure.",
            "counted": "What is counted, or of what it is a part.",
            "as_of": "Date to which the sentence ties the figure.",
            "said_by": "Who gives the figure, when the sentence says so.",
            "counted_start": "First code point of the words that `counted` was read from.",
            "counted_end": "Code point after them.",
            "as_of_start": "First code point of the words that `as_of` was read from.",
            "as_of_end": "Code point after them.",
            "said_by_start": "First code point of the words that `said_by` was read from.",
            "said_by_end": "Code point after them.",
            "first_start": "Of a figure said again: first code point of where it is said first.",
            "first_end": "Code point after that.",
        },
    ),
    "quotes": (
        "Reported speech and thought.",
        _SPAN
        | {
            "label": "direct, indirect or mixed.",
            "source": "Who said it; empty if the text does not say.",
            "source_start": "First code point of the source's mention.",
            "source_end": "Code point after its last.",
            "cue": "The reporting word.",
            "cue_start": "First code point of the reporting word.",
            "cue_end": "Code point after its last.",
            "parts": "Where attribution cuts it in two, its own stretches: JSON, pairs.",
            "depth": "0 for speech that the article reports, 1 for speech reported within it.",
            "distance": "The reporter's own attitude: endorses or rejects.",
        },
    ),
    "stances": (
        "One holder's attitude to one target in one sentence.",
        _SPAN
        | {
            "label": "supports, opposes, ambivalent or neutral.",
            "holder": "Whose attitude; `author` for the writer's own.",
            "holder_start": "First code point of the holder's mention.",
            "holder_end": "Code point after its last.",
            "target": "A topic of the codebook, or a name.",
            "act": "asserts, denies, urges, criticises, praises, concedes, fears, predicts or "
            "questions.",
            "mode": "direct, indirect, author or action.",
            "hedge": "plain, hedged, conditional or interrogative.",
            "addressee": "Who is urged; several are joined by semicolons.",
            "cue": "The words that give it away.",
            "cue_start": "First code point of these words.",
            "cue_end": "Code point after their last.",
            "content_start": "First code point of what is said.",
            "content_end": "Code point after its last.",
            "target_start": "First code point of the mention that was asked about.",
            "target_end": "Code point after its last.",
        },
    ),
    "stance_via": (
        "Through whom a stance is reported, from the outermost in.",
        {
            "stance": "The stance.",
            "position": "Place in the chain, from 0 on.",
            "canonical": "The reporter.",
            "start_char": "First code point of the mention.",
            "end_char": "Code point after its last.",
        },
    ),
    "stance_addressees": (
        "Who is urged, one by one.",
        {
            "stance": "The stance.",
            "position": "Place in the list, from 0 on.",
            "addressee": "Who is urged.",
        },
    ),
    "terms": (
        "Every use of a contested word.",
        _SPAN
        | {
            "label": "Family of the word in the codebook.",
            "holder": "Whose word it is; `author` for the writer's own.",
            "use": "own, attributed, rejected or mentioned.",
        },
    ),
    "topics": (
        "What is argued about: the codebook's statements.",
        {
            "key": "Short name; `stances.target` refers to it.",
            "statement": "What supporters hold true.",
            "note": "What else falls under it.",
        },
    ),
    "quantities": (
        "Which figures the codebook says are of one quantity; all else is proposed.",
        {
            "key": "Short name.",
            "position": "Its place in the codebook, from 0 on; a figure belongs to the first.",
            "title": "What readers call it.",
            "counted": "Words of what its figures count: JSON; any of them will do.",
            "patterns": "Patterns of which one must be in a figure's sentence: JSON.",
            "unless": "Patterns of which none may be there: JSON.",
            "figures": "Ids of findings that belong to it whatever their words: JSON.",
            "apart": "Ids of findings that do not belong to it whatever their words: JSON.",
        },
    ),
    "names": (
        "The codebook's names.",
        {
            "canonical": "The one name.",
            "label": "What it is, as in `entities.label`.",
            "stands_for": "Country that it means when it means a government.",
            "demonym": "What its people are called.",
            "wikidata": "Its item in Wikidata.",
        },
    ),
    "name_aliases": (
        "Other names of the codebook's names.",
        {"canonical": "The one name.", "alias": "Another."},
    ),
    "runs": (
        "The builds of this database. They alone differ between two builds of the same corpus.",
        {
            "id": "Number of the build, from 1 on.",
            "tool": "Version of annotate.",
            "codebook": "SHA-256 of the codebook.",
            "rules": "SHA-256 of the code and word lists that make findings.",
            "model": "The language pipeline and its version.",
            "started": "When it began, UTC.",
            "ended": "When it ended, UTC; empty if it was cut short or is still at work.",
            "read": "Articles read anew.",
            "kept": "Articles that had not changed.",
            "failed": "Articles that could not be read.",
        },
    ),
    "failures": (
        "Articles that the last build could not read; what was read of them before is kept.",
        {"path": "File, below the workspace.", "message": "Why, and what would do."},
    ),
    "segments_fts": (
        "Index of the words of all segments.",
        {"text": "English words by their stems.", "bigrams": "Pairs of signs."},
    ),
}
