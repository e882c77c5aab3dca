"""Tries a built folder on this machine with next to no surroundings, and measures how it starts."""

import os
import re
import subprocess
import sys
from pathlib import Path
from urllib.request import ProxyHandler, build_opener

from installer.packaging.building import BuiltBundle
from installer.system_libraries import SetUpError

PATIENCE_S = 30.0
_ADDRESS = re.compile(r"http://localhost:\d+")


def self_test(built: BuiltBundle, folder: Path) -> str:
    """Run `--self-test` with no surroundings at all; its report.

    Raises:
        SetUpError: a step or a proof did not come out.
    """
    done = subprocess.run(
        [str(built.program), "--self-test", str(folder)],
        env=_no_surroundings(),
        cwd=built.folder,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        said = "\n".join((done.stdout + done.stderr).splitlines()[-20:])
        raise SetUpError(f"The self-test of {built.bundle.name} failed.\n{said}")
    return (folder / "self-test.txt").read_text("utf-8")


def central_answers(built: BuiltBundle, data: Path) -> str:
    """Start the central office's program over an empty folder and ask it for its first page.

    Raises:
        SetUpError: it does not start, or gives no page.
    """
    command = [str(built.program), "serve", "--data", str(data), "--port", "0"]
    with subprocess.Popen(
        command,
        env=_no_surroundings(),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as server:
        try:
            said = ""
            for line in server.stdout or ():
                said += line
                found = _ADDRESS.search(line)
                if found:
                    return f"serves its first page over an empty folder ({_page(found.group(0))})"
            raise SetUpError(f"{built.bundle.name} does not start.\n{said[-800:]}")
        finally:
            server.terminate()


def _page(address: str) -> str:
    ask = build_opener(ProxyHandler({}))  # our own server, on this machine
    with ask.open(address, timeout=PATIENCE_S) as answer:
        page = answer.read()
    if b"<html" not in page:
        raise SetUpError("The central office's program gives no page.")
    return f"{len(page)} bytes"


def _no_surroundings() -> dict[str, str]:
    if sys.platform == "win32":
        return {name: os.environ[name] for name in ("SYSTEMROOT", "TEMP") if name in os.environ}
    return {}
