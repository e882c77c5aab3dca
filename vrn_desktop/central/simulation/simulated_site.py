"""One invented site: approves, closes and seals with the code that a real site runs, and keeps an outbox."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cache
from random import Random

from vrn_desktop.central.simulation.invented_network import Conversation, InventedSite
from vrn_desktop.domain.counted_person import PersonQuarter, counted_quarters
from vrn_desktop.domain.identifiers import YoungPersonId
from vrn_desktop.domain.period_closing import due_periods, week_to_count
from vrn_desktop.domain.programme_period import Period, Quarter, Week
from vrn_desktop.exchange.message_chain import ChainHead
from vrn_desktop.exchange.message_keys import Signer, fingerprint
from vrn_desktop.exchange.period_drawing import Sender, drawn_period, kind_for
from vrn_desktop.exchange.receipt import checked_receipt, refuse_other_message
from vrn_desktop.exchange.sealed_message import message_digest, sealed_message
from vrn_desktop.exchange.table_counting import TrueCounts, true_counts
from vrn_desktop.exchange.table_pack import MessageKind, TablePack

APP = "simulation"


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership:
    """What the centre gives a site when it is enrolled."""

    starts: Quarter
    box: bytes
    centre_signer: bytes


@dataclass(slots=True, kw_only=True)
class Waiting:
    """One sealed message until its receipt is there."""

    period: Period
    message_id: str
    digest: str
    raw: bytes
    drawn_at: datetime
    next_try_at: datetime
    failures: int = 0
    tries: int = 0
    delivered: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TrueQuarter:
    """One person of one quarter: the cells they add one to; known here only because all is invented."""

    week: Week
    quarter: Quarter
    cells: Mapping[str, tuple[int, ...]]


@dataclass(slots=True)
class SimulatedSite:
    """A site's file, as far as counting and sending go."""

    about: InventedSite
    pack: TablePack
    member: Membership
    signer: Signer
    bits: Random
    rows: dict[YoungPersonId, list[PersonQuarter]] = field(default_factory=dict)
    counted_before: dict[YoungPersonId, set[Week]] = field(default_factory=dict)
    head: ChainHead = field(default_factory=ChainHead)
    last_drawn: Period | None = None
    last_week: Week | None = None
    outbox: list[Waiting] = field(default_factory=list)
    truth: dict[Period, TrueCounts] = field(default_factory=dict)
    sent: dict[Period, Mapping[str, tuple[int, ...]]] = field(default_factory=dict)
    people: list[TrueQuarter] = field(default_factory=list)

    def approve(self, conversation: Conversation) -> None:
        """Count an approved conversation in the first open week, as the domain says."""
        facts = conversation.facts
        week = week_to_count(
            held_on=conversation.held_on,
            today=conversation.approved_on,
            last_drawn_week=self.last_week,
        )
        self.rows.setdefault(facts.person, []).append(replace(facts, week=week))

    def close(self, now: datetime, ready_at: datetime) -> None:
        """Draw and seal every period that is due by the calendar, each once."""
        due = due_periods(
            starts=self.member.starts,
            last_drawn=self.last_drawn,
            today=now.date(),
            trusted_day=now.date(),
        )
        for period in due.periods:
            self._draw(period, now, ready_at)

    def receive(self, raw: bytes) -> None:
        """Mark the message of this receipt as delivered, if the centre signed it."""
        kid = fingerprint(self.member.centre_signer)
        receipt = checked_receipt(raw, {kid: self.member.centre_signer}.get)
        waiting = next(each for each in self.outbox if each.message_id == receipt.message_id)
        refuse_other_message(receipt, message_id=waiting.message_id, digest=waiting.digest)
        waiting.delivered = True

    def _draw(self, period: Period, now: datetime, ready_at: datetime) -> None:
        kind = kind_for(period)
        rows = self._concerned(period)
        counted = counted_quarters(rows, self.pack.quarters_of_any_four, self.counted_before)
        self.truth[period] = true_counts(counted, self.pack, kind, period)
        drawn = drawn_period(
            period,
            rows,
            self.counted_before,
            pack=self.pack,
            sender=Sender(site=self.about.name, head=self.head, app=APP),
            message_id=f"{self.bits.getrandbits(128):032x}",
            bits=self.bits.getrandbits,
        )
        raw = sealed_message(drawn.contribution, centre=self.member.box, signer=self.signer)
        self.outbox.append(
            Waiting(
                period=period,
                message_id=drawn.contribution.id,
                digest=message_digest(raw),
                raw=raw,
                drawn_at=now,
                next_try_at=ready_at,
            )
        )
        self.sent[period] = drawn.contribution.tables
        self.head = self.head.after(raw)
        for person, week in drawn.newly_counted.items():
            self.counted_before.setdefault(person, set()).add(week)
        self.last_drawn = period
        if isinstance(period, Week):
            self.last_week = period
        elif isinstance(period, Quarter):
            self._note_people(counted, period)

    def _concerned(self, period: Period) -> list[PersonQuarter]:
        """All rows of everybody who has one in the period."""
        return [
            row
            for theirs in self.rows.values()
            if any(period in _periods_of(row.week) for row in theirs)
            for row in theirs
        ]

    def _note_people(self, counted: tuple[PersonQuarter, ...], quarter: Quarter) -> None:
        for row in counted:
            if row.quarter == quarter:
                of_week = true_counts([row], self.pack, MessageKind.P, row.week)
                of_quarter = true_counts([row], self.pack, MessageKind.Q, quarter)
                cells = {**of_week, **of_quarter}
                self.people.append(TrueQuarter(week=row.week, quarter=quarter, cells=cells))


@cache
def _periods_of(week: Week) -> tuple[Period, ...]:
    return week, week.quarter, week.quarter.programme_year
