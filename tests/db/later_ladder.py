"""Ladders with one invented rung more, to prove the climb before there is a second revision."""

from dataclasses import replace
from pathlib import Path

from db.migrations.ladder import LADDER

_HERE = Path(__file__).parent
LATER = replace(
    LADDER, folders=(*LADDER.folders, _HERE / "later_schema"), revisions=("0001", "0002")
)
FAILING = replace(
    LADDER, folders=(*LADDER.folders, _HERE / "failing_schema"), revisions=("0001", "0002")
)
