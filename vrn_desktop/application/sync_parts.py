"""What the use cases of sending stand on, and the two questions they all ask first."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from vrn_desktop.application.ports.clock import Clock
from vrn_desktop.application.ports.counts import CentreLine, CountOffice, Counts, Stick
from vrn_desktop.application.screening_service import Session
from vrn_desktop.domain.counts_sent import Enrolment, EnrolmentStep
from vrn_desktop.domain.errors import EnrolmentStepError, NotAllowedError

NO_CENTRE = "this file has not been enrolled with a centre yet"
NOT_IN_FORCE = "the enrolment with the centre is not in force"


class PeriodClosing(Protocol):
    """Draws what has closed, and takes numbers back; see `CountingService`."""

    def close_one(self) -> bool:
        """Draw and seal the next period that has closed and was not drawn; whether there was one."""
        ...

    def withdraw(self, number: int) -> object:
        """Seal the word that the numbers of a message must not be used any more."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class SyncParts:
    """The open file, what seals and reads, and the two ways to the centre."""

    session: Session
    closing: PeriodClosing
    office: CountOffice
    line: CentreLine
    stick: Stick
    clock: Clock
    chance: Callable[[], int]
    """A fresh random whole number, for pauses."""

    def refuse_unless_supervisor(self) -> None:
        """Only a supervisor changes with whom this file counts.

        Raises:
            NotAllowedError: this role may not.
        """
        if not self.session.practitioner.role.may_review:
            raise NotAllowedError("only a supervisor decides about the network")


def enrolled(counts: Counts, *steps: EnrolmentStep) -> Enrolment:
    """The enrolment, if it stands at one of these steps.

    Raises:
        EnrolmentStepError: there is none, or it stands elsewhere.
    """
    enrolment = counts.enrolment()
    if enrolment is None:
        raise EnrolmentStepError(NO_CENTRE)
    if enrolment.step not in steps:
        raise EnrolmentStepError(NOT_IN_FORCE)
    return enrolment


def in_force(counts: Counts) -> Enrolment | None:
    """The enrolment that messages leave under; None while there is none in force."""
    enrolment = counts.enrolment()
    return enrolment if enrolment and enrolment.step is EnrolmentStep.IN_FORCE else None
