"""The two things that have to be known about somebody: a name to use and an age, and how to put them right."""

from vrn_desktop.application.young_person_service import usable_age, usable_name
from vrn_desktop.domain.errors import NameNotUsableError
from vrn_desktop.domain.young_person import LONGEST_NAME

NAME_MISSING = "Enter the name they want to be called, or initials."
NAME_TOO_LONG = f"Enter a shorter name: {LONGEST_NAME} characters at most."
AGE_MISSING = "Enter their age in whole years, for example 14."
_MOST_DIGITS = 3


def name_problem(name: str) -> str:
    """What to do about this name; an empty text says it is fine."""
    try:
        usable_name(name)
    except NameNotUsableError:
        return NAME_TOO_LONG if len(name.strip()) > LONGEST_NAME else NAME_MISSING
    return ""


def age_of(typed: str) -> int | None:
    """The age as typed, or None where it is not one."""
    digits = typed.strip()
    if not (digits.isascii() and digits.isdigit() and len(digits) <= _MOST_DIGITS):
        return None
    try:
        return usable_age(int(digits))
    except NameNotUsableError:
        return None
