"""The organisation's sign-in lets in who was invited, always as the same person, on a token that holds."""

from collections.abc import Generator
from pathlib import Path

import httpx2
import pytest
from joserfc.jwk import RSAKey
from sqlalchemy import Engine

from tests.central.accounts.invented_provider import (
    CLIENT,
    SECRET,
    InventedProvider,
    running_provider,
)
from tests.central.accounts.test_people import Office
from vrn_desktop.central.accounts.open_id import (
    Provider,
    ProviderError,
    ProviderSettings,
    ProviderSettingsError,
    settings_from,
)
from vrn_desktop.central.accounts.provider_sign_in import (
    NotInvitedError,
    StrangeReturnError,
    come_back,
    set_out,
)
from vrn_desktop.central.accounts.roles import Role

BACK = "http://localhost/sign-in/provider/back"
BEN = {"sub": "subject-7", "email": "Ben.Example@office.invalid", "email_verified": True}


@pytest.fixture
def organisation() -> Generator[InventedProvider, None, None]:
    with running_provider() as provider:
        yield provider


def came_in(office: Office, organisation: InventedProvider, *, back_as: str = "visit") -> str:
    settings = ProviderSettings(
        issuer=organisation.issuer, client_id=CLIENT, client_secret=SECRET, name="Sample Trust"
    )
    provider = Provider(settings)
    url = set_out(office.engine, provider, visit="visit", back_to=BACK, now=office.clock())
    returned = httpx2.URL(httpx2.get(url).headers["location"])
    return come_back(
        office.engine,
        provider,
        visit=back_as,
        state=returned.params["state"],
        code=returned.params["code"],
        back_to=BACK,
        now=office.clock(),
        draw=office.draw,
    )


@pytest.fixture
def office(engine: Engine) -> Office:
    return Office(engine)


def test_who_was_invited_comes_in_with_our_roles_and_is_known_by_subject_afterwards(
    office: Office, organisation: InventedProvider
) -> None:
    office.invited("Ben Example", Role.PUBLISHER)
    organisation.claims = {**BEN, "roles": ["intake"]}
    first = office.session(came_in(office, organisation)).person
    assert (first.name, first.roles) == ("Ben Example", frozenset({Role.PUBLISHER}))
    organisation.claims = {"sub": "subject-7", "email": "new.name@office.invalid"}
    assert office.session(came_in(office, organisation)).person == first
    organisation.claims = {**BEN, "sub": "subject-8"}
    with pytest.raises(NotInvitedError):
        came_in(office, organisation)


@pytest.mark.parametrize(
    "claims",
    [
        {**BEN, "email": "eve@office.invalid"},
        {**BEN, "email_verified": False},
        {"sub": "subject-7", "email": BEN["email"]},
        {**BEN, "email": "ada@office.invalid"},
    ],
    ids=["another address", "not verified", "nothing said", "a person without invitation"],
)
def test_nobody_else_comes_in(
    office: Office, organisation: InventedProvider, claims: dict[str, object]
) -> None:
    office.invited("Ben Example", Role.PUBLISHER)
    organisation.claims = claims
    with pytest.raises(NotInvitedError):
        came_in(office, organisation)


@pytest.mark.parametrize(
    "wrong",
    [
        {"aud": "another-office"},
        {"iss": "https://other.invalid"},
        {"nonce": "of another try"},
        {"exp": 1_000_000_001},
        {"sub": None},
    ],
    ids=["audience", "issuer", "nonce", "expired", "nobody"],
)
def test_a_token_that_is_not_for_this_try_at_this_office_is_refused(
    office: Office, organisation: InventedProvider, wrong: dict[str, object]
) -> None:
    office.invited("Ben Example", Role.PUBLISHER)
    organisation.claims = {**BEN, **wrong}
    with pytest.raises(ProviderError):
        came_in(office, organisation)


def test_a_token_signed_by_another_key_is_refused(
    office: Office, organisation: InventedProvider
) -> None:
    office.invited("Ben Example", Role.PUBLISHER)
    organisation.claims = dict(BEN)
    organisation.signing_key = RSAKey.generate_key(2048, {"kid": "k", "alg": "RS256"})
    with pytest.raises(ProviderError):
        came_in(office, organisation)


def test_another_browser_cannot_come_back_in_ones_place(
    office: Office, organisation: InventedProvider
) -> None:
    office.invited("Ben Example", Role.PUBLISHER)
    organisation.claims = dict(BEN)
    with pytest.raises(StrangeReturnError):
        came_in(office, organisation, back_as="another visit")


def test_settings_come_from_the_environment_or_a_file_and_ask_for_https(tmp_path: Path) -> None:
    assert settings_from({}, tmp_path) is None
    file = tmp_path / "open-id.toml"
    file.write_text(
        'issuer = "https://id.invalid"\nclient_id = "a"\nclient_secret = "b"\n', encoding="utf-8"
    )
    found = settings_from({}, tmp_path)
    assert found is not None
    assert (found.issuer, "b" in repr(found)) == ("https://id.invalid", False)
    plain = {"VRN_CENTRAL_OPENID_ISSUER": "http://id.invalid"}
    with pytest.raises(ProviderSettingsError, match="client_id"):
        settings_from(plain, tmp_path)
    plain |= {"VRN_CENTRAL_OPENID_CLIENT_ID": "a", "VRN_CENTRAL_OPENID_CLIENT_SECRET": "b"}
    with pytest.raises(ProviderSettingsError, match="https"):
        settings_from(plain, tmp_path)
