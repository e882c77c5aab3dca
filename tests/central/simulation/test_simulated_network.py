"""An invented network runs the real counting and the real intake, tells nothing by its form, and repeats by seed."""

import json
from collections.abc import Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path

import pytest
from sqlalchemy import func, select

from tests.exchange_packs import shipped_pack
from vrn_desktop.central.__main__ import main
from vrn_desktop.central.simulation.attacks import attacks_on
from vrn_desktop.central.simulation.invented_network import invented_sites
from vrn_desktop.central.simulation.simulated_network import SimulatedNetwork, lived_through
from vrn_desktop.central.simulation.simulation_report import SimulationReport, in_words, report_on
from vrn_desktop.central.simulation.temporary_office import TemporaryOffice, temporary_office
from vrn_desktop.central.store.message_tables import CHAIN_EVENTS, CONTRIBUTIONS
from vrn_desktop.domain.programme_period import Quarter, Week
from vrn_desktop.exchange.sealed_message import MESSAGE_BYTES

SITES, WEEKS, SEED = 12, 14, 3
STARTS = Quarter(2027, 1)


@dataclass(frozen=True)
class Lived:
    network: SimulatedNetwork
    office: TemporaryOffice
    report: SimulationReport


@pytest.fixture(scope="module")
def lived(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lived]:
    file = tmp_path_factory.mktemp("simulation") / "central.db"
    with office_for(file) as office:
        network = live_in(office)
        yield Lived(network, office, report_on(network, office.numbers, SEED))


def office_for(file: Path) -> AbstractContextManager[TemporaryOffice]:
    names = [site.name for site in invented_sites(SITES, SEED)]
    return temporary_office(file, names, pack=shipped_pack(), starts=STARTS, seed=SEED)


def live_in(office: TemporaryOffice) -> SimulatedNetwork:
    return lived_through(
        shipped_pack(),
        sites=SITES,
        weeks=WEEKS,
        seed=SEED,
        members=office.members,
        intake=office.intake,
    )


def test_every_message_is_receipted_whatever_was_lost_and_none_tells_by_its_form(
    lived: Lived,
) -> None:
    told = lived.report.travelled
    assert told.messages == SITES * (WEEKS + 1)
    assert told.without_receipt == 0
    assert (told.bytes_each, told.forms) == ((MESSAGE_BYTES,), 1)
    assert min(told.lost, told.answers_lost, told.arrived_again) > 0


def test_the_centre_holds_each_period_once_and_saw_no_second_drawing(lived: Lived) -> None:
    with lived.office.reception.engine.connect() as connection:
        kept = connection.scalar(select(func.count()).select_from(CONTRIBUTIONS))
        events = connection.scalar(select(func.count()).select_from(CHAIN_EVENTS))
    assert (kept, events) == (SITES * (WEEKS + 1), 0)


def test_the_centre_holds_the_noisy_numbers_that_the_sites_drew(lived: Lived) -> None:
    for period in (Week(2027, 5), STARTS):
        held = {numbers.site: numbers.tables for numbers in lived.office.numbers.numbers(period)}
        assert held == {site.about.name: site.sent[period] for site in lived.network.sites}
        assert held != {site.about.name: site.truth[period] for site in lived.network.sites}


def test_intervals_hold_the_truth_about_as_often_as_they_say(lived: Lived) -> None:
    assert 92.5 <= lived.report.utility.covered <= 97.5


def test_no_attack_gains_more_than_promised_and_numbers_without_noise_would_give_all_away(
    lived: Lived,
) -> None:
    assert not [attack.name for attack in attacks_on(lived.network, SEED) if attack.is_over]
    noisy = [dict(site.sent) for site in lived.network.sites]
    try:
        for site in lived.network.sites:
            site.sent = dict(site.truth)
        over = [attack for attack in attacks_on(lived.network, SEED) if attack.is_over]
    finally:
        for site, numbers in zip(lived.network.sites, noisy, strict=True):
            site.sent = numbers
    assert len(over) >= 5
    assert max(attack.with_messages for attack in over) > 99


def test_the_same_seed_gives_the_same_report_and_another_seed_another(
    capsys: pytest.CaptureFixture[str],
) -> None:
    told = []
    for seed in ("5", "5", "6"):
        main(["simulate", "--sites", "3", "--weeks", "2", "--seed", seed])
        told.append(capsys.readouterr().out)
    assert told[0] == told[1]
    assert told[0].splitlines()[2:] != told[2].splitlines()[2:]


def test_the_words_hold_every_promise_and_say_that_nobody_exists(lived: Lived) -> None:
    text = "\n".join(in_words(lived.report))
    assert "Nobody in it exists" in text
    assert all(promise.sentence in text for promise in lived.report.promises)
    assert all(each in text for each in lived.report.not_covered)


def test_the_command_prints_json_and_refuses_what_is_no_network(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["simulate", "--sites", "2", "--weeks", "2", "--json"]) in (0, 1)
    told = json.loads(capsys.readouterr().out)
    assert told["travelled"]["messages"] == 4
    assert main(["simulate", "--sites", "0"]) == 2
    assert "1 to" in capsys.readouterr().err
