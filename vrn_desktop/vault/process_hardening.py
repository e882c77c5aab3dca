"""What the process does before anything else, so that nothing readable is left by accident.

Called before the first import of a library that loads OpenSSL (security.md 2.1, 3.7).
"""

import ctypes
import os
import sys
from collections.abc import MutableMapping
from importlib.resources import files

PR_SET_DUMPABLE = 4
NO_CRASH_DIALOGS = 0x0001 | 0x0002  # SEM_FAILCRITICALERRORS, SEM_NOGPFAULTERRORBOX


def harden(environ: MutableMapping[str, str]) -> None:
    """New files for this user alone, no memory dumps, no settings of OpenSSL but our empty file."""
    os.umask(0o077)
    environ["OPENSSL_CONF"] = str(files("resources") / "openssl" / "empty.cnf")
    _leave_no_dumps()


if sys.platform == "win32":

    def _leave_no_dumps() -> None:
        ctypes.windll.kernel32.SetErrorMode(NO_CRASH_DIALOGS)
        ctypes.windll.wer.WerAddExcludedApplication(sys.executable, 0)  # 0: this user

else:
    import resource

    def _leave_no_dumps() -> None:
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        if sys.platform == "linux":
            ctypes.CDLL(None).prctl(PR_SET_DUMPABLE, 0, 0, 0, 0)
