"""The revisions of the schema in their order, and the climb to the newest."""

import os
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection

from db.schema import REVISIONS

_HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True, kw_only=True)
class SchemaLadder:
    """Where the revisions lie and which there are, oldest first."""

    folders: tuple[Path, ...]
    revisions: tuple[str, ...]

    def climb(self, connection: Connection) -> None:
        """Bring an empty file or one of an older revision to the newest; the caller's transaction holds it."""
        # Loaded here: daily work never changes tables, and unlocking must not wait for it.
        from alembic import command  # noqa: PLC0415
        from alembic.config import Config  # noqa: PLC0415

        config = Config()
        config.set_main_option("script_location", _plain(_HERE))
        config.set_main_option("path_separator", "os")
        config.set_main_option("version_locations", os.pathsep.join(map(_plain, self.folders)))
        config.attributes["connection"] = connection
        command.upgrade(config, self.revisions[-1])


LADDER = SchemaLadder(folders=(_HERE / "versions",), revisions=REVISIONS)
"""The revisions this program knows."""


def _plain(folder: Path) -> str:
    return str(folder).replace("%", "%%")
