"""An invented revision that breaks off half way."""

from alembic import op

revision = "9998"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("ALTER TABLE young_person RENAME COLUMN pronouns TO words_for_them")
    op.execute("CREATE TABLE invented (id INTEGER PRIMARY KEY) STRICT")
    op.execute("INSERT INTO no_such_table VALUES (1)")
