"""What the central office takes in: real requests, real commits, on SQLite and on PostgreSQL."""

import json
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from time import perf_counter

from tests.benchmarks.central_clients import messages_of
from tests.benchmarks.figures import Benchmark, Figures, Options
from tests.central_load import invented_sites
from tests.central_server import found_office, serving
from tests.postgresql_server import postgresql_server, server_programs

SITES = 300
EACH = 6
OUTAGE_EACH = 2
"""What waits at a site after two days without a centre: a week and, at a quarter's end, the quarter."""
CELLS = 200
BULK = 1_000


def measure(options: Options) -> Figures:
    """Every figure of the intake; `count` is how many messages each of 300 sites sends."""
    each = options.count or EACH
    file = options.work / "sqlite"
    on_file = _intake(f"sqlite:///{_empty(file) / 'central.db'}", file, each)
    cells = _bulk_cells(options.work / "cells.db")
    figures: Figures = {
        "sqlite_per_s": on_file["rps"],
        "sqlite_p99_ms": on_file["p99_ms"],
        "sqlite_of_bulk_limit": round(on_file["rps"] / cells, 2),
        "bulk_200_cells_per_s": cells,
        "bulk_one_row_per_s": _bulk_rows(options.work / "rows.db"),
        "bare_commits_per_s": _bare_commits(options.work / "commits.db"),
        "bad": on_file["bad"],
    }
    if server_programs() is None:
        return {**figures, "postgresql": "absent here"}
    with postgresql_server({}) as server, server.fresh_database() as url:
        on_server = _intake(url, _empty(options.work / "postgresql"), each)
    with postgresql_server({}) as server, server.fresh_database() as url:
        drained = _intake(url, _empty(options.work / "outage"), OUTAGE_EACH)
    return {
        **figures,
        "postgresql_per_s": on_server["rps"],
        "postgresql_p99_ms": on_server["p99_ms"],
        "outage_300_sites_drained_s": drained["seconds"],
        "bad": on_file["bad"] + on_server["bad"] + drained["bad"],
    }


def _empty(folder: Path) -> Path:
    folder.mkdir(parents=True)
    return folder


def _intake(url: str, folder: Path, each: int) -> dict[str, float]:
    """A founded office in one process, 16 connections from another."""
    found_office(url, folder, invented_sites(SITES))
    with serving(url, folder) as server:
        clients = "tests.benchmarks.central_clients"
        command = [sys.executable, "-m", clients, str(server.port), str(SITES), str(each)]
        told = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout
    figures: dict[str, float] = json.loads(told)
    return figures


def _bulk_cells(file: Path) -> float:
    """The limit of performance.md 8: contributions of 200 rows under a key, all in one transaction."""
    raw = messages_of(1, 1)[0]
    with closing(_bare(file)) as bare:
        bare.execute("CREATE TABLE message (digest TEXT PRIMARY KEY, raw BLOB) WITHOUT ROWID")
        bare.execute(
            "CREATE TABLE cell (digest TEXT, place INT, number INT, PRIMARY KEY (digest, place))"
            " WITHOUT ROWID"
        )
        digests = [f"{number * 2654435761 % 2**32:064x}" for number in range(BULK)]
        began = perf_counter()
        bare.execute("BEGIN IMMEDIATE")
        for digest in digests:
            bare.execute("INSERT INTO message VALUES (?, ?)", (digest, raw))
            cells = [(digest, place, place % 40) for place in range(CELLS)]
            bare.executemany("INSERT INTO cell VALUES (?, ?, ?)", cells)
        bare.execute("COMMIT")
        return round(BULK / (perf_counter() - began), 1)


def _bulk_rows(file: Path) -> float:
    """The same messages as one row each, all in one transaction: what no protocol could reach."""
    return _rows(file, 50 * BULK, one_transaction=True)


def _bare_commits(file: Path) -> float:
    """One row, one durable commit, no network and no checking: what group commit works against."""
    return _rows(file, BULK, one_transaction=False)


def _rows(file: Path, count: int, *, one_transaction: bool) -> float:
    raw = messages_of(1, 1)[0]
    with closing(_bare(file)) as bare:
        bare.execute("CREATE TABLE message (digest TEXT PRIMARY KEY, raw BLOB) WITHOUT ROWID")
        began = perf_counter()
        if one_transaction:
            bare.execute("BEGIN IMMEDIATE")
        for number in range(count):
            digest = f"{number * 2654435761 % 2**32:064x}"
            bare.execute("INSERT INTO message VALUES (?, ?)", (digest, raw))
        if one_transaction:
            bare.execute("COMMIT")
        return round(count / (perf_counter() - began), 1)


def _bare(file: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(file, isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    return connection


BENCHMARK = Benchmark(
    does="sealed messages of 300 invented sites on 16 connections, opened, judged, committed, receipted",
    measure=measure,
    goals={
        "sqlite_of_bulk_limit": "goal at least 0.4 of bulk_200_cells_per_s",
        "sqlite_p99_ms": "goal under 500",
        "postgresql_per_s": "goal at least 150",
        "postgresql_p99_ms": "goal under 500",
        "bulk_200_cells_per_s": "bare SQLite, one transaction, 200 keyed rows a message",
        "bulk_one_row_per_s": "bare SQLite, one transaction, one row a message",
        "bare_commits_per_s": "bare SQLite, one row and one fsync each",
        "outage_300_sites_drained_s": "all at once, 2 messages a site; goal under 600",
        "bad": "answers that are no receipt; goal 0",
    },
)
