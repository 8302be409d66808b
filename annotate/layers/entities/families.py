"""Whom a bare surname means that two people of a text share.

News names a person in full once and goes on with the surname; kin that come in later are named in
full again and again. Where that does not tell, the surname is nobody's.
"""

from collections.abc import Collection, Sequence


def meant(surname: str, names: Collection[str], told: Sequence[str]) -> str | None:
    """The one of some full names whom a surname means throughout, None if that cannot be told.

    That is who alone had been named in full when the surname first stood alone, and was so no more
    once another of that name came in. told: the persons of a text as it names them, in its order,
    a surname alone for whom it does not tell.
    """
    if surname not in told:
        return None
    alone = told.index(surname)
    before = {name for name in told[:alone] if name in names}
    if len(before) != 1:
        return None
    (first,) = before
    others = [at for at, name in enumerate(told) if name in names and name != first]
    again = any(name == first for name in told[min(others, default=alone) :])
    return None if again else first
