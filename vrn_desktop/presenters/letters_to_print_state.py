"""What the page "Letters to print" shows."""

from dataclasses import dataclass

from vrn_desktop.domain.identifiers import LetterId, ScreeningId, YoungPersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingLine:
    """One letter that waits: whose, which, since when; `reason` holds it back, `failed` went wrong."""

    id: LetterId
    young_person: YoungPersonId
    screening: ScreeningId
    who: str
    what: str
    reason: str = ""
    asks_safe_contact: bool = False
    ticked: bool = False
    failed: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LettersToPrintState:
    """The page; `drawn` of `sent` letters have gone to the printer while it prints."""

    loading: bool = True
    lines: tuple[WaitingLine, ...] = ()
    held_back: tuple[WaitingLine, ...] = ()
    printing: bool = False
    drawn: int = 0
    sent: int = 0
    problem: str = ""
    notice: str = ""

    @property
    def ticked(self) -> tuple[LetterId, ...]:
        """The letters to print, in the order of the list."""
        return tuple(line.id for line in self.lines if line.ticked)

    @property
    def is_empty(self) -> bool:
        """Whether no letter waits at all."""
        return not (self.loading or self.lines or self.held_back)

    @property
    def progress(self) -> str:
        """How far printing is."""
        if not self.printing:
            return ""
        return f"Printing letter {min(self.drawn + 1, self.sent)} of {self.sent}"
