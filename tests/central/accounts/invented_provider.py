"""An invented organisation's sign-in: a running provider that signs real tokens for whoever it is told to."""

from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from typing import Any
from urllib.parse import urlencode

from joserfc import jwt
from joserfc.jwk import RSAKey
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from tests.central.browser import free_socket, served_app

CLIENT, SECRET = "invented-office", "an invented secret"


@cache
def own_key() -> RSAKey:
    """The key that the provider publishes."""
    return RSAKey.generate_key(2048, {"kid": "k", "alg": "RS256"})


@dataclass
class InventedProvider:
    """What it signs is set by the test; wrong things too."""

    issuer: str = ""
    claims: dict[str, Any] = field(default_factory=dict)
    key: RSAKey = field(default_factory=own_key)
    signing_key: RSAKey | None = None
    asked: dict[str, str] = field(default_factory=dict)

    def metadata(self, _: Request) -> Response:
        return JSONResponse(
            {
                "issuer": self.issuer,
                "authorization_endpoint": f"{self.issuer}/authorize",
                "token_endpoint": f"{self.issuer}/token",
                "jwks_uri": f"{self.issuer}/keys",
                "id_token_signing_alg_values_supported": ["RS256"],
            }
        )

    def keys(self, _: Request) -> Response:
        return JSONResponse({"keys": [self.key.as_dict(private=False)]})

    def authorize(self, request: Request) -> Response:
        self.asked = dict(request.query_params)
        back = urlencode({"code": "invented-code", "state": self.asked["state"]})
        return RedirectResponse(f"{self.asked['redirect_uri']}?{back}", status_code=302)

    async def token(self, request: Request) -> Response:
        form = await request.form()
        assert form["code_verifier"]
        claims = {
            "iss": self.issuer,
            "aud": CLIENT,
            "iat": 1_000_000_000,
            "exp": 32_000_000_000,
            "nonce": self.asked["nonce"],
            **self.claims,
        }
        signed = jwt.encode({"alg": "RS256", "kid": "k"}, claims, self.signing_key or self.key)
        token = {"access_token": "a", "token_type": "Bearer", "id_token": signed}
        return JSONResponse(token)


@contextmanager
def running_provider() -> Generator[InventedProvider, None, None]:
    """A provider that answers on this machine for as long as the block lasts."""
    provider = InventedProvider()
    app = Starlette(
        routes=[
            Route("/.well-known/openid-configuration", provider.metadata),
            Route("/keys", provider.keys),
            Route("/authorize", provider.authorize),
            Route("/token", provider.token, methods=["POST"]),
        ]
    )
    with free_socket() as listening:
        provider.issuer = f"http://localhost:{listening.getsockname()[1]}"
        with served_app(app, listening):
            yield provider
