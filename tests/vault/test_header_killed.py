"""A program killed in the middle of writing headers leaves one that opens."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.invented_team import HELP_LINES
from tests.seeded import seeded
from vrn_desktop.vault.disk import LocalDisk
from vrn_desktop.vault.header_changes import founded
from vrn_desktop.vault.header_copies import HeaderCopies
from vrn_desktop.vault.header_seal import check, seal
from vrn_desktop.vault.key_cost import FLOOR
from vrn_desktop.vault.vault_keys import VaultKeys

KILLS = int(os.environ.get("VRN_TORTURE_KILLS", "8"))
ROOT = Path(__file__).resolve().parents[2]

KEYS = VaultKeys(hdr=bytes(32), data=bytes(32), admin=bytes(32))

WRITER = """
import sys
from dataclasses import replace
from pathlib import Path
from vrn_desktop.vault.disk import LocalDisk
from vrn_desktop.vault.header_copies import HeaderCopies
from vrn_desktop.vault.header_seal import seal
from vrn_desktop.vault.vault_keys import VaultKeys

keys = VaultKeys(hdr=bytes(32), data=bytes(32), admin=bytes(32))
copies = HeaderCopies(LocalDisk(), Path(sys.argv[1]))
header = copies.read().header
while True:
    header = replace(header, generation=header.generation + 1)
    copies.write(seal(header, keys))
    print(header.generation, flush=True)
"""


@pytest.mark.torture
def test_kill_9_while_headers_are_written(tmp_path: Path) -> None:
    draw = seeded(1000)
    copies = HeaderCopies(LocalDisk(), tmp_path)
    copies.write(seal(founded(KEYS, bytes(16), HELP_LINES, FLOOR), KEYS))
    for _ in range(KILLS):
        writer = subprocess.Popen(  # noqa: S603 - our own program
            [sys.executable, "-c", WRITER, str(tmp_path)],
            stdout=subprocess.PIPE,
            text=True,
            cwd=ROOT,
        )
        assert writer.stdout is not None
        with writer.stdout as output:
            acknowledged = [int(output.readline()) for _ in range(draw.randrange(1, 30))][-1]
            writer.kill()
            acknowledged = max([acknowledged, *map(int, output.read().split("\n")[:-1])])
        writer.wait()
        survivor = copies.read()
        check(survivor, KEYS)
        assert survivor.header.generation >= acknowledged
