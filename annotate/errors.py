"""The tree of errors: what a caller may catch.

    AnnotateError
    ├── SourceError        an article that cannot be read: missing, binary, wrong encoding
    ├── CodebookError      a codebook or sidecar that says what it may not
    ├── WorkspaceError     a folder that is no workspace, or cannot be written
    ├── RequestError       a line, reference, layer, style or format that names nothing we have
    ├── DecisionError      a decision that says what it may not, or cannot be written down
    ├── LeakError          a publication that would tell a name which is protected
    └── StoreError         a database that cannot be opened, migrated or written

A message is one sentence: what was wrong, where, what would do. The library raises these and
nothing else for bad input; `cli.py` turns them into a line on stderr and exit status 1.
"""


class AnnotateError(Exception):
    """Whatever this package reports about its input."""


class SourceError(AnnotateError):
    """An article that cannot be read."""


class CodebookError(AnnotateError):
    """A codebook or sidecar whose content is not what its schema allows."""


class WorkspaceError(AnnotateError):
    """A workspace that is absent, incomplete or cannot be written."""


class RequestError(AnnotateError):
    """A request that names something we do not have."""


class DecisionError(AnnotateError):
    """A person's decision that says what it may not, or cannot be written down."""


class LeakError(AnnotateError):
    """A publication that would tell a name which is protected."""


class StoreError(AnnotateError):
    """A database that cannot be opened, migrated or written."""
