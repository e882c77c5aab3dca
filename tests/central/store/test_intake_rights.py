"""On PostgreSQL the intake's own account can do its work, and can read back nothing that it was given."""

import pytest
from sqlalchemy import make_url, text
from sqlalchemy.exc import ProgrammingError

from tests.central.office.invented_office import SITE, InventedOffice
from tests.central_load import chain_of, weeks
from tests.postgresql_server import PostgresqlServer
from vrn_desktop.central.office.answers import Kept, Receipted
from vrn_desktop.central.store.database import open_database
from vrn_desktop.central.store.intake_rights import intake_rights
from vrn_desktop.central.store.schema import create_schema, refuse_other_schema

ROLE = "invented_intake"


def test_the_intake_keeps_messages_and_sees_no_number_and_no_key(
    started_postgresql: PostgresqlServer,
) -> None:
    with started_postgresql.fresh_database() as url:
        owner = open_database(url)
        create_schema(owner)
        office = InventedOffice(owner)
        office.enrol()
        schema = make_url(url).query["options"]
        with owner.begin() as connection:
            connection.execute(text(f"CREATE ROLE {ROLE} LOGIN"))
            connection.execute(
                text(f"GRANT USAGE ON SCHEMA {str(schema).rpartition('=')[2]} TO {ROLE}")
            )
            for statement in intake_rights(ROLE):
                connection.execute(text(statement))
        its_own = open_database(make_url(url).set(username=ROLE).render_as_string())
        refuse_other_schema(its_own)
        intake = InventedOffice(its_own, unlocked=False)
        messages = [*chain_of(SITE, weeks(2)), b"no message"]
        assert intake.reception.take_in(messages)[:2] == [Kept(), Kept()]
        assert office.reception.open_waiting() == 2
        assert isinstance(intake.reception.take_in(messages)[0], Receipted)
        for forbidden in (
            "SELECT raw FROM sealed_messages",
            "SELECT 1 FROM contributions",
            "SELECT 1 FROM key_ring",
            "UPDATE devices SET state = 'approved'",
            "DELETE FROM sealed_messages",
        ):
            with (
                pytest.raises(ProgrammingError, match="permission denied"),
                its_own.connect() as connection,
            ):
                connection.execute(text(forbidden))
        its_own.dispose()
        with owner.begin() as connection:
            connection.execute(text(f"DROP OWNED BY {ROLE}"))
            connection.execute(text(f"DROP ROLE {ROLE}"))
        owner.dispose()
