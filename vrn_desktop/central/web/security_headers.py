"""The headers that keep a page to itself, and the bound on what one request may bring."""

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse, RedirectResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from vrn_desktop.central.web.central_office import CentralOffice

LARGEST_BODY = 16 * 1024 * 1024

CONTENT_SECURITY_POLICY = "; ".join(
    (
        "default-src 'none'",
        "style-src 'self'",
        "script-src 'self'",
        "img-src 'self'",
        "font-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)

_ALWAYS = {
    "content-security-policy": CONTENT_SECURITY_POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=(),"
    " publickey-credentials-create=(self), publickey-credentials-get=(self)",
}


class SecurityHeaders:
    """Puts the headers on every answer; sends people who came by another name to the right address."""

    def __init__(self, app: ASGIApp, office: CentralOffice) -> None:
        self._app = app
        self._office = office

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                self._add_to(MutableHeaders(scope=message), scope["path"])
            await send(message)

        refusal = self._refusal(scope)
        await (refusal or self._app)(scope, receive, send_with_headers)

    def _refusal(self, scope: Scope) -> ASGIApp | None:
        headers = Headers(scope=scope)
        if headers.get("host") != self._office.host:
            if scope["method"] in ("GET", "HEAD"):
                return RedirectResponse(self._office.address + scope["path"], status_code=307)
            return PlainTextResponse("This office has another address.", status_code=421)
        length = headers.get("content-length", "0")
        if "transfer-encoding" in headers or not length.isdecimal() or int(length) > LARGEST_BODY:
            return PlainTextResponse("That is more than can be sent at once.", status_code=413)
        return None

    def _add_to(self, headers: MutableHeaders, path: str) -> None:
        for name, value in _ALWAYS.items():
            headers[name] = value
        lasting = path.startswith("/static/")
        headers.setdefault("cache-control", "max-age=3600" if lasting else "no-store")
        if self._office.is_https:
            headers["strict-transport-security"] = "max-age=63072000"
