"""What the writer says that a thing has brought or will bring: "suing them may harm the trade".

No word of the sentence judges the thing itself; that it harms, or comes to nothing, does. What is
said of doing without it ("refusing loans will only …", "if loans are refused, we will see …") is
said for it.
"""

import re
from collections.abc import Iterator

from annotate.layers.stances import polarity
from annotate.layers.stances.evidence import Evidence
from annotate.layers.stances.scenes import Scene, stretched

_LY = r"(?: (?:also|even|in fact|in the end|in turn|itself|well|\w+ly))*"
_MAY = rf"\b(?:can|could|may|might|will|would){_LY}"
_HARM = (
    r"(?:aggravate|backfire|damage|destabili[sz]e|endanger|harm|hurt|imperil|jeopardi[sz]e|"
    r"undermine|worsen|do (?:more harm|nothing|little)|get (?:us |them |you )?nowhere|"
    r"put [^,;]{3,40} (?:at risk|in danger|in jeopardy))\b"
)
_VAIN = (
    rf"\b(?:has|have|had){_LY}(?: (?:been|resulted|ended|come|led|got|gotten|brought|"
    rf"achieved|gained|accomplished|changed))(?: us| them)?(?: in| to| up)?{_LY} "
    r"(?:naught|nothing|nowhere|little|no avail|no results?|vain|failure|in vain)\b"
    r"(?! (?:but|less|short)\b)"
)
_ONLY = (
    r"\b(?:will|would|can|could) (?:only|merely) (?!be\b|come\b|happen\b|work\b|succeed\b|help\b|"
    r"have\b|take\b|get better\b|improve\b|apply\b|last\b|go\b|start\b|begin\b)\w+"
)
_NOT_WORK = (
    rf"\b(?:(?:do|does|did)(?: not|n[’']t) (?:help|work)\b(?! (?:for|with|in|on|at)\b)|"
    rf"(?:has|have){_LY} failed\b(?! (?:to|in)\b)|"
    r"(?:protects?|help(?:s|ed)?|serves?) (?:no ?body|no one)\b)"
)
_ILL = r"(?:fewer|harder|ill|poorer|sick|sicker|worse|unsafe|weaker)"
_DONE_ILL = (
    rf"\b(?:has|have){_LY} (?:done (?:\w+ ){{0,2}}(?:damage|harm)\b|"
    rf"made (?:[\w’'-]+ ){{1,6}}?{_ILL}\b|"
    r"driven (?:[\w’'-]+ ){1,5}?(?:away|out|to|into)\b)"
)
_BRINGS = re.compile(
    r"^(?P<thing>[^,;:]{3,120}?)(?:,[^,;:]{3,60},)? ?"
    rf"(?P<told>{_MAY} {_HARM}|{_VAIN}|{_ONLY}|{_NOT_WORK}|{_DONE_ILL})",
    re.IGNORECASE,
)
"""A thing and what is said to come of it."""
_WELL = (
    r"(?:better|calmer|cheaper|cleaner|easier|fairer|freer|happier|healthier|quieter|richer|safer|"
    r"simpler|stronger)"
)
_HELPS = re.compile(
    rf"^(?P<thing>[^,;:]{{3,120}}?)(?:,[^,;:]{{3,60}},)? ?(?P<told>\b(?:has|have){_LY} "
    r"(?:eased|enriched|helped|improved|protected|strengthened|transformed|"
    r"saved (?:[\w’'-]+ ){0,3}lives|worked\b(?=\W*\Z| (?:well|wonders|so far|better)\b)|"
    rf"made (?:[\w’'-]+ ){{1,6}}?{_WELL})\b|"
    rf"{_MAY} (?:ease|help|improve|protect|save|strengthen|make (?:[\w’'-]+ ){{1,6}}?{_WELL})\b)",
    re.IGNORECASE,
)
"""A thing and the good that is said to come of it."""
_WITHOUT = re.compile(
    r"^(?:\W*(?:and|but|yet) )?without (?P<thing>[^,;:]{3,60}), "
    r"(?P<then>[^;:]*\b(?:can|cannot|could|will|would)\b[^;:]*)",
    re.IGNORECASE,
)
_MISSES = re.compile(
    r"\b(?:can(?:not|[’']t)|collapse|cut off|die|empty|have to|lose|n[’']t|never|no|no ?body|none|"
    r"not|nothing|perish|starve|suffer)\b",
    re.IGNORECASE,
)
"""What happens who lacks a thing: "Without the toll, | nobody would pay for the ferry"."""
_OPENS = re.compile(
    r"\W*(?:(?:and|but|however|in fact|indeed|meanwhile|moreover|so|still|yet|"
    r"as we[’'](?:ve|have) seen|as \w+ before|on the other hand|for one thing),? ?)*(?:, ?)?",
    re.IGNORECASE,
)
_MORE = re.compile(
    r"\bthe more (?:you|we|one|they) (?P<thing>(?P<verb>\w+) [^,;:]{3,80}), the "
    r"(?P<then>(?:more|less|harder|worse|further|fewer)\b[^.;]*)",
    re.IGNORECASE,
)
"""A thing and what grows with it: "the more you press them, the more likely …"."""
_IF = re.compile(
    r"\bif (?P<thing>[^,;:]{3,60}?) (?:is|are|was|were) (?:\w+ly )?(?:again )?"
    r"(?:abandoned|cancelled|cut|delayed|denied|ended|halted|refused|rejected|scrapped|stopped|"
    r"suspended|withdrawn|withheld)\b[^;:]*?,[^;:]*?"
    r"\b(?:we|they|everyone|everybody|you|the \w+) (?:will|shall|would) "
    r"(?:again|all|once more|only|soon) "
    r"(?:be|face|have|lose|pay|see|suffer)\b",
    re.IGNORECASE,
)
"""What will come of doing without a thing."""


def foreseeing(scene: Scene, words: str) -> Iterator[Evidence]:
    """What the writer's words say of a thing by what comes of it."""
    if words.rstrip().endswith("?"):
        return
    opens = _OPENS.match(words)
    first = opens.end() if opens else 0
    if (found := _BRINGS.search(words[first:])) is not None:
        start = first + found.start("thing"), first + found.end("thing")
        yield _told(scene, words, start, -1)
    elif (helps := _HELPS.search(words[first:])) is not None:
        start = first + helps.start("thing"), first + helps.end("thing")
        yield _told(scene, words, start, 1)
    if (lacking := _WITHOUT.search(words)) is not None and (side := _lacks(lacking["then"])):
        yield _told(scene, words, lacking.span("thing"), side)
    if (more := _MORE.search(words)) is not None and (side := _grows(more)):
        yield _told(scene, words, more.span("thing"), side)
    if (without := _IF.search(words)) is not None:
        yield _told(scene, words, without.span("thing"), 1)


def _lacks(then: str) -> int:
    """On which side of a thing is who says what would be without it."""
    total, _ = polarity.balance(polarity.signs(then))
    if total > 0:
        return -1
    return 1 if total < 0 or _MISSES.search(then) else 0


def _grows(found: re.Match[str]) -> int:
    """On which side of a thing is who says what grows with it."""
    total, _ = polarity.balance(polarity.signs(found["then"]))
    turned = -1 if found["then"].lower().startswith(("less", "fewer")) else 1
    if total:
        return turned * (1 if total > 0 else -1)
    return -1 if polarity.of("harsh", found["verb"]) else 0


def _told(scene: Scene, words: str, place: tuple[int, int], sign: int) -> Evidence:
    match = re.compile(r".*", re.DOTALL).fullmatch(words, *place)
    region = stretched(scene, match) if match else scene.place
    return Evidence(
        holder=scene.writer,
        mode="author",
        act="predicts",
        sentence=scene.place,
        region=region,
        words=words[slice(*place)],
        rule="writer-foresees",
        base=0.75,
        names=scene.names_in(region),
        sign=sign,
        finds=True,
        own=True,
    )
