"""Publication needs two people, enough sites, and a note where something is corrected."""

from dataclasses import replace
from uuid import UUID

import pytest
from sqlalchemy import Engine, text
from sqlalchemy.exc import DatabaseError

from tests.central.exports.invented_release import QUARTER, invented_release
from tests.central.office_clock import OfficeClock
from tests.central.office_people import add_person
from vrn_desktop.central.accounts.roles import Role
from vrn_desktop.central.published_table import NetworkTable
from vrn_desktop.central.publishing.decisions import publish, send_back, take_back
from vrn_desktop.central.publishing.drafts import (
    Draft,
    DraftState,
    draft,
    make_draft,
    waiting_drafts,
)
from vrn_desktop.central.publishing.release_text import release_from_text
from vrn_desktop.central.publishing.releases import all_releases, release
from vrn_desktop.central.publishing.two_people import Author, PublishingRuleError

TABLES = invented_release().tables
_BY_ONE_PERSON = (
    "INSERT INTO releases SELECT :id, '2030-Q1', 1, text, :who, :who, published_at FROM releases"
)


class Press:
    """An office with people who hold every role, and one draft after the other."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self.clock = OfficeClock()
        self.drafts = 0
        self.ada, self.ben = self._author("Ada Example"), self._author("Ben Example")

    def _author(self, name: str) -> Author:
        person_id = add_person(self.engine, self.clock, name, frozenset(Role))
        return Author(id=person_id, name=name, may_draft=True, may_publish=True)

    def drafted(self, by: Author, tables: tuple[NetworkTable, ...] = TABLES, note: str = "") -> str:
        self.drafts += 1
        new_id = UUID(int=self.drafts).hex
        with self.engine.begin() as connection:
            make_draft(
                connection,
                period=QUARTER,
                tables=tables,
                note=note,
                by=by,
                now=self.clock(),
                new_id=new_id,
            )
        return new_id

    def published(self, draft_id: str, by: Author) -> None:
        with self.engine.begin() as connection:
            publish(connection, draft_id, by=by, now=self.clock())

    def draft(self, draft_id: str) -> Draft:
        with self.engine.connect() as connection:
            found = draft(connection, draft_id)
        assert found is not None
        return found


@pytest.fixture
def press(engine: Engine) -> Press:
    return Press(engine)


def test_whoever_drafted_a_release_never_publishes_it_whatever_roles_they_hold(
    press: Press,
) -> None:
    first = press.drafted(press.ada)
    with pytest.raises(PublishingRuleError, match="Another person"):
        press.published(first, press.ada)
    with pytest.raises(PublishingRuleError), press.engine.begin() as connection:
        send_back(connection, first, reason="x", by=press.ada, now=press.clock())
    press.published(first, press.ben)
    with press.engine.connect() as connection:
        newest = release(connection, all_releases(connection)[0].id)
    assert newest is not None
    assert (newest.drafted_by, newest.published_by) == ("Ada Example", "Ben Example")
    assert newest.tables == TABLES


def test_the_database_itself_refuses_one_person_and_any_change(press: Press) -> None:
    press.published(press.drafted(press.ada), press.ben)
    one_person = {"id": "x", "who": press.ada.id}
    for statement, values in (
        (text("UPDATE releases SET text = '{}'"), {}),
        (text("DELETE FROM releases"), {}),
        (text(_BY_ONE_PERSON), one_person),
    ):
        with pytest.raises(DatabaseError), press.engine.begin() as connection:
            connection.execute(statement, values)


def test_roles_are_asked_for(press: Press) -> None:
    with pytest.raises(PublishingRuleError, match="Statistician"):
        press.drafted(replace(press.ada, may_draft=False))
    waiting = press.drafted(press.ada)
    with pytest.raises(PublishingRuleError, match="Publisher"):
        press.published(waiting, replace(press.ben, may_publish=False))


def test_fewer_than_ten_sites_cannot_be_drafted_and_thin_weeks_are_left_out(press: Press) -> None:
    thin = tuple(replace(table, sites_reporting=9) for table in TABLES)
    with pytest.raises(PublishingRuleError, match="Fewer than 10 sites"):
        press.drafted(press.ada, thin)
    week = replace(TABLES[0], name="P", period=QUARTER.weeks[0], sites_reporting=9)
    enough = replace(TABLES[0], sites_reporting=10)
    assert press.draft(press.drafted(press.ada, (week, enough))).tables == (enough,)


def test_a_correction_is_another_edition_with_a_note_and_the_first_stays(press: Press) -> None:
    first = press.drafted(press.ada)
    press.published(first, press.ben)
    with pytest.raises(PublishingRuleError, match="note"):
        press.drafted(press.ada)
    second = press.drafted(press.ben, note="Two sites came late.")
    press.published(second, press.ada)
    with press.engine.connect() as connection:
        listed = {each.id: (each.edition, each.is_newest) for each in all_releases(connection)}
        kept = release(connection, first)
    assert listed == {first: (1, False), second: (2, True)}
    assert kept is not None
    assert kept.note == ""


def test_one_draft_of_a_period_waits_and_is_decided_once(press: Press) -> None:
    first = press.drafted(press.ada)
    with pytest.raises(PublishingRuleError, match="waits already"):
        press.drafted(press.ben)
    with pytest.raises(PublishingRuleError, match="reason"), press.engine.begin() as connection:
        send_back(connection, first, reason=" \n", by=press.ben, now=press.clock())
    with press.engine.begin() as connection:
        send_back(connection, first, reason="Check week 3.", by=press.ben, now=press.clock())
    with pytest.raises(PublishingRuleError, match="no longer waits"):
        press.published(first, press.ben)
    assert press.draft(first).reason == "Check week 3."
    again = press.drafted(press.ada)
    with press.engine.begin() as connection:
        take_back(connection, again, by=press.ada, now=press.clock())
    with press.engine.connect() as connection:
        assert waiting_drafts(connection) == ()
        assert all_releases(connection) == ()
    assert press.draft(again).state is DraftState.TAKEN_BACK


def test_what_is_kept_is_the_whole_release_as_text(press: Press) -> None:
    first = press.drafted(press.ada)
    press.published(first, press.ben)
    with press.engine.connect() as connection:
        kept = connection.scalar(text("SELECT text FROM releases"))
        assert release(connection, first) == release_from_text(str(kept))
