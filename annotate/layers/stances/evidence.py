"""What shows somebody's attitude in one sentence, before it is known towards what."""

from dataclasses import dataclass
from typing import Literal

from annotate.model import Mention, Pair, Stretch

Holder = Mention | Literal["author"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """One holder's attitude in one sentence.

    sentence, region: code points; the topic's words are looked for in the region. words: of the
    region, in the passage's copy. urged: the region says what shall be done. sign: the attitude
    towards the region where the form itself shows it, else 0. base: how far the form alone can be
    trusted, 0 to 1. judged: whether the region must judge (else what it asserts is its holder's).
    context: the sentence around the region, whose words point to a topic half as strongly.
    own: the writer's own voice, in which a name alone points to nothing. neutral: the holder is
    shown not to take sides. near: for a recommendation, the names that it mentions.
    keeps: the holder is unwilling to change. finds: the sign says how what is spoken of is found,
    good or bad, not whether it is wanted. named: whom it praises or blames by name. mixed: both
    sides are felt. answers: 1 if it shares the side of whoever spoke before, -1 if it does not.
    charge: it accuses somebody of what it says, and so claims it. doubted: it turns down what its
    words say (`doubts`).
    """

    holder: Holder
    mode: str
    act: str
    sentence: Pair
    region: Pair
    words: str
    rule: str
    base: float
    names: frozenset[str] = frozenset()
    urged: bool = False
    sign: int = 0
    judged: bool = False
    cue: Stretch | None = None
    content: Stretch | None = None
    addressee: str | None = None
    via: tuple[Mention, ...] = ()
    topic: str | None = None
    context: str = ""
    own: bool = False
    neutral: bool = False
    near: frozenset[str] = frozenset()
    keeps: bool = False
    finds: bool = False
    named: str | None = None
    mixed: bool = False
    answers: int = 0
    charge: bool = False
    doubted: bool = False

    @property
    def name(self) -> str:
        """Its holder's one name."""
        return name(self.holder)

    @property
    def asked(self) -> frozenset[str]:
        """Whom it addresses."""
        return frozenset((self.addressee or "").split("; "))


def name(holder: Holder) -> str:
    """A holder's one name."""
    return holder if isinstance(holder, str) else holder.canonical


Side = tuple[int, float, Stretch | None]
"""The attitude to a topic's statement, how sure, and the word that shows it."""

NO_SIDE: Side = 0, 0.0, None
