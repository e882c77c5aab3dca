"""A real PostgreSQL server for tests and benchmarks, started by themselves and gone with them."""

import os
import pwd
import shutil
import subprocess
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from tempfile import mkdtemp  # noqa: TID251  the server's own account must reach its folder
from typing import Any
from urllib.parse import quote

from sqlalchemy import create_engine, text

from installer.test_programs import POSTGRESQL

NOT_HERE = "needs PostgreSQL 15 or newer"
QUICK: Mapping[str, str] = {"fsync": "off", "full_page_writes": "off"}
"""For tests of what is kept and what is not; benchmarks keep PostgreSQL's own settings."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PostgresqlServer:
    """A running server, reached by a socket in its own folder."""

    folder: Path
    _numbers: "count[int]" = field(default_factory=lambda: count(1))

    @contextmanager
    def fresh_database(self) -> Generator[str, None, None]:
        """The URL of an empty place of its own, emptied again afterwards."""
        name = f"fresh_{next(self._numbers)}"
        self._run(f"CREATE SCHEMA {name}")
        try:
            yield f"{self._url}&options={quote(f'-csearch_path={name}')}"
        finally:
            self._run(f"DROP SCHEMA {name} CASCADE")

    @property
    def _url(self) -> str:
        return f"postgresql://vrn@/postgres?host={quote(str(self.folder))}"

    def _run(self, statement: str) -> None:
        engine = create_engine(self._url.replace("postgresql:", "postgresql+psycopg:", 1))
        with engine.begin() as connection:
            connection.execute(text(statement))
        engine.dispose()


def server_programs() -> Path | None:
    """The folder of `initdb` and `pg_ctl`; None where PostgreSQL is not installed."""
    place = POSTGRESQL.place()
    return place.resolve().parent if place else None


@contextmanager
def postgresql_server(settings: Mapping[str, str]) -> Generator[PostgresqlServer, None, None]:
    """A server in a folder of its own for as long as the block lasts.

    Raises:
        FileNotFoundError: PostgreSQL is not installed.
    """
    programs = server_programs()
    if programs is None:
        raise FileNotFoundError(NOT_HERE)
    folder = Path(mkdtemp(prefix="vrn-pg-"))
    account = _account()
    if account:
        shutil.chown(folder, account["user"], account["group"])
    data, log = folder / "data", folder / "log"
    wishes = " ".join(f"-c {name}={value}" for name, value in settings.items())
    options = f"-k {folder} -c listen_addresses='' {wishes}"

    def run(program: str, *arguments: str) -> None:
        command = [str(programs / program), "-D", str(data), *arguments]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd=folder, **account)  # noqa: S603

    try:
        run("initdb", "-U", "vrn", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync")
        run("pg_ctl", "-w", "-l", str(log), "-o", options, "start")
        try:
            yield PostgresqlServer(folder=folder)
        finally:
            run("pg_ctl", "-w", "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder)


def _account() -> Mapping[str, Any]:
    """PostgreSQL refuses to run as root: then an account without rights runs it."""
    if os.geteuid() != 0:
        return {}
    names = {entry.pw_name for entry in pwd.getpwall()}
    account = pwd.getpwnam("postgres" if "postgres" in names else "nobody")
    return {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []}
