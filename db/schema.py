"""The newest schema: every table of the file, and the revisions that lead to it."""

from db.records import (
    aftertalk,
    agreements,
    audit_entries,
    counts,
    directory,
    escalations,
    file_mark,
    follow_ups,
    letters,
    level_decisions,
    referrals,
    safe_contacts,
    screenings,
    signposts,
    workplaces,
    young_people,
)
from db.records.record_table import RECORDS

RECORD_MODULES = (
    aftertalk,
    agreements,
    audit_entries,
    counts,
    directory,
    escalations,
    file_mark,
    follow_ups,
    letters,
    level_decisions,
    referrals,
    safe_contacts,
    screenings,
    signposts,
    workplaces,
    young_people,
)
"""Naming them here is what puts their tables into `RECORDS`."""

SCHEMA = RECORDS

REVISIONS = ("0001", "0002", "0003")
"""Every revision a file of this program can have, oldest first; known without loading Alembic."""
