"""Lemmas as labels: how many letters a form loses at its end, and which it gains.

"cities" loses three and gains a y, "went" loses four and gains "go". The rules are of small
letters; a name keeps the capitals of its form.
"""


def rule(form: str, lemma: str) -> str:
    """What makes the lemma of the form, capitals aside: "3 y" for "cities"."""
    form, lemma = form.lower(), lemma.lower()
    same = 0
    while same < min(len(form), len(lemma)) and form[same] == lemma[same]:
        same += 1
    return f"{len(form) - same} {lemma[same:]}"


def key(form: str, pos: str) -> str:
    """The name under which a form's rule is known: "told VERB"."""
    return f"{form.lower()} {pos}"


def lemma(form: str, rule: str, *, named: bool) -> str:
    """The lemma that a rule makes of a form; named: whether its capitals are its own.

    A rule that takes more than there is, or leaves nothing, leaves the form alone.
    """
    letters, _, gained = rule.partition(" ")
    kept = form[: len(form) - int(letters)] if int(letters) <= len(form) else ""
    made = kept + (gained.upper() if len(form) > 1 and form.isupper() else gained) or form
    if named:
        return made
    return made.upper() if made.lower() in _CAPITAL else made.lower()


_CAPITAL = frozenset({"i"})
"""English words, no names, that are written with a capital."""
