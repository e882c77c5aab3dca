"""Stick and network in any order, any number of times, in any weather: each message is taken exactly once."""

import tempfile  # noqa: TID251 - a folder that stands for a stick, for each example its own
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.exchange_messages import key_bytes
from tests.invented_centre import STARTS, InventedCentre
from tests.invented_site import InventedSite, Weather
from vrn_desktop.application.sync_calendar import first_try_at
from vrn_desktop.domain.counts_sent import Delivery
from vrn_desktop.exchange.message_keys import SigningKey

STEPS = st.one_of(
    st.sampled_from(["go on", "to stick", "stick to centre", "from stick", "restart", "litter"]),
    st.tuples(st.sampled_from(Weather), st.booleans()),
)


@contextmanager
def stick() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as folder:
        yield Path(folder)


def brought_to_centre(centre: InventedCentre, folder: Path) -> None:
    """The centre reads what lies there and puts its receipts beside it."""
    for place in sorted(folder.glob("*.vrnagg")):
        _, receipt = centre.take(place.read_bytes())
        (folder / f"{place.stem}.vrnrcpt").write_bytes(receipt)


def littered(site: InventedSite, folder: Path) -> None:
    """Receipts that a stranger signed, and ones cut off, lie there too."""
    stranger = InventedCentre(
        signer=SigningKey.from_private(key_bytes("a stranger")), devices=site.centre.devices
    )
    for number, raw in site.store.records.counts.sealed.items():
        forged = stranger.take(raw)[1]
        (folder / f"forged-{number}.vrnrcpt").write_bytes(forged)
        (folder / f"cut-{number}.vrnrcpt").write_bytes(forged[: 20 * number])


def step(site: InventedSite, folder: Path, what: object) -> None:
    match what:
        case "go on":
            site.go_to(site.clock.now + timedelta(days=3, hours=7))
        case "to stick":
            site.sync.put_on_stick(folder)
        case "stick to centre":
            brought_to_centre(site.centre, folder)
        case "from stick":
            site.sync.take_from_stick(folder)
        case "restart":
            site.restart()
        case "litter":
            littered(site, folder)
        case (Weather() as weather, bool(asked_for)):
            site.line.weather = lambda: weather
            site.send(asked_for=asked_for)


@settings(max_examples=40, deadline=None)
@given(steps=st.lists(STEPS, max_size=25))
def test_every_message_is_accepted_exactly_once_whatever_way_it_took(steps: list[object]) -> None:
    site = InventedSite()
    site.go_to(first_try_at("S001", STARTS.weeks[0]) - timedelta(days=9))
    site.enrol()
    site.go_to(first_try_at("S001", STARTS.weeks[1]))
    with stick() as folder:
        for what in steps:
            step(site, folder, what)
            taken = {said.id for said in site.centre.accepted}
            for entry in site.ledger():
                assert entry.delivery is not Delivery.DELIVERED or entry.message_id in taken
        site.line.weather = lambda: Weather.FINE
        site.clock.go_on(timedelta(days=3))
        site.send(asked_for=True)
        ledger = site.ledger()
        assert ledger
        assert {entry.delivery for entry in ledger} == {Delivery.DELIVERED}
        accepted = [said.id for said in site.centre.accepted]
        assert sorted(accepted) == sorted(entry.message_id for entry in ledger)
        assert site.centre.events == []
        sealed = site.store.records.counts.sealed.values()
        assert set(site.line.tried) <= set(sealed)
        before = site.ledger()
        site.sync.take_from_stick(folder)
        site.send(asked_for=True)
        assert site.ledger() == before, "all of it again changes nothing"


def test_files_that_are_no_receipt_of_this_centre_are_named_and_change_nothing() -> None:
    site = InventedSite()
    site.go_to(first_try_at("S001", STARTS.weeks[0]) - timedelta(days=9))
    site.enrol()
    site.line.weather = lambda: Weather.NONE
    site.go_to(first_try_at("S001", STARTS.weeks[1]))
    site.send()
    with stick() as folder:
        littered(site, folder)
        before = site.ledger()
        outcome = site.sync.take_from_stick(folder)
        assert {alone.name for alone in outcome.left_alone} == {
            place.name for place in folder.iterdir()
        }
        assert outcome.delivered == 0
        assert site.ledger() == before
