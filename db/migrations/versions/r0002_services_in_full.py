"""The second schema: services and letters in full, and what became of each referral."""

from alembic import op

from db.migrations.second_schema import directory_tables, letters_tables, referrals_tables

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the tables and columns; rows that are there already keep what they say."""
    for part in (directory_tables, letters_tables, referrals_tables):
        for statement in part.STATEMENTS:
            op.execute(statement)
