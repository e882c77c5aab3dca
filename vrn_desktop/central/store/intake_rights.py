"""What an internet-facing intake may do in a PostgreSQL database that it shares with the office.

It adds sealed messages and keys, reads who is enrolled and which receipts were given, and counts what it
refuses. It reads no number, no sealed message again, no key of the office, and it enrols nobody.
"""

_RIGHTS = (
    "SELECT ON schema_version, devices, receipts",
    "SELECT (digest, refusal), INSERT ON sealed_messages",
    "SELECT (digest), INSERT ON kept_key_files",
    "SELECT, INSERT, UPDATE ON refusals",
)


def intake_rights(role: str) -> tuple[str, ...]:
    """The statements that whoever owns the database runs once for the intake's own account.

    Args:
        role: the account's name in PostgreSQL.
    """
    quoted = '"' + role.replace('"', '""') + '"'
    return tuple(f"GRANT {right} TO {quoted}" for right in _RIGHTS)
