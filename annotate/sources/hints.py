"""What an element says that it is part of, by its name, class, id and role.

Class names are written by whoever made the page, so a hint is a hint: it is dropped where it would
take most of the page's text with it (`<div class="with-sidebar">` around everything).
"""

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

_BY_TAG = {
    "nav": "nav",
    "footer": "footer",
    "aside": "aside",
    "form": "form",
    "button": "form",
    "select": "form",
    "textarea": "form",
    "label": "form",
    "dialog": "dialog",
    "article": "article",
    "main": "main",
    "figure": "figure",
    "menu": "nav",
}
_BY_ROLE = {
    "navigation": "nav",
    "contentinfo": "footer",
    "complementary": "aside",
    "search": "form",
    "banner": "masthead",
    "dialog": "dialog",
    "alertdialog": "dialog",
    "main": "main",
    "article": "article",
    "menu": "nav",
    "menubar": "nav",
    "tablist": "nav",
}

RULES = (
    ("nav", r"(?:nav|navi|navbar|navigation|menu|submenu|topnav|subnav|breadcrumbs?|crumbs?|pagination"
            r"|pager|paging|sitemap|skip|skiplinks?|toc|topics?list)"),
    ("masthead", r"(?:masthead|site-?header|page-?header-?top|topbar|top-?bar|logo|branding|ticker)"),
    ("footer", r"(?:footer|foot|site-?footer|page-?footer|colophon|bottom-?bar|legal|disclaimer)"),
    ("aside", r"(?:sidebar|side-?bar|rail|right-?rail|left-?rail|right-?col(?:umn)?|left-?col(?:umn)?"
              r"|widgets?|side|aside|infobox|info-?box|factbox)"),
    ("related", r"(?:related|recommend(?:ed|ations?)?|more-?(?:stories|news|from|on)|read-?(?:more|next|also)"
                r"|see-?also|most-?(?:read|popular|viewed|shared|commented)|popular|trending|teasers?"
                r"|outbrain|taboola|promos?|headlines-?list|latest|also-?read|story-?list|further)"),
    ("ad", r"(?:ads?|advert|adverts|advertisement|advertising|adsense|adbox|ad-?slot|ad-?unit|sponsor(?:ed)?"
           r"|sponsors|banner|banner-?ad|dfp|promo-?box|commercial|anzeige|werbung|publicite)"),
    ("share", r"(?:share|sharing|shares|sharebar|share-?(?:buttons?|tools?|links?)|social|socials|addthis"
              r"|addtoany|sharedaddy|sociable|tools?|article-?tools|story-?tools|toolbar|toolbox|print"
              r"|follow|likes?|jp-relatedposts|bookmarks?|utility|utilities|actions?)"),
    ("signup", r"(?:newsletter|signup|sign-?up|subscribe|subscription|paywall|register|login|log-?in"
               r"|mailing-?list|donate|donation|cta)"),
    ("cookie", r"(?:cookies?|cookie-?(?:banner|notice|consent|bar|note)|cookienote|consent|gdpr|onetrust|privacy-?banner)"),
    ("dialog", r"(?:modal|popup|pop-?up|overlay|lightbox|tooltip|lightbox)"),
    ("tags", r"(?:tags?|tag-?list|tag-?cloud|keywords?|categories|topics|cat-?links|filed-?under|taxonomy)"),
    ("comments", r"(?:comments?|comment-?(?:list|area|section|thread|container|wrapper|box)|commentlist"
                 r"|comments-?(?:area|list|section|wrapper|container|block)|disqus(?:_thread)?|disqus-?thread"
                 r"|responses?|discussion|reader-?comments?|user-?comments?|fb-?comments|livefyre)"),
    ("respond", r"(?:respond|comment-?form|commentform|reply-?form|leave-?comment|post-?comment|add-?comment)"),
    ("caption", r"(?:caption|captions|fig-?caption|wp-caption(?:-text)?|image-?caption|photo-?(?:caption|credit)"
                r"|img-?caption|credit|credits|image-?credit|copyright-?image|cutline|media-?caption|bildunterschrift)"),
    ("byline", r"(?:byline|by-?line|author|authors|author-?name|dateline|date-?line|pubdate|pub-?date|publish(?:ed)?-?(?:date|time|on)?"
               r"|timestamp|time-?stamp|posted-?(?:on|by)|entry-?meta|post-?meta|article-?meta|meta-?info|post-?info|article-?info"
               r"|datestamp|post-?date|article-?date|story-?date|date|kicker|section-?name|eyebrow|by)"),
    ("bio", r"(?:bio|author-?(?:bio|info|box|card|description|about|profile)|about-?(?:the-?)?author|contributor|biography)"),
    ("deck", r"(?:standfirst|deck|dek|sub-?title|sub-?head(?:line)?|sub-?heading|stand-?first|abstract|article-?summary|article-?intro)"),
    ("pull", r"(?:pull|pull-?quote|pullquote|quote-?box)"),
    ("notes", r"(?:footnotes?|endnotes?|references|reflist)"),
    ("rights", r"(?:copyright|license|licence|rights)"),
    ("body", r"(?:article-?(?:body|text|content)|story-?(?:body|text|content)|entry-?(?:content|body|text)"
             r"|post-?(?:content|body|entry|text)|articlebody|storybody|body-?(?:text|copy|content)|main-?(?:text|content)"
             r"|page-?content|rich-?text|content__article-body|text-?content|instapaper_body|hentry)"),
)  # fmt: skip
_PATTERNS = tuple((name, re.compile(pattern)) for name, pattern in RULES)
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_ENDS = re.compile(r"(?:^|[-_])(\w+?)(?:[-_]\d+|\d+)?$")

OUTSIDE = frozenset(
    {
        "nav",
        "masthead",
        "footer",
        "aside",
        "related",
        "ad",
        "share",
        "signup",
        "cookie",
        "dialog",
        "tags",
        "form",
        "respond",
        "pull",
    }
)
"""The hints of what is no part of a work."""


def of(element: HtmlElement) -> frozenset[str]:
    """What one element says of itself; empty for `<html>` and `<body>`, whose classes are switches."""
    if element.tag in {"html", "body"}:
        return frozenset()
    found = {_BY_TAG.get(str(element.tag)), _BY_ROLE.get((element.get("role") or "").lower())}
    if "articlebody" in (element.get("itemprop") or "").lower():
        found.add("body")
    for name in _names(element):
        found.update(hint for hint, pattern in _PATTERNS if pattern.fullmatch(name))
    return frozenset(hint for hint in found if hint)


def _names(element: HtmlElement) -> Iterator[str]:
    """The class names and the id of an element, in lower case, whole and by their last part."""
    given = f"{element.get('class') or ''} {element.get('id') or ''}".split()
    for name in dict.fromkeys(given[:12]):
        plain = _CAMEL.sub("-", name[:60]).lower().replace("_", "-").strip("-")
        yield plain
        parts = plain.split("-")
        if len(parts) > 1:
            yield parts[-1]
            yield parts[0]
            yield "-".join(parts[-2:])
