"""Parts of a letter that leave the sheet: the slip to tear off and the card to cut out."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplySlip:
    """A slip to tear off along its line and send back; `code` stands for the letter and names nobody.

    `lines` say how to send it back, `choices` are boxes to tick with a pen, `strong` is the part of
    the lines that stands out, and `tear_label` is what somebody is told who cannot see the line.
    """

    heading: str
    lines: tuple[str, ...]
    code_label: str
    code: str
    tear_label: str
    choices: tuple[str, ...] = ()
    strong: str = ""

    @property
    def words(self) -> tuple[str, ...]:
        """All it says, line by line."""
        return (self.heading, *self.lines, *self.choices, f"{self.code_label} {self.code}")


@dataclass(frozen=True, slots=True, kw_only=True)
class CardLine:
    """One number on the card, and whose it is; the name may be left out."""

    number: str
    name: str = ""

    @property
    def words(self) -> str:
        """Name and number in one line."""
        return f"{self.name} {self.number}".strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class WalletCard:
    """Numbers to carry, 85 by 54 mm, printed twice so that one can be kept (LT-01).

    Nothing on the card says what it is for; `cut_label` stands on the sheet above the cards.
    """

    lines: tuple[CardLine, ...]
    cut_label: str
    copies: int = 2

    @property
    def words(self) -> tuple[str, ...]:
        """All it says, once."""
        return (self.cut_label, *(line.words for line in self.lines))
