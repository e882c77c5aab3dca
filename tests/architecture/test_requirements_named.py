"""A test names each requirement of trauma-informed practice and of agreement, and each property of the rules."""

import ast
import re

from tests.architecture.our_files import python_files

COME_LATER = {16, 22, 25, 27, 28}
PRACTICE = [f"ti_{number:02}" for number in range(1, 33) if number not in COME_LATER]
AGREEMENT = [f"co_{number:02}" for number in range(1, 9)]
PROPERTIES = [f"f{number}" for number in range(1, 19)]


def names_of_tests() -> str:
    """Every test function's name, one after the other."""
    trees = (ast.parse(file.read_text("utf-8")) for file in python_files("tests"))
    functions = (node for tree in trees for node in ast.walk(tree))
    return "\n".join(
        node.name
        for node in functions
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")
    )


def unnamed(requirements: list[str]) -> list[str]:
    """The requirements that no test's name carries as a word of its own."""
    names = names_of_tests()
    return [word for word in requirements if not re.search(rf"_{word}(?:_|$)", names, re.MULTILINE)]


def test_each_requirement_of_the_practice_is_named_by_a_test() -> None:
    assert unnamed(PRACTICE) == []


def test_each_requirement_of_the_agreement_is_named_by_a_test() -> None:
    assert unnamed(AGREEMENT) == []


def test_each_property_of_the_rules_is_named_by_a_test() -> None:
    assert unnamed(PROPERTIES) == []


def test_a_requirement_without_a_test_is_noticed() -> None:
    assert unnamed(["ti_99"]) == ["ti_99"]
