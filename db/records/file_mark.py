"""The one row by which a file is known: its key epoch, the newest header it has seen."""

from sqlalchemy import CheckConstraint, Column, Integer

from db.records.record_table import record_table

FILE_MARK = record_table(
    "file_mark",
    Column("id", Integer, CheckConstraint("id = 1"), primary_key=True),
    Column("epoch", Integer, nullable=False),
    Column("header_generation", Integer, nullable=False),
    Column("last_reference_number", Integer, nullable=False),
)
