"""Documents to SQLite and back. All SQL of the project lives here."""

from annotate.store.schema import schema

__all__ = ["schema"]
