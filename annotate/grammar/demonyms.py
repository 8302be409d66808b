"""The country of each adjective of nationality."""

from functools import cache

from annotate import lexicons
from annotate.codebook import Codebook, once


@cache
def _shipped() -> dict[str, str]:
    return {row[1]: row[0] for row in lexicons.table("demonyms") if len(row) > 1}


@once
def countries(codebook: Codebook) -> dict[str, str]:
    """The country of each adjective of nationality."""
    own = {name.demonym: name.canonical for name in codebook.names.values() if name.demonym}
    return _shipped() | own
