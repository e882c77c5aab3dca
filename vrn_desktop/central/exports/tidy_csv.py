"""The tidy files as CSV (RFC 4180, UTF-8): the published counts, the noisy sums, and the words of all codes."""

import csv
import io
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from vrn_desktop.central.exports.columns import (
    Column,
    Kind,
    circumstance_columns,
    naming_columns,
    noise_columns,
    published_columns,
)
from vrn_desktop.central.exports.tidy_rows import Observation, TidyRow, tidy_rows
from vrn_desktop.central.published_table import Release

_STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


@dataclass(frozen=True, slots=True, kw_only=True)
class TidyFile:
    """One CSV file: its name, its words and its columns."""

    name: str
    title: str
    description: str
    columns: tuple[Column, ...]
    takes: Callable[[TidyRow], bool] = lambda _: True
    """Which rows it holds."""

    @property
    def key(self) -> tuple[str, ...]:
        """The columns that together name a row."""
        return tuple(column.name for column in self.columns if column.in_key)


def counts_file(release: Release) -> TidyFile:
    """The published numbers; hidden cells are empty and say why."""
    return TidyFile(
        name="counts.csv",
        title="Published counts",
        description=(
            "One row for each cell of each published table. Numbers are estimates to the nearest 5;"
            " a cell without a number says why in the column status."
        ),
        columns=(*naming_columns(release), *published_columns(), *circumstance_columns()),
    )


def noisy_sums_file(release: Release) -> TidyFile:
    """Every cell's sum as the sites sent it, noise and all, of tables from ten sites or more."""
    return TidyFile(
        name="noisy-sums.csv",
        title="Noisy sums, for statisticians",
        description=(
            "The sum over all sites of the numbers they sent, each with its random noise, neither"
            " rounded nor clipped. Not counts of people: the sum of a hidden cell is mostly noise."
        ),
        columns=(*naming_columns(release), *noise_columns(), *circumstance_columns()),
        takes=lambda row: row.observation is not Observation.TOO_FEW_SITES,
    )


def tidy_csv(file: TidyFile, release: Release) -> bytes:
    """The file's content.

    Raises:
        ReleaseFaultError: the release breaks the rules of what may be shown.
    """
    return csv_bytes(
        [column.name for column in file.columns],
        (
            [column.cell(row) for column in file.columns]
            for row in tidy_rows(release)
            if file.takes(row)
        ),
    )


def codes_csv(file: TidyFile) -> bytes:
    """The words of every code, as a table of its own: column, code, words."""
    return csv_bytes(
        ["column", "code", "words"],
        (
            [column.name, code, harmless(words)]
            for column in file.columns
            if column.kind is Kind.CODE
            for code, words in column.codes.items()
        ),
    )


def harmless(words: str) -> str:
    """Words that no spreadsheet takes for a formula: such a beginning gets an apostrophe before it."""
    return f"'{words}" if words.startswith(_STARTS_A_FORMULA) else words


def csv_bytes(header: Iterable[str], rows: Iterable[Iterable[str]]) -> bytes:
    """Lines ended as RFC 4180 has it, in UTF-8 without a mark at the beginning."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows(rows)
    return text.getvalue().encode()
