"""Pleas: lines in which a web page asks its reader for something instead of telling the story.

They stand between the paragraphs of a work, in the same form: subscribe, follow us, send a tip.
"""

import re

from annotate.patterns import Patterns
from annotate.segments.lines import Line

_SITES = r"(?:Twitter|Facebook|Instagram|LinkedIn|YouTube|WhatsApp|Telegram|TikTok|Google|X)\b"
_WHO = r"(?:us|me|him|her|them|the \w+|@\w+|[A-Z][\w’']+(?: [A-Z][\w’']+){0,3})"

RULES = (
    (
        "sign up",
        (
            r"\b(?:sign(?:ing)? up|subscrib(?:e|ing)|register)\b.{0,90}\b(?:newsletters?|e-?mails?"
            r"|updates|podcasts?|channel|alerts|in-?box|membership|digital access)\b"
        ),
    ),
    (
        "newsletter",
        r"\bnewsletters?\b.{0,120}\b(?:sign up|subscribe) (?:now|today|here)\b",
    ),
    (
        "newsletter abroad",
        (
            r"\bnewsletters?\b.{0,90}\b(?:abonnieren|anmelden|bestellen|inscrivez|abonnez|suscríbe"
            r"|iscriviti|assine|inscreva)"
            r"|\b(?:abonnieren|bestellen|inscrivez|abonnez|suscr[ií]b\w*|iscriviti|assine"
            r"|inscreva)\b"
            r".{0,60}\b(?:newsletters?|bolet[ií]n(?:es)?|infolettre|lettre d[’']information)\b"
        ),
    ),
    (
        "inbox abroad",
        (
            r"\b(?:in Ihr(?:em)? (?:\w+-)?Postfach|dans votre (?:boîte|messagerie)"
            r"|en (?:tu|su) (?:correo|bandeja|buzón)|nella tua casella|no seu e-?mail)\b"
        ),
    ),
    (
        "follow abroad",
        (
            r"\b(?:seguir a|síguenos|siga(?:-nos)?|suivez|folgen Sie|seguici|seguiteci)\b.{0,60}\b"
            + _SITES
        ),
    ),
    (
        "comment",
        (
            r"^(?:please )?note: you will be asked to (?:sign in|log in|register)\b"
            r"|^(?:note: )?please (?:post|send|submit) your (?:comments?|views|feedback)"
            r" (?:on|regarding|about|using)\b"
            r"|^(?:to )?have your say on\b.{0,60}\b(?:visit|go to|at)\b"
        ),
    ),
    ("here", r"\b(?:sign up|subscribe) (?:here|now|today)[.!]?$"),
    ("alerts", r"^get (?:\w+ ){1,3}(?:alerts?|newsletters?|e-?mails?)(?: from \S.{0,40})?$"),
    (
        "address",
        (
            r"^we(?:[’']ll| will)? (?:only )?use your e-?mail address\b"
            r"|^create (?:your|a) free account\b|\bas an interest to stay up to date\b"
            r"|^(?:whats-?app|text|call) us (?:on|at) \+?\d"
        ),
    ),
    ("by a link", r"\byou can (?:also )?sign up (?:to|for)\b.{0,60}\b(?:here|below)\b"),
    (
        "reader-supported",
        (
            r"\b(?:reader|listener|viewer)-supported (?:publication|newsletter|podcast|site)\b"
            r"|\bthis post is public so feel free to share it\b"
            r"|^thanks for (?:reading|subscribing to) (?!this\b)[^.!]{2,60}[.!]"
            r" (?:this post|subscribe|share)\b"
            r"|\bto receive new posts\b|\bbecom(?:e|ing) a (?:free or )?paid (?:subscriber|member)"
        ),
    ),
    (
        "tag us",
        (
            rf"\btag (?:us |me |it )?[@#]\w+ (?:on {_SITES}|so )|\bdid you make this recipe\b"
            r"|^if you (?:make|try|bake|cook|made|tried) (?:this|these|my)\b.{0,120}"
            r"\b(?:leave a (?:\w+ )?(?:comment|rating|review)|rate (?:it|this)|tag me|"
            r"star rating)\b"
        ),
    ),
    (
        "enjoyed",
        (
            r"^if you(?:[’']ve| have)? (?:enjoyed|liked|found|like|enjoy) (?:this|my|our|what)\b"
            r".{0,70}\b(?:clap|follow|subscrib|recommend|hit the|press the|click|leave a"
            r"|share (?:it|this))"
        ),
    ),
    ("favour", r"\b(?:small|quick) favou?r to ask\b"),
    ("form", r"\bfill (?:out|in) (?:this|the|our) (?:\w+ ){0,3}form\b"),
    (
        "consent",
        (
            r"\bby (?:submitting|signing up|subscribing|registering|providing|entering|clicking)\b"
            r".{0,120}\b(?:agree|acknowledge|accept|consent)"
        ),
    ),
    ("follow", rf"\b(?:follow|like|join|find|friend) {_WHO} on (?:your )?{_SITES}"),
    (
        "page abroad",
        (
            r"\b(?:notre|nos|nossa|nuestr[ao]|unser\w*|nostra|наш\w*) (?:page|pages|compte|chaîne"
            r"|canal|página|perfil|grupo|Seite|Kanal|pagina|канал\w*|групп\w*|страниц\w*)\b.{0,30}\b"
            + _SITES
        ),
    ),
    (
        "more abroad",
        (
            r"^(?:veja|leia|confira|acompanhe) mais (?:notícias|sobre)\b.{0,60}$"
            r"|^(?:más|mais|altre) (?:noticias|notícias|notizie) (?:de|da|do|en|em|su)\b.{0,40}$"
            r"|^(?:plus d[’']|toute l[’'])(?:infos?|articles|actualité)\b.{0,60}$"
        ),
    ),
    ("follow in Turkish", rf"\b{_SITES}.{{0,20}}\btakip edin(?:iz)?\b"),
    (
        "click abroad",
        (
            r"\b(?:clique aqui|(?:haga|haz|hacé) clic[k]? (?:aquí|en)|cliquez (?:ici|sur)"
            r"|(?:klicken|tippen) Sie (?:hier|auf)|clicca qui|klik (?:hier|di sini)|tıklayın(?:ız)?"
            r"|нажмите (?:здесь|сюда|на|Ctrl))\b"
        ),
    ),
    (
        "app stores",
        (
            r"\b(?:get|download|try|install) .{0,50}\bapp\b.{0,30}"
            r"\b(?:iOS|iPhone|iPad|Android|App Store|Google Play)\b"
        ),
    ),
    ("app", r"\bdownload (?:and \w+ (?:to )?)?(?:our|the) (?:\w+ ){0,5}app\b"),
    (
        "others",
        (
            r"^join (?:over |more than |our |the )?\d[\d.,]*\+?\s?(?:[km]\b\+?|million|thousand)?"
            r" ?(?:\w+ ){0,4}(?:others|readers|subscribers|members|people|fans|followers"
            r"|professionals)\b.{0,80}\b(?:get(?:ting)?|receiv\w+|read(?:ing)?|sign\w*|subscri\w+|newsletters?"
            r"|e-?mails?|in-?box)\b"
        ),
    ),
    (
        "thanks",
        (
            r"^\W*thank(?:s| you) for (?:(?:completing|taking|filling (?:in|out)) (?:the|our|this)"
            r" (?:\w+ )?(?:survey|poll|form)|(?:subscribing|signing up|registering"
            r"|your (?:subscription|submission|feedback))\W*(?:$|[.!] \w))"
        ),
    ),
    (
        "latest",
        (
            r"^(?:for|to (?:read|see|watch)) (?:all )?(?:the |our )?(?:latest|breaking|live"
            r"|more (?:news|stories|updates|coverage|such)) .{0,80}?"
            r"\b(?:check|download|follow|like us|log on|subscribe|tune in|stay tuned|visit)\b"
        ),
    ),
    (
        "channel",
        (
            r"\bjoin our (?:\w+ ){0,3}(?:channel|group|community)\b"
            r"|^stay (?:updated|up[ -]to[ -]date) (?:with|on) (?:the |our )?latest\b"
        ),
    ),
    (
        "consider",
        (
            r"\b(?:consider|please) (?:(?:making|giving) (?:us )?an? (?:\w+ )?"
            r"(?:donation|contribution|gift)|donating|buying me a coffee|supporting (?:us|me)\b)"
            r"|\bbuy me a coffee\b"
        ),
    ),
    (
        "pin",
        (
            r"^(?:don[’']t forget to )?pin (?:it|this|me)(?: post| image| recipe)?"
            r"(?: for later|!|$)|\bpin (?:it|this)\b.{0,40}\bPinterest\b"
        ),
    ),
    ("home page", r"^(?:please )?visit .{2,40}\bhome ?page\b"),
    ("click", r"^(?:please )?click (?:here|on the|below)\b"),
    ("click for", r"^(?:to|for) (?:[\w’,]+ ){1,8}click (?:here|on)\b"),
    (
        "support",
        (
            r"\bsupport (?:our|quality|independent|local) (?:\w+ ){0,2}(?:journalism|reporting"
            r"|newsroom|work)\b|^support (?:us|our)\b"
        ),
    ),
    (
        "member",
        (
            r"\b(?:become|becoming) an? (?:\w+ )?(?:subscriber|supporter|patron|member)"
            r" (?:today|now|of (?:our|the))\b"
        ),
    ),
    (
        "gate",
        (
            r"^you(?:[’']ve| have) (?:read|used|reached) (?:all )?(?:your|the) (?:\w+ ){0,4}(?:free"
            r"|limit)\b|\balready a (?:subscriber|member)\b|\bcancel (?:at )?any ?time\b"
            r"|^(?:to )?(?:keep |continue )?read(?:ing)?(?: on| this \w+| the (?:full|whole) \w+)?"
            r",? (?:with a subscription|(?:please )?(?:subscribe|log in|sign in|register))\b"
        ),
    ),
    (
        "gate for some",
        (
            r"\bthis (?:story|article|content|report) is (?:only )?(?:available )?(?:for|to) "
            r"(?:our )?(?:paying )?(?:subscribers|members)\b"
            r"|\bsubscribe (?:now )?(?:for|from) (?:just |only |as little as )?[€$£]?\d"
        ),
    ),
    (
        "gate abroad",
        (
            r"\b(?:dies(?:er|e|en) (?:artikel|inhalt|text)|diesen artikel) .{0,40}\b(?:abonnenten"
            r"|registrierte|digitalabo|plus-abo)|\bbereits (?:abonnent|registriert)\w*\s*\?"
            r"|^(?:jetzt|hier) (?:abonnieren|registrieren|testen|freischalten)\b"
            r"|\bmonatlich kündbar\b|\bdéjà abonnée?\b|\bya (?:eres|es) suscriptor\b"
        ),
    ),
    (
        "readers' stories",
        (
            r"\b(?:tell us|share|send us|e-?mail us) (?:about )?(?:your|with your) (?:stor(?:y|ies)"
            r"|experiences?|views|pictures|photos)\b.{0,80}(?:e-?mail|@|\bform below)"
            r"|\bif you are willing to (?:speak|talk) to an? (?:\w+ )?(?:journalist|reporter)\b"
            r"|\b(?:schreiben|schicken|senden) Sie uns\b.{0,90}(?:@|e-?mail)"
        ),
    ),
    ("tip", r"^(?:got|have|do you have) (?:a|any) (?:\w+ )?(?:tips?|story|stories)\b.{0,80}\?"),
    (
        "question",
        (
            r"^(?:got|have|do you have) (?:an?|any) (?:\w+ )?(?:questions?|opinions?|views?)\b"
            r".{0,90}\?.{0,90}\b(?:e-?mail|write to|contact|ask) us\b"
            r"|^are you (?:\w+ ){0,9}\w+\? (?:please )?(?:e-?mail|get in touch|contact|tell us)\b"
            r"|^if you would like to submit a letter\b|\bsubmit a letter\b.{0,90}\be-?mail\b"
            r"|\b(?:like|wish) to submit\b.{0,160}\bclick here\b|\bplease click here\b"
        ),
    ),
    (
        "listen",
        (
            r"^\W*(?:listen|subscribe|tune in) (?:to|on|via)\b.{0,60}\b(?:podcast|Spotify|Apple"
            r"|iTunes|Stitcher)"
        ),
    ),
    (
        "sponsor",
        r"^(?:this|our) (?:newsletter|podcast|post|story) is (?:sponsored|brought to you) by",
    ),
    (
        "commission",
        (
            r"\b(?:we|we may|may|site may) (?:earn|receive|get) (?:an? )?(?:\w+ )?commissions?\b"
            r"|\.com (?:earns|receives|gets) (?:an? )?(?:\w+ )?commissions?\b"
            r"|\baffiliate (?:links?|commissions?)\b"
        ),
    ),
)
"""What is asked for, and the words that do it."""

_EACH = Patterns(rf"(?:(?<!\w)|(?=\.))(?:{words})" for _, words in RULES)
"""The rules, asked only where a word begins, or the end of an address. In one pattern they would
all be tried at each word; most lines have nothing that any of them needs."""

_LONGEST = 60
"""Words of a plea, at most; what is longer may speak of newsletters."""

_TOLD = re.compile(r"\b(?:was|were|had|said|told|she|he|they)\b|[“”\"]")
"""Words of a story: of somebody who subscribed, or of what was said."""


def is_plea(line: Line) -> bool:
    """Whether a line of a web page asks its reader for something: to subscribe, to follow."""
    if line.size > _LONGEST or not _EACH.match(line.words):
        return False
    return not _TOLD.search(line.words)


_APPEAL = re.compile(
    r"\b(?:donat(?:e|ions?)|contribut(?:e|ions?)|subscri(?:be|ptions?)|sign(?:ing)? up|support us"
    r"|support (?:our|the|this) \w+|newsletters?|free trial|become a (?:\w+ )?\w+"
    r"|dear (?:readers?|friends?))\b",
    re.IGNORECASE,
)
_ADDRESSED = re.compile(r"\b(?:you|your|us|our|we)\b", re.IGNORECASE)


def is_appeal(line: Line) -> bool:
    """Whether a line speaks to its reader of giving, subscribing or signing up."""
    return bool(_APPEAL.search(line.words)) and len(_ADDRESSED.findall(line.words)) >= _OFTEN


_OFTEN = 2


_CONSENT = re.compile(
    r"\b(?:cookies?|consent|partners?|personal data|personali[sz]\w+|legitimate interests?"
    r"|privacy policy|identifiers?|preferences|devices?|tracking)\b",
    re.IGNORECASE,
)


def is_consent(line: Line) -> bool:
    """Whether a line asks for consent to be followed: in the usual terms, "we" to "you"."""
    if "ookie" not in line.words and "onsent" not in line.words:
        return False
    terms = {hit[0].lower().rstrip("s") for hit in _CONSENT.finditer(line.words)}
    return len(terms) >= _TERMS and len(_ADDRESSED.findall(line.words)) >= _OFTEN


_TERMS = 4
"""Such terms in one paragraph, at least: a story of cookies has one or two."""
