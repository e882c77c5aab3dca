"""The grain of the house: small files, telling names, one sentence at the head of each."""

import ast
from importlib.metadata import packages_distributions
from statistics import median

from tests.architecture.our_files import PRODUCTION, ROOT, python_files, shown

LONGEST_FILE = 400
MEDIAN_BELOW = 90
MAIN_WINDOW_BELOW = 150
TELLS_NOTHING = {"util", "utils", "helper", "helpers", "manager", "managers", "common", "misc"}


def lines_of(text: str) -> int:
    return len(text.splitlines())


def test_no_file_is_longer_than_four_hundred_lines() -> None:
    lengths = {shown(file): lines_of(file.read_text("utf-8")) for file in python_files()}
    assert {name: length for name, length in lengths.items() if length > LONGEST_FILE} == {}


def test_half_of_the_files_are_shorter_than_ninety_lines() -> None:
    files = [file for file in python_files(*PRODUCTION) if file.name != "__init__.py"]
    assert median(lines_of(file.read_text("utf-8")) for file in files) < MEDIAN_BELOW


def test_the_main_window_is_a_frame_and_knows_little() -> None:
    windows = [file for file in python_files("ui") if file.name == "main_window.py"]
    assert [lines_of(file.read_text("utf-8")) < MAIN_WINDOW_BELOW for file in windows] == [True]


def test_module_names_say_what_is_inside() -> None:
    named = {shown(file): set(file.stem.split("_")) for file in python_files()}
    assert [name for name, words in named.items() if words & TELLS_NOTHING] == []


def test_every_module_opens_with_a_sentence() -> None:
    opening = {
        shown(file): (ast.get_docstring(ast.parse(file.read_text("utf-8"))) or "").partition("\n")[
            0
        ]
        for file in python_files()
    }
    assert [name for name, sentence in opening.items() if not sentence.endswith((".", "?"))] == []


def test_no_test_folder_shadows_a_package_of_ours() -> None:
    inits = [file for file in python_files("tests") if file.name == "__init__.py"]
    assert [shown(file) for file in inits] == ["tests/__init__.py"]


def test_no_other_distribution_brings_our_package_names() -> None:
    providers = packages_distributions()
    strangers = {name: set(providers.get(name, [])) - {"vrn-desktop"} for name in PRODUCTION}
    assert {name: who for name, who in strangers.items() if who} == {}


def test_the_top_level_shows_the_house() -> None:
    folders = {shown(file).partition("/")[0] for file in python_files() if file.parent != ROOT}
    assert folders == {*PRODUCTION, "tests", "installer"}
