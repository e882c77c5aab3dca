"""How much memory this process holds, and held at most, in megabytes."""

import os
import resource
import sys
from pathlib import Path

KILO = 1024 if sys.platform != "darwin" else 1


def now_mb() -> float:
    """What it holds now."""
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def peak_mb() -> float:
    """The most it ever held."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * KILO / 1e6
