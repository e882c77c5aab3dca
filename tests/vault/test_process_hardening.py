"""What the process refuses to leave behind, and how little the vault loads before sign-in."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def output_of(program: str) -> list[str]:
    run = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=ROOT
    )
    return run.stdout.split("\n")[:-1]


@pytest.mark.skipif(sys.platform != "linux", reason="asks Linux for what was set")
def test_no_dumps_no_foreign_settings_and_files_for_one_user() -> None:
    umask, core, dumpable, conf = output_of(
        "import ctypes, os, resource\n"
        "from vrn_desktop.vault.process_hardening import harden\n"
        "harden(os.environ)\n"
        "print(os.umask(0o077))\n"
        "print(resource.getrlimit(resource.RLIMIT_CORE))\n"
        "print(ctypes.CDLL(None).prctl(3, 0, 0, 0, 0))\n"
        "print(os.environ['OPENSSL_CONF'])\n"
    )
    assert int(umask) == 0o077
    assert core == "(0, 0)"
    assert dumpable == "0"
    assert all(line.startswith("#") for line in Path(conf).read_text().splitlines())


def test_describing_a_vault_loads_neither_openssl_nor_the_guesser() -> None:
    loaded = output_of(
        "import sys\n"
        "from pathlib import Path\n"
        "from vrn_desktop.vault.vault_file import VaultFile\n"
        "VaultFile(Path('nowhere')).exists()\n"
        "print('\\n'.join(sys.modules))\n"
    )
    assert "vrn_desktop.vault.vault_file" in loaded
    assert {"cryptography", "zxcvbn", "PySide6", "sqlalchemy"} & set(loaded) == set()
