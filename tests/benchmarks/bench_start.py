"""What starting costs: from the process to the painted unlock window, and what it takes while idle."""

import os
import subprocess
import sys
from pathlib import Path
from time import monotonic, sleep

from tests.benchmarks.figures import Benchmark, Figures, Options, middle
from tests.benchmarks.invented_office import set_up

STARTS = 7
SETTLING_S = 2.0
IDLE_S = 5.0
NO_COMPILED_FILES = "PYTHONDONTWRITEBYTECODE"


def measure(options: Options) -> Figures:
    """Start it several times; the last one is left alone for five seconds and watched from outside."""
    folder = options.work / "data"
    if not (folder / "header-a").exists():
        folder.mkdir()
        set_up(folder)
    _stop(_start(folder)[0])  # the first start after an installation compiles the program
    painted = []
    for _ in range(options.count or STARTS):
        process, took = _start(folder)
        _stop(process)
        painted.append(took)
    process, _ = _start(folder)
    idle = _watched(process.pid) if Path("/proc/self/status").exists() else {}
    _stop(process)
    return {"painted_ms": middle(painted), **idle}


def _start(folder: Path) -> tuple[subprocess.Popen[str], float]:
    command = [sys.executable, "-m", "tests.benchmarks.painted_start", "--data-folder", str(folder)]
    began = monotonic()
    as_installed = {key: os.environ[key] for key in os.environ if key != NO_COMPILED_FILES}
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=as_installed)
    assert process.stdout is not None
    for line in process.stdout:
        if line.startswith("painted "):
            return process, (float(line.split()[1]) - began) * 1000
    raise RuntimeError(f"no window was painted; the program ended with {process.wait()}")


def _stop(process: subprocess.Popen[str]) -> None:
    process.kill()
    process.communicate()


def _watched(pid: int) -> dict[str, float]:
    sleep(SETTLING_S)
    cpu, wakeups = _cpu_seconds(pid), _wakeups(pid)
    sleep(IDLE_S)
    return {
        "rss_mb": round(_status(Path(f"/proc/{pid}/status"), "VmRSS") / 1024, 1),
        "idle_cpu_pct": round((_cpu_seconds(pid) - cpu) / IDLE_S * 100, 2),
        "idle_wakeups_per_s": round((_wakeups(pid) - wakeups) / IDLE_S, 1),
    }


def _cpu_seconds(pid: int) -> float:
    after_name = Path(f"/proc/{pid}/stat").read_text("utf-8").rpartition(")")[2].split()
    return (int(after_name[11]) + int(after_name[12])) / os.sysconf("SC_CLK_TCK")


def _wakeups(pid: int) -> float:
    threads = Path(f"/proc/{pid}/task").glob("*/status")
    return sum(_status(thread, "voluntary_ctxt_switches") for thread in threads)


def _status(file: Path, name: str) -> float:
    lines = file.read_text("utf-8").splitlines()
    return float(next(line.split()[1] for line in lines if line.startswith(f"{name}:")))


BENCHMARK = Benchmark(
    does="from the process to the painted unlock window; memory and five idle seconds before unlock",
    measure=measure,
    goals={
        "painted_ms": f"median of {STARTS}; goal under 500",
        "rss_mb": "goal under 90",
        "idle_cpu_pct": "goal 0",
        "idle_wakeups_per_s": "goal at most 2",
    },
)
