"""What findings can be sorted out by, and where each value comes from.

A facet is a row here: the name that addresses spell it by, whose it is (a layer's, or every
layer's), and the SQL that gives its value for a finding. What a page shows, what an address may
ask and what is held in memory all follow from this table.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

LAYERS = ("entity", "number", "quote", "stance", "term")
"""The layers whose findings are sorted out, and shown or left out as a reader wants."""

SECOND_HAND: Mapping[str, str] = MappingProxyType(
    {
        "number": "said_by IS NOT NULL AND said_by <> 'author'",
        "quote": "depth > 0",
        "stance": "EXISTS (SELECT 1 FROM stance_via WHERE stance_via.stance = stances.id)",
        "term": "holder <> 'author'",
    }
)
"""What makes a finding second-hand: somebody else stands between the article and what is said."""

PERSON = "person:"
"""How `by` begins where a person made the finding or decided about it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Facet:
    """One way to sort out. key: in addresses. title: for readers. layer: None for all layers'.

    sql: the value for a row of the layer's table; None where it is the article's or the segment's.
    """

    key: str
    title: str
    layer: str | None = None
    sql: str | None = None


ARTICLE = (
    Facet(key="outlet", title="Outlet"),
    Facet(key="year", title="Year"),
    Facet(key="language", title="Language"),
    Facet(key="kind", title="Kind of passage"),
    Facet(key="article", title="Article"),
)
"""Facets of the article and the passage that a sentence stands in."""

FOUND = (
    Facet(key="hand", title="First- or second-hand"),
    Facet(
        key="made",
        title="Made by",
        sql=f"""CASE WHEN "by" LIKE '{PERSON}%' THEN 'person' ELSE 'machine' END""",
    ),
    Facet(key="by", title="Rule or model", sql='"by"'),
    Facet(
        key="score",
        title="Score",
        sql="CASE WHEN score IS NULL THEN 'not stated' WHEN score >= 0.9 THEN '0.9 to 1' "
        "WHEN score >= 0.7 THEN '0.7 to 0.9' WHEN score >= 0.5 THEN '0.5 to 0.7' "
        "ELSE 'below 0.5' END",
    ),
)
"""Facets that findings of every layer have."""

OWN = (
    Facet(key="topic", title="Topic", layer="stance", sql="target"),
    Facet(key="holder", title="Holder", layer="stance", sql="holder"),
    Facet(key="stance", title="Stance", layer="stance", sql="label"),
    Facet(key="act", title="Act", layer="stance", sql="act"),
    Facet(key="mode", title="Mode", layer="stance", sql="mode"),
    Facet(key="hedge", title="Hedge", layer="stance", sql="hedge"),
    Facet(key="source", title="Source", layer="quote", sql="source"),
    Facet(key="speech", title="Kind of quotation", layer="quote", sql="label"),
    Facet(key="cue", title="Reporting word", layer="quote", sql="lower(cue)"),
    Facet(key="counted", title="What is counted", layer="number", sql="counted"),
    Facet(key="figure", title="Kind of figure", layer="number", sql="label"),
    Facet(key="said_by", title="Who gives it", layer="number", sql="said_by"),
    Facet(key="unit", title="Unit", layer="number", sql="unit"),
    Facet(key="name", title="Name", layer="entity", sql="canonical"),
    Facet(key="type", title="Kind of name", layer="entity", sql="label"),
    Facet(key="term", title="Term", layer="term", sql="label"),
    Facet(key="word", title="Word", layer="term", sql="lower(text)"),
    Facet(key="whose", title="Whose word", layer="term", sql="holder"),
    Facet(key="use", title="Use", layer="term", sql="use"),
)
"""Facets of one layer."""

FACETS: Mapping[str, Facet] = MappingProxyType(
    {each.key: each for each in (*OWN, *FOUND, *ARTICLE)}
)
"""All facets by their keys."""


def of_layer(layer: str) -> Mapping[str, str]:
    """The SQL of each facet that findings of a layer have, by its key."""
    own = {each.key: each.sql for each in OWN if each.layer == layer and each.sql}
    shared = {each.key: each.sql for each in FOUND if each.sql}
    if layer in SECOND_HAND:
        shared["hand"] = f"CASE WHEN {SECOND_HAND[layer]} THEN 'second' ELSE 'first' END"
    return own | shared
