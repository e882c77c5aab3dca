"""All conversations on three shelves, each with one verb."""

from tests.invented_services import PRIYA, Invented
from tests.talk import CALM_CORE, answered, begun
from tests.went import Went
from vrn_desktop.application.services import Services
from vrn_desktop.domain.identifiers import LevelName
from vrn_desktop.presenters.conversations_presenter import ConversationsPresenter, Shelf
from vrn_desktop.presenters.name_display import NameDisplay
from vrn_desktop.presenters.navigation_presenter import Place


def listed(services: Services, went: Went | None = None) -> ConversationsPresenter:
    return ConversationsPresenter(services, NameDisplay(), go=went or Went())


def test_conversations_stand_on_the_shelf_of_what_they_wait_for() -> None:
    services = Invented().services()
    begun(services, name="Jo Tester")
    asked = services.screenings.stop(answered(services, begun(services), CALM_CORE))
    services.levels.ask_supervisor(asked.id)
    done = services.screenings.stop(answered(services, begun(services), CALM_CORE))
    services.levels.decide(done.id, LevelName("primary"))
    services.screenings.complete(services.screenings.load(done.id))
    went = Went()
    presenter = listed(services, went)

    assert dict(presenter.state.counts) == dict.fromkeys(Shelf, 1)
    assert [line.verb for line in presenter.state.lines] == ["Carry on"]
    presenter.show_shelf(Shelf.WAITING)
    assert [line.stands for line in presenter.state.lines] == ["Waiting for a second person"]
    presenter.show_shelf(Shelf.FINISHED)
    (line,) = presenter.state.lines
    presenter.open(line)

    assert (line.verb, went.last.place, went.last.screening) == ("Open", Place.LEVEL, done.id)


def test_who_holds_it_is_said_and_names_stay_masked() -> None:
    office = Invented()
    begun(office.services())

    (mine,) = listed(office.services()).state.lines
    (theirs,) = listed(office.as_person(PRIYA).services()).state.lines

    assert (mine.held_by, theirs.held_by) == ("you", "Sam Invented")
    assert mine.name == "K.I. · YP-0001"


def test_ti_06_somebody_still_to_be_told_is_said_before_anything_else() -> None:
    services = Invented().services()
    answered(services, begun(services), {**CALM_CORE, "H05": "clear"})

    (line,) = listed(services).state.lines

    assert line.stands == "Someone still has to be told"


def test_each_empty_shelf_says_what_waits_there() -> None:
    presenter = listed(Invented().services())

    said = set()
    for shelf in Shelf:
        presenter.show_shelf(shelf)
        said.add(presenter.state.empty)

    assert len(said) == len(Shelf)
    assert all(said)


def test_a_new_conversation_is_one_step_away() -> None:
    went = Went()

    listed(Invented().services(), went).start_conversation()

    assert went.last.place is Place.NEW_CONVERSATION
