"""Check what was noted: strengths first, silence said plainly, own words as theirs, flags apart."""

from tests.conversation_window import agreed_window, flag
from tests.talk import CALM_CORE, answered, talked
from tests.went import Went
from vrn_desktop.application.services import Services
from vrn_desktop.domain.errors import DiskFullError
from vrn_desktop.domain.identifiers import ItemId, LevelName, ScreeningId, SectionId
from vrn_desktop.domain.screening import Screening
from vrn_desktop.presenters.navigation_presenter import Place, Route
from vrn_desktop.presenters.noted_presenter import NotedPresenter
from vrn_desktop.presenters.noted_state import NotedLine, NotedPart
from vrn_desktop.presenters.strengths import NONE_YET


def page(services: Services, screening: ScreeningId, went: Went | None = None) -> NotedPresenter:
    return NotedPresenter(services, screening, go=went or Went())


def every_line(presenter: NotedPresenter) -> dict[str, NotedLine]:
    state = presenter.state
    strengths = (state.strengths,) if state.strengths else ()
    return {line.label: line for part in (*strengths, *state.parts) for line in part.lines}


def part(presenter: NotedPresenter, title: str) -> NotedPart:
    return next(each for each in presenter.state.parts if each.title == title)


def is_open(presenter: NotedPresenter) -> bool:
    return presenter.state.worker_part_open


def finished(services: Services, screening: Screening) -> None:
    services.levels.decide(screening.id, LevelName("primary"))
    services.screenings.complete(services.screenings.load(screening.id))


def test_ti_29_strengths_stand_first_and_apart_from_everything_else() -> None:
    _, services, screening = talked({**CALM_CORE, "B01": "strong", "B02": "weak"})
    presenter = page(services, screening.id)

    assert presenter.state.strengths is not None
    assert [line.item for line in presenter.state.strengths.lines] == ["B01"]
    assert "B01" not in {line.item for each in presenter.state.parts for line in each.lines}
    assert page(*_talk({})).state.strengths == NotedPart(
        title=presenter.state.strengths.title, lines=(), words=NONE_YET
    )


def _talk(said: dict[str, str]) -> tuple[Services, ScreeningId]:
    _, services, screening = talked(said)
    return services, screening.id


def test_ti_26_their_words_stand_as_typed_apart_from_the_answer() -> None:
    _, services, screening = talked({"B01": "strong"})
    screening = services.screenings.record_words(screening, ItemId("B01"), "my ant  lisa")
    services.screenings.record_words(screening, "Z3", "a job")
    presenter = page(services, screening.id)

    assert presenter.state.strengths is not None
    (line,) = presenter.state.strengths.lines
    assert (line.answer, line.own_words) == ("Yes, there is", "my ant  lisa")
    assert part(presenter, "In their words").lines[0].answer == "“a job”"


def test_every_way_of_not_answering_is_said_plainly() -> None:
    services, screening_id = _talk({"C01": "declined", "C03": "dont_know", "E01": "not_asked"})
    screening = services.screenings.load(screening_id)
    screening = services.screenings.skip_item(screening, ItemId("D01"))
    services.screenings.skip_section(screening, SectionId("F"))
    presenter = page(services, screening_id)
    lines = {line.item: line.answer for line in every_line(presenter).values()}

    assert lines[ItemId("C01")] == "Would rather not say"
    assert lines[ItemId("C03")] == "Not sure"
    assert lines[ItemId("E01")] == "Not asked"
    assert lines[ItemId("D01")] == "Left out for now"
    assert part(presenter, "Out and about").words == "This part was left out, which is fine."
    assert not any(line.answered for line in every_line(presenter).values())


def test_what_nobody_came_to_is_named_in_one_line() -> None:
    presenter = page(*_talk({"C01": "none"}))

    home = part(presenter, "Home")

    assert [line.item for line in home.lines] == ["C01"]
    assert home.not_asked.startswith("Not asked yet: ")
    assert "Having the basics" in home.not_asked


def test_ti_23_each_answer_leads_back_to_its_question_until_the_record_is_locked() -> None:
    services, screening_id = _talk(CALM_CORE)
    went = Went()
    presenter = page(services, screening_id, went)

    presenter.change(ItemId("C01"))
    assert went.last == Route(
        place=Place.CONVERSATION,
        screening=screening_id,
        item=ItemId("C01"),
        returns_to=Place.CHECK_NOTED,
    )
    finished(services, services.screenings.load(screening_id))
    locked = page(services, screening_id)

    assert locked.state.complete
    assert not any(line.item for line in every_line(locked).values())


def test_ti_01_what_may_not_be_asked_here_leads_nowhere() -> None:
    _, services, screening = talked({})
    services.screenings.record_privacy(screening, private=False, notes={})

    lines = every_line(page(services, screening.id)).values()

    hidden = [line for line in lines if line.answer == "Not asked"]
    assert hidden
    assert all(line.item is None for line in hidden)


def test_ti_04_flags_and_what_was_said_unasked_are_for_the_worker_alone() -> None:
    window = agreed_window()
    flag(window, "R07")
    window.presenter.write_told("He waits at the gate.")
    presenter = page(window.services, window.presenter.state.screening.id)

    assert not is_open(presenter)
    assert presenter.state.for_worker is not None
    assert [line.answer for line in presenter.state.for_worker.lines] == [
        "Yes",
        "“He waits at the gate.”",
    ]
    together = str((presenter.state.strengths, presenter.state.parts))
    assert "gate" not in together
    assert "exploited" not in together
    presenter.open_worker_part()
    assert is_open(presenter)
    presenter.open_worker_part()
    assert not is_open(presenter)


def test_without_flags_there_is_nothing_for_the_worker_alone() -> None:
    assert page(*_talk(CALM_CORE)).state.for_worker is None


def test_that_they_saw_it_is_kept_and_the_conversation_stays_where_it_was() -> None:
    _, services, screening = talked(CALM_CORE)
    presenter = page(services, screening.id)

    presenter.mark_seen(seen=True)

    assert page(services, screening.id).state.seen
    assert services.screenings.load(screening.id).position == screening.position
    presenter.mark_seen(seen=False)
    assert not page(services, screening.id).state.seen


def test_on_a_locked_record_the_tick_stays_as_it_was() -> None:
    office, services, screening = talked(CALM_CORE)
    finished(services, screening)
    presenter = page(services, screening.id)
    changes = len(office.store.acts)

    presenter.mark_seen(seen=True)

    assert not presenter.state.seen
    assert len(office.store.acts) == changes


def test_a_full_disk_takes_the_tick_back_and_says_so() -> None:
    office, services, screening = talked(CALM_CORE)
    presenter = page(services, screening.id)
    office.store.refuses = DiskFullError()

    presenter.mark_seen(seen=True)

    assert not presenter.state.seen
    assert presenter.state.problem.startswith("The disk is full.")


def test_on_to_the_level_or_later() -> None:
    services, screening_id = _talk(CALM_CORE)
    went = Went()
    presenter = page(services, screening_id, went)

    presenter.go_on()
    presenter.finish_later()

    assert went.places == [Place.LEVEL, Place.HOME]
    assert went.routes[0].screening == screening_id


def test_ti_17_no_level_stands_on_the_page() -> None:
    _, services, screening = talked({})
    answered(services, screening, {**CALM_CORE, "H07": "clear"})

    words = str(page(services, screening.id).state).casefold()

    assert not any(word in words for word in ("tertiary", "secondary", "prevention", "rule"))
