"""A stick at the office: every message on it taken in, every receipt written beside, in any order."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from vrn_desktop.central.commands.command_trouble import CommandError
from vrn_desktop.central.commands.whole_file import write_whole
from vrn_desktop.central.office.answers import Receipted, Refused
from vrn_desktop.central.office.reception import LARGEST_BATCH, Reception
from vrn_desktop.exchange.receipt import FILE_ENDING as RECEIPT_ENDING
from vrn_desktop.exchange.receipt import ReceiptOutcome
from vrn_desktop.exchange.sealed_message import FILE_ENDING, MESSAGE_BYTES


@dataclass(slots=True)
class StickReport:
    """What became of the files, by name; never what they say."""

    outcomes: Counter[ReceiptOutcome] = field(default_factory=Counter)
    refused: dict[str, str] = field(default_factory=dict)
    """Why, by the file's name."""

    @property
    def needs_a_look(self) -> bool:
        """Whether somebody should look into something."""
        return bool(self.refused) or self.outcomes[ReceiptOutcome.CONFLICT] > 0

    def in_words(self) -> Iterator[str]:
        """A line for each thing to say."""
        accepted, conflict = (
            self.outcomes[outcome] for outcome in (ReceiptOutcome.ACCEPTED, ReceiptOutcome.CONFLICT)
        )
        if not self.outcomes and not self.refused:
            yield f"No file in this folder ends in {FILE_ENDING}."
            return
        yield f"Receipts written: {accepted} accepted, {conflict} in conflict with earlier numbers."
        for name, reason in sorted(self.refused.items()):
            yield f"Not taken: {name}: {reason}."
        yield "The stick may go back to its site: the receipts lie beside the messages."


def taken_in(folder: Path, reception: Reception) -> StickReport:
    """Take in every message in a folder; as often as one likes.

    Raises:
        CommandError: the folder cannot be read, or a receipt cannot be written.
    """
    try:
        files = sorted(file for file in folder.iterdir() if file.suffix == FILE_ENDING)
        contents = [_content(file) for file in files]
    except OSError as error:
        raise CommandError(f"The folder {folder} cannot be read.") from error
    report = StickReport()
    for start in range(0, len(files), LARGEST_BATCH):
        end = start + LARGEST_BATCH
        answers = reception.take_in(contents[start:end])
        for file, answer in zip(files[start:end], answers, strict=True):
            if isinstance(answer, Receipted):
                write_whole(file.with_suffix(RECEIPT_ENDING), answer.raw)
                report.outcomes[answer.outcome] += 1
            elif isinstance(answer, Refused):
                report.refused[_shown(file.name)] = answer.reason
    return report


def _shown(name: str) -> str:
    """A stranger's file name without signs that a terminal would obey."""
    return "".join(letter if letter.isprintable() else "?" for letter in name)


def _content(file: Path) -> bytes:
    with file.open("rb") as opened:
        return opened.read(MESSAGE_BYTES + 1)
