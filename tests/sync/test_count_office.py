"""The site's real office of counts, with the real exchange on both sides."""

from datetime import UTC, datetime
from fractions import Fraction

import pytest

from tests.exchange_messages import (
    CENTRE_KEY,
    CENTRE_SIGNER,
    SITE_KEY,
    contribution,
    key_bytes,
    sealed,
)
from tests.exchange_packs import shipped_pack
from tests.invented_centre import STARTS, InventedCentre
from vrn_desktop.application.sync_calendar import first_try_at
from vrn_desktop.domain.counts_sent import ChainPlace, Enrolment, NumbersState
from vrn_desktop.domain.errors import RefusedByOfficeError
from vrn_desktop.domain.programme_period import Period, ProgrammeYear, Quarter, Week
from vrn_desktop.exchange.guarantee import DEFAULT_BUDGET, Budget
from vrn_desktop.exchange.message_keys import SigningKey
from vrn_desktop.sync.count_office import SealingCountOffice
from vrn_desktop.vault.word_lists import sheet_words

NOW = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)
PRIVATE = SITE_KEY.private
STRICT = Budget(quarter=Fraction(1, 2), year=Fraction(5, 2), four_quarters=Fraction(3))


def office(budget: Budget = DEFAULT_BUDGET) -> SealingCountOffice:
    return SealingCountOffice(
        pack=shipped_pack, words=sheet_words, app="0.1.0", new_id=lambda: "ab" * 16, budget=budget
    )


def enrolment(centre: InventedCentre) -> Enrolment:
    """The centre's offer as this site read it, with its key approved."""
    offered = office().read_offer(centre.offer(), PRIVATE, NOW)
    centre.approve(office().request(offered, PRIVATE))
    return offered


@pytest.mark.parametrize("period", [Week(2026, 40), Quarter(2026, 4), ProgrammeYear(2026)])
def test_what_is_drawn_here_is_opened_and_taken_by_the_centre(period: Period) -> None:
    centre = InventedCentre()
    known = enrolment(centre)
    drawn = office().draw(
        period, (), {}, enrolment=known, device_private=PRIVATE, place=ChainPlace(), at=NOW
    )
    status, receipt = centre.take(drawn.raw)
    told = office().read_receipt(receipt, known)
    assert (status, told.accepted) == (200, True)
    assert (told.message_id, told.digest) == (drawn.entry.message_id, drawn.entry.digest)
    (said,) = centre.accepted
    shown = {
        table.name: tuple(line.number for line in table.lines)
        for table in office().tables(drawn.entry.content)
    }
    assert shown == said.tables
    assert drawn.entry.next_try_at == first_try_at("S001", period)
    planned = {table.name: len(table.headings) for table in office().planned(period)}
    assert planned == {name: len(cells) for name, cells in said.tables.items()}


def test_a_word_without_numbers_is_taken_too() -> None:
    centre = InventedCentre()
    word = office().word(
        Week(2026, 40),
        NumbersState.MISSING,
        enrolment=enrolment(centre),
        device_private=PRIVATE,
        place=ChainPlace(),
        at=NOW,
    )
    assert centre.take(word.raw)[0] == 200
    assert office().tables(word.entry.content) == ()


def test_tables_over_the_organisations_budget_are_refused_and_nothing_is_drawn() -> None:
    strict = office(STRICT)
    with pytest.raises(RefusedByOfficeError, match="cost too much privacy"):
        strict.promise()
    with pytest.raises(RefusedByOfficeError, match="cost too much privacy"):
        strict.draw(
            Week(2026, 40),
            (),
            {},
            enrolment=enrolment(InventedCentre()),
            device_private=PRIVATE,
            place=ChainPlace(),
            at=NOW,
        )


def test_an_offer_before_the_tables_begin_is_refused() -> None:
    early = InventedCentre().offer(starts=Quarter(STARTS.year, STARTS.number - 1))
    with pytest.raises(RefusedByOfficeError, match="before the tables begin"):
        office().read_offer(early, PRIVATE, NOW)


def test_receipts_of_others_and_receipts_that_were_changed_are_refused() -> None:
    centre = InventedCentre()
    known = enrolment(centre)
    receipt = centre.take(sealed(contribution()))[1]
    other = InventedCentre(
        signer=SigningKey.from_private(key_bytes("another centre")), devices=centre.devices
    )
    forged = other.take(sealed(contribution()))[1]
    assert office().read_receipt(receipt, known).accepted
    for wrong in (
        forged,
        b"",
        *(receipt[:length] for length in range(0, len(receipt), 7)),
        *(
            receipt[:place] + bytes([receipt[place] ^ 1]) + receipt[place + 1 :]
            for place in range(0, len(receipt), 5)
        ),
    ):
        with pytest.raises(RefusedByOfficeError):
            office().read_receipt(wrong, known)


def test_both_keys_of_the_centre_come_from_its_file() -> None:
    known = enrolment(InventedCentre())
    assert (known.box, known.centre_signer) == (CENTRE_KEY.public, CENTRE_SIGNER.public)
    assert PRIVATE.hex() not in repr(known)
