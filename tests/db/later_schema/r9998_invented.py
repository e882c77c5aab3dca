"""An invented revision after the newest: a column, a table, and data moved along."""

from alembic import op

revision = "9998"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("ALTER TABLE young_person ADD COLUMN nickname TEXT NOT NULL DEFAULT ''")
    op.execute("UPDATE young_person SET nickname = 'nick ' || reference")
    op.execute("CREATE TABLE invented (id INTEGER PRIMARY KEY, note TEXT NOT NULL) STRICT")
    op.execute("INSERT INTO invented (note) SELECT reference FROM young_person")
