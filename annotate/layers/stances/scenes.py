"""A sentence as the ways of showing an attitude see it."""

import calendar
import re
from dataclasses import dataclass
from itertools import islice

from annotate import lexicons
from annotate.grammar import holders, plain_subjects
from annotate.grammar.cues import Cue, Verb, of_class
from annotate.grammar.descriptions import WHOSE
from annotate.grammar.memories import Memory
from annotate.grammar.phrases import SELVES
from annotate.grammar.reading import Reading
from annotate.grammar.wording import Use
from annotate.layers.stances import clauses, joint, polarity
from annotate.layers.stances.evidence import Holder
from annotate.model import Mention, Pair, Quote


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A name in the text, and all that it may be looked for under."""

    start: int
    end: int
    names: frozenset[str]


@dataclass(frozen=True, eq=False, slots=True, kw_only=True)
class Scene:
    """A sentence with what is known of it: its tokens, its quotations, who writes it.

    place: the sentence in code points. words: as the passage's copy has them. named: its names,
    countries for their people. uses: of contested words in its passage. opinion: whether the
    document's writer says "I" or "we"; advises: whether it tells its readers what to do.
    """

    reading: Reading
    first: int
    last: int
    place: Pair
    words: str
    quotes: tuple[Quote, ...]
    writer: Holder
    named: tuple[Named, ...]
    memory: Memory
    text: str
    uses: tuple[Use, ...]
    label_topics: dict[str, str]
    opinion: bool = False
    advises: bool = False

    @property
    def names(self) -> frozenset[str]:
        """All names of the sentence."""
        return self.names_in(self.place)

    def names_in(self, place: Pair) -> frozenset[str]:
        """The names that stand in a stretch."""
        start, end = place
        inside = (each.names for each in self.named if each.start < end and start < each.end)
        return frozenset().union(*inside)

    def speakers(self, start: int, end: int) -> tuple[Mention, ...]:
        """Who reports a stretch, outermost first."""
        around = [q for q in self.quotes if q.holds(start, end) and q.source]
        outer = sorted(around, key=lambda q: q.start - q.end)
        return tuple(q.source for q in outer if q.source is not None)

    def quoted(self, start: int, end: int) -> bool:
        """Whether a stretch lies in a quotation, and not only in what "is expected"."""
        held = (q for q in self.quotes if q.holds(start, end))
        return any(q.source is not None or q.label != "indirect" for q in held)


def copied(scene: Scene, start: int, end: int) -> str:
    first, last = scene.reading.passage.chars(start, end)
    return scene.reading.passage.copy[first:last]


PRONOUNS = of_class("pronoun", "relative", "vague") | {"her", "his", "its", "one", "their", "who"}


def country(name: str, label: str, memory: Memory) -> str:
    return memory.countries.get(name, name) if label == "NORP" else name


def urging(words: str, *, reported: bool = False) -> bool:
    """Whether words say what shall be done; in reported speech "calls on" and its kin do too."""
    words = re.sub(r"\b(?:no|any|the|their|his|her|in|of|would) needs?\b", "", words, flags=re.I)
    words = SUPPOSING.sub("", _ASHAMED.sub("", words))
    found = re.findall(r"[\w’']+", words.lower())
    if any(each.search(words) for each in (_HAS_TO, clauses.DUE, clauses.ENTITLED)):
        return "?" not in words
    if reported and _BE_DONE.search(words):
        return True
    if reported and re.search(
        r"\b(?:call(?:s|ed|ing)? (?:up)?on|urg(?:es?|ed|ing)|demand(?:s|ed)?(?! for))\b", words
    ):
        return True
    return any(polarity.of("urging", word) for word in found) and "?" not in words


_ASHAMED = re.compile(
    r"\b(?:must|ought to|should)(?: all)? (?:be|feel) (?:ashamed|embarrassed|sorry)\b",
    re.IGNORECASE,
)
"""What finds fault, and asks for nothing."""
SUPPOSING = re.compile(r"(?:\A\W*|[.;:–—] ?[“\"]?(?:[Aa]nd |[Bb]ut )?)Should (?=[^?.;]*,)")
"""What supposes, and asks for nothing: "| Should the town close the pool, it would …"."""
_BE_DONE = re.compile(
    r"\b(?!(?:and|can|could|ever|may|might|must|never|not|or|shall|should|then|to|will|would|soon|"
    r"also|only|already|still|[’']ll|t|d|ll)\b)\w+ be \w+(?:ed|en|wn|ught|ut)\b"
)
"""What somebody asks to be done: "suggested that the toll be abolished"."""
_HAS_TO = re.compile(r"\b(?:has|have|had) to (?:be|cease|continue|end|go|remain|stay|stop)\b", re.I)


def subject(scene: Scene, at: int) -> tuple[Holder | None, int]:
    """The subject of a verb, and -1 if the verb is denied."""
    reading = scene.reading
    head = _opening(scene, at)
    links = set(reading.words[head:at])
    if links & of_class("be") and not reading.words[at].endswith("ing"):
        return None, 1
    head = _one_of_those(scene, head)
    before = reading.words[head - 1] if head > scene.first else ""
    if before in of_class("determiner", "preposition", "modal") | {"to", "'s", ""}:
        return None, 1
    verb = Verb(lemma=reading.words[at], frames="", act="asserts", held="+")
    cue = Cue(first=at, last=at + 1, head=head, verb=verb, form="past")
    who = plain_subjects.before(reading, cue, scene.first)
    if who is None:
        return None, 1
    if reading.words[who.first] in {"i", "we"}:
        return _oneself(scene, at), -1 if links & _DENYING else 1
    if reading.words[who.first] == "they" and (told := _tellers(scene, who.first)) is not None:
        return told, -1 if links & _DENYING else 1
    if reading.words[who.first - 1 : who.first] == ("not",):
        return None, 1
    source = holders.mention(reading, who, scene.memory)
    if source is None or source.canonical.lower() in PRONOUNS:
        return None, 1
    return apposed(scene, source), -1 if links & _DENYING else 1


def behind_comma(scene: Scene, at: int) -> Mention | None:
    """The name that a phrase at a sentence's head belongs to: "Calling it unfair, | X left"."""
    reading = scene.reading
    comma = next((n for n in range(at, scene.last - 1) if reading.words[n] == ","), None)
    if comma is None:
        return None
    first = comma + 1 + (reading.words[comma + 1] == "the")
    while first < scene.last and first not in reading.names and reading.title_case(first):
        first += 1
    name = reading.names.get(first)
    if name is None or name.label not in {"PERSON", "ORG", "GPE"}:
        return None
    return Mention(canonical=name.holder, start=name.start, end=name.end)


def _opening(scene: Scene, at: int) -> int:
    """Where what belongs to a verb begins: "X, however, | has not", "X on Monday | is due to"."""
    words, head = scene.reading.words, at
    while head > scene.first:
        if words[head - 1] in _CHAIN or is_manner(words[head - 1]):
            head -= 1
        elif _when(scene, head) or (words[head - 1] == "to" and words[head - 2] in _LIKELY):
            head -= 2
        elif (aside := _aside(scene, head)) is not None:
            head = aside
        else:
            break
    return head


def is_manner(word: str) -> bool:
    """Whether a word says how something is done: "grudgingly", no "family"."""
    return word.endswith("ly") and word not in of_class("noun-in-ly")


def _one_of_those(scene: Scene, head: int) -> int:
    """Where "is among those who | oppose" begins; where a verb begins, if that is all."""
    words = scene.reading.words
    if words[max(scene.first, head - 3) : head] not in _OF_THOSE:
        return head
    at = head - 3
    at -= words[at - 1] in {"one", "some", "many"}
    return _opening(scene, at) if at > scene.first and words[at - 1] in of_class("be") else head


_OF_THOSE = {(word, "those", "who") for word in ("among", "of")}
_LIKELY = frozenset({"due", "expected", "likely", "poised", "prepared", "ready", "set"})
"""What somebody is "to" do: "is expected to | vote against"."""


def _aside(scene: Scene, end: int) -> int | None:
    """Where a few words in commas before a verb begin that only join: ", for its part,"."""
    words = scene.reading.words
    if words[end - 1] != ",":
        return None
    opens = (at for at in range(end - 2, max(scene.first, end - _ASIDE), -1) if words[at] == ",")
    at = next(opens, None)
    return at if at is not None and " ".join(words[at + 1 : end - 1]) in _JOINING else None


_ASIDE = 7
"""Tokens of such an aside, its commas among them."""
_JOINING = lexicons.listed("joining_phrases")


def apposed(scene: Scene, source: Mention) -> Mention:
    """A holder by the name that stands behind its description: "its director, Ilse Marant".

    A body is so named where it stands in commas: "their union, the League of Midwives, said".
    """
    if source.start is None or source.end is None or source.canonical[:1].isupper():
        return source
    if body := _publisher(scene, source):
        return body
    words = scene.text[source.start : source.end]
    for name in scene.reading.names.values():
        if not (source.end <= name.start <= source.end + _FAR or name.text in words):
            continue
        # Up to a name far behind stands more than any of what is looked for, however it begins.
        between = scene.text[source.end : min(name.start, source.end + _FAR)]
        if name.label == "PERSON":
            inside = _behind(words, name.text)
            if inside or (source.end <= name.start and _beside(between)):
                return Mention(canonical=name.canonical, start=name.start, end=name.end)
        titled = words.endswith(f" {name.text}")
        titled = titled and not (WHOSE | {"'s", "’s"}) & set(
            re.findall(r"['’]?\w+", source.canonical)
        )
        if name.label == "ORG" and (between == " " or titled):
            return Mention(canonical=name.canonical, start=name.start, end=name.end)
        within = between in {", ", ", the "} and scene.text[name.end : name.end + 1] == ","
        if name.label == "ORG" and within:
            return Mention(canonical=name.canonical, start=name.start, end=name.end)
    return source


_FAR = 100
"""Characters, more than any title and its marks have."""


def _beside(between: str) -> bool:
    """Whether nothing but a comma and a title stands before a name: "the bishop| , Mgr |Arrel"."""
    title = between.removeprefix(",").strip()
    return between in {", ", " "} or title.rstrip(".") in lexicons.listed("titles")


def _behind(words: str, name: str) -> bool:
    """Whether a description has a person's name behind a comma or an office, and then no more
    than where from: "a curate, Dr. Lech Banaś", "senator Edda Morn of the opposition".
    """
    before, _, rest = words.partition(name)
    if before == words or (rest and not rest.startswith((" of ", " from ", " for "))):
        return False
    title = before.rstrip().rpartition(", ")[2].rstrip(".")
    office = before.strip().lower() in lexicons.listed("roles")
    return before.rstrip().endswith(",") or title in lexicons.listed("titles") or office


def _oneself(scene: Scene, at: int) -> Holder | None:
    """Whom "I" or "we" means: who is quoted there, outside of quotations the writer."""
    place = scene.reading.place(at, at + 1)
    speakers = scene.speakers(*place)
    return speakers[-1] if speakers else None if scene.quoted(*place) else scene.writer


def _tellers(scene: Scene, at: int) -> Mention | None:
    """Whom "they" means that opens what several are said to say: "only four said that | they"."""
    place = scene.reading.place(at, at + 1)
    opened = [q for q in scene.quotes if q.source is not None and q.start == place[0]]
    source = min(opened, key=lambda q: q.end, default=None)
    told = source.source if source is not None else None
    head = told.canonical.split()[-1] if told is not None else ""
    counted = {row[0] for row in lexicons.table("number_words")}
    return told if head.islower() and (head.endswith("s") or head in counted) else None


def _when(scene: Scene, end: int) -> bool:
    """Whether two words before a verb say when: "the council last week | rejected"."""
    words = scene.reading.words[end - 2 : end] if end - 2 > scene.first else ()
    return len(words) == _PAIR and words[0] in _WHEN and words[1] in _WHEN[words[0]]


_PAIR = 2
_MONTHS = frozenset(map(str.lower, calendar.month_name[1:]))
_SPANS = frozenset({"week", "month", "year", "night", "spring", "summer", "autumn", "winter"})
_DAYS = frozenset(map(str.lower, calendar.day_name))
_WHEN = {"last": _SPANS | _MONTHS, "this": _SPANS, "in": _MONTHS, "on": _DAYS}
_OFTEN = frozenset(
    {"alike", "all", "both", "far", "longer", "no", "once", "repeatedly", "so", "too", "twice"}
)
"""Words before a verb that say how often, until when, or that several do it."""
_CHAIN = of_class("adverb", "be", "have", "do") | _OFTEN | SELVES | {"will", "would"}
"""Words between a subject and its verb."""
_DENYING = frozenset({"longer", "n't", "never", "not"})


_STUDIES = frozenset({"analysis", "paper", "report", "review", "statement", "study", "survey"})
"""What a body speaks by."""


def _publisher(scene: Scene, source: Mention) -> Mention | None:
    """The body whose study speaks: "a study (published last year) by the University of Selm"."""
    if source.start is None:
        return None
    for name in scene.reading.names.values():
        if name.label == "ORG" and _BY.fullmatch(scene.text, source.start, name.start):
            return Mention(canonical=name.canonical, start=name.start, end=name.end)
    return None


_BY = re.compile(
    rf"(?:[\w’'-]+ ){{0,3}}?(?:{'|'.join(sorted(_STUDIES))})"
    r"(?: (?:issued|made|published|released|carried out)(?: [\w’'-]+){0,4}?)? (?:by|from)(?: the)? "
)
"""What stands before the name of a body that a study is by."""


def plausible(scene: Scene, holder: Holder) -> bool:
    """Whether a holder is named, or a description of people: short, of a group or in the plural."""
    if isinstance(holder, str) or holder == scene.writer or joint.is_joint(holder):
        return True
    words = holder.canonical.lower().split()
    if len(words) == 1 and words[0].startswith(("pro-", "anti-")):
        return False  # of "pro-toll protests went on" the adjective
    if holder.start is not None and _is_thing(scene, holder.start):
        return False
    if is_known(scene, holder.canonical):
        return True
    at = holder.start
    if at is not None and all(w[:1].isupper() for w in scene.text[at : holder.end].split()):
        return True
    head = next((words[n - 1] for n, word in enumerate(words) if n and word in WHOSE), words[-1])
    known = head in of_class("group", "authority") or head in lexicons.listed("roles")
    acts = known or head in of_class("person") or any(polarity.of(c, head) for c in _BODIES)
    longest = _SHORT if head == words[-1] else _LONG
    where = next((n for n, word in enumerate(words) if n and word in _WHERE), len(words))
    return min(len(words), where) <= longest and (acts or head.endswith("s"))


def _is_thing(scene: Scene, start: int) -> bool:
    """Whether a name that begins at a place is that of a law or an event, and of nobody."""
    tokens = scene.reading.passage.tokens(start, start + 1)
    name = scene.reading.names.get(tokens.start) if tokens is not None else None
    return name is not None and name.start == start and name.label in {"EVENT", "LAW"}


_WHERE = frozenset({"across", "from", "in"})
"""Words of a description behind which only stands where those are."""
_BODIES = ("actor", "body")
"""Classes of words for who acts."""
_SHORT, _LONG = 4, 7
"""Words of a description at most, and of one with whose it is ("leaders of the two teaching
unions"); a longer one is a clause that was not divided."""


def is_known(scene: Scene, name: str) -> bool:
    """Whether somebody of the sentence or of those above is called so."""
    return name in scene.names or any(each == name for each in _known(scene))


def _known(scene: Scene) -> list[str]:
    return [name for _, name, _ in scene.memory.speakers] + [
        name for each in scene.memory.casts for name in (*each.people, *each.groups)
    ]


def people(
    name: str, label: str, stands_for: str | None, memory: Memory, behind: str = ""
) -> set[str]:
    """The names under which a topic's actor may be looked for.

    behind: the word after the name. A people's name means its country only before an authority
    ("Ostrean police"), an embassy's or office's where it opens with the adjective.
    """
    found = {name}
    if stands_for:
        found.add(stands_for)
    acting = label == "NORP" and behind in of_class("authority") | _CONDUCT
    if acting and name in memory.countries:
        found.add(memory.countries[name])
    if label in {"FAC", "ORG"}:
        ends = (at for at, sign in enumerate(name) if sign == " ")
        opening = (each for at in ends if (each := memory.countries.get(name[:at])) is not None)
        found.update(islice(opening, 1))
    return found


_CONDUCT = frozenset({"policy", "policies", "conduct", "treatment", "actions", "law", "laws"})


def stretched(scene: Scene, match: re.Match[str], group: int | str = 0) -> Pair:
    """The code points of what a pattern, or a group of it, found in a scene's words."""
    return placed(scene, *match.span(group))


def placed(scene: Scene, start: int, end: int) -> Pair:
    """The code points of a stretch of a scene's words."""
    offset = scene.reading.chars(scene.first, scene.last)[0]
    return scene.reading.passage.stretch(offset + start, offset + end)


def subject_of(scene: Scene, start: int, end: int) -> Holder | None:
    """Whom the words before a verb name as who does it."""
    tokens = scene.reading.passage.tokens(start, end)
    return subject(scene, tokens.start)[0] if tokens is not None else None
