"""What a work says of itself: title, authors, day, publisher, address, licence, type.

All that is stated is kept as claims: what the form declares, then what bylines and imprints say.
Of each key one claim is taken (`choices.py` where a page contradicts itself); a value that nothing
makes sure is absent. A reader's comment is no evidence.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from annotate import claims, lexicons
from annotate.letters import folded
from annotate.model import Claim, Meta, Segment, Source
from annotate.sources import choices, datelines, evidence, notices, publishers
from annotate.sources.evidence import Evidence, Found


def of(source: Source, segments: Sequence[Segment]) -> Meta:
    """What a source's form declares and what its segments say, one value a key, and all claims."""
    shown = evidence.of(source, segments)
    declared = source.meta
    stated = claims.gathered((*_declared(declared), *_said(source, shown)))
    taken = {key: claim for key in claims.CONTESTABLE if (claim := _taken(key, stated, source))}
    for key, find in _RARER.items():
        if key not in taken and (found := find(shown)):
            taken[key] = Claim(key=key, value=found[0], origins=(found[1],))
    return _typed(_meta(declared, taken, stated), shown)


def _dateline(shown: Evidence) -> Found:
    """The day in the line that opens the text, as agencies and press offices write it."""
    day = next((datelines.opening(words) for words in shown.of("paragraph")), None)
    return (day, "dateline") if day else None


_RARER: dict[str, Callable[[Evidence], Found]] = {
    "published": _dateline,
    "publisher": publishers.publisher,
    "url": notices.url,
    "license": notices.license_,
}
"""What is looked for in the words where nothing declares it."""


def _declared(meta: Meta) -> Iterator[Claim]:
    """What the form declares, also what it declares without a claim, as a given address."""
    for key, value in claims.of(meta).items():
        yield Claim(key=key, value=value, origins=(meta.origins.get(key, "given"),))
    yield from meta.claims


def _said(source: Source, shown: Evidence) -> Iterator[Claim]:
    """What the segments say."""
    if title := _title(shown):
        yield Claim(key="title", value=title, origins=("title",))
    listed = source.form == "html" and len(shown.authors) > _MOST
    sites = {folded(claim.value) for claim in source.meta.claims if claim.key == "publisher"}
    named = shown.first_authors if listed else shown.authors
    if authors := [name for name in named if folded(name) not in sites]:
        yield Claim(key="authors", value=claims.JOINED.join(authors), origins=("byline",))
    desk = (shown.desk,) if shown.desk else ()
    for people, origin in ((shown.labelled, "label"), (shown.beside, "head"), (desk, "desk")):
        if people:
            yield Claim(key="authors", value=claims.JOINED.join(people), origins=(origin,))
    if source.form == "html":
        yield from _days_shown(shown)
    elif day := _published(shown):
        yield Claim(key="published", value=day, origins=("byline",))


_MOST = 4
"""Authors whom the bylines of a page name; more are of teasers of other articles."""


def _days_shown(shown: Evidence) -> Iterator[Claim]:
    """The days that a page's bylines and datelines tell, then any day alone at its head."""
    dated = filter(datelines.are_days, shown.head)
    for kind, value in (*datelines.told(dated), *datelines.told(shown.lines)):
        yield Claim(key="published", value=value, origins=(f"{kind} line",))
    for kind, value in datelines.told(filter(datelines.may_be_days, shown.head)):
        if kind != "revised" and len(value) == len("2014-05-20"):
            yield Claim(key="published", value=value, origins=("head",))


def _taken(key: str, stated: Sequence[Claim], source: Source) -> Claim | None:
    """The claim that is taken for a key; on a page, the one that a choice falls on."""
    found = [claim for claim in stated if claim.key == key]
    if source.form == "html" and key == "title":
        houses = [claim.value for claim in stated if claim.key == "publisher"]
        return choices.title(found, houses=houses)
    if source.form == "html" and key == "authors":
        return choices.authors(found)
    if source.form == "html" and key == "published":
        revised = [claim for claim in stated if claim.key == "modified"]
        return choices.published(found, revised, by_address=_day_in(source.meta.url or ""))
    return next(iter(found), None)


_DAY_IN = re.compile(r"/((?:19|20)\d\d)[/-](0?[1-9]|1[0-2])[/-](0?[1-9]|[12]\d|3[01])(?:[/-]|$)")


def _day_in(address: str) -> str | None:
    """The day that a page's address holds: "…/2014/05/20/barns"."""
    hit = _DAY_IN.search(address)
    return f"{hit[1]}-{int(hit[2]):02}-{int(hit[3]):02}" if hit else None


def _meta(declared: Meta, taken: dict[str, Claim], stated: Sequence[Claim]) -> Meta:
    values = {key: claim.value for key, claim in taken.items() if key != "authors"}
    authors = taken["authors"].value.split(claims.JOINED) if "authors" in taken else ()
    others = {key: each for key, each in declared.origins.items() if key not in claims.CONTESTABLE}
    origins = {key: claim.origins[0] for key, claim in taken.items()}
    return replace(
        declared,
        **{key: values.get(key) for key in claims.CONTESTABLE if key != "authors"},
        authors=tuple(authors),
        origins={**others, **origins},
        claims=claims.gathered((*taken.values(), *stated)),
    )


def _title(evidence: Evidence) -> str | None:
    """The title as one would cite it, its lines joined."""
    titles = evidence.of("title")
    if not titles:
        return None
    lines = titles[0].split("\n")
    cased = [_lowered(line, evidence) if line.isupper() and " " in line else line for line in lines]
    title = cased[0]
    for above, below, shown in zip(lines, lines[1:], cased[1:], strict=False):
        title += (": " if _is_subtitled(above, below) else " ") + shown
    return title


def _is_subtitled(above: str, below: str) -> bool:
    """Whether the lower of two lines is a sub-title, not what did not fit into the upper one."""
    if not above[-1:].isalnum() or below[:1].islower():
        return False
    fits = len(above) + 1 + len(below.split()[0]) <= len(below)
    return above.isupper() != below.isupper() or fits


def _lowered(title: str, evidence: Evidence) -> str:
    """A title in capitals as one would cite it; what the work writes in capitals too stays so."""
    body = set(" ".join(evidence.of("paragraph")).split())
    words = (word if word.strip(".,:;!?") in body else word.capitalize() for word in title.split())
    lowered = (word.lower() if word.lower() in _SMALL else word for word in words)
    cased = " ".join(lowered)
    return cased[:1].upper() + cased[1:]


_SMALL = lexicons.listed("minor_words").union(
    ("a", "an", "as", "at", "but", "by", "from", "nor", "or", "with")
)


def _published(evidence: Evidence) -> str | None:
    """The fullest of the dates in the bylines that agree with the first."""
    stated = [said.published for said in evidence.bylines if said.published]
    if not stated:
        return None
    fuller = [value for value in stated if value.startswith(stated[0])]
    return max(fuller, key=len)[:10]


# type


_TYPES = (
    ("report", r"\bwrote this report\b|\bthis report\b.*\brecommend"),
    (
        "article-newspaper",
        r"\b(?:Times|Courier|Daily|Herald|Gazette|Tribune|Post|Guardian|Telegraph|Chronicle|Newspaper)\b",
    ),
    ("article-magazine", r"\b(?:Magazine|Review|Diplomat|Weekly|Quarterly|Economist)\b"),
)


def _typed(meta: Meta, evidence: Evidence) -> Meta:
    """A CSL type where the work shows one: by its byline, or by its publisher's name."""
    if meta.type:
        return meta
    told = " ".join(evidence.of("byline"))
    for kind, pattern in _TYPES:
        where = told if kind == "report" else meta.publisher or ""
        if re.search(pattern, where):
            return replace(
                meta,
                type=kind,
                origins={**meta.origins, "type": "publisher"},
                claims=(*meta.claims, Claim(key="type", value=kind, origins=("publisher",))),
            )
    return meta
