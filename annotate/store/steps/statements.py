"""The tables of who says what, filled at each build."""

from annotate.store.steps.parts import indexes

_COUNTED = """
    statements INTEGER NOT NULL,
    different INTEGER NOT NULL,
    articles INTEGER NOT NULL"""

STATEMENTS = (
    "CREATE TABLE settled (statements INTEGER NOT NULL)",
    """CREATE TABLE writers (
    document TEXT NOT NULL,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (document, position)
)""",
    *indexes("writers", "name, document"),
    """CREATE TABLE statements (
    id INTEGER PRIMARY KEY,
    span TEXT NOT NULL,
    layer TEXT NOT NULL,
    speaker TEXT,
    named INTEGER NOT NULL,
    voice TEXT NOT NULL,
    reporter TEXT,
    topic TEXT,
    label TEXT NOT NULL,
    act TEXT,
    word TEXT,
    document TEXT NOT NULL,
    place TEXT,
    kind TEXT,
    published TEXT,
    year INTEGER,
    publisher TEXT,
    echo INTEGER NOT NULL,
    first INTEGER NOT NULL,
    articles INTEGER NOT NULL
)""",
    *indexes("statements", "speaker, layer, topic, label", "layer, topic, label, first"),
    *indexes("statements", "speaker, first", "layer, publisher, topic, label, echo", "act, topic"),
    *indexes("statements", "layer, first", "echo", "span", "document", "reporter, speaker"),
    """CREATE TABLE speakers (
    name TEXT,
    named INTEGER NOT NULL,
    statements INTEGER NOT NULL,
    different INTEGER NOT NULL,
    articles INTEGER NOT NULL,
    quotes INTEGER NOT NULL,
    stances INTEGER NOT NULL,
    terms INTEGER NOT NULL,
    figures INTEGER NOT NULL,
    own INTEGER NOT NULL,
    first_hand INTEGER NOT NULL,
    second_hand INTEGER NOT NULL,
    comments INTEGER NOT NULL,
    own_stances INTEGER NOT NULL,
    reported_stances INTEGER NOT NULL,
    comment_stances INTEGER NOT NULL,
    first_day TEXT,
    last_day TEXT
)""",
    *indexes("speakers", "name", "different DESC, name", "named, different DESC, name"),
    *indexes("speakers", "own_stances DESC, name", "reported_stances DESC, name"),
    *indexes("speakers", "comment_stances DESC, name", "terms DESC, name"),
    f"""CREATE TABLE positions (
    speaker TEXT,
    topic TEXT NOT NULL,
    voice TEXT NOT NULL,
    label TEXT NOT NULL,{_COUNTED}
)""",
    *indexes("positions", "speaker, voice", "topic, voice, label, different, statements"),
    f"""CREATE TABLE quoting (
    reporter TEXT NOT NULL,
    speaker TEXT NOT NULL,
    voice TEXT NOT NULL,{_COUNTED}
)""",
    *indexes("quoting", "different DESC, reporter, speaker", "reporter", "speaker"),
    f"""CREATE TABLE word_uses (
    side TEXT NOT NULL,
    who TEXT,
    family TEXT NOT NULL,
    use TEXT NOT NULL,
    voice TEXT NOT NULL,
    word TEXT NOT NULL,{_COUNTED}
)""",
    *indexes("word_uses", "side, who, different", "side, family, use, word, different"),
    f"""CREATE TABLE urgings (
    addressee TEXT,
    topic TEXT NOT NULL,
    act TEXT NOT NULL,
    label TEXT NOT NULL,
    voice TEXT NOT NULL,{_COUNTED}
)""",
    *indexes("urgings", "addressee, topic, different"),
)
