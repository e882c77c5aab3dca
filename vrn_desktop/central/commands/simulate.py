"""`vrn-central simulate`: an invented network runs the real code; what it gains, and what an attacker gains."""

import argparse
import json
import sys
from dataclasses import asdict
from pathlib import Path
from tempfile import TemporaryDirectory  # noqa: TID251 - invented numbers only, and gone at the end

from vrn_desktop.central.shipped_tables import table_packs
from vrn_desktop.central.simulation.invented_network import invented_sites
from vrn_desktop.central.simulation.simulated_network import lived_through
from vrn_desktop.central.simulation.simulation_report import SimulationReport, in_words, report_on
from vrn_desktop.central.simulation.temporary_office import temporary_office
from vrn_desktop.domain.programme_period import Quarter

STARTS = Quarter(2027, 1)
"""A year of 52 weeks, so that 26 weeks are two whole quarters."""
MOST_SITES, MOST_WEEKS = 1000, 208
_BAD_INPUT = 2
_FINDING = 1


def add_to(choices: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Name the command and its options."""
    parser = choices.add_parser(
        "simulate",
        help="an invented network: what it gains and what an attacker gains",
        description="Runs the sites' real counting and the centre's real intake for invented people.",
    )
    parser.add_argument("--sites", type=int, default=60, help="how many sites (60)")
    parser.add_argument("--weeks", type=int, default=26, help="how many weeks (26)")
    parser.add_argument(
        "--seed", type=int, default=1, help="the same seed gives the same report (1)"
    )
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Live through the weeks and print the report; 1 where a goal was missed, 2 for bad input."""
    if not (1 <= chosen.sites <= MOST_SITES and 1 <= chosen.weeks <= MOST_WEEKS):
        sys.stderr.write(f"1 to {MOST_SITES} sites and 1 to {MOST_WEEKS} weeks can be simulated.\n")
        return _BAD_INPUT
    report = _simulated(chosen.sites, chosen.weeks, chosen.seed)
    if chosen.json:
        sys.stdout.write(json.dumps(asdict(report), indent=2) + "\n")
    else:
        sys.stdout.writelines(f"{line}\n" for line in in_words(report))
    return _FINDING if report.goals_missed else 0


def _simulated(sites: int, weeks: int, seed: int) -> SimulationReport:
    pack = next(iter(table_packs().values()))
    names = [site.name for site in invented_sites(sites, seed)]
    with (
        TemporaryDirectory(prefix="vrn-simulation-") as folder,
        temporary_office(
            Path(folder) / "central.db", names, pack=pack, starts=STARTS, seed=seed
        ) as office,
    ):
        network = lived_through(
            pack,
            sites=sites,
            weeks=weeks,
            seed=seed,
            members=office.members,
            intake=office.intake,
        )
        return report_on(network, office.numbers, seed)
