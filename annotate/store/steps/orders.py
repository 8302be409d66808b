"""Indexes along which the tables of findings are shown, sorted out by their facets.

A page of a table reads its first rows in the order of their ids, and counts the values of each
facet: without these it sorted and looked up every row that has the value chosen.
"""

from annotate.store.steps.parts import indexes

ORDERS = (
    *indexes("entities", "label, id"),
    *indexes("numbers", "label, id", "label, said_by"),
    *indexes("numbers", "counted, id", "counted, label", "counted, said_by"),
    *indexes("quotes", "label, id"),
    *indexes("stances", "label, id", "target, id", "label, holder"),
    *indexes("stances", "target, year, label, document"),
    *indexes("terms", "label, id", "use, id", "label, holder"),
    *indexes("statements", "voice, layer", "layer, voice"),
    "DROP INDEX ledger_by_verdict_figures",
    *indexes("ledger", "verdict"),
)
