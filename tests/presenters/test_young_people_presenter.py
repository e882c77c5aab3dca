"""The list of young people: found as you type, masked, quick with 20,000 people."""

from dataclasses import replace

import pytest

from tests.invented_services import PRIYA, Invented
from tests.talk import CALM_CORE, answered, begun
from tests.went import Went
from vrn_desktop.application.ports.rows import YoungPersonRow
from vrn_desktop.application.services import Services
from vrn_desktop.domain.errors import StorageError
from vrn_desktop.domain.identifiers import LevelName, PractitionerId, YoungPersonId
from vrn_desktop.presenters.name_display import NameDisplay
from vrn_desktop.presenters.navigation_presenter import Place
from vrn_desktop.presenters.young_people_presenter import NO_ONE, Whose, YoungPeoplePresenter


def people(services: Services, names: NameDisplay | None = None) -> YoungPeoplePresenter:
    return YoungPeoplePresenter(services, names or NameDisplay(), go=Went())


def named(services: Services, *names: str) -> None:
    for name in names:
        services.young_people.add(name, 15)


def test_nobody_yet_says_how_people_are_added() -> None:
    presenter = people(Invented().services())

    assert presenter.state.empty == NO_ONE
    assert "start a conversation" in presenter.state.empty_help


@pytest.mark.parametrize("words", ["kay", "K.I", "yp-0002", "  KAY  ", "inven"])
def test_somebody_is_found_by_name_initials_or_reference(words: str) -> None:
    services = Invented().services()
    named(services, "Jo Tester", "Kay Invented")
    presenter = people(services)

    presenter.search(words)

    assert [line.reference for line in presenter.state.lines] == ["YP-0002"]
    assert presenter.state.footer.startswith("1 of 2 young people shown.")


def test_no_match_says_so_and_what_to_try() -> None:
    services = Invented().services()
    named(services, "Kay Invented")
    presenter = people(services)

    presenter.search("xy")

    assert presenter.state.empty == "No match for “xy”."
    assert presenter.state.empty_help


def test_enter_opens_the_only_match_and_nothing_else() -> None:
    services = Invented().services()
    named(services, "Jo Tester", "Kay Invented")
    went = Went()
    presenter = YoungPeoplePresenter(services, NameDisplay(), go=went)

    presenter.open_only_match()
    assert went.routes == []
    presenter.search("kay")
    presenter.open_only_match()

    assert went.last.place is Place.YOUNG_PERSON
    assert went.last.young_person == presenter.state.lines[0].id


def test_ones_own_the_teams_and_the_archive_are_three_lists() -> None:
    office = Invented()
    services = office.services()
    named(services, "Kay Invented")
    office.as_person(PRIYA).services().young_people.add("Jo Tester", 15)
    archived = services.young_people.add("Old Made-Up", 15)
    services.young_people.change(replace(archived, archived=True))
    presenter = people(services)

    def references(whose: Whose) -> list[str]:
        presenter.show_whose(whose)
        return [line.reference for line in presenter.state.lines]

    assert references(Whose.MINE) == ["YP-0001"]
    assert references(Whose.TEAM) == ["YP-0002", "YP-0001"]
    assert references(Whose.ARCHIVED) == ["YP-0003"]


def test_names_are_masked_by_default_and_shown_for_a_moment() -> None:
    services = Invented().services()
    named(services, "Kay Invented")
    names = NameDisplay()
    presenter = people(services, names)

    assert "Kay" not in str(presenter.state)
    presenter.switch_names()
    assert presenter.state.lines[0].name == "Kay Invented"
    assert presenter.state.names_shown
    names.mask()
    assert "Kay" not in str(presenter.state)


def test_ti_38_names_of_every_script_are_found() -> None:
    services = Invented().services()
    named(services, "عائشة", "ਗੁਰਪ੍ਰੀਤ", "🦊 Fox")
    presenter = people(services)

    for name in ("عائشة", "ਗੁਰ", "🦊"):
        presenter.search(name)
        assert len(presenter.state.lines) == 1


def test_the_level_is_said_in_words_with_its_number() -> None:
    services = Invented().services()
    screening = answered(services, begun(services), CALM_CORE)
    services.levels.decide(screening.id, LevelName("secondary"))

    (line,) = people(services).state.lines

    assert (line.level, line.step) == ("2 · Step in early", 2)
    assert line.last_seen == "Today"


class _ManyPeople:
    """Counts how often one row is looked at."""

    def __init__(self, number: int) -> None:
        self.looked = 0
        self.rows_ = tuple(
            YoungPersonRow(
                id=YoungPersonId(f"p{place}"),
                reference=f"YP-{place:05d}",
                chosen_name=f"Invented{place} Person",
                age=15,
                practitioner_id=PractitionerId("sam"),
                archived=False,
            )
            for place in range(number)
        )

    def rows(self) -> tuple[YoungPersonRow, ...]:
        self.looked += 1
        return self.rows_


def test_a_key_press_among_20_000_people_scans_once_and_reads_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    services = Invented().services()
    many = _ManyPeople(20_000)
    monkeypatch.setattr(services.young_people, "rows", many.rows)
    presenter = people(services)
    before = presenter.state.lines

    presenter.search("YP-19999")

    assert len(before) == 20_000
    assert [line.reference for line in presenter.state.lines] == ["YP-19999"]
    assert presenter.state.lines[0] is before[-1]
    assert many.looked == 1


def test_a_file_that_cannot_be_read_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    services = Invented().services()

    def refuse() -> None:
        raise StorageError("unreadable")

    monkeypatch.setattr(services.young_people, "rows", refuse)

    presenter = people(services)

    assert presenter.state.problem.startswith("The encrypted file could not be used")
    assert not presenter.state.loading
