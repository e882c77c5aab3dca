"""How a worker's view on competence is written in a column, and read back (CO-04)."""

from collections.abc import Mapping
from typing import Any

from db.repositories.written_values import read_table, write_table
from vrn_desktop.domain.agreement import CompetenceView


def competence_text(view: CompetenceView | None) -> str | None:
    """The column of a view; None where nobody looked at it."""
    if view is None:
        return None
    return write_table(
        {
            "understands": view.understands,
            "weighs_good_and_bad": view.weighs_good_and_bad,
            "can_explain_choice": view.can_explain_choice,
            "free_from_pressure": view.free_from_pressure,
            "reasons": view.reasons,
        }
    )


def competence_view(text: str | None) -> CompetenceView | None:
    """The view a column holds."""
    if text is None:
        return None
    view: Mapping[str, Any] = read_table(text)
    return CompetenceView(**view)
