"""Where and how it is safe to reach a young person (SC1 to SC8); missing means not safe."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class SafeReply(StrEnum):
    """What the young person said to one question; only a plain answer opens a channel."""

    YES = "yes"
    NO = "no"
    RATHER_NOT_SAY = "rather_not_say"
    NOT_ASKED = "not_asked"


@dataclass(frozen=True, slots=True, kw_only=True)
class Envelope:
    """What stands on the outside of a letter: always plain, without logo or project name."""

    name: str
    address: tuple[str, ...]
    return_address: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SafeContact:
    """Answers to SC1 to SC8 (domain.md 7), asked at each contact; none given blocks everything."""

    asked_on: date | None = None
    write: SafeReply = SafeReply.NOT_ASKED
    write_to: tuple[str, ...] = ()
    opened_by_safe_people_only: SafeReply = SafeReply.NOT_ASKED
    who_else_may_open: str = ""
    text: SafeReply = SafeReply.NOT_ASKED
    call: SafeReply = SafeReply.NOT_ASKED
    leave_message: SafeReply = SafeReply.NOT_ASKED
    phone_number: str = ""
    when_to_ring: str = ""
    contact_name: str = ""
    say_we_are: str = ""
    phone_checked_by_others: SafeReply = SafeReply.NOT_ASKED
    talk_to_adult_at_home: SafeReply = SafeReply.NOT_ASKED
    adult_at_home: str = ""
    never_contact: str = ""
    tell_school: SafeReply = SafeReply.NOT_ASKED
    school_person: str = ""
    take_paper: SafeReply = SafeReply.NOT_ASKED
    return_address_safe: SafeReply = SafeReply.NOT_ASKED

    def may_post(self) -> bool:
        """SC1 and SC2: yes to writing, an address, and nobody unsafe who may open it."""
        return (
            self.write is SafeReply.YES
            and self.opened_by_safe_people_only is SafeReply.YES
            and bool(self.write_to)
        )

    def may_text(self) -> bool:
        """SC3 and SC5: yes to texts, and nobody else looks at the phone."""
        return self.text is SafeReply.YES and self._phone_is_private()

    def may_call(self) -> bool:
        """SC3 and SC5: yes to calls, and nobody else looks at the phone and its list of calls."""
        return self.call is SafeReply.YES and self._phone_is_private()

    def may_leave_message(self) -> bool:
        """SC3: calls are safe and a message may be left."""
        return self.may_call() and self.leave_message is SafeReply.YES

    def may_talk_to_adult_at_home(self) -> bool:
        """SC6: a named adult at home is all right to talk to."""
        return self.talk_to_adult_at_home is SafeReply.YES and bool(self.adult_at_home)

    def may_tell_school(self) -> bool:
        """SC7: school may know, through a named person."""
        return self.tell_school is SafeReply.YES and bool(self.school_person)

    def may_hand_paper(self, today: date) -> bool:
        """SC8 asks about today, so yesterday's yes does not count."""
        return self.take_paper is SafeReply.YES and self.asked_on == today

    def needs_asking(self, today: date) -> bool:
        """Whether the questions have to be put again at this contact."""
        return self.asked_on != today

    def name_to_use(self, chosen_name: str) -> str:
        """The name for contact (TI-34, SC4): the one they gave for it, else the one they chose."""
        return self.contact_name or chosen_name

    def who_we_are(self, project: str) -> str:
        """Who we say we are (SC4): their wish, else the project's name."""
        return self.say_we_are or project

    def envelope(self, chosen_name: str, return_address: tuple[str, ...]) -> Envelope:
        """The outside of a posted letter; our address is on it only if they said that is safe."""
        shown = return_address if self.return_address_safe is SafeReply.YES else ()
        return Envelope(
            name=self.name_to_use(chosen_name), address=self.write_to, return_address=shown
        )

    def _phone_is_private(self) -> bool:
        return self.phone_checked_by_others is SafeReply.NO
