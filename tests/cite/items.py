"""Works to cite, as CSL-JSON."""

from typing import Any

COURIER: dict[str, Any] = {
    "id": "ferries",
    "type": "article-newspaper",
    "title": "The Night Ferries",
    "author": [{"family": "Verrin", "given": "Tomas"}],
    "container-title": "Vantor Courier",
    "issued": {"date-parts": [[2013, 5, 3]]},
    "URL": "https://example.org/ferries",
}
REPORT: dict[str, Any] = {
    "id": "uncounted",
    "type": "report",
    "title": "The Uncounted",
    "author": [{"literal": "Delta Rights Watch"}],
    "publisher": "Marrow Institute",
    "issued": {"date-parts": [[2012, 11]]},
}
