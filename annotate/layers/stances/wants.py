"""Which way fault found with a subject counts towards a statement that asks for a deed.

Who finds fault with pay that "should be raised" supports that; who does with the raise does not.
"""

import re

from annotate.layers.stances import (
    polarity,
    statements,
)
from annotate.layers.stances.evidence import Evidence
from annotate.layers.stances.matters import Matter
from annotate.layers.stances.stems import WORD, stem
from annotate.layers.stances.touches import Touch, pressed


def asked(touch: Touch) -> set[str]:
    """The stems of whom a statement asks to do something."""
    return {
        stem(word) for word in WORD.findall(statements.read(touch.matter.topic.statement).asked)
    }


_REDRESS = re.compile(
    r"\b(?:acknowledg|admit|apologi|aveng|compensat|correct|investigat|prosecut|punish|recogni|"
    r"redress|remed|remember|repair)",
    re.IGNORECASE,
)


def _redresses(each: Evidence, matter: Matter) -> bool:
    """Whether a statement asks that a wrong be made good, and evidence speaks of the wrong: of "The
    abuses should be punished" "They were terrible", not "Punishing them is".
    """
    read = statements.read(matter.topic.statement)
    wrong = _REDRESS.match(read.verb) is not None and polarity.value(read.head) < 0
    return wrong and not any(stem(word) in matter.change for word in WORD.findall(each.words))


def turn(each: Evidence, matter: Matter) -> int:
    """-1 where fault found with the subject supports the statement: "pay should be raised".

    Not where the change itself is judged: "a rise would be a mistake".
    """
    if matter.kind != "deed":
        return matter.judged
    return -1 if more(each, matter) or _redresses(each, matter) else 1


def more(each: Evidence, matter: Matter) -> bool:
    """Whether a statement asks for a change, and evidence speaks of what there is."""
    asked = statements.read(matter.topic.statement)
    step = matter.change if statements.changes(asked.verb) else frozenset()
    words = WORD.findall(each.words)
    changed = any(statements.changes(w) or _DUE.match(w) or stem(w) in step for w in words)
    changed = changed or (bool(matter.pressing) and pressed(each.words) is not None)
    ends = polarity.of("stop", asked.verb)  # its subject is what is wanted less of already
    return asked.grows and not ends and not changed


_DUE = re.compile(r"deserv", re.IGNORECASE)
"""What is deserved is not there yet: "They deserve a fair wage."."""
