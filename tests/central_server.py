"""The central office's real program in a process of its own, for kill tests and benchmarks."""

import subprocess
import sys
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

from tests.central_load import AT, INVENTED_PAIR, InventedSite, enrol_all
from vrn_desktop.central.office.key_ring import KeyRing
from vrn_desktop.central.office.passphrase_seal import LEAST
from vrn_desktop.central.store.database import open_database
from vrn_desktop.central.store.schema import create_schema

PASSPHRASE = "four invented words here"  # noqa: S105  an invented office's
PASSPHRASE_FILE = "passphrase"  # noqa: S105  a name of a file


def found_office(url: str, folder: Path, sites: Sequence[InventedSite]) -> None:
    """An office with the invented keys and these sites enrolled, nothing received yet."""
    engine = open_database(url)
    create_schema(engine)
    KeyRing(engine, lambda: AT, LEAST).restore((INVENTED_PAIR,), PASSPHRASE, who="Ivy Invented")
    enrol_all(engine, sites)
    engine.dispose()
    (folder / PASSPHRASE_FILE).write_text(PASSPHRASE + "\n", encoding="utf-8")


class ServerProcess:
    """A started server and the port it chose."""

    def __init__(self, process: "subprocess.Popen[str]", port: int) -> None:
        self.process = process
        self.port = port

    def kill(self) -> None:
        """SIGKILL: nothing is finished, nothing is written any more."""
        self.process.kill()
        self.process.wait()


@contextmanager
def serving(url: str, folder: Path, *, port: int = 0) -> Generator[ServerProcess, None, None]:
    """The unlocked office on a database, stopped at the end of the block if it still runs."""
    options = ["--data", str(folder), "--database-url", url, "--port", str(port)]
    process = subprocess.Popen(  # noqa: S603  our own program
        [
            *(sys.executable, "-m", "vrn_desktop.central", "serve", *options),
            *("--passphrase-file", str(folder / PASSPHRASE_FILE)),
        ],
        stdout=subprocess.PIPE,
        text=True,
    )
    with process:
        try:
            hello = process.stdout.readline() if process.stdout else ""
            yield ServerProcess(process, urlsplit(hello.rpartition(" ")[2].strip()).port or 0)
        finally:
            process.terminate()
            process.wait()
