"""A child process that works, says what it has done, and is killed at a moment of the draw."""

import os
import signal
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from traceback import print_exc

PROMISE = b"."
"""Written by the child when something is done for good."""
BEGUN = b"b"
"""Written by the child when the moment has come in which it may be killed."""


@dataclass
class Found:
    """What all kills together have left: promised acts, lost ones, files that did not open in order."""

    runs: int = 0
    acknowledged: int = 0
    lost: int = 0
    unopenable: int = 0

    def as_dict(self) -> dict[str, int]:
        return asdict(self)

    def look(self, look: Callable[[], int]) -> None:
        """Look at what is left; `look` returns how many promises it misses, or raises."""
        self.runs += 1
        try:
            self.lost += look()
        except Exception:  # noqa: BLE001 - whatever it is, the file is not as it should be
            print_exc()
            self.unopenable += 1


def run_and_kill(work: Callable[[int], None], when: Callable[[int], bytes]) -> bytes:
    """Start a child, kill it when it is time; returns all it had said by then.

    `when` returns when to kill, and what it has read itself.
    """
    heard, say = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(heard)
        try:
            work(say)
        except BaseException:  # noqa: BLE001 - a child must never come back into the parent's code
            print_exc()
        os._exit(0)
    os.close(say)
    said = when(heard)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    while piece := os.read(heard, 65536):
        said += piece
    os.close(heard)
    return said


def run_to_end(work: Callable[[], None]) -> None:
    """Work in a child that is not killed, so that nothing of it stays in this process."""

    def work_and_say(say: int) -> None:
        work()
        os.write(say, PROMISE)

    if run_and_kill(work_and_say, lambda heard: os.read(heard, 1)) != PROMISE:
        raise RuntimeError("the child did not come to its end")


def after(mark: bytes, times: int, wait: float) -> Callable[[int], bytes]:
    """Kill so many seconds after the child has said `mark` that often."""

    def when(heard: int) -> bytes:
        said = b""
        while said.count(mark) < times:
            piece = os.read(heard, 1)
            if not piece:
                raise RuntimeError("the child ended before it was killed")
            said += piece
        time.sleep(wait)
        return said

    return when
