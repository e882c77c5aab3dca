"""The worked cases that ship, as the program reads them."""

from functools import cache
from pathlib import Path

import resources
from tests.talk_safe import talk_safe
from vrn_desktop.content.case_reader import WorkedCase, cases_from_text

FILE = Path(resources.__file__).parent / "content" / "rules" / "worked-cases.yaml"


@cache
def worked_cases() -> tuple[WorkedCase, ...]:
    """All cases of the file."""
    return cases_from_text(FILE.read_text("utf-8"), FILE.name, talk_safe())
