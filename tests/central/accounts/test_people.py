"""People of the office: invited, changed, removed, and never so that nobody is left to invite others."""

from datetime import timedelta

import pytest
from sqlalchemy import Connection, Engine

from tests.central.office_clock import OfficeClock
from tests.central.office_people import QUICK_GUESSES, repeating_bytes
from vrn_desktop.central.accounts import sessions
from vrn_desktop.central.accounts.first_start import (
    AlreadyStartedError,
    FirstPerson,
    FirstStart,
    WrongCodeError,
    new_code,
    set_up_first_person,
)
from vrn_desktop.central.accounts.invitations import InvitationOverError, accept
from vrn_desktop.central.accounts.passphrases import PassphraseTooEasyError
from vrn_desktop.central.accounts.people import (
    PeopleRuleError,
    change_roles,
    everybody,
    invite,
    invite_again,
    remove,
)
from vrn_desktop.central.accounts.roles import Role
from vrn_desktop.central.accounts.sessions import Session, Step
from vrn_desktop.central.accounts.sign_in import (
    MOST_FOR_ONE_ACCOUNT,
    MOST_FOR_ONE_ACCOUNT_FROM_ONE_ADDRESS,
    SignInTry,
    TooManyTriesError,
    WrongPassphraseError,
    change_passphrase,
    sign_in,
)
from vrn_desktop.central.accounts.sign_in_rules import SignInRules
from vrn_desktop.central.store.office_log import newest_lines

OWN = "pewter lantern orchard drizzle"
OTHER = "saffron kettle bramble tundra"
RULES = SignInRules(cost=QUICK_GUESSES, keys_required=False)


class Office:
    """An office with its first person, and what a test asks of it."""

    def __init__(self, engine: Engine, rules: SignInRules = RULES) -> None:
        self.engine = engine
        self.clock = OfficeClock()
        self.draw = repeating_bytes()
        self.rules = rules
        first = FirstPerson(name="Ada Example", email="ada@office.invalid", passphrase=OWN)
        self.first_token = set_up_first_person(
            engine, first, now=self.clock(), draw=self.draw, rules=rules
        ).token
        self.ada = self.session(self.first_token).person

    def session(self, token: str) -> Session:
        with self.engine.begin() as connection:
            found = sessions.session_behind(connection, token, self.clock())
        assert found is not None
        return found

    def is_open(self, token: str) -> bool:
        with self.engine.begin() as connection:
            return sessions.session_behind(connection, token, self.clock()) is not None

    def invited(self, name: str, *roles: Role) -> str:
        email = f"{name.lower().replace(' ', '.')}@office.invalid"
        with self.engine.begin() as connection:
            return invite(
                connection,
                name=name,
                email=email,
                roles=roles,
                by=self.ada,
                now=self.clock(),
                draw=self.draw,
            )

    def accepted(self, token: str) -> Session:
        with self.engine.begin() as connection:
            started = accept(
                connection, token, OTHER, now=self.clock(), draw=self.draw, rules=self.rules
            )
        return self.session(started.token)

    def tries(self, email: str, passphrase: str, client: str = "192.0.2.1") -> str:
        tried = SignInTry(email=email, passphrase=passphrase, client=client)
        return sign_in(self.engine, tried, now=self.clock(), draw=self.draw, rules=self.rules).token


@pytest.fixture
def office(engine: Engine) -> Office:
    return Office(engine)


def test_only_the_printed_code_sets_up_the_first_person_and_ten_wrong_ones_use_it_up() -> None:
    code = new_code(lambda length: bytes(range(length)))
    first = FirstStart.with_code(code)
    first.check(code.lower().replace("-", " "))
    for _ in range(10):
        with pytest.raises(WrongCodeError):
            first.check("WRONG")
    with pytest.raises(WrongCodeError):
        first.check(code)


def test_there_is_one_first_person_only(office: Office) -> None:
    second = FirstPerson(name="Eve Example", email="eve@office.invalid", passphrase=OTHER)
    with pytest.raises(AlreadyStartedError):
        set_up_first_person(
            office.engine, second, now=office.clock(), draw=office.draw, rules=RULES
        )
    with office.engine.connect() as connection:
        assert [one.name for one in everybody(connection)] == ["Ada Example"]


def test_an_invitation_works_once_and_for_seven_days(office: Office) -> None:
    token = office.invited("Ben Example", Role.PUBLISHER)
    assert office.accepted(token).person.roles == {Role.PUBLISHER}
    with pytest.raises(InvitationOverError):
        office.accepted(token)
    late = office.invited("Cai Example", Role.AUDITOR)
    office.clock.pass_by(timedelta(days=7, seconds=1))
    with pytest.raises(InvitationOverError):
        office.accepted(late)


def test_an_easy_passphrase_is_refused_and_leaves_the_invitation_open(office: Office) -> None:
    token = office.invited("Ben Example", Role.PUBLISHER)
    for easy in ("short", "password1234", "ben example ben example"):
        with pytest.raises(PassphraseTooEasyError), office.engine.begin() as connection:
            accept(connection, token, easy, now=office.clock(), draw=office.draw, rules=RULES)
    assert office.accepted(token).person.name == "Ben Example"


def test_nobody_changes_their_own_roles_nor_removes_themselves(office: Office) -> None:
    everything = frozenset(Role)
    with pytest.raises(PeopleRuleError, match="own roles"), office.engine.begin() as connection:
        change_roles(connection, office.ada.id, everything, by=office.ada, now=office.clock())
    with pytest.raises(PeopleRuleError, match="themselves"), office.engine.begin() as connection:
        remove(connection, office.ada.id, by=office.ada, now=office.clock())


def test_the_last_who_can_invite_cannot_be_removed_or_lose_that_role(office: Office) -> None:
    ben = office.accepted(office.invited("Ben Example", Role.INTAKE)).person
    with office.engine.begin() as connection:
        remove(connection, office.ada.id, by=ben, now=office.clock())
    ada = office.ada  # her page was open when she was removed

    def take_away(connection: Connection) -> None:
        remove(connection, ben.id, by=ada, now=office.clock())

    def take_the_role(connection: Connection) -> None:
        change_roles(connection, ben.id, [Role.AUDITOR], by=ada, now=office.clock())

    def start_afresh(connection: Connection) -> None:
        invite_again(connection, ben.id, by=ada, now=office.clock(), draw=office.draw)

    for act in (take_away, take_the_role, start_afresh):
        with (
            pytest.raises(PeopleRuleError, match="Nobody else"),
            office.engine.begin() as connection,
        ):
            act(connection)
    assert office.tries("ben.example@office.invalid", OTHER)


def test_whoever_is_removed_is_signed_out_and_cannot_come_back(office: Office) -> None:
    ben = office.accepted(office.invited("Ben Example", Role.PUBLISHER)).person
    token = office.tries(ben.email, OTHER)
    with office.engine.begin() as connection:
        remove(connection, ben.id, by=office.ada, now=office.clock())
    assert not office.is_open(token)
    with pytest.raises(WrongPassphraseError):
        office.tries(ben.email, OTHER)
    with pytest.raises(PeopleRuleError, match="is or was"):
        office.invited("Ben Example", Role.PUBLISHER)


def test_a_session_ends_after_half_an_hour_without_a_request_and_after_eight_hours(
    office: Office,
) -> None:
    token = office.tries("ada@office.invalid", OWN)
    office.clock.pass_by(timedelta(minutes=31))
    assert not office.is_open(token)
    busy = office.tries("ADA@office.invalid ", OWN)
    for _ in range(17):
        assert office.is_open(busy)
        office.clock.pass_by(timedelta(minutes=28))
    office.clock.pass_by(timedelta(minutes=5))
    assert not office.is_open(busy)


def test_after_too_many_wrong_tries_even_the_right_one_waits_a_quarter_of_an_hour(
    office: Office,
) -> None:
    for number in range(MOST_FOR_ONE_ACCOUNT):
        with pytest.raises(WrongPassphraseError):
            office.tries("ada@office.invalid", "wrong", client=f"192.0.2.{number}")
    with pytest.raises(TooManyTriesError):
        office.tries("ada@office.invalid", OWN, client="198.51.100.1")
    office.clock.pass_by(timedelta(minutes=15, seconds=1))
    assert office.tries("ada@office.invalid", OWN, client="198.51.100.1")


def test_whoever_knows_an_e_mail_address_keeps_nobody_out_from_where_they_sit(
    office: Office,
) -> None:
    for _ in range(MOST_FOR_ONE_ACCOUNT_FROM_ONE_ADDRESS):
        with pytest.raises(WrongPassphraseError):
            office.tries("ada@office.invalid", "wrong", client="198.51.100.7")
    with pytest.raises(TooManyTriesError):
        office.tries("ada@office.invalid", OWN, client="198.51.100.7")
    assert office.tries("ada@office.invalid", OWN)


def test_a_passphrase_alone_lets_nobody_in_where_keys_are_asked_for(engine: Engine) -> None:
    office = Office(engine, SignInRules(cost=QUICK_GUESSES))
    assert office.session(office.tries("ada@office.invalid", OWN)).step is Step.KEY_MISSING


def test_a_new_passphrase_ends_every_other_session(office: Office) -> None:
    elsewhere = office.tries("ada@office.invalid", OWN)
    here = office.session(office.tries("ada@office.invalid", OWN))
    fresh = change_passphrase(
        office.engine,
        here,
        old=OWN,
        new=OTHER,
        now=office.clock(),
        draw=office.draw,
        rules=RULES,
    )
    assert office.is_open(fresh.token)
    assert not office.is_open(elsewhere)
    with pytest.raises(WrongPassphraseError):
        office.tries("ada@office.invalid", OWN)


def test_the_log_names_who_did_what_and_no_secret(office: Office) -> None:
    token = office.invited("Ben Example", Role.PUBLISHER)
    office.accepted(token)
    with office.engine.connect() as connection:
        lines = [line for _, line in newest_lines(connection, most=10)]
    assert [(line.who, line.act, line.about) for line in lines] == [
        ("Ben Example", "invitation accepted", "own passphrase"),
        ("Ada Example", "person invited", "Ben Example: publisher"),
        ("Ada Example", "office started", "first person"),
    ]
    assert not any(secret in str(lines) for secret in (OWN, OTHER, token))
