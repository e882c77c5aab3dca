"""The shape of the rule table in an instrument file, and how it becomes a rule set."""

from typing import Any, Literal

from pydantic import ConfigDict

from vrn_desktop.content.entry_shape import Identifier, Line, PackEntry, Text


class LevelRuleEntry(PackEntry):
    """One rule of a level; `unless: buffer` lets strong supports hold it back."""

    id: Identifier
    when: Any
    unless: Any = None
    involvement: tuple[Identifier, ...] = ()
    text: Text


class RestingRuleEntry(PackEntry):
    """What is said when no level rule fires."""

    id: Identifier
    level: Identifier
    text: Text


class NoteRuleEntry(PackEntry):
    """A remark beside the rationale."""

    id: Identifier
    when: Any
    flag: Identifier | None = None
    text: Text


class EscalationRuleEntry(PackEntry):
    """A rule by which someone must be told."""

    id: Identifier
    to: Identifier
    when: Any
    text: Text


class RulesEntry(PackEntry):
    """The rule table: one group for each level by its name, and the three fixed groups."""

    model_config = ConfigDict(extra="allow", frozen=True, strict=True)
    __pydantic_extra__: dict[str, tuple[LevelRuleEntry, ...]]

    rank0: tuple[RestingRuleEntry, ...]
    notes: tuple[NoteRuleEntry, ...] = ()
    escalation: tuple[EscalationRuleEntry, ...] = ()

    def groups(self) -> dict[str, tuple[LevelRuleEntry, ...]]:
        """The level rules by the name of their level, in the file's order."""
        return self.__pydantic_extra__


class DirectionEntry(PackEntry):
    """What a change of level in one direction needs."""

    needs: tuple[Literal["reason", "supervisor_approved"], ...]
    note: Line | None = None


class OverrideEntry(PackEntry):
    """Who may change a level; keys such as `insufficient_to_primary` name special ways."""

    model_config = ConfigDict(extra="allow", frozen=True, strict=True)
    __pydantic_extra__: dict[str, Literal["upward", "downward"]]

    upward: DirectionEntry
    downward: DirectionEntry
    escalation_down: Literal["never"] = "never"

    def special_ways(self) -> dict[str, Literal["upward", "downward"]]:
        """The special ways by their keys."""
        return self.__pydantic_extra__
