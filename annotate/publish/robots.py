"""What search engines are told: to stay out, unless the corpus is meant to be found."""

from typing import Any

from datasette import NotFound, Response

from annotate.publish import corpora


def are_welcome(datasette: Any) -> bool:
    """Whether the plugin's configuration lets search engines list the pages."""
    told = datasette.plugin_config("annotate") or {}
    return told.get("robots") is True


async def page(datasette: Any) -> Any:
    """The file robots.txt; none where no corpus is served."""
    if not await corpora.are_served(datasette):
        raise NotFound("no corpus is served here")
    way = "" if are_welcome(datasette) else " /"
    return Response.text(f"User-agent: *\nDisallow:{way}\n")
