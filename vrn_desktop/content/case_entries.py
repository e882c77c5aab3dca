"""The shape of a file of worked cases: answers, and what a practitioner would expect of the rules."""

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import Field

from vrn_desktop.content.entry_shape import Identifier, Line, PackEntry, Text

CaseId = Annotated[
    str, Field(min_length=1, max_length=200, strict=False, coerce_numbers_to_str=True)
]


class WantedEntry(PackEntry):
    """A worker's wish for another level."""

    to: Identifier
    reason: str = Field(default="", max_length=4_000)
    supervisor_approved: bool = False


class ExpectedEntry(PackEntry):
    """What is expected; what is left out is not compared, lists compare as sets (decisions.md 17)."""

    level: str | None = None
    escalation: str | None = None
    provisional: bool | None = None
    fired: tuple[str, ...] | None = None
    shown: tuple[str, ...] | None = None
    notes: tuple[str, ...] | None = None
    involvement: tuple[str, ...] | None = None
    final_level: str | None = None
    override_status: str | None = None

    def given(self) -> Mapping[str, object]:
        """What this case expects, by the names of the result."""
        return {name: getattr(self, name) for name in self.model_fields_set}


class CaseEntry(PackEntry):
    """One case; an answer is a code, or a code for each voice."""

    id: CaseId
    title: Line | None = None
    age: int
    form: Literal["full", "short"] = "full"
    answers: dict[str, Any]
    override: WantedEntry | None = None
    expect: ExpectedEntry | None = None
    because: Text | None = None


class CaseFileEntry(PackEntry):
    """A whole file of worked cases."""

    version: Line | None = None
    instrument: Line | None = None
    vignettes: tuple[CaseEntry, ...]
