"""The shape of a service directory file."""

from typing import Annotated, Any, Literal

from pydantic import Field

from vrn_desktop.content.entry_shape import Identifier, Line, PackEntry, Text

Age = Annotated[int, Field(ge=0, le=150)]
Checked = Literal["seen", "gk"]


class CategoryEntry(PackEntry):
    """A kind of help and the answers at which it is suggested."""

    name: Line
    match: Any
    evidence: tuple[Identifier, ...] = ()
    focus: Identifier | None = None


class EvidenceEntry(PackEntry):
    """What is known of an approach; `as_of` where it differs from the file's own day."""

    name: Line
    impact: Literal["HIGH", "MODERATE", "LOW", "NO_CLEAR_EVIDENCE", "HARMFUL"] | None
    security: Line | None
    figure: Line | None = None
    prevention: tuple[Identifier, ...] = ()
    never_signpost: bool = False
    checked: Checked
    src: Text
    as_of: str | None = None


class LineEntry(PackEntry):
    """A service or help line; national ones have no area."""

    id: Identifier | None = None
    name: Line
    contact: Line | None
    area: Line | None = None
    category: Identifier
    workers_only: bool = False
    on_letters: bool = False
    checked: Checked
    note: Text | None = None
    caution: Text | None = None
    bill: Line | None = None
    src: Text | None = None
    ages: tuple[Age, Age] | None = None
    cost: Line | None = None
    self_referral: bool | None = None
    opening_hours: Line | None = None
    wait: Line | None = None
    languages: Line | None = None
    access: Line | None = None
    last_checked: str | None = None
    next_check: str | None = None


class DirectoryEntry(PackEntry):
    """A whole service directory file."""

    version: Identifier
    checked_key: dict[Identifier, Text] = Field(default_factory=dict)
    categories: Annotated[dict[Identifier, CategoryEntry], Field(min_length=1)]
    evidence: dict[Identifier, EvidenceEntry] = Field(default_factory=dict)
    evidence_as_of: str | None = None
    national_lines: tuple[LineEntry, ...] = ()
    local_lines: tuple[LineEntry, ...] = ()
