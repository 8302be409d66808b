"""What may leave the house: a database made anew of what a workspace allows, names protected."""

from annotate.release.making import publish

__all__ = ["publish"]
