"""From people's facts to the centre's receipt: one quarter, with the site's and the centre's real parts."""

from datetime import date

from tests.exchange_messages import CENTRE_KEY, CENTRE_SIGNER, RING, SITE, SITE_KEY, enrolled
from tests.exchange_packs import shipped_pack
from tests.fixed_bits import FixedBits
from tests.invented_counted_people import person_quarter
from vrn_desktop.domain.identifiers import YoungPersonId
from vrn_desktop.domain.period_closing import due_periods
from vrn_desktop.domain.programme_period import Quarter, Week
from vrn_desktop.exchange.message_chain import (
    Arrival,
    ChainHead,
    Outcome,
    arrival_of,
    judged,
)
from vrn_desktop.exchange.message_keys import fingerprint
from vrn_desktop.exchange.payload import Contribution, refuse_other_tables
from vrn_desktop.exchange.period_drawing import Sender, drawn_period
from vrn_desktop.exchange.receipt import (
    Receipt,
    ReceiptOutcome,
    checked_receipt,
    refuse_other_message,
    signed_receipt,
)
from vrn_desktop.exchange.sealed_message import checked_cover, opened, sealed_message

PACK = shipped_pack()
TODAY = date(2027, 1, 12)


def site_sends() -> list[bytes]:
    """Draws every period that is due and seals each, as a laptop does when periods close."""
    people = [person_quarter(f"person-{n}", week=Week(2026, 40 + n % 14)) for n in range(60)]
    due = due_periods(starts=PACK.starts, last_drawn=None, today=TODAY, trusted_day=TODAY)
    head, outbox = ChainHead(), []
    counted: dict[YoungPersonId, set[Week]] = {}
    for period in due.periods:
        drawn = drawn_period(
            period,
            people,
            counted,
            pack=PACK,
            sender=Sender(site=SITE, head=head, app="0.1.0"),
            message_id=f"{head.number:032x}",
            bits=FixedBits(str(period)),
        )
        for person, week in drawn.newly_counted.items():
            counted.setdefault(person, set()).add(week)
        raw = sealed_message(drawn.contribution, centre=CENTRE_KEY.public, signer=SITE_KEY)
        outbox.append(raw)
        head = head.after(raw)
    return outbox


class Centre:
    """An office in memory: what it accepted, and the receipts it gave."""

    def __init__(self) -> None:
        self.accepted: list[Arrival] = []
        self.receipts: dict[str, bytes] = {}
        self.numbers: dict[str, Contribution] = {}

    def takes(self, raw: bytes) -> bytes:
        cover = checked_cover(raw, enrolled)
        if cover.digest in self.receipts:
            return self.receipts[cover.digest]
        said = opened(cover, RING)
        refuse_other_tables(said, PACK)
        arrival = arrival_of(said, cover.digest)
        outcome = judged(arrival, self.accepted).outcome
        if outcome is Outcome.ACCEPTED:
            self.accepted.append(arrival)
            self.numbers[str(arrival.key)] = said
        receipt = Receipt(
            message_id=cover.message_id,
            digest=cover.digest,
            outcome=ReceiptOutcome(outcome.value),
            day=TODAY,
        )
        self.receipts[cover.digest] = signed_receipt(receipt, CENTRE_SIGNER)
        return self.receipts[cover.digest]


def test_a_quarter_reaches_the_centre_once_by_any_way_and_is_receipted() -> None:
    outbox, centre = site_sends(), Centre()
    assert len(outbox) == 16  # fourteen weeks, the quarter, the year
    assert len({len(raw) for raw in outbox}) == 1
    by_stick = [centre.takes(raw) for raw in reversed(outbox)]
    by_network = [centre.takes(raw) for raw in outbox]
    assert by_network == by_stick[::-1]
    assert len(centre.accepted) == 16
    kid = fingerprint(CENTRE_SIGNER.public)
    for raw, answer in zip(outbox, by_network, strict=True):
        cover = checked_cover(raw, enrolled)
        receipt = checked_receipt(answer, {kid: CENTRE_SIGNER.public}.get)
        refuse_other_message(receipt, message_id=cover.message_id, digest=cover.digest)
        assert receipt.outcome is ReceiptOutcome.ACCEPTED


def test_the_numbers_at_the_centre_lie_near_the_truth() -> None:
    centre = Centre()
    for raw in site_sends():
        centre.takes(raw)
    quarter = centre.numbers[f"{SITE}/Q/{Quarter(2026, 4)}"]
    assert abs(sum(quarter.tables["C"]) - 60) < 4 * (20 * 2 * 4**2) ** 0.5
