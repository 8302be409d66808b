"""The source of a quotation holds what it says, unless its verb denies it."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from annotate import lexicons
from annotate.grammar import frames
from annotate.grammar.cues import Verb, nouns, of_class, verbs
from annotate.layers.stances import agreements, clauses, doubts, polarity, questions, slogans
from annotate.layers.stances.bynames import apposed
from annotate.layers.stances.evidence import Evidence
from annotate.layers.stances.scenes import PRONOUNS, Scene, country
from annotate.layers.stances.urging import urging
from annotate.model import AUTHOR, Mention, Pair, Quote, Stretch


def quoted(scene: Scene) -> Iterator[Evidence]:
    """The source of a quotation holds what it says."""
    for quote in scene.quotes:
        region = max(quote.start, scene.place[0]), min(quote.end, scene.place[1])
        if _is_told(scene, quote, region) and (found := _held(scene, quote, region)):
            yield found


def _is_told(scene: Scene, quote: Quote, region: Pair) -> bool:
    """Whether somebody who can hold an attitude says in the sentence what a quotation says."""
    start, end = region
    if quote.source is None or start >= end or quote.source.canonical in PRONOUNS:
        return False
    if not _holds(quote.source) or _datelined(scene, quote.source):
        return False
    if quote.cue is not None and _NEITHER.search(scene.text, scene.place[0], quote.cue.start):
        return False
    # A cable that tells what Kolde argued argues nothing there itself.
    return not any(
        other.depth > quote.depth and start <= other.start < end for other in scene.quotes
    )


_NEITHER = re.compile(r"\bconfirm(?:ing)? n?or \Z")
"""What stands before the second verb of who says neither: "would not confirm or | deny"."""


def _held(scene: Scene, quote: Quote, region: Pair) -> Evidence | None:
    """What the source of a quotation holds, None where the words that report it show nothing."""
    asked = questions.reported(scene, quote, *region)
    if asked is not None and not asked["why"]:
        return None
    act, held = ("questions", "0") if asked is not None else _verb_of(scene, quote)
    if held == "?" or _ruled_against(scene, quote):
        return None
    act = "urges" if act == "asserts" and _TOLD_TO in quote.by else act
    held = "+" if _explains(scene, quote) else held
    words = _against(scene, quote) or _own_words(scene, quote, *region)
    if agreements.untrue(words):
        denying = _said(scene, quote, words, region, "denies", why=False)
        return replace(denying, rule="differs", base=0.55, answers=-1, sign=0, urged=False)
    if questions.idle(words) or (_in_talk(quote) and questions.asks(words)):
        return None
    if agreements.answered(words) or (_calls(scene, quote) and agreements.claim(words)):
        return None
    if held == "-":
        return _denied(scene, quote, words, region, act)
    turned_down = doubts.clause(words)
    said = _said(scene, quote, turned_down or words, region, act, why=asked is not None)
    return replace(said, doubted=turned_down is not None)


def _in_talk(quote: Quote) -> bool:
    """Whether a quotation is a turn of a talk, with the name of who speaks before a colon."""
    return quote.by.startswith("rule:turn")


def _said(scene: Scene, quote: Quote, words: str, region: Pair, act: str, *, why: bool) -> Evidence:
    """The attitude of who says some words. why: whether it is asked why they are so."""
    charge = _accuses(scene, quote)
    ordered = quote.label == "direct" and clauses.opening(words) is not None
    ordered = ordered or _to_be_done(scene, quote, words)
    wanted = (ordered or urging(words, reported=True)) and not charge
    urged = not why and (act == "urges" or wanted)
    decided = not urged and _decided(scene, quote, words)
    felt = 1 if decided else _felt(scene, quote, words, act) or _called(words, why=why)
    return Evidence(
        holder=apposed(scene, quote.source) if quote.source else AUTHOR,
        mode="direct" if quote.label == "direct" else "indirect",
        act="urges" if urged else act,
        sentence=scene.place,
        region=region,
        words=words,
        rule="quoted",
        base=0.85,
        names=scene.names_in(region),
        urged=urged and act != "denies",
        sign=felt,
        finds=not decided,
        judged=act not in _SIGNS,
        context=_context(scene, quote, act),
        cue=quote.cue,
        content=Stretch(start=quote.start, end=quote.end),
        addressee=_addressed(scene, quote, *region) if act == "urges" else None,
        via=_via(scene, quote),
        charge=charge,
    )


def _to_be_done(scene: Scene, quote: Quote, words: str) -> bool:
    """Whether a deed is what somebody suggests: "suggested | closing the pool", not "… would"."""
    doing = _DOING.match(words) is not None and _FORESEEN.search(words) is None
    return doing and _SUGGESTING.match(_cue(scene, quote)) is not None


_SUGGESTING = re.compile(r"(?:advis|advocat|favou?r|recommend|suggest)", re.IGNORECASE)
_DOING = re.compile(r"\W*(?:(?:not|never|simply|then) )?(?!(?:any|every|no|some)thing)[a-z]+ing\b")
_FORESEEN = re.compile(
    r"\b(?:are|can|could|did|does|had|has|have|is|may|might|was|were|will|would)\b", re.IGNORECASE
)


def _calls(scene: Scene, quote: Quote) -> bool:
    """Whether a quotation is what somebody calls a thing, and the thing."""
    return _CALLING.match(_cue(scene, quote)) is not None


def _accuses(scene: Scene, quote: Quote) -> bool:
    """Whether a quotation is a charge, whatever its clauses ask for: "accused X of breaking laws
    that demand …"."""
    return _cue(scene, quote).lower().startswith(("accus", "alleg", "charg"))


def _ruled_against(scene: Scene, quote: Quote) -> bool:
    """Whether a quotation is what somebody decides against, which is no word of theirs: "ruled on
    Friday against | the toll".
    """
    between = scene.text[quote.cue.end : quote.start] if quote.cue is not None else ""
    return (
        _AGAINST_IT.fullmatch(between) is not None and _RULING.match(_cue(scene, quote)) is not None
    )


_RULING = re.compile(r"(?:decid|rul|testif|vot)", re.IGNORECASE)
_AGAINST_IT = re.compile(r"(?: [\w-]+){0,3} against ", re.IGNORECASE)


def _cue(scene: Scene, quote: Quote) -> str:
    """The words that report a quotation, "" where none do."""
    return scene.text[quote.cue.start : quote.cue.end] if quote.cue else ""


_CALLING = re.compile(r"(?:brand|call|deem|describ|dismiss|label|reject)", re.IGNORECASE)
_DECIDING = re.compile(r"(?:announc|confirm|decid|decre|insist|pledg|promis|vow)", re.IGNORECASE)
_COMING = re.compile(r"\b(?:shall|will|would)\b(?! (?:not )?(?:be able|have to|need))")
_OWN_DEED = re.compile(
    r"\b(?:he|she|it|they|we|I) (?:shall|will|would)\b|"
    r"\b(?:shall|will|would)(?: not)? (?:be \w+(?:ed|en|ilt|t)\b|go ahead|remain|stay)"
)
"""What who insists says of what is to be done; "insisted that it would hurt" only foresees."""


def _decided(scene: Scene, quote: Quote, words: str) -> bool:
    """Whether a source says what it will have done: "announced that the ward will be closed"."""
    if quote.cue is None or quote.label == "direct":
        return False
    cue = scene.text[quote.cue.start : quote.cue.end]
    if _RULING.match(cue) and _MAY.search(words):
        return True
    coming = _OWN_DEED if cue.lower().startswith("insist") else _COMING
    return _DECIDING.match(cue) is not None and coming.search(words) is not None


_MAY = re.compile(r"\b(?:can|may|must|shall|should)\b", re.IGNORECASE)
"""What is decided somebody may do, or may not: "ruled that he can | stay"."""


def _datelined(scene: Scene, source: Mention) -> bool:
    """Whether a source is the place that an article is sent from: "VANTOR - The court …"."""
    if source.end is None or not source.canonical.isupper():
        return False
    return scene.text[source.end : source.end + 3].strip() in {"-", "–", "—"}


def _holds(source: Mention) -> bool:
    """Whether a source can hold an attitude: a name or people, no evidence and no broken phrase."""
    words = source.canonical.lower().split()
    head = next((at for at, word in enumerate(words) if at and word in _BEHIND_HEAD), len(words))
    return words[head - 1] not in _EVIDENCE and not (_NOBODY & set(words))


_BEHIND_HEAD = frozenset(
    {"by", "conducted", "from", "in", "obtained", "of", "on", "published", "released", "seen"}
)
"""What follows the noun that a description is of: "documents seen by …", "poll of adults"."""

_NOBODY = frozenset({"twice", "once", "and", "supports", "speaks", "that", "which"})
"""Words that no description of people has: the phrase was not divided."""
_EVIDENCE = lexicons.classes("stance_words", "evidence")
"""Sources that show, and hold nothing."""

_SIGNS = {"criticises": -1, "praises": 1, "fears": -1}
"""Acts that say by themselves whether their holder likes what is spoken of."""

_TOLD_TO = "addressee-infinitive"
"""In the name of the rule for what somebody is told to do: "told the crew to go on"."""


def _felt(scene: Scene, quote: Quote, words: str, act: str) -> int:
    """The sign of an act, 0 where a clause behind it judges: "complained that … was not fair"."""
    if act == "fears" and _AGAINST.match(words):
        return 1  # "against" turns it by itself
    that = quote.cue is not None and "that" in scene.text[quote.cue.end : quote.start].split()
    total, _ = polarity.balance(polarity.signs(words))
    sign = _SIGNS.get(act, 0)
    return 0 if that and total * sign > 0 else sign


_AGAINST = re.compile(r"\W*against\b", re.IGNORECASE)
"""What somebody is warned "against doing"."""


def _explains(scene: Scene, quote: Quote) -> bool:
    """Whether what is said stands behind a colon: "X disagrees: the tests were poor"."""
    return quote.cue is not None and ":" in scene.text[quote.cue.end : quote.start]


def _against(scene: Scene, quote: Quote) -> str:
    """The word of who advises against what was spoken of, and why: "X advises against: …"."""
    between = scene.text[quote.cue.end : quote.start] if quote.cue is not None else ""
    return between if _BEFORE_WHY.fullmatch(between) else ""


_BEFORE_WHY = re.compile(r"\W*against\W*:\W*", re.IGNORECASE)


def _called(words: str, *, why: bool) -> int:
    """On which side of what they name a question or a call is, 0 for another sentence."""
    total, _ = polarity.balance(polarity.signs(words))
    doubted = -1 if why else questions.doubted(words)
    return doubted * (-1 if total < 0 else 1) or slogans.called(words)[0]


def _own_words(scene: Scene, quote: Quote, start: int, end: int) -> str:
    """The quotation's words, blanks for its attribution and for what somebody else says in it."""
    passage = scene.reading.passage
    first, last = passage.chars(start, end)
    kept = list(passage.copy[first:last])
    set_in = [(before, after) for (_, before), (after, _) in pairwise(quote.parts)]
    blank = list(set_in)
    asking = _verb_of(scene, quote)[0] == "urges"
    for inner in scene.quotes:
        if asking and inner.source is None:
            continue  # of "demanded that it drop the pledge that …" all is asked
        nested = inner is not quote and quote.start <= inner.start and inner.end <= quote.end
        called = inner.by.startswith("rule:noun-to") and _calls(scene, quote)
        if nested and inner.source != quote.source and not called:
            blank.append((inner.start, inner.end))
    for stretch in blank:
        begin, stop = passage.chars(*stretch)
        for at in range(max(0, begin - first), min(len(kept), stop - first)):
            kept[at] = " "
    for begin, _ in set_in:
        at = passage.chars(begin, begin + 1)[0] - first
        opens = _FIRST.match("".join(kept[:at])) if 0 <= at < len(kept) else None
        if opens is not None and opens["word"].lower() in of_class("supposing"):
            kept[at] = ","  # that clause ends where the attribution is set in
    return "".join(kept)


_FIRST = re.compile(r"\W*(?P<word>\w+)")


def _denied(scene: Scene, quote: Quote, words: str, region: Pair, act: str) -> Evidence:
    return Evidence(
        holder=quote.source or AUTHOR,
        mode="indirect",
        act=act,
        sentence=scene.place,
        region=region,
        words=words,
        rule="denied",
        base=0.8 if act == "denies" else 0.5,
        names=scene.names_in(region),
        context=_context(scene, quote, act),
        sign=-1,
        cue=quote.cue,
        content=Stretch(start=quote.start, end=quote.end),
    )


def _context(scene: Scene, quote: Quote, act: str) -> str:
    """The sentence's words without the speaker's name and title, and where they praise or blame
    somebody without what else they are told to: "praised the mayor and | condemned the dam".
    """
    source = quote.source
    if source is None or source.start is None or source.end is None:
        return scene.words
    words = _without_others(scene, quote) if act in {"criticises", "praises"} else scene.words
    named = scene.text[source.start : source.end]
    words = words.replace(named, " " * len(named), 1)
    return _ABOUT.sub(lambda match: " " * len(match.group()), words)


def _without_others(scene: Scene, quote: Quote) -> str:
    """The sentence's words, blanks for objects of other verbs of the same speaker."""
    words, offset = list(scene.words), scene.reading.chars(scene.first, scene.last)[0]
    for other in scene.quotes:
        apart = other.end <= quote.start or quote.end <= other.start
        if apart and other.cue != quote.cue and other.source == quote.source:
            first, last = scene.reading.passage.chars(other.start, other.end)
            for at in range(max(0, first - offset), min(len(words), last - offset)):
                words[at] = " "
    return "".join(words)


_ABOUT = re.compile(r"(?<= {4}), (?:who|which|whose)\b[^,;.:“”]*")
"""What is told of a speaker besides: "said Mira Tolm, | who has grown hops all her life"."""


def _verb_of(scene: Scene, quote: Quote) -> tuple[str, str]:
    """The act that a quotation's cue reports, and whether its source holds the content."""
    if quote.cue is None:
        return "asserts", "+"
    cue = scene.text[quote.cue.start : quote.cue.end].lower().split()
    nothing_found = quote.by.startswith("rule:verb-unproven")
    if nothing_found or (quote.by.startswith("rule:noun") and _turned_down(scene, quote.cue)):
        return "denies", "-"
    verb = verbs().get(cue[0]) if cue else None
    if cue and _turns_claim_down(scene, quote, quote.cue, cue[0]):
        return "denies", "-"
    if _denies_thing(quote, cue):
        return "denies", "?"
    if verb is not None and verb.lemma == "call" and len(cue) == 1:
        return "asserts", "+"
    if verb is not None and verb.lemma == "ask" and quote.label == "direct":
        return "questions", "0"
    if verb is not None and _negated(scene, quote.cue):
        return _unsaid(verb)
    if verb is not None:
        return verb.act, verb.held
    noun = nouns().get(cue[-1]) if cue else None
    if noun is None:
        return "asserts", "+"
    return noun[1], "-" if cue[-1] in _DENIALS else "+"


def _turns_claim_down(scene: Scene, quote: Quote, cue: Stretch, verb: str) -> bool:
    """Whether somebody rejects what another says, or calls a thing: "rejects | the description"."""
    if polarity.of("want-", verb) and _DESCRIBED.match(scene.text, quote.start):
        return True
    if _BACK_AT.match(" ".join(scene.text[cue.start : quote.start + _OPENS].split())):
        return True
    between = scene.text[cue.end : quote.start]
    idea = _IDEA.fullmatch(between) or _IDEA_TOO.fullmatch(between)
    return idea is not None and _DISMISSING.match(verb) is not None


_OPENS = 50
"""Characters in which what is said tells what it is: "pushed back at | the notion that …"."""
_BACK_AT = re.compile(
    r"(?:fights?|fought|hits?|hitting|push(?:ed|es|ing)?) back (?:against|at|on) "
    r"(?:[\w’'-]+ ){0,3}?(?:accusation|allegation|argument|claim|contention|idea|notion|"
    r"suggestion|view)s?\b",
    re.IGNORECASE,
)
"""Words that turn down what another says: "pushed back at the notion | that"."""
_DISMISSING = re.compile(r"(?:dismiss|mock|rebuff|reject|ridicul|scoff|scorn)", re.IGNORECASE)
_IDEA = re.compile(
    r"\s*(?:at )?(?:an?|any|the|such|this|that) (?:[\w-]+ )?"
    r"(?:argument|claim|contention|idea|notion|suggestion|view)s?"
    r"(?: (?:by|from|of) [^,;.:]{2,50}?)? that\s*",
    re.IGNORECASE,
)
"""What stands between a verb of turning down and what is turned down."""
_IDEA_TOO = re.compile(rf"[^;:.]{{2,200}}?\band(?: also)?{_IDEA.pattern}", re.IGNORECASE)
"""The same of a second thing: "dismissed claims of theft, and also the idea | that …"."""
_DESCRIBED = re.compile(
    r"(?:an?|any|her|his|its|such|the|their|this|that) (?:[\w-]+ )?"
    r"(?:characteri[sz]ation|classification|depiction|description|designation|label(?:l?ing)?|"
    r"portrayal|presentation)s? (?:of|as)\b",
    re.IGNORECASE,
)
"""What a thing is called by others: "rejects | the description of the app as spyware"."""
_DENIALS = frozenset({"denial", "denials", "refusal"})
"""Nouns of speech whose content is denied: "the mayor's refusal to …"."""


def _denies_thing(quote: Quote, cue: list[str]) -> bool:
    """Whether a verb denies a thing or a deed: "dismissed | claims", "refused | to go".

    The sentence's own words tell what its holder thinks of that: "dismissed | criticism of it".
    """
    frame = _FRAMES.get(quote.by.removesuffix("+model"))
    rows = frames.verbs().get(cue[0], ()) if cue else ()
    particle = " ".join(cue[1:])
    return any(
        row.act == "denies" and frame in row.frames and row.particle == particle for row in rows
    )


_FRAMES = {"rule:verb-obj": "obj", "rule:verb-to": "to"}


def _turned_down(scene: Scene, cue: Stretch) -> bool:
    """Whether a noun of speech is what somebody rejects, or has none of: "dismissed such claims",
    "has no | plans to".
    """
    tokens = scene.reading.passage.tokens(cue.start, cue.end)
    if tokens is None:
        return False
    before = scene.reading.words[max(scene.first, tokens.start - _MODIFIERS) : tokens.start]
    return before[-1:] == ("no",) or any(polarity.of("want-", word) for word in before)


def _negated(scene: Scene, cue: Stretch) -> bool:
    """Whether a reporting verb is denied: "does not believe", "declined to say"."""
    tokens = scene.reading.passage.tokens(cue.start, cue.end)
    if tokens is None:
        return False
    before = scene.reading.words[max(scene.first, tokens.start - _NOT_FAR) : tokens.start]
    return bool({"not", "n't", "never", "hardly"} & set(before)) or bool(
        before[-1:] == ("to",) and _UNWILLING & set(before)
    )


_NOT_FAR = 2
"""Words before a verb in which it is denied: "did not | really", "declined | to"."""
_UNWILLING = frozenset({"declined", "declines", "refused", "refuses"})


def _unsaid(verb: Verb) -> tuple[str, str]:
    """What who does not say, think or deny a thing holds: nothing ("?"), its contrary, or it."""
    if verb.held == "-":
        return "concedes", "+"
    return ("denies", "-") if verb.lemma in _BELIEVING else (verb.act, "?")


_BELIEVING = frozenset({"accept", "agree", "believe", "buy", "consider", "feel", "see", "think"})
"""Verbs of thought: who does not believe a thing believes the contrary."""

_MODIFIERS = 3
"""Words between a verb and the noun that is its object: "rejected | the union's"."""


def _via(scene: Scene, quote: Quote) -> tuple[Mention, ...]:
    around = [
        q.source
        for q in scene.quotes
        if q is not quote and q.source and q.start <= quote.start and quote.end <= q.end
    ]
    return tuple(around)


def _addressed(scene: Scene, quote: Quote, start: int, end: int) -> str | None:
    """Whom a content such as "the council to act" or "X not to …" addresses."""
    tokens = scene.reading.passage.tokens(start, end)
    if tokens is None:
        return None
    for at in range(tokens.start, min(tokens.start + 7, tokens.end)):
        name = scene.reading.names.get(at)
        if name is not None:
            return country(name.holder, name.label, scene.memory)
        if scene.reading.words[at] == "to":
            break
    return _described(scene, quote)


_WHOM = re.compile(
    r"\s*(?:the\s|its\s|their\s|an?\s|all\s)?\s*(?P<who>[^\W\d_][\w’' -]{2,50}?)\s+(?:not\s+)?to\s"
)


def _described(scene: Scene, quote: Quote) -> str | None:
    """Whom the words behind a verb of asking describe: "urged | the city council | to act"."""
    found = _WHOM.match(scene.text, quote.cue.end, scene.place[1]) if quote.cue else None
    if found is None:
        return None
    last = found["who"].split()[-1].lower()
    acts = polarity.of("actor", last) or last in of_class("person", "group", "authority")
    return found["who"] if acts else None
