-- The database that `annotate build` makes, as SQL.
-- Made from the code by `just docs`; change annotate/store/ instead.
-- Offsets are Unicode code points into the document's text, half open.

PRAGMA application_id = 1097756271;
PRAGMA user_version = 13;


-- The articles, as last read.
CREATE TABLE documents (
    -- The article's name: its path below the corpus without its ending.
    id TEXT PRIMARY KEY,
    -- Number of the version that was read last; the text stands in `versions`.
    version INTEGER NOT NULL,
    -- Title of the work.
    title TEXT,
    -- Day of publication or a part of it, ISO 8601.
    published TEXT,
    -- Year of publication.
    year INTEGER,
    -- Who published it.
    publisher TEXT,
    -- Newspaper, journal or site that it appeared in.
    container_title TEXT,
    -- Address that it was published at.
    url TEXT,
    -- Licence or terms that it may be used under.
    license TEXT,
    -- Language, BCP 47.
    language TEXT,
    -- Kind of work, a CSL item type.
    type TEXT,
    -- Day on which the page was fetched, ISO 8601.
    accessed TEXT,
    -- What was read: text, markdown, html, pdf, docx, odt or epub.
    form TEXT NOT NULL,
    -- File that was read, below the workspace.
    path TEXT,
    -- Words of the body; each sign of Chinese, Japanese or Korean counts as one.
    words INTEGER NOT NULL,
    -- 1 if findings were looked for, 0 if the article was only read.
    tagged INTEGER NOT NULL,
    -- SHA-256 of the text in UTF-8.
    text_sha256 TEXT NOT NULL,
    -- Which page of the file, by its address, where the file is a web archive.
    part TEXT,
    -- Language that the layers do not know, if that kept them from it.
    untagged TEXT);
CREATE INDEX documents_by_year ON documents (year);
CREATE INDEX documents_by_publisher_year ON documents (publisher, year);
CREATE INDEX documents_by_language ON documents (language);
CREATE INDEX documents_by_license ON documents (license);
CREATE INDEX documents_by_type ON documents (type);
CREATE INDEX documents_by_published ON documents (published);
CREATE INDEX documents_by_container_title ON documents (container_title);

-- Every text that an article has had; citations of an older one still resolve.
CREATE TABLE versions (
    -- The document.
    document TEXT NOT NULL REFERENCES documents(id) ON DELETE CASCADE,
    -- 1 for the first, one more whenever the file or the text read changes.
    version INTEGER NOT NULL,
    -- SHA-256 of the file as received.
    sha256 TEXT NOT NULL,
    -- SHA-256 of the text in UTF-8.
    text_sha256 TEXT NOT NULL,
    -- Encoding that the file was read in, where known.
    encoding TEXT,
    -- The file as received.
    bytes BLOB NOT NULL,
    -- The text that all offsets refer to.
    text TEXT NOT NULL,
    -- Stretches of markup or soft line breaks: JSON, pairs of code points.
    marks TEXT NOT NULL,
    -- Mentions towards which an attitude was asked: JSON, id, start and end.
    targets TEXT NOT NULL,
    -- Printed pages: JSON, first code point, code point after the last, label.
    pages TEXT NOT NULL DEFAULT '[]',
    PRIMARY KEY (document, version)
);

-- What each document was made from, so that a build reads only what has changed.
CREATE TABLE inputs (
    -- The document.
    document TEXT PRIMARY KEY REFERENCES documents(id) ON DELETE CASCADE,
    -- SHA-256 over file, sidecar, codebook, rules and language pipeline.
    fingerprint TEXT NOT NULL,
    -- SHA-256 over what people decided about it; empty if nothing.
    overlay TEXT NOT NULL DEFAULT '');

-- Who wrote each work.
CREATE TABLE authors (
    -- The document.
    document TEXT NOT NULL REFERENCES documents(id) ON DELETE CASCADE,
    -- Order in the byline, from 0 on.
    position INTEGER NOT NULL,
    -- Name as the work or its sidecar gives it.
    name TEXT NOT NULL,
    PRIMARY KEY (document, position)
);
CREATE INDEX authors_by_name_document ON authors (name, document);

-- What is known of each work, and where from.
CREATE TABLE metadata (
    -- The document.
    document TEXT NOT NULL REFERENCES documents(id) ON DELETE CASCADE,
    -- Name of the value; authors are joined by semicolons.
    key TEXT NOT NULL,
    -- The value.
    value TEXT,
    -- What it was read from, such as `sidecar` or `byline`.
    origin TEXT,
    PRIMARY KEY (document, key)
);
CREATE INDEX metadata_by_key_origin ON metadata (key, origin);

-- Each article in pieces of one kind: title, paragraphs, comments, boilerplate and so on.
CREATE TABLE segments (
    -- The document's id, `#s` and the segment's number.
    id TEXT PRIMARY KEY,
    -- The document.
    document TEXT NOT NULL REFERENCES documents(id) ON DELETE CASCADE,
    -- Number in the document, from 0 on.
    n INTEGER NOT NULL,
    -- What it is.
    kind TEXT NOT NULL,
    -- 1 if it is the work itself (heading, paragraph, list item, block quote).
    body INTEGER NOT NULL,
    -- First code point in the document's text.
    start_char INTEGER NOT NULL,
    -- Code point after the last.
    end_char INTEGER NOT NULL,
    -- Where something else cuts it in two, its own stretches: JSON, pairs.
    parts TEXT NOT NULL,
    -- Number `n` of the heading above.
    heading INTEGER,
    -- Paragraph number as a reader counts: the body without its headings.
    number INTEGER,
    -- Who wrote it, of a reader's comment.
    author TEXT,
    -- When, of a reader's comment.
    date TEXT,
    -- Element of the page that it stands in.
    xpath TEXT,
    -- Level of a heading, depth of a list item.
    level INTEGER NOT NULL,
    -- Depth of a reply in a thread of comments.
    depth INTEGER NOT NULL,
    -- Its own words; stretches are joined by a line break.
    text TEXT NOT NULL,
    -- Chinese, Japanese and Korean words as pairs of signs, for the search.
    bigrams TEXT NOT NULL,
    -- First code point in the page as received, of a web page's segment.
    source_start INTEGER,
    -- Code point after the last, in the page as received.
    source_end INTEGER,
    -- Printed page or pages that it stands on, as `12` or `12-13`.
    page TEXT,
    UNIQUE (document, n)
);
CREATE INDEX segments_by_kind_body ON segments (kind, body);
CREATE INDEX segments_by_document_number ON segments (document, number);
CREATE INDEX segments_by_document_start_char ON segments (document, start_char);
CREATE INDEX segments_by_author ON segments (author);

-- The sentences of all segments but boilerplate.
CREATE TABLE sentences (
    -- The finding's id: the same finding has the same id in every build.
    id TEXT PRIMARY KEY,
    -- The document that it stands in.
    document TEXT NOT NULL REFERENCES documents(id) ON DELETE CASCADE,
    -- Its place among the document's findings of all layers, from 0 on.
    position INTEGER NOT NULL,
    -- The segment that it begins in.
    segment TEXT REFERENCES segments(id),
    -- First code point in the document's text.
    start_char INTEGER NOT NULL,
    -- Code point after the last.
    end_char INTEGER NOT NULL,
    -- What stands there.
    text TEXT NOT NULL,
    -- What found it: a rule, the codebook, a gazetteer, a model, or a person.
    "by" TEXT NOT NULL,
    -- How sure that was, 0 to 1, where it says so.
    score REAL
);
CREATE INDEX sentences_by_document_start_char ON sentences (document, start_char);
CREATE INDEX sentences_by_segment ON sentences (segment);

-- Names of persons, groups, organisations, places, events, laws and works.
CREATE TABLE entities (
    -- The finding's id: the same finding has the same id in every build.
    id TEXT PRIMARY KEY,
    -- The document that it stands in.
    document TEXT NOT NULL REFERENCES documents(id) ON DELETE CASCADE,
    -- Its place among the document's findings of all layers, from 0 on.
    position INTEGER NOT NULL,
    -- The segment that it begins in.
    segment TEXT REFERENCES segments(id),
    -- The sentence that it begins in, where sentences were found.
    sentence TEXT REFERENCES sentences(id),
    -- First code point in the document's text.
    start_char INTEGER NOT NULL,
    -- Code point after the last.
    end_char INTEGER NOT NULL,
    -- What stands there.
    text TEXT NOT NULL,
    -- PERSON, NORP, ORG, GPE, LOC, FAC, EVENT, LAW or WORK.
    label TEXT NOT NULL,
    -- The one name for this thing across the corpus.
    canonical TEXT NOT NULL,
    -- Country that a capital or a government means here.
    stands_for TEXT,
    -- What found it: a rule, the codebook, a gazetteer, a model, or a person.
    "by" TEXT NOT NULL,
    -- How sure that was, 0 to 1, where it says so.
    score REAL,
    -- Year of publication of the document, repeated here for facets.
    year INTEGER,
    -- Publisher of the document, repeated here for facets.
    publisher TEXT,
    -- Kind of the segment, repeated here for facets.
    kind TEXT,
    -- How a person decided: accepted, corrected, added, or kept where the machine no longer finds it; empty where nobody has.
    decided TEXT,
    -- Who did, the last of several.
    decided_by TEXT,
    -- 1 if several decided and differ.
    disputed INTEGER NOT NULL DEFAULT 0);
CREATE INDEX entities_by_document_start_char ON entities (document, start_char);
CREATE INDEX entities_by_segment ON entities (segment);
CREATE INDEX entities_by_sentence ON entities (sentence);
CREATE INDEX entities_by_year_label ON entities (year, label);
CREATE INDEX entities_by_publisher_label ON entities (publisher, label);
CREATE INDEX entities_by_kind_label ON entities (kind, label);
CREATE INDEX entities_by_label_canonical ON entities (label, canonical);
CREATE INDEX entities_by_canonical_document ON entities (canonical, document);
CREATE INDEX entities_by_stands_for_canonical ON entities (stands_for, canonical);
CREATE INDEX entities_by_by ON entities ("by", label);

-- Every quantity, amount, proportion, rank and time; empty is `not stated`, never 0.
CREATE TABLE numbers (
    -- The finding's id: the same finding has the same id in every build.
    id TEXT PRIMARY KEY,
    -- The document that it stands in.
    document TEXT NOT NULL REFERENCES documents(id) ON DELETE CASCADE,
    -- Its place among the document's findings of all layers, from 0 on.
    position INTEGER NOT NULL,
    -- The segment that it begins in.
    segment TEXT REFERENCES segments(id),
    -- The sentence that it begins in, where sentences were found.
    sentence TEXT REFERENCES sentences(id),
    -- First code point in the document's text.
    start_char INTEGER NOT NULL,
    -- Code point after the last.
    end_char INTEGER NOT NULL,
    -- What stands there.
    text TEXT NOT NULL,
    -- count, money, percent, fraction, multiple, measure, duration, age, ordinal or date.
    label TEXT NOT NULL,
    -- Point value.
    value REAL,
    -- Lower bound, inclusive.
    low REAL,
    -- Upper bound, inclusive.
    high REAL,
    -- Of a date: the day or a part of one, ISO 8601; XXXX for an unknown year.
    date TEXT,
    -- Of a date: first day or part of the interval.
    date_from TEXT,
    -- Of a date: last day or part of the interval.
    date_to TEXT,
    -- 1 if the text says about, some, around.
    approx INTEGER NOT NULL,
    -- ISO 4217 for money, a unit of time or measure.
    unit TEXT,
    -- What is counted, or of what it is a part.
    counted TEXT,
    -- Date to which the sentence ties the figure.
    as_of TEXT,
    -- Who gives the figure, when the sentence says so.
    said_by TEXT,
    -- What found it: a rule, the codebook, a gazetteer, a model, or a person.
    "by" TEXT NOT NULL,
    -- How sure that was, 0 to 1, where it says so.
    score REAL,
    -- Year of publication of the document, repeated here for facets.
    year INTEGER,
    -- Publisher of the document, repeated here for facets.
    publisher TEXT,
    -- Kind of the segment, repeated here for facets.
    kind TEXT,
    -- First code point of the words that `counted` was read from.
    counted_start INTEGER,
    -- Code point after them.
    counted_end INTEGER,
    -- First code point of the words that `as_of` was read from.
    as_of_start INTEGER,
    -- Code point after them.
    as_of_end INTEGER,
    -- First code point of the words that `said_by` was read from.
    said_by_start INTEGER,
    -- Code point after them.
    said_by_end INTEGER,
    -- Of a figure said again: first code point of where it is said first.
    first_start INTEGER,
    -- Code point after that.
    first_end INTEGER,
    -- How a person decided: accepted, corrected, added, or kept where the machine no longer finds it; empty where nobody has.
    decided TEXT,
    -- Who did, the last of several.
    decided_by TEXT,
    -- 1 if several decided and differ.
    disputed INTEGER NOT NULL DEFAULT 0);
CREATE INDEX numbers_by_document_start_char ON numbers (document, start_char);
CREATE INDEX numbers_by_segment ON numbers (segment);
CREATE INDEX numbers_by_sentence ON numbers (sentence);
CREATE INDEX numbers_by_year_label ON numbers (year, label);
CREATE INDEX numbers_by_publisher_label ON numbers (publisher, label);
CREATE INDEX numbers_by_kind_label ON numbers (kind, label);
CREATE INDEX numbers_by_label_counted ON numbers (label, counted);
CREATE INDEX numbers_by_counted_value ON numbers (counted, value);
CREATE INDEX numbers_by_unit_value ON numbers (unit, value);
CREATE INDEX numbers_by_said_by_label ON numbers (said_by, label);
CREATE INDEX numbers_by_by ON numbers ("by", label);
CREATE INDEX numbers_by_as_of ON numbers (as_of);
CREATE INDEX numbers_by_value ON numbers (value);
CREATE INDEX numbers_by_low ON numbers (low);
CREATE INDEX numbers_by_high ON numbers (high);
CREATE INDEX numbers_by_date ON numbers (date);
CREATE INDEX numbers_by_date_from_date_to ON numbers (date_from, date_to);

-- Reported speech and thought.
CREATE TABLE quotes (
    -- The finding's id: the same finding has the same id in every build.
    id TEXT PRIMARY KEY,
    -- The document that it stands in.
    document TEXT NOT NULL REFERENCES documents(id) ON DELETE CASCADE,
    -- Its place among the document's findings of all layers, from 0 on.
    position INTEGER NOT NULL,
    -- The segment that it begins in.
    segment TEXT REFERENCES segments(id),
    -- The sentence that it begins in, where sentences were found.
    sentence TEXT REFERENCES sentences(id),
    -- First code point in the document's text.
    start_char INTEGER NOT NULL,
    -- Code point after the last.
    end_char INTEGER NOT NULL,
    -- What stands there.
    text TEXT NOT NULL,
    -- direct, indirect or mixed.
    label TEXT NOT NULL,
    -- Who said it; empty if the text does not say.
    source TEXT,
    -- First code point of the source's mention.
    source_start INTEGER,
    -- Code point after its last.
    source_end INTEGER,
    -- The reporting word.
    cue TEXT,
    -- First code point of the reporting word.
    cue_start INTEGER,
    -- Code point after its last.
    cue_end INTEGER,
    -- Where its attribution stands in its midst, its own stretches: JSON, pairs.
    parts TEXT NOT NULL,
    -- 0 for speech that the article reports, 1 for speech reported within it.
    depth INTEGER NOT NULL,
    -- The reporter's own attitude: endorses or rejects.
    distance TEXT,
    -- What found it: a rule, the codebook, a gazetteer, a model, or a person.
    "by" TEXT NOT NULL,
    -- How sure that was, 0 to 1, where it says so.
    score REAL,
    -- Year of publication of the document, repeated here for facets.
    year INTEGER,
    -- Publisher of the document, repeated here for facets.
    publisher TEXT,
    -- Kind of the segment, repeated here for facets.
    kind TEXT,
    -- How a person decided: accepted, corrected, added, or kept where the machine no longer finds it; empty where nobody has.
    decided TEXT,
    -- Who did, the last of several.
    decided_by TEXT,
    -- 1 if several decided and differ.
    disputed INTEGER NOT NULL DEFAULT 0);
CREATE INDEX quotes_by_document_start_char ON quotes (document, start_char);
CREATE INDEX quotes_by_segment ON quotes (segment);
CREATE INDEX quotes_by_sentence ON quotes (sentence);
CREATE INDEX quotes_by_year_label ON quotes (year, label);
CREATE INDEX quotes_by_publisher_label ON quotes (publisher, label);
CREATE INDEX quotes_by_kind_label ON quotes (kind, label);
CREATE INDEX quotes_by_label_source ON quotes (label, source);
CREATE INDEX quotes_by_source_label ON quotes (source, label);
CREATE INDEX quotes_by_cue_label ON quotes (cue, label);
CREATE INDEX quotes_by_distance ON quotes (distance);
CREATE INDEX quotes_by_depth ON quotes (depth);
CREATE INDEX quotes_by_by ON quotes ("by", label);

-- One holder's attitude to one target in one sentence.
CREATE TABLE stances (
    -- The finding's id: the same finding has the same id in every build.
    id TEXT PRIMARY KEY,
    -- The document that it stands in.
    document TEXT NOT NULL REFERENCES documents(id) ON DELETE CASCADE,
    -- Its place among the document's findings of all layers, from 0 on.
    position INTEGER NOT NULL,
    -- The segment that it begins in.
    segment TEXT REFERENCES segments(id),
    -- The sentence that it begins in, where sentences were found.
    sentence TEXT REFERENCES sentences(id),
    -- First code point in the document's text.
    start_char INTEGER NOT NULL,
    -- Code point after the last.
    end_char INTEGER NOT NULL,
    -- What stands there.
    text TEXT NOT NULL,
    -- supports, opposes, ambivalent or neutral.
    label TEXT NOT NULL,
    -- Whose attitude; `author` for the writer's own.
    holder TEXT NOT NULL,
    -- First code point of the holder's mention.
    holder_start INTEGER,
    -- Code point after its last.
    holder_end INTEGER,
    -- A topic of the codebook, or a name.
    target TEXT NOT NULL,
    -- asserts, denies, urges, criticises, praises, concedes, fears, predicts or questions.
    act TEXT NOT NULL,
    -- direct, indirect, author or action.
    mode TEXT NOT NULL,
    -- plain, hedged, conditional or interrogative.
    hedge TEXT NOT NULL,
    -- Who is urged; several are joined by semicolons.
    addressee TEXT,
    -- The words that give it away.
    cue TEXT,
    -- First code point of these words.
    cue_start INTEGER,
    -- Code point after their last.
    cue_end INTEGER,
    -- First code point of what is said.
    content_start INTEGER,
    -- Code point after its last.
    content_end INTEGER,
    -- First code point of the mention that was asked about.
    target_start INTEGER,
    -- Code point after its last.
    target_end INTEGER,
    -- What found it: a rule, the codebook, a gazetteer, a model, or a person.
    "by" TEXT NOT NULL,
    -- How sure that was, 0 to 1, where it says so.
    score REAL,
    -- Year of publication of the document, repeated here for facets.
    year INTEGER,
    -- Publisher of the document, repeated here for facets.
    publisher TEXT,
    -- Kind of the segment, repeated here for facets.
    kind TEXT,
    -- How a person decided: accepted, corrected, added, or kept where the machine no longer finds it; empty where nobody has.
    decided TEXT,
    -- Who did, the last of several.
    decided_by TEXT,
    -- 1 if several decided and differ.
    disputed INTEGER NOT NULL DEFAULT 0);
CREATE INDEX stances_by_document_start_char ON stances (document, start_char);
CREATE INDEX stances_by_segment ON stances (segment);
CREATE INDEX stances_by_sentence ON stances (sentence);
CREATE INDEX stances_by_year_label ON stances (year, label);
CREATE INDEX stances_by_publisher_label ON stances (publisher, label);
CREATE INDEX stances_by_kind_label ON stances (kind, label);
CREATE INDEX stances_by_label_target ON stances (label, target);
CREATE INDEX stances_by_holder_target_label ON stances (holder, target, label);
CREATE INDEX stances_by_target_label_holder ON stances (target, label, holder);
CREATE INDEX stances_by_by ON stances ("by", label);
CREATE INDEX stances_by_act_label ON stances (act, label);
CREATE INDEX stances_by_mode_label ON stances (mode, label);
CREATE INDEX stances_by_hedge_label ON stances (hedge, label);
CREATE INDEX stances_by_addressee_label ON stances (addressee, label);

-- Through whom a stance is reported, from the outermost in.
CREATE TABLE stance_via (
    -- The stance.
    stance TEXT NOT NULL REFERENCES stances(id) ON DELETE CASCADE,
    -- Place in the chain, from 0 on.
    position INTEGER NOT NULL,
    -- The reporter.
    canonical TEXT NOT NULL,
    -- First code point of the mention.
    start_char INTEGER,
    -- Code point after its last.
    end_char INTEGER,
    PRIMARY KEY (stance, position)
);
CREATE INDEX stance_via_by_canonical ON stance_via (canonical);

-- Who is urged, one by one.
CREATE TABLE stance_addressees (
    -- The stance.
    stance TEXT NOT NULL REFERENCES stances(id) ON DELETE CASCADE,
    -- Place in the list, from 0 on.
    position INTEGER NOT NULL,
    -- Who is urged.
    addressee TEXT NOT NULL,
    PRIMARY KEY (stance, position)
);
CREATE INDEX stance_addressees_by_addressee ON stance_addressees (addressee);

-- Every use of a contested word.
CREATE TABLE terms (
    -- The finding's id: the same finding has the same id in every build.
    id TEXT PRIMARY KEY,
    -- The document that it stands in.
    document TEXT NOT NULL REFERENCES documents(id) ON DELETE CASCADE,
    -- Its place among the document's findings of all layers, from 0 on.
    position INTEGER NOT NULL,
    -- The segment that it begins in.
    segment TEXT REFERENCES segments(id),
    -- The sentence that it begins in, where sentences were found.
    sentence TEXT REFERENCES sentences(id),
    -- First code point in the document's text.
    start_char INTEGER NOT NULL,
    -- Code point after the last.
    end_char INTEGER NOT NULL,
    -- What stands there.
    text TEXT NOT NULL,
    -- Family of the word in the codebook.
    label TEXT NOT NULL,
    -- Whose word it is; `author` for the writer's own.
    holder TEXT NOT NULL,
    -- own, attributed, rejected or mentioned.
    use TEXT NOT NULL,
    -- What found it: a rule, the codebook, a gazetteer, a model, or a person.
    "by" TEXT NOT NULL,
    -- How sure that was, 0 to 1, where it says so.
    score REAL,
    -- Year of publication of the document, repeated here for facets.
    year INTEGER,
    -- Publisher of the document, repeated here for facets.
    publisher TEXT,
    -- Kind of the segment, repeated here for facets.
    kind TEXT,
    -- How a person decided: accepted, corrected, added, or kept where the machine no longer finds it; empty where nobody has.
    decided TEXT,
    -- Who did, the last of several.
    decided_by TEXT,
    -- 1 if several decided and differ.
    disputed INTEGER NOT NULL DEFAULT 0);
CREATE INDEX terms_by_document_start_char ON terms (document, start_char);
CREATE INDEX terms_by_segment ON terms (segment);
CREATE INDEX terms_by_sentence ON terms (sentence);
CREATE INDEX terms_by_year_label ON terms (year, label);
CREATE INDEX terms_by_publisher_label ON terms (publisher, label);
CREATE INDEX terms_by_kind_label ON terms (kind, label);
CREATE INDEX terms_by_label_use ON terms (label, use);
CREATE INDEX terms_by_holder_label ON terms (holder, label);
CREATE INDEX terms_by_use_label ON terms (use, label);
CREATE INDEX terms_by_by ON terms ("by", label);

-- What is argued about: the codebook's statements.
CREATE TABLE topics (
    -- Short name; `stances.target` refers to it.
    key TEXT PRIMARY KEY,
    -- What supporters hold true.
    statement TEXT NOT NULL,
    -- What else falls under it.
    note TEXT
);

-- The codebook's names.
CREATE TABLE names (
    -- The one name.
    canonical TEXT PRIMARY KEY,
    -- What it is, as in `entities.label`.
    label TEXT NOT NULL,
    -- Country that it means when it means a government.
    stands_for TEXT,
    -- What its people are called.
    demonym TEXT,
    -- Its item in Wikidata.
    wikidata TEXT
);
CREATE INDEX names_by_label ON names (label);
CREATE INDEX names_by_stands_for ON names (stands_for);

-- Other names of the codebook's names.
CREATE TABLE name_aliases (
    -- The one name.
    canonical TEXT NOT NULL REFERENCES names(canonical) ON DELETE CASCADE,
    -- Another.
    alias TEXT NOT NULL,
    PRIMARY KEY (canonical, alias)
);
CREATE INDEX name_aliases_by_alias ON name_aliases (alias);

-- The builds of this database. They alone differ between two builds of the same corpus.
CREATE TABLE runs (
    -- Number of the build, from 1 on.
    id INTEGER PRIMARY KEY,
    -- Version of annotate.
    tool TEXT NOT NULL,
    -- SHA-256 of the codebook.
    codebook TEXT NOT NULL,
    -- SHA-256 of the code and word lists that make findings.
    rules TEXT NOT NULL,
    -- The language pipeline and its version.
    model TEXT NOT NULL,
    -- When it began, UTC.
    started TEXT NOT NULL,
    -- When it ended, UTC; empty if it was cut short or is still at work.
    ended TEXT,
    -- Articles read anew.
    read INTEGER NOT NULL,
    -- Articles that had not changed.
    kept INTEGER NOT NULL,
    -- Articles that could not be read.
    failed INTEGER NOT NULL
);

-- Articles that the last build could not read; what was read of them before is kept.
CREATE TABLE failures (
    -- File, below the workspace.
    path TEXT PRIMARY KEY,
    -- Why, and what would do.
    message TEXT NOT NULL
);

-- Index of the words of all segments.
-- text: English words by their stems.
-- bigrams: Pairs of signs.
CREATE VIRTUAL TABLE segments_fts USING fts5(
    text,
    bigrams,
    content="segments",
    tokenize="porter unicode61 remove_diacritics 2"
);
CREATE TRIGGER segments_indexed AFTER INSERT ON segments BEGIN
    INSERT INTO segments_fts (rowid, text, bigrams) VALUES (new.rowid, new.text, new.bigrams);
END;
CREATE TRIGGER segments_unindexed AFTER DELETE ON segments BEGIN
    INSERT INTO segments_fts (segments_fts, rowid, text, bigrams)
    VALUES ('delete', old.rowid, old.text, old.bigrams);
END;
CREATE TRIGGER segments_reindexed AFTER UPDATE ON segments BEGIN
    INSERT INTO segments_fts (segments_fts, rowid, text, bigrams)
    VALUES ('delete', old.rowid, old.text, old.bigrams);
    INSERT INTO segments_fts (rowid, text, bigrams) VALUES (new.rowid, new.text, new.bigrams);
END;

-- Every value that something states of a work, those that are taken among them.
CREATE TABLE claims (
    -- The document.
    document TEXT NOT NULL REFERENCES documents(id) ON DELETE CASCADE,
    -- Its place among the document's claims, from 0 on; those taken come first.
    position INTEGER NOT NULL,
    -- Name of the value, as in `metadata`, or `modified` (the day of a revision), `volume`, `issue`, `page` or `doi` (for citations).
    key TEXT NOT NULL,
    -- The value; authors are joined by semicolons.
    value TEXT NOT NULL,
    -- All that states it, by semicolons, the most trusted first.
    origins TEXT NOT NULL,
    -- 1 if it contradicts the value that is taken.
    conflicts INTEGER NOT NULL,
    PRIMARY KEY (document, position)
);
CREATE INDEX claims_by_conflicts_key ON claims (conflicts, key);
CREATE INDEX claims_by_key_document ON claims (key, document);

-- Which figures the codebook says are of one quantity; all else is proposed.
CREATE TABLE quantities (
    -- Short name.
    key TEXT PRIMARY KEY,
    -- Its place in the codebook, from 0 on; a figure belongs to the first.
    position INTEGER NOT NULL,
    -- What readers call it.
    title TEXT NOT NULL,
    -- Words of what its figures count: JSON; any of them will do.
    counted TEXT NOT NULL,
    -- Patterns of which one must be in a figure's sentence: JSON.
    patterns TEXT NOT NULL,
    -- Patterns of which none may be there: JSON.
    unless TEXT NOT NULL,
    -- Ids of findings that belong to it whatever their words: JSON.
    figures TEXT NOT NULL,
    -- Ids of findings that do not belong to it whatever their words: JSON.
    apart TEXT NOT NULL
);

-- A row if statements and what is counted of them are up to date.
CREATE TABLE settled (statements INTEGER NOT NULL);

-- Whose own voice an article has: its authors, else who published it.
CREATE TABLE writers (
    -- The document.
    document TEXT NOT NULL,
    -- Place in the list, from 0 on.
    position INTEGER NOT NULL,
    -- The writer.
    name TEXT NOT NULL,
    PRIMARY KEY (document, position)
);
CREATE INDEX writers_by_name_document ON writers (name, document);

-- Who says what: a row for each speaker of a quotation, stance, contested word or figure.
CREATE TABLE statements (
    -- Number in order of date and text.
    id INTEGER PRIMARY KEY,
    -- The finding's id.
    span TEXT NOT NULL,
    -- quote, stance, term or number.
    layer TEXT NOT NULL,
    -- Whose words they are, writers by their names; empty if not stated.
    speaker TEXT,
    -- 1 if the speaker has a name, 0 for a description, a people or nobody.
    named INTEGER NOT NULL,
    -- author (the writer's own), first-hand, second-hand (reported in turn) or comment.
    voice TEXT NOT NULL,
    -- Whose reported words report them, where second-hand and stated.
    reporter TEXT,
    -- Target of a stance, family of a word, what a figure counts.
    topic TEXT,
    -- Label of a quotation, stance or figure; use of a word.
    label TEXT NOT NULL,
    -- What a stance does: asserts, urges and so on.
    act TEXT,
    -- The contested word in small letters.
    word TEXT,
    -- The document that it stands in.
    document TEXT NOT NULL,
    -- The sentence, or the segment where sentences were not found.
    place TEXT,
    -- Kind of the segment.
    kind TEXT,
    -- Day of publication of the document.
    published TEXT,
    -- Year of publication.
    year INTEGER,
    -- Outlet: where the document appeared, else its publisher.
    publisher TEXT,
    -- The statement whose words it repeats; its own id if it repeats none.
    echo INTEGER NOT NULL,
    -- 1 if it repeats none, so that a sum counts what differs.
    first INTEGER NOT NULL,
    -- How many articles have the same words.
    articles INTEGER NOT NULL
);
CREATE INDEX statements_by_speaker_layer_topic_label ON statements (speaker, layer, topic, label);
CREATE INDEX statements_by_layer_topic_label_first ON statements (layer, topic, label, first);
CREATE INDEX statements_by_speaker_first ON statements (speaker, first);
CREATE INDEX statements_by_layer_publisher_topic_label_echo ON statements (layer, publisher, topic, label, echo);
CREATE INDEX statements_by_act_topic ON statements (act, topic);
CREATE INDEX statements_by_layer_first ON statements (layer, first);
CREATE INDEX statements_by_echo ON statements (echo);
CREATE INDEX statements_by_span ON statements (span);
CREATE INDEX statements_by_document ON statements (document);
CREATE INDEX statements_by_reporter_speaker ON statements (reporter, speaker);

-- Everybody who says something, with counts of what does not repeat.
CREATE TABLE speakers (
    -- The one name or the description; empty for what nobody is said to say.
    name TEXT,
    -- 1 if it is a name.
    named INTEGER NOT NULL,
    -- How many in all.
    statements INTEGER NOT NULL,
    -- How many that do not repeat the words of another.
    different INTEGER NOT NULL,
    -- How many articles hold one.
    articles INTEGER NOT NULL,
    -- Quotations.
    quotes INTEGER NOT NULL,
    -- Stances.
    stances INTEGER NOT NULL,
    -- Uses of contested words.
    terms INTEGER NOT NULL,
    -- Figures.
    figures INTEGER NOT NULL,
    -- In articles of their own.
    own INTEGER NOT NULL,
    -- Reported by an article.
    first_hand INTEGER NOT NULL,
    -- Reported by somebody who is reported.
    second_hand INTEGER NOT NULL,
    -- In readers' comments.
    comments INTEGER NOT NULL,
    -- Stances in articles of their own.
    own_stances INTEGER NOT NULL,
    -- Stances reported, first- or second-hand.
    reported_stances INTEGER NOT NULL,
    -- Stances in readers' comments.
    comment_stances INTEGER NOT NULL,
    -- Date of the first article.
    first_day TEXT,
    -- Date of the last.
    last_day TEXT
);
CREATE INDEX speakers_by_name ON speakers (name);
CREATE INDEX speakers_by_different_DESC_name ON speakers (different DESC, name);
CREATE INDEX speakers_by_named_different_DESC_name ON speakers (named, different DESC, name);
CREATE INDEX speakers_by_own_stances_DESC_name ON speakers (own_stances DESC, name);
CREATE INDEX speakers_by_reported_stances_DESC_name ON speakers (reported_stances DESC, name);
CREATE INDEX speakers_by_comment_stances_DESC_name ON speakers (comment_stances DESC, name);
CREATE INDEX speakers_by_terms_DESC_name ON speakers (terms DESC, name);

-- How often who holds which stance on what, by voice.
CREATE TABLE positions (
    -- Who holds it.
    speaker TEXT,
    -- On what: a topic of the codebook, or a name.
    topic TEXT NOT NULL,
    -- author (the writer's own), first-hand, second-hand (reported in turn) or comment.
    voice TEXT NOT NULL,
    -- supports, opposes, ambivalent or neutral.
    label TEXT NOT NULL,
    -- How many in all.
    statements INTEGER NOT NULL,
    -- How many that do not repeat the words of another.
    different INTEGER NOT NULL,
    -- How many articles hold one.
    articles INTEGER NOT NULL
);
CREATE INDEX positions_by_speaker_voice ON positions (speaker, voice);
CREATE INDEX positions_by_topic_voice_label_different_statements ON positions (topic, voice, label, different, statements);

-- Who quotes whom.
CREATE TABLE quoting (
    -- Who quotes.
    reporter TEXT NOT NULL,
    -- Who is quoted.
    speaker TEXT NOT NULL,
    -- first-hand or second-hand.
    voice TEXT NOT NULL,
    -- How many in all.
    statements INTEGER NOT NULL,
    -- How many that do not repeat the words of another.
    different INTEGER NOT NULL,
    -- How many articles hold one.
    articles INTEGER NOT NULL
);
CREATE INDEX quoting_by_different_DESC_reporter_speaker ON quoting (different DESC, reporter, speaker);
CREATE INDEX quoting_by_reporter ON quoting (reporter);
CREATE INDEX quoting_by_speaker ON quoting (speaker);

-- How often who uses which contested word how, by speaker and by outlet.
CREATE TABLE word_uses (
    -- speaker or outlet.
    side TEXT NOT NULL,
    -- The speaker or the publisher.
    who TEXT,
    -- Family of the word.
    family TEXT NOT NULL,
    -- own, attributed, rejected or mentioned.
    use TEXT NOT NULL,
    -- author (the writer's own), first-hand, second-hand (reported in turn) or comment.
    voice TEXT NOT NULL,
    -- The word in small letters.
    word TEXT NOT NULL,
    -- How many in all.
    statements INTEGER NOT NULL,
    -- How many that do not repeat the words of another.
    different INTEGER NOT NULL,
    -- How many articles hold one.
    articles INTEGER NOT NULL
);
CREATE INDEX word_uses_by_side_who_different ON word_uses (side, who, different);
CREATE INDEX word_uses_by_side_family_use_word_different ON word_uses (side, family, use, word, different);

-- How often what is urged on whom.
CREATE TABLE urgings (
    -- Who is urged; empty if not stated.
    addressee TEXT,
    -- On what.
    topic TEXT NOT NULL,
    -- What the stance does, mostly urges.
    act TEXT NOT NULL,
    -- supports, opposes, ambivalent or neutral.
    label TEXT NOT NULL,
    -- author (the writer's own), first-hand, second-hand (reported in turn) or comment.
    voice TEXT NOT NULL,
    -- How many in all.
    statements INTEGER NOT NULL,
    -- How many that do not repeat the words of another.
    different INTEGER NOT NULL,
    -- How many articles hold one.
    articles INTEGER NOT NULL
);
CREATE INDEX urgings_by_addressee_topic_different ON urgings (addressee, topic, different);

-- Findings of the machine that are not shown as it had them, and why.
CREATE TABLE overruled (
    -- The finding's id.
    id TEXT PRIMARY KEY,
    -- The document that it stands in.
    document TEXT NOT NULL REFERENCES documents(id) ON DELETE CASCADE,
    -- Its layer, such as `entity`.
    layer TEXT NOT NULL,
    -- Its label.
    label TEXT NOT NULL,
    -- First code point in the document's text.
    start_char INTEGER NOT NULL,
    -- Code point after the last.
    end_char INTEGER NOT NULL,
    -- What stands there.
    text TEXT NOT NULL,
    -- What found it.
    "by" TEXT NOT NULL,
    -- How sure that was, 0 to 1, where it says so.
    score REAL,
    -- rejected, corrected, accepted (as it then was), displaced by a person's finding, renamed, hidden, or proposed: too unsure to show until somebody accepts it.
    decided TEXT NOT NULL,
    -- Who decided; empty where nobody has.
    decided_by TEXT,
    -- 1 if several decided and differ.
    disputed INTEGER NOT NULL,
    -- All of it as the machine had it: JSON.
    record TEXT NOT NULL
);
CREATE INDEX overruled_by_document_start_char ON overruled (document, start_char);
CREATE INDEX overruled_by_decided_layer ON overruled (decided, layer);

-- What people said of findings: the files of `decisions/`, replayed.
CREATE TABLE decisions (
    -- The decision's id.
    id TEXT PRIMARY KEY,
    -- When, ISO 8601, UTC.
    at TEXT NOT NULL,
    -- Who.
    coder TEXT NOT NULL,
    -- accept, correct, reject, add or note.
    action TEXT NOT NULL,
    -- The article.
    document TEXT NOT NULL,
    -- The finding's id.
    span TEXT NOT NULL,
    -- Its layer.
    layer TEXT NOT NULL,
    -- Its label as the person would have it.
    label TEXT,
    -- Its words.
    quote TEXT NOT NULL,
    -- First code point in the document's text as it is now; empty if lost.
    start_char INTEGER,
    -- Code point after the last.
    end_char INTEGER,
    -- What had found it; empty for one that a person added.
    made_by TEXT,
    -- What a correction changed: JSON.
    changes TEXT,
    -- What the person noted.
    note TEXT,
    -- What decisions made in one go have in common.
    batch TEXT,
    -- in force, superseded by a later one, undone, moot (nothing left to reject), lost (the words are gone), or said, of a note.
    state TEXT NOT NULL
);
CREATE INDEX decisions_by_document_at ON decisions (document, at);
CREATE INDEX decisions_by_span ON decisions (span);
CREATE INDEX decisions_by_state_layer ON decisions (state, layer);
CREATE INDEX decisions_by_coder_at ON decisions (coder, at);
CREATE INDEX decisions_by_layer_label_action ON decisions (layer, label, action);
CREATE INDEX decisions_by_made_by_state_action ON decisions (made_by, state, action);
CREATE INDEX decisions_by_batch ON decisions (batch);

-- Lines of `decisions/` that could not be read and were left aside.
CREATE TABLE decision_faults (
    -- The file, the line, and what is wrong.
    message TEXT PRIMARY KEY
);

-- How the machine names things in each document, before people merged or renamed any.
CREATE TABLE naming (
    -- The document.
    document TEXT NOT NULL REFERENCES documents(id) ON DELETE CASCADE,
    -- The name.
    name TEXT NOT NULL,
    -- What it is, as in `entities.label`; empty where another finding uses it.
    label TEXT NOT NULL,
    -- How the text has it; empty where another finding uses it.
    form TEXT NOT NULL,
    -- How often.
    mentions INTEGER NOT NULL,
    PRIMARY KEY (document, name, label, form)
);
CREATE INDEX naming_by_name_document ON naming (name, document);
CREATE INDEX naming_by_label_name ON naming (label, name);

-- Names that are shown under another or not at all: by people, or by a safe rule.
CREATE TABLE renamings (
    -- The name as the machine has it.
    name TEXT NOT NULL,
    -- The kind of name that it holds for; empty for all.
    label TEXT NOT NULL,
    -- The article that it holds in; empty for all.
    document TEXT NOT NULL,
    -- The name that is shown; empty if it is hidden.
    canonical TEXT NOT NULL,
    -- `person:` and who decided, or `rule:` and what saw it.
    "by" TEXT NOT NULL,
    -- Why.
    evidence TEXT NOT NULL,
    PRIMARY KEY (name, label, document)
);
CREATE INDEX renamings_by_canonical ON renamings (canonical);

-- How many findings of what kind each article has; made with its rows.
CREATE TABLE article_counts (
    -- The document.
    document TEXT NOT NULL REFERENCES documents(id) ON DELETE CASCADE,
    -- Layer of the findings; segment for passages, paragraph for those with a number.
    layer TEXT NOT NULL,
    -- Their label; of passages, the kind.
    label TEXT NOT NULL,
    -- What found them; empty for passages.
    "by" TEXT NOT NULL,
    -- How many are shown.
    findings INTEGER NOT NULL,
    -- How many of them people have decided about.
    decided INTEGER NOT NULL,
    -- How many people took out besides.
    rejected INTEGER NOT NULL,
    -- About how many coders differ.
    disputed INTEGER NOT NULL,
    PRIMARY KEY (document, layer, label, "by")
) WITHOUT ROWID;

-- The same over all articles, kept by triggers.
CREATE TABLE corpus_counts (
    -- Layer of the findings; segment for passages, paragraph for those with a number.
    layer TEXT NOT NULL,
    -- Their label; of passages, the kind.
    label TEXT NOT NULL,
    -- What found them; empty for passages.
    "by" TEXT NOT NULL,
    -- How many are shown.
    findings INTEGER NOT NULL,
    -- How many of them people have decided about.
    decided INTEGER NOT NULL,
    -- How many people took out besides.
    rejected INTEGER NOT NULL,
    -- About how many coders differ.
    disputed INTEGER NOT NULL,
    PRIMARY KEY (layer, label, "by")
) WITHOUT ROWID;
CREATE TRIGGER article_counts_added AFTER INSERT ON article_counts BEGIN
    INSERT INTO corpus_counts VALUES (new.layer, new.label, new."by", new.findings, new.decided,
        new.rejected, new.disputed)
    ON CONFLICT DO UPDATE SET findings = findings + excluded.findings,
        decided = decided + excluded.decided, rejected = rejected + excluded.rejected,
        disputed = disputed + excluded.disputed;
END;
CREATE TRIGGER article_counts_taken AFTER DELETE ON article_counts BEGIN
    UPDATE corpus_counts SET findings = findings - old.findings, decided = decided - old.decided,
        rejected = rejected - old.rejected, disputed = disputed - old.disputed
    WHERE layer = old.layer AND label = old.label AND "by" = old."by";
    DELETE FROM corpus_counts
    WHERE layer = old.layer AND label = old.label AND "by" = old."by" AND findings = 0 AND rejected = 0 AND disputed = 0;
END;
CREATE INDEX entities_by_decided ON entities (decided, "by", score, id);
CREATE INDEX numbers_by_decided ON numbers (decided, "by", score, id);
CREATE INDEX quotes_by_decided ON quotes (decided, "by", score, id);
CREATE INDEX stances_by_decided ON stances (decided, "by", score, id);
CREATE INDEX terms_by_decided ON terms (decided, "by", score, id);
CREATE INDEX entities_by_canonical_label ON entities (canonical, label);
CREATE INDEX entities_by_canonical_id ON entities (canonical, id);
CREATE INDEX statements_by_voice ON statements (voice);
CREATE INDEX statements_by_label ON statements (label);

-- A row if the ledger of figures and the sums are up to date.
CREATE TABLE reckoned (figures INTEGER NOT NULL);

-- What articles give figures of, a row for each quantity; those first that are contested.
CREATE TABLE ledger (
    -- Place in the order of the ledger, from 1 on.
    id INTEGER PRIMARY KEY,
    -- Name for addresses: the codebook's, or the id of the first figure.
    key TEXT NOT NULL,
    -- What it is called.
    title TEXT NOT NULL,
    -- count, share, a currency or a dimension.
    kind TEXT NOT NULL,
    -- codebook, or proposed by the tool.
    "by" TEXT NOT NULL,
    -- contested, changes (with time), agreed or single (one voice alone).
    verdict TEXT NOT NULL,
    -- How many figures there are of it.
    figures INTEGER NOT NULL,
    -- Title and speakers in small letters, to be sought.
    told TEXT NOT NULL
);
CREATE INDEX ledger_by_key ON ledger (key);
CREATE INDEX ledger_by_figures ON ledger (figures);

-- The figures of each quantity in the order of their times.
CREATE TABLE ledger_figures (
    -- The row of `ledger`.
    entry INTEGER NOT NULL REFERENCES ledger(id) ON DELETE CASCADE,
    -- Place among the figures of the quantity, from 0 on.
    position INTEGER NOT NULL,
    -- The finding, a row of `numbers`.
    figure TEXT NOT NULL,
    -- 1 if it is given at second hand.
    repeated INTEGER NOT NULL,
    -- The earlier figure that it repeats.
    repeats TEXT,
    -- How many figures of other voices it contradicts.
    against INTEGER NOT NULL,
    -- 1 if it stands for the others where the quantity is one of many.
    few INTEGER NOT NULL,
    -- 1 if the picture of all of them shows it.
    drawn INTEGER NOT NULL,
    PRIMARY KEY (entry, position)
) WITHOUT ROWID;
CREATE INDEX ledger_figures_by_few ON ledger_figures (entry, position) WHERE few;
CREATE INDEX ledger_figures_by_drawn ON ledger_figures (entry, position) WHERE drawn;

-- Sums that texts state themselves, checked; those first that do not hold.
CREATE TABLE sums (
    -- Place in their order, from 1 on.
    id INTEGER PRIMARY KEY,
    -- times, change, share or total.
    kind TEXT NOT NULL,
    -- What the text claims.
    words TEXT NOT NULL,
    -- First code point of these words in the document's text.
    start_char INTEGER NOT NULL,
    -- Code point after the last.
    end_char INTEGER NOT NULL,
    -- The finding that claims it, or that stands beside the verb that does.
    figure TEXT NOT NULL,
    -- The figures that it is about, as a JSON list.
    operands TEXT NOT NULL,
    -- What they come to.
    result TEXT NOT NULL,
    -- 1 if the two agree.
    holds INTEGER NOT NULL,
    -- Sentence, title and what is counted in small letters, to be sought.
    told TEXT NOT NULL
);
CREATE INDEX sums_by_holds_kind ON sums (holds, kind);
CREATE INDEX entities_by_label_id ON entities (label, id);
CREATE INDEX numbers_by_label_id ON numbers (label, id);
CREATE INDEX numbers_by_label_said_by ON numbers (label, said_by);
CREATE INDEX numbers_by_counted_id ON numbers (counted, id);
CREATE INDEX numbers_by_counted_label ON numbers (counted, label);
CREATE INDEX numbers_by_counted_said_by ON numbers (counted, said_by);
CREATE INDEX quotes_by_label_id ON quotes (label, id);
CREATE INDEX stances_by_label_id ON stances (label, id);
CREATE INDEX stances_by_target_id ON stances (target, id);
CREATE INDEX stances_by_label_holder ON stances (label, holder);
CREATE INDEX stances_by_target_year_label_document ON stances (target, year, label, document);
CREATE INDEX terms_by_label_id ON terms (label, id);
CREATE INDEX terms_by_use_id ON terms (use, id);
CREATE INDEX terms_by_label_holder ON terms (label, holder);
CREATE INDEX statements_by_voice_layer ON statements (voice, layer);
CREATE INDEX statements_by_layer_voice ON statements (layer, voice);
CREATE INDEX ledger_by_verdict ON ledger (verdict);