"""What the names of an element (id, classes, role) say about its content, in the words page makers use."""

from __future__ import annotations

import re
from functools import lru_cache

_WORDS: dict[str, str] = {
    "body": (
        r"article[-_ ]?(?:body|content|text|main|copy)|(?:post|entry|story|news|page|main|blog)[-_ ]?(?:body|content|text|copy)"
        r"|body[-_ ]?(?:text|copy|content)|content[-_ ]?(?:body|text)|articlebody|maintext|honbun|rich[-_ ]?text|prose"
        r"|field-name-body|text-?content|wysiwyg|text-?body|the-content|wp-block-post-content"
    ),
    "article": r"article|artikel|articolo|articulo|kiji|h-?entry|story|(?<![a-z])(?:post|entry|blog)(?![a-z])",
    "content": r"content|(?<![a-z])main(?![a-z])|(?<![a-z])text(?![a-z])|paragraph|(?<![a-z])(?:body|copy|txt)(?![a-z])",
    "lead": r"lead|(?<![a-z])lede|intro|summary|standfirst|(?<![a-z])deck|chapo|vorspann|abstract|teaser-?text|excerpt|dek(?![a-z])",
    "comment": r"comment|disqus|kommentar|(?<![a-z])reply|replies|respond|discussion|forum-?post|livefyre|trackback",
    "share": r"share|sharing|social|(?<![a-z])sns|tweet|twitter|facebook|pinterest|hatena|addthis|follow|linkedin|whatsapp|(?<![a-z])line-btn",
    "related": (
        r"related|relate[d_]|kanren|recommend|osusume|outbrain|taboola|you-?may|more-?(?:from|news|stories|articles|posts)"
        r"|read-?(?:more|next|also)|also|see-?also|similar|other-?(?:news|articles|posts)|next-?(?:article|post|up)|recirc|linklist|more-on"
    ),
    "ranking": r"rank|popular|trending|most-?(?:read|view|pop)|latest|recent|headlines|top-?stor|newsfeed|new-?arriv|pickup|(?<![a-z])hot(?![a-z])",
    "sidebar": r"side-?bar|(?<![a-z])side|aside|(?<![a-z])rail(?![a-z])|right-?col|col-?right|sub-?(?:column|col|contents?)(?![a-z])|secondary|widget",
    "nav": r"nav|menu|breadcrumb|pankuzu|topic-?path|crumb|gnav|(?<![a-z])tabs?(?![a-z])|skip-?link|site-?map|directory",
    "footer": r"foot|copyright|colophon|legal|disclaimer|privacy|terms",
    "header": r"header|mast-?head|(?<![a-z])top-?(?:bar|nav|menu)|logo|brand(?:ing)?|banner|(?<![a-z])head(?![a-z])",
    "ad": r"(?<![a-z])ads?(?![a-z])|advert|sponsor|promo|adsense|(?<![a-z])ad[-_]|dfp|gpt-|commercial|affiliate|(?<![a-z])pr(?![a-z])|partner|werbung|anzeige",
    "subscribe": r"newsletter|subscri|sign-?up|mail-?mag|paywall|member|register|login|log-?in|premium|opt-?in|(?<![a-z])cta(?![a-z])|donat|regwall|promo|piano|offer",
    "form": r"form(?![a-z])|search|input|field(?!-name-body)|button|btn|submit|captcha|poll|quiz|survey",
    "meta": r"meta|date|time|publish|posted|timestamp|(?<![a-z])info(?![a-z])|stats?(?![a-z])|views?(?![a-z])|dateline",
    "author": r"author|byline|(?<![a-z])bio(?![a-z])|profile|writer|reporter|contributor|vcard|about-?the|signature|autor|shippitsu",
    "tags": r"(?<![a-z])tags?(?![a-z])|categor|taxonomy|keyword|topics?(?![a-z])|label|(?<![a-z])cat(?![a-z])|genre",
    "caption": r"caption|credit|legend|figcap|(?<![a-z])cap(?![a-z])|photo-?(?:text|info)|img-?(?:text|info)|picture-?text|copyright-?info|attribution",
    "media": r"gallery|carousel|slide|video|player|audio|photo|image|thumb|(?<![a-z])img|picture|media|lightbox|embed|figure|podcast",
    "title": r"title|headline|heading|(?<![a-z])ttl|midashi|(?<![a-z])h1(?![a-z])|subject",
    "pager": r"pager|paginat|page-?(?:nav|num|link)|prev|(?<![a-z])next(?![a-z])|older|newer",
    "tool": r"tool|util|print|font-?size|bookmark|clip|scrap|memo|action|toggle|(?<![a-z])icon|feedback|report|rating|vote|like(?![a-z])|reaction",
    "popup": r"cookie|consent|gdpr|modal|popup|pop-?up|overlay|dialog|notif|alert|toast|banner|sticky|interstitial|notice|message",
    "list": r"(?<![a-z])list|items?(?![a-z])|archive|index|grid|cards?(?![a-z])|teaser|tile|stream|feed|module|(?<![a-z])box(?![a-z])",
    "toc": r"(?<![a-z])toc(?![a-z])|table-?of-?contents|mokuji|index-?list|jump-?link",
    "quote": r"quote|pull|blockquote|highlight|callout|fact-?box|infobox|key-?points|takeaway|bullets",
    "hidden": r"hidden|(?<![a-z])hide|invisible|sr-only|screen-?reader|print-?only|no-?print|collaps|d-none|clipped|off-?screen",
    "embed": r"tweet|instagram|embed|youtube|social-?embed|wp-embed",
    "product": r"product|price|cart|shop|buy|(?<![a-z])store|amazon|review-?(?:box|score)|spec(?:s|ification)|deal|coupon",
    "notes": r"foot-?note|(?<![a-z])notes?(?![a-z])|reference|(?<![a-z])source(?![a-z])|citation|annotation|correction|editor",
}
NAMES: tuple[str, ...] = tuple(_WORDS)
_PATTERNS = tuple(re.compile(words) for words in _WORDS.values())
_TAGS: dict[str, tuple[str, ...]] = {
    "article": ("article",),
    "main": ("content",),
    "aside": ("sidebar",),
    "nav": ("nav",),
    "menu": ("nav",),
    "header": ("header",),
    "footer": ("footer",),
    "form": ("form",),
    "button": ("form", "tool"),
    "figcaption": ("caption",),
    "figure": ("media",),
    "label": ("form",),
}
BIT: dict[str, int] = {name: 1 << n for n, name in enumerate(NAMES)}


def hints_of(tag: str, names: str, role: str) -> int:
    """Return what an element's tag, names (lower case) and role say, as a set of ``BIT``."""
    bits = 0
    for name in _TAGS.get(tag, ()):
        bits |= BIT[name]
    if names or role:
        for word in f"{names} {role}".split():
            bits |= _word_hints(word)
    return bits


@lru_cache(maxsize=16384)
def _word_hints(word: str) -> int:
    """Class names repeat within a page and from page to page of a site, so that most are met only once."""
    bits = 0
    for number, pattern in enumerate(_PATTERNS):
        if pattern.search(word):
            bits |= 1 << number
    return bits
