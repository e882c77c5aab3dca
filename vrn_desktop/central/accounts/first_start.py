"""The first start: whoever started the program proves it with a code, once, before anybody else can come in."""

import hmac
from base64 import b32encode
from dataclasses import dataclass, field
from datetime import datetime
from threading import Lock

from sqlalchemy import Engine

from vrn_desktop.central.accounts import sessions
from vrn_desktop.central.accounts.passphrases import hashed, refuse_easy
from vrn_desktop.central.accounts.people import add_person, is_anybody_here
from vrn_desktop.central.accounts.roles import Role
from vrn_desktop.central.accounts.secrets_kept_hashed import RandomBytes, kept
from vrn_desktop.central.accounts.sign_in import StartedSession
from vrn_desktop.central.accounts.sign_in_rules import SignInRules
from vrn_desktop.central.store.office_log import write_down

MOST_TRIES = 10
_CODE_BYTES = 10


class WrongCodeError(Exception):
    """Another code than the one that was printed, or it was tried too often."""


class AlreadyStartedError(Exception):
    """Somebody has been set up before."""


def new_code(draw: RandomBytes) -> str:
    """Sixteen letters and digits in four groups, to be printed once where the program was started."""
    text = b32encode(draw(_CODE_BYTES)).decode("ascii")
    return "-".join(text[at : at + 4] for at in range(0, len(text), 4))


@dataclass(slots=True)
class FirstStart:
    """The code in force; only its hash is held, and only while the program runs."""

    code_hash: str
    tries_left: int = MOST_TRIES
    lock: Lock = field(default_factory=Lock, repr=False)

    @classmethod
    def with_code(cls, code: str) -> "FirstStart":
        """Wait for this code."""
        return cls(code_hash=kept(_bare(code)))

    def check(self, code: str) -> None:
        """Whether this is the code; wrong ones use it up.

        Raises:
            WrongCodeError: another one, or tried too often.
        """
        with self.lock:
            if self.tries_left == 0:
                raise WrongCodeError
            if not hmac.compare_digest(kept(_bare(code)), self.code_hash):
                self.tries_left -= 1
                raise WrongCodeError


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstPerson:
    """What the first person says about themselves."""

    name: str
    email: str
    passphrase: str


def set_up_first_person(
    engine: Engine, person: FirstPerson, *, now: datetime, draw: RandomBytes, rules: SignInRules
) -> StartedSession:
    """Put the first person on the list with the role Intake and sign them in.

    Raises:
        AlreadyStartedError: somebody is on the list.
        PassphraseTooEasyError: the passphrase could be guessed.
        PeopleRuleError: the name or the address.
    """
    refuse_easy(person.passphrase, (person.name, person.email))
    held = hashed(person.passphrase, rules.cost, draw)
    with engine.begin() as connection:
        if is_anybody_here(connection):
            raise AlreadyStartedError
        person_id = add_person(
            connection,
            name=person.name,
            email=person.email,
            roles=[Role.INTAKE],
            now=now,
            draw=draw,
            passphrase=held,
        )
        write_down(connection, at=now, who=person.name, act="office started", about="first person")
        step = sessions.first_step(connection, person_id, keys_required=rules.keys_required)
        token = sessions.begin(connection, person_id=person_id, step=step, now=now, draw=draw)
    return StartedSession(token=token, step=step)


def _bare(code: str) -> str:
    return "".join(c for c in code.upper() if c.isalnum())
