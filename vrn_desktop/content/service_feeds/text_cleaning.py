"""Makes feeds' texts fit to show: no markup but a little, nothing invisible, no pictures in letters' clothes."""

import html
import re
from dataclasses import dataclass

import nh3

_MARKUP = re.compile(r"</?[a-zA-Z!][^<>]*>|&(#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]\w{1,30});")
_PICTURE = re.compile(r"data:[\w.+-]+/[\w.+-]+(;[\w=.-]+)*;base64,[A-Za-z0-9+/=\s]*")
_INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u061c\u180e\u200b\u200e\u200f"
    "\u202a-\u202e\u2060-\u2069\ufeff\ufff0-\ufffb\ufffe\uffff\ud800-\udfff\U000e0000-\U000e007f]"
)
_SPACES = re.compile("[ \t\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
_BREAKS = re.compile(r"\r\n?|[\x85\u2028\u2029]")
_MANY_BREAKS = re.compile(r"\n{3,}")
_LINE_END = re.compile(r"<br ?/?>|</(?:p|ul|ol)>")
_TAG = re.compile(r"<[^<>]*>")
_BOX = re.compile(
    r"<(/?)(?!(?:br|img|hr|p|li|wbr|input|meta|link|td|tr|th)\b)[a-zA-Z][^<>]*>", re.IGNORECASE
)
_DEEPEST_MARKUP = 100
_TAGS = {"p", "ul", "ol", "li", "strong", "em", "a", "br"}
_SCHEMES = {"http", "https", "mailto", "tel"}
_ANGLES = str.maketrans({"<": "\N{SINGLE LEFT-POINTING ANGLE QUOTATION MARK}", ">": "\u203a"})

_UNCLEANED = 400_000
"""Characters that are looked at; longer texts are cut first, whatever they hold."""
_DEEPEST_ENCODING = 4
"""Times that markup was written as text by mistake (`&amp;lt;p&amp;gt;`) and is still understood."""
_UNSEEN = "invisible or direction-changing characters were taken out"
_PICTURED = "a picture inside the text was dropped"
_DEEP = "markup nested too deep was dropped"
_CUT = f"the text is longer than {_UNCLEANED:,} characters and was cut"


@dataclass(frozen=True, slots=True)
class CleanText:
    """A text with what was taken out of it, in words; `markup` is the cleaned form, empty for plain text."""

    plain: str
    markup: str = ""
    removed: tuple[str, ...] = ()


def is_clean_line(text: str) -> bool:
    """Whether a text is certainly one clean line already; most of a feed's are."""
    return (
        text.isascii()
        and text.isprintable()
        and "<" not in text
        and ">" not in text
        and "&" not in text
        and "  " not in text
        and text.strip() == text
    )


def clean_line(text: str) -> CleanText:
    """One line: no markup, single spaces."""
    if is_clean_line(text):
        return CleanText(text)
    found = clean_text(text)
    return CleanText(" ".join(found.plain.split()), removed=found.removed)


def clean_text(text: str) -> CleanText:
    """A text of several lines with its cleaned markup, where it has any.

    Angle brackets that are not markup become single quotation marks that look alike, so that no letter
    can carry half a tag.
    """
    removed: list[str] = []
    text = _bounded(text, removed)
    plain = text.isascii() and text.isprintable()
    seen = text if plain else _INVISIBLE.sub("", text)
    if len(seen) != len(text):
        removed.append(_UNSEEN)
    seen, markup = _read_markup(seen, removed)
    return CleanText(_tidy(seen.translate(_ANGLES)), markup, tuple(dict.fromkeys(removed)))


def _bounded(text: str, removed: list[str]) -> str:
    """A text without pictures, with one kind of line end, and no longer than can be looked at."""
    if ";base64," in text:
        text = _PICTURE.sub("", text)
        removed.append(_PICTURED)
    if len(text) > _UNCLEANED:
        text = text[:_UNCLEANED]
        removed.append(_CUT)
    return _BREAKS.sub("\n", text)


def _read_markup(text: str, removed: list[str]) -> tuple[str, str]:
    """What a text says without its markup, and the markup that is allowed."""
    markup = ""
    for _ in range(_DEEPEST_ENCODING):
        if not _MARKUP.search(text):
            return text, markup
        if _is_too_deep(text):
            text = _TAG.sub(" ", text)
            removed.append(_DEEP)
        cleaned = _cleaned(text)
        shown = _INVISIBLE.sub("", cleaned)
        text = _without_tags(shown)
        if shown != cleaned:
            removed.append(_UNSEEN)
        if not markup and _TAG.search(shown):
            markup = shown
    return _MARKUP.sub(lambda found: found[0].replace("&", "& "), text), markup


def _is_too_deep(text: str) -> bool:
    """Whether boxes in boxes would keep the cleaner busy for minutes."""
    depth = 0
    for box in _BOX.finditer(text):
        depth = max(0, depth - 1) if box[1] else depth + 1
        if depth > _DEEPEST_MARKUP:
            return True
    return False


def _cleaned(text: str) -> str:
    cleaned = nh3.clean(
        text,
        tags=_TAGS,
        attributes={"a": {"href"}},
        url_schemes=_SCHEMES,
        link_rel=None,
        clean_content_tags={"script", "style"},
    )
    return cleaned.replace("&nbsp;", " ").replace("\xa0", " ").strip()


def _without_tags(markup: str) -> str:
    broken = _LINE_END.sub("\n", markup).replace("<li>", "\n\N{BULLET} ").replace("<p>", "\n")
    return _INVISIBLE.sub("", html.unescape(_TAG.sub("", broken)))


def _tidy(text: str) -> str:
    lines = (_SPACES.sub(" ", line).strip() for line in text.split("\n"))
    return _MANY_BREAKS.sub("\n\n", "\n".join(lines)).strip()


def has_invisible(text: str) -> bool:
    """Whether a text holds characters that nobody sees or that change its direction."""
    return _INVISIBLE.search(text) is not None
