"""Sign-in by the organisation's provider (OpenID Connect): it says who somebody is, not what they may do."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from authlib.common.errors import AuthlibBaseError  # type: ignore[import-untyped]  # no types
from authlib.integrations.base_client import BaseApp  # type: ignore[import-untyped]  # no types
from authlib.integrations.base_client.sync_app import (  # type: ignore[import-untyped]  # no types
    OAuth2Mixin,
)
from authlib.integrations.base_client.sync_openid import (  # type: ignore[import-untyped]  # no types
    OpenIDMixin,
)
from authlib.integrations.httpx_client import OAuth2Client  # type: ignore[import-untyped]  # no types
from httpx2 import HTTPError
from joserfc.errors import JoseError

SETTINGS_FILE = "open-id.toml"
_PREFIX = "VRN_CENTRAL_OPENID_"
_KNOWN = ("issuer", "client_id", "client_secret", "name")
_SIGNATURES = ("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512")
"""Signed with the provider's private key; a secret that both sides know would not do."""
_THIS_MACHINE = ("localhost", "127.0.0.1")


class ProviderSettingsError(ValueError):
    """The settings of the organisation's sign-in cannot be used; the sentence says why."""


class ProviderError(Exception):
    """The provider could not be reached, or what it said does not hold."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProviderSettings:
    """Where the organisation's sign-in is, and how this office is known there."""

    issuer: str
    client_id: str
    client_secret: str
    name: str
    """What the button calls it."""

    def __repr__(self) -> str:
        return f"ProviderSettings({self.issuer!r})"


@dataclass(frozen=True, slots=True, kw_only=True)
class SentAway:
    """Where the browser goes, and what must fit when it comes back."""

    url: str
    state: str
    nonce: str
    verifier: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProvenPerson:
    """Whom the provider signed for."""

    subject: str
    """The issuer and its own name for the person, which never changes."""
    email: str
    """Empty unless the provider says that it has verified the address."""


def settings_from(environment: Mapping[str, str], folder: Path) -> ProviderSettings | None:
    """The settings in the environment, else in `open-id.toml` in the data folder; None without any.

    Raises:
        ProviderSettingsError: some are missing, or the issuer is not reached by https.
    """
    values = {key: environment.get(_PREFIX + key.upper(), "") for key in _KNOWN}
    file = folder / SETTINGS_FILE
    if not any(values.values()) and file.is_file():
        values = _values_in(file)
    if not any(values.values()):
        return None
    for key in ("issuer", "client_id", "client_secret"):
        if not values.get(key):
            raise ProviderSettingsError(
                f"the setting {key!r} of the organisation's sign-in is missing"
            )
    address = urlsplit(values["issuer"])
    if address.scheme != "https" and address.hostname not in _THIS_MACHINE:
        raise ProviderSettingsError("the organisation's sign-in must be reached by https")
    return ProviderSettings(
        issuer=values["issuer"],
        client_id=values["client_id"],
        client_secret=values["client_secret"],
        name=values.get("name") or "your organisation",
    )


class _ProviderApp(OAuth2Mixin, OpenIDMixin, BaseApp):  # type: ignore[misc]  # Authlib has no types
    client_cls = OAuth2Client


class Provider:
    """The organisation's sign-in, spoken to by Authlib."""

    def __init__(self, settings: ProviderSettings) -> None:
        self.name = settings.name
        self._issuer = settings.issuer
        self._client_id = settings.client_id
        self._app = _ProviderApp(
            None,
            client_id=settings.client_id,
            client_secret=settings.client_secret,
            server_metadata_url=settings.issuer.rstrip("/") + "/.well-known/openid-configuration",
            client_kwargs={"scope": "openid email profile", "code_challenge_method": "S256"},
        )

    def send_away(self, back_to: str) -> SentAway:
        """Where to send the browser.

        Raises:
            ProviderError: the provider cannot be reached.
        """
        try:
            begun = self._app.create_authorization_url(back_to)
        except (AuthlibBaseError, HTTPError, RuntimeError, ValueError) as error:
            raise ProviderError("the provider cannot be reached") from error
        return SentAway(
            url=begun["url"],
            state=begun["state"],
            nonce=begun["nonce"],
            verifier=begun["code_verifier"],
        )

    def proven(self, code: str, *, back_to: str, nonce: str, verifier: str) -> ProvenPerson:
        """Trade the code for a signed token and check every part of it.

        Raises:
            ProviderError: no token, or one that is not for this office, this try and this moment.
        """
        try:
            token = self._app.fetch_access_token(
                back_to, code=code, code_verifier=verifier, grant_type="authorization_code"
            )
            claims = self._claims(token, nonce)
        except (AuthlibBaseError, JoseError, HTTPError, RuntimeError, ValueError) as error:
            raise ProviderError("what the provider said does not hold") from error
        verified = claims.get("email_verified") is True
        return ProvenPerson(
            subject=f"{self._issuer}|{claims['sub']}",
            email=str(claims.get("email", "")).strip().lower() if verified else "",
        )

    def _claims(self, token: Mapping[str, Any], nonce: str) -> Mapping[str, Any]:
        metadata = self._app.load_server_metadata()
        named = metadata.get("id_token_signing_alg_values_supported", _SIGNATURES)
        metadata["id_token_signing_alg_values_supported"] = [
            name for name in named if name in _SIGNATURES
        ]
        claims = self._app.parse_id_token(
            token,
            nonce,
            claims_options={
                "iss": {"essential": True, "values": [self._issuer]},
                "aud": {"essential": True, "value": self._client_id},
                "sub": {"essential": True},
                "exp": {"essential": True},
            },
        )
        if not claims or not isinstance(claims.get("sub"), str):
            raise ProviderError("the provider named nobody")
        return dict(claims)


def _values_in(file: Path) -> dict[str, str]:
    try:
        values = tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ProviderSettingsError(f"{SETTINGS_FILE} cannot be read as TOML") from error
    if not all(key in _KNOWN and isinstance(value, str) for key, value in values.items()):
        raise ProviderSettingsError(f"{SETTINGS_FILE} knows only {', '.join(_KNOWN)}")
    return values
