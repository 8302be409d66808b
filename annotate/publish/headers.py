"""What browsers are told about our pages: no script but our files runs, and nobody may frame them.

The words of the articles come from the web. They are escaped by the templates; these headers are
the second lock.
"""

from collections.abc import Mapping
from types import MappingProxyType

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)

HEADERS: Mapping[str, str] = MappingProxyType(
    {
        "content-security-policy": POLICY,
        "x-content-type-options": "nosniff",
        "referrer-policy": "no-referrer",
        "cross-origin-opener-policy": "same-origin",
        "cross-origin-resource-policy": "same-origin",
    }
)
"""Of every page of ours. Datasette's own pages have scripts of their own and keep theirs."""
