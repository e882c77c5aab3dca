"""Web and e-mail addresses as feeds write them, put right where that is safe."""

import re
from urllib.parse import quote, urlsplit, urlunsplit

from vrn_desktop.content.service_feeds.feed_fields import FeedFields

_SAFE = "%/:=&?~#+!$,;'@()*-._"
_HOST = re.compile(
    r"([a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?\.)+[a-z0-9][a-z0-9-]{0,61}[a-z0-9](:\d{1,5})?"
)
_PLAIN_PAGE = re.compile(
    r"https?://(?:[a-z0-9]{1,63}\.){1,5}[a-z]{2,20}(?:/[A-Za-z0-9/_.~-]{0,500})?"
)
_EMAIL = re.compile(
    r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@([A-Za-z0-9-]{1,63}\.)+[A-Za-z0-9-]{2,63}"
)
_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:(?=//|[a-zA-Z])")
_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")


def page_of(fields: FeedFields, *names: str) -> str:
    """The page of a field with its scheme; what is no address of a page is noted and dropped."""
    written = fields.line(*names, limit=2_000)
    name, _ = fields.named(*names)
    if not written:
        return ""
    page = web_page(written)
    if not page:
        fields.warn(name, "this is not the address of a page")
    elif not _SCHEME.match(written):
        fields.warn(name, "the address had no scheme and was completed with https")
    return page


def web_page(written: str) -> str:
    """An address of a page in a form that browsers and the standard take, empty where it is none."""
    if _PLAIN_PAGE.fullmatch(written):
        return written
    text = written if _SCHEME.match(written) else f"https://{written.lstrip('/')}"
    try:
        parts = urlsplit(text)
        if parts.scheme not in {"http", "https"} or parts.username or " " in parts.netloc:
            return ""
        host = parts.netloc.lower().encode("idna").decode("ascii")
    except (ValueError, UnicodeError):
        return ""
    if not _HOST.fullmatch(host):
        return ""
    rest = (_PERCENT.sub("%25", quote(part, safe=_SAFE)) for part in parts[2:])
    path, query, fragment = rest
    fragment = fragment.replace("#", "%23")
    return urlunsplit((parts.scheme, host, path, query.replace("#", "%23"), fragment))


def email_of(fields: FeedFields, *names: str) -> str:
    """The e-mail address of a field; hard spaces and `mailto:` are taken away, and it is said."""
    name, value = fields.named(*names)
    written = fields.line(*names)
    if not written:
        return ""
    email = "".join(written.split()).removeprefix("mailto:")
    if not _EMAIL.fullmatch(email) or ".." in email or email.startswith(".") or ".@" in email:
        fields.warn(name, "this is not an e-mail address")
        return ""
    if email != value:
        fields.warn(name, "spaces or a prefix were taken out of the e-mail address")
    return email
