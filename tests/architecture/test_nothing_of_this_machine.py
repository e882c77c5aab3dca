"""No file names a folder of somebody's machine or the address of a package registry."""

import re

from tests.architecture.our_files import our_files, shown

PARTS = (
    r"(?<![\w.])/(?:work|root|home)/\w",
    r"(?<![\w.])/tmp/\w",
    r"\bpypi\.(?:org|python)",
    r"pythonhosted\.org",
    r"registry\.npmjs",
    r"--(?:extra-)?index-url",
    r"--find-links",
)
OF_A_MACHINE = re.compile("|".join(PARTS))
THIS_FILE = "tests/architecture/test_nothing_of_this_machine.py"


def test_no_file_names_a_machine_or_a_registry() -> None:
    found = []
    for file in our_files():
        content = file.read_bytes()
        if b"\0" in content or shown(file) == THIS_FILE:
            continue
        for number, line in enumerate(content.decode("utf-8", "replace").splitlines(), start=1):
            if OF_A_MACHINE.search(line):
                found.append(f"{shown(file)}:{number}: {line.strip()[:80]}")
    assert found == []


def test_the_search_finds_such_places() -> None:
    samples = ("see /home/anna/notes", "open('/tmp/x')", "https://pypi.org/simple")
    assert all(OF_A_MACHINE.search(sample) for sample in samples)
    assert not OF_A_MACHINE.search("resources/home/letter and work/day")
