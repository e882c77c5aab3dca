"""Each part of the domain is used by a test, and each test folder mirrors a room of the house."""

import ast
from pathlib import Path

from tests.architecture.our_files import PRODUCTION, ROOT, python_files, shown

ROOMS_OF_THEIR_OWN = {
    *("architecture", "benchmarks", "end_to_end", "installer", "privacy_audit", "torture"),
}


def modules_named_in(file: Path) -> set[str]:
    """Every module a file imports, and every name it takes from one (which may be a module too)."""
    named: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            named |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            named |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
    return named


def test_every_part_of_the_domain_is_used_by_a_test() -> None:
    domain = {
        shown(file).removesuffix(".py").replace("/", ".")
        for file in python_files("vrn_desktop")
        if shown(file).startswith("vrn_desktop/domain/") and file.name != "__init__.py"
    }
    tested = {name for file in python_files("tests") for name in modules_named_in(file)}
    assert domain
    assert sorted(domain - tested) == []


def test_every_test_folder_mirrors_a_room() -> None:
    parts = (file.relative_to(ROOT).parts for file in python_files("tests"))
    folders = {part[1] for part in parts if len(part) > 2}
    rooms = {
        *PRODUCTION,
        *(path.parent.name for path in ROOT.glob("vrn_desktop/*/__init__.py")),
        *ROOMS_OF_THEIR_OWN,
    }
    assert folders - rooms == set()
