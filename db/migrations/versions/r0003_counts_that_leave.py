"""The third schema: what leaves for the network, drawn once, and how it went on its way."""

from alembic import op

from db.migrations.third_schema import counts_tables
from db.migrations.third_schema.weeks_of_before import keep_weeks

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the tables; conversations approved so far get the week in which they were held."""
    for statement in counts_tables.STATEMENTS:
        op.execute(statement)
    keep_weeks(op.get_bind())
