"""One program at a time in a data folder, and a lock that goes with its process."""

import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from vrn_desktop.application.ports.vault import FolderHeldError
from vrn_desktop.domain.errors import FileInUseError
from vrn_desktop.vault.instance_lock import NAME, InstanceLock

STARTED = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
ROOT = Path(__file__).resolve().parents[2]

HOLDER = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from vrn_desktop.vault.instance_lock import InstanceLock

lock = InstanceLock(Path(sys.argv[1]), datetime(2026, 11, 24, 9, 30, tzinfo=UTC))
print("held", flush=True)
sys.stdin.read()
"""


def test_a_second_program_is_told_who_holds_the_folder(tmp_path: Path) -> None:
    lock = InstanceLock(tmp_path, STARTED)
    with pytest.raises(FolderHeldError) as refused:
        InstanceLock(tmp_path, STARTED)
    assert isinstance(refused.value, FileInUseError)
    assert (refused.value.process, refused.value.since) == (os.getpid(), STARTED)
    lock.release()
    lock.release()
    InstanceLock(tmp_path, STARTED).release()


def test_kill_9_lets_the_folder_go(tmp_path: Path) -> None:
    holder = subprocess.Popen(  # noqa: S603 - our own program
        [sys.executable, "-c", HOLDER, str(tmp_path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    )
    assert holder.stdout is not None
    assert holder.stdin is not None
    with holder.stdout, holder.stdin:
        assert holder.stdout.readline() == "held\n"
        with pytest.raises(FolderHeldError) as refused:
            InstanceLock(tmp_path, STARTED)
        assert refused.value.process == holder.pid
        holder.kill()
        holder.wait()
    InstanceLock(tmp_path, STARTED).release()


def test_a_holder_that_left_no_words_is_unknown(tmp_path: Path) -> None:
    lock = InstanceLock(tmp_path, STARTED)
    (tmp_path / NAME).write_text("nonsense")
    with pytest.raises(FolderHeldError) as refused:
        InstanceLock(tmp_path, STARTED)
    assert (refused.value.process, refused.value.since) == (None, None)
    lock.release()
