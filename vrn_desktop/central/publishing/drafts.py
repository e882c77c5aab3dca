"""Drafts of releases: made by a statistician, decided by somebody else, kept as they were shown."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import ColumnElement, Connection, func, insert, select
from sqlalchemy.exc import IntegrityError

from vrn_desktop.central.published_table import NetworkTable
from vrn_desktop.central.publishing.release_text import tables_as_text, tables_from_text
from vrn_desktop.central.publishing.two_people import Author, PublishingRuleError, plain_text
from vrn_desktop.central.store.office_log import write_down
from vrn_desktop.central.store.people_tables import PEOPLE
from vrn_desktop.central.store.release_tables import DRAFTS, RELEASES
from vrn_desktop.domain.programme_period import Period, period_from_text

LEAST_SITES = 10
"""A table of fewer sites says too much about each of them and too little about the network."""


class DraftState(StrEnum):
    """What became of a draft."""

    WAITING = "waiting"
    PUBLISHED = "published"
    SENT_BACK = "sent_back"
    TAKEN_BACK = "taken_back"
    """By whoever made it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A draft as people see it."""

    id: str
    period: Period
    edition: int
    tables: tuple[NetworkTable, ...]
    note: str
    drafted_by: str
    """The name of whoever made it."""
    drafter_id: str
    drafted_at: datetime
    state: DraftState
    decided_by: str
    decided_at: datetime | None
    reason: str


def may_be_published(tables: Sequence[NetworkTable]) -> tuple[NetworkTable, ...]:
    """The tables over enough sites."""
    return tuple(table for table in tables if table.sites_reporting >= LEAST_SITES)


def make_draft(
    connection: Connection,
    *,
    period: Period,
    tables: Sequence[NetworkTable],
    note: str,
    by: Author,
    now: datetime,
    new_id: str,
) -> None:
    """Put a period's tables before another person, exactly as they stand now.

    Args:
        connection: the transaction.
        period: the week, quarter or programme year.
        tables: the period's tables, of a quarter its weeks' too; those over few sites are left out.
        note: what a reader must know; a correction needs one.
        by: the statistician.
        now: the time.
        new_id: the draft's identifier, 16 random bytes in hexadecimal.

    Raises:
        PublishingRuleError: another role, fewer than ten sites, a correction without a note, or a
            draft of this period waits already.
    """
    by.refuse_unless_statistician()
    enough = may_be_published(tables)
    if not any(table.period == period for table in enough):
        raise PublishingRuleError(
            f"Fewer than {LEAST_SITES} sites have reported. Wait until more have."
        )
    edition = next_edition(connection, period)
    note = plain_text(note)
    if edition > 1 and not note:
        raise PublishingRuleError("Write in the note what is corrected and why.")
    row = insert(DRAFTS).values(
        id=new_id,
        period=str(period),
        edition=edition,
        tables=tables_as_text(enough),
        note=note,
        drafted_by=by.id,
        drafted_at=now,
        state=DraftState.WAITING,
        reason="",
    )
    try:
        with connection.begin_nested():
            connection.execute(row)
    except IntegrityError:
        raise PublishingRuleError(
            "A draft of this period waits already. It must be decided first."
        ) from None
    write_down(
        connection, at=now, who=by.name, act="draft made", about=f"{period}, edition {edition}"
    )


def next_edition(connection: Connection, period: Period) -> int:
    """1 for a period of which nothing was published yet."""
    last = select(func.max(RELEASES.c.edition)).where(RELEASES.c.period == str(period))
    return (connection.scalar(last) or 0) + 1


def draft(connection: Connection, draft_id: str) -> Draft | None:
    """One draft; None if there is no such."""
    found = _drafts(connection, DRAFTS.c.id == draft_id, 1)
    return found[0] if found else None


def waiting_drafts(connection: Connection) -> tuple[Draft, ...]:
    """The drafts that wait for another person, the newest first."""
    return _drafts(connection, DRAFTS.c.state == DraftState.WAITING, 100)


def returned_drafts(connection: Connection, most: int = 10) -> tuple[Draft, ...]:
    """The drafts that were sent back, the newest first."""
    return _drafts(connection, DRAFTS.c.state == DraftState.SENT_BACK, most)


def _drafts(connection: Connection, chosen: ColumnElement[bool], most: int) -> tuple[Draft, ...]:
    drafter, decider = PEOPLE.alias("drafter"), PEOPLE.alias("decider")
    rows = connection.execute(
        select(DRAFTS, drafter.c.name.label("drafter"), decider.c.name.label("decider"))
        .join(drafter, drafter.c.id == DRAFTS.c.drafted_by)
        .outerjoin(decider, decider.c.id == DRAFTS.c.decided_by)
        .where(chosen)
        .order_by(DRAFTS.c.drafted_at.desc(), DRAFTS.c.id)
        .limit(most)
    )
    return tuple(
        Draft(
            id=row.id,
            period=period_from_text(row.period),
            edition=row.edition,
            tables=tables_from_text(row.tables),
            note=row.note,
            drafted_by=row.drafter,
            drafter_id=row.drafted_by,
            drafted_at=row.drafted_at,
            state=DraftState(row.state),
            decided_by=row.decider or "",
            decided_at=row.decided_at,
            reason=row.reason,
        )
        for row in rows
    )
