"""Ladders with one invented rung more, to prove the climb beyond the newest."""

from dataclasses import replace
from pathlib import Path

from db.migrations.ladder import LADDER

_HERE = Path(__file__).parent
LATER = replace(
    LADDER, folders=(*LADDER.folders, _HERE / "later_schema"), revisions=(*LADDER.revisions, "9998")
)
FAILING = replace(
    LADDER,
    folders=(*LADDER.folders, _HERE / "failing_schema"),
    revisions=(*LADDER.revisions, "9998"),
)
