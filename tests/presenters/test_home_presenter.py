"""Home shows one's own day, most urgent first, and each line leads where its verb says."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.invented_services import PRIYA, Invented
from tests.invented_sync import InventedSync, entry, overview
from tests.talk import CALM_CORE, answered, begun
from tests.went import Went
from vrn_desktop.application.services import Services
from vrn_desktop.domain.errors import DiskFullError
from vrn_desktop.domain.feedback import WorkerState
from vrn_desktop.domain.follow_up import FollowUpKind
from vrn_desktop.domain.identifiers import LevelName
from vrn_desktop.domain.programme_period import Week
from vrn_desktop.domain.screening import Screening
from vrn_desktop.presenters.due_lines import DueLine
from vrn_desktop.presenters.home_presenter import DONE, SHOWN, HomePresenter
from vrn_desktop.presenters.name_display import NameDisplay
from vrn_desktop.presenters.navigation_presenter import Place

SECONDARY = LevelName("secondary")


def home(services: Services, went: Went | None = None) -> HomePresenter:
    return HomePresenter(services, NameDisplay(), go=went or Went())


def promise(office: Invented, screening: Screening, days: int, kind: FollowUpKind) -> None:
    due = office.clock().date() + timedelta(days=days)
    office.services().follow_ups.promise(screening, due_on=due, how="In person", kind=kind)


def line(presenter: HomePresenter, words: str) -> DueLine:
    return next(each for each in presenter.state.due if words in each.text)


def test_a_new_office_greets_and_has_nothing_due() -> None:
    presenter = home(Invented().services())

    assert presenter.state.greeting.endswith(", Sam")
    assert "Tuesday 24 November · Harbour Street Project" in presenter.state.day_and_setting
    assert presenter.state.due == ()
    assert not presenter.state.loading


def test_it_says_what_waits_to_be_sent_where_anything_is() -> None:
    services = Invented().services()
    assert home(services).state.sending == ""
    waiting = overview(ledger=(entry(2, Week(2026, 46)), entry(1, Week(2026, 45))))
    in_network = replace(services, counts=InventedSync(waiting))
    assert home(in_network).state.sending == "2 messages waiting to send"


def test_the_most_urgent_thing_stands_first() -> None:
    office = Invented()
    services = office.services()
    calm = answered(services, begun(services, name="Jo Tester"), CALM_CORE)
    promise(office, calm, 3, FollowUpKind.CHECK_IN)
    promise(office, calm, -1, FollowUpKind.CHECK_IN)
    promise(office, calm, 0, FollowUpKind.AFTERCARE)
    answered(services, begun(services), {**CALM_CORE, "H05": "clear"})

    texts = [each.text.split(" ·")[0] for each in home(services).state.due]

    assert texts[0] == "Tell someone"
    assert texts[-1] == "Check in"
    assert texts.index("Check in") < texts.index("See how they are")
    assert texts.index("See how they are") < texts.index("Conversation to carry on")


def test_ti_06_an_open_escalation_leads_to_recording_what_was_done() -> None:
    office = Invented()
    services = office.services()
    screening = answered(services, begun(services), {**CALM_CORE, "H05": "clear"})
    went = Went()
    presenter = home(services, went)

    presenter.open(line(presenter, "Tell someone"))

    assert (went.last.place, went.last.screening) == (Place.ESCALATION, screening.id)
    assert went.last.escalation is not None


def test_ti_41_a_promise_leads_to_the_person_and_can_be_noted_as_done() -> None:
    office = Invented()
    services = office.services()
    screening = begun(services)
    promise(office, screening, 0, FollowUpKind.AFTERCARE)
    went = Went()
    presenter = home(services, went)
    due = line(presenter, "See how they are")

    presenter.open(due)
    assert went.last.young_person == screening.young_person_id

    assert due.done is not None
    presenter.mark_done(due.done)
    assert presenter.state.notice == DONE
    assert not any(each.done for each in presenter.state.due)


def test_ti_41_an_overdue_promise_of_a_colleague_names_who_promised() -> None:
    office = Invented()
    services = office.services()
    promise(office, begun(services), 0, FollowUpKind.CHECK_IN)
    office.clock.go_on(timedelta(days=1))

    due = line(home(office.as_person(PRIYA).services()), "Check in")

    assert due.meaning == (
        "Promised by Sam Invented for yesterday, not noted as done yet. In person."
    )


@pytest.mark.parametrize("stopped", [True, False])
def test_a_conversation_at_its_end_leads_to_the_level_and_others_carry_on(stopped: bool) -> None:
    services = Invented().services()
    screening = begun(services)
    if stopped:
        services.screenings.stop(screening)
    went = Went()
    presenter = home(services, went)

    presenter.open(presenter.state.due[0])

    assert went.last.place is (Place.LEVEL if stopped else Place.CONVERSATION)
    assert went.last.screening == screening.id


def test_what_waits_for_a_second_person_is_not_ones_own_to_do() -> None:
    office = Invented()
    services = office.services()
    screening = services.screenings.stop(answered(services, begun(services), CALM_CORE))
    services.levels.ask_supervisor(screening.id)

    assert home(services).state.due == ()
    (review,) = home(office.as_person(PRIYA).services()).state.due
    assert (review.text, review.route.place) == ("1 level waits for your view", Place.REVIEW)


def test_a_second_persons_answer_is_there_to_read() -> None:
    office = Invented()
    services = office.services()
    said = {**CALM_CORE, "H07": "clear"}
    screening = services.screenings.stop(answered(services, begun(services), said))
    services.levels.decide(screening.id, SECONDARY, reason="It was a verbal threat.")
    office.as_person(PRIYA).services().levels.review(screening.id, approved=True)

    due = line(home(services), "A second person has answered")

    assert (due.verb, due.route.place) == ("Read", Place.LEVEL)


def test_ti_42_only_a_supervisor_hears_who_would_like_a_debrief() -> None:
    office = Invented()
    services = office.services()
    services.aftertalk.check_worker(WorkerState.DEBRIEF, heavy=True)

    assert home(services).state.due == ()
    (due,) = home(office.as_person(PRIYA).services()).state.due
    assert due.text == "1 colleague would like a debrief or a break"


def test_names_are_masked_unless_they_are_shown_for_a_moment() -> None:
    services = Invented().services()
    begun(services, name="Ana-Maria Pretend")
    names = NameDisplay()
    presenter = HomePresenter(services, names, go=Went())

    assert "Pretend" not in str(presenter.state)
    assert "A.M.P. · YP-0001" in presenter.state.due[0].text
    names.switch()
    assert "Ana-Maria Pretend" in presenter.state.due[0].text
    names.mask()
    assert "Pretend" not in str(presenter.state)

    presenter.detach()
    names.switch()
    assert "Pretend" not in str(presenter.state)


def test_a_long_day_is_cut_and_shown_whole_on_request() -> None:
    services = Invented().services()
    for _ in range(SHOWN + 2):
        begun(services)
    presenter = home(services)

    assert len(presenter.state.due) == SHOWN
    assert presenter.state.more == "Show 2 more things"
    presenter.show_all()
    assert len(presenter.state.due) == SHOWN + 2
    assert presenter.state.more == ""


def test_a_full_disk_is_said_and_the_day_stays() -> None:
    office = Invented()
    services = office.services()
    promise(office, begun(services), 0, FollowUpKind.CHECK_IN)
    presenter = home(services)
    due = line(presenter, "Check in")
    office.store.refuses = DiskFullError()

    assert due.done is not None
    presenter.mark_done(due.done)

    assert presenter.state.problem.startswith("The disk is full.")
    assert due in presenter.state.due
    assert presenter.state.notice == ""


def test_the_age_of_the_backup_is_said() -> None:
    presenter = HomePresenter(
        Invented().services(),
        NameDisplay(),
        go=Went(),
        backup_words=lambda day: (f"Last backup before {day:%d.%m.}", True),
    )

    assert presenter.state.backup == "Last backup before 24.11."
    assert presenter.state.backup_is_old


def test_verbs_of_the_page_lead_where_they_say() -> None:
    went = Went()
    presenter = home(Invented().services(), went)

    presenter.start_conversation()
    presenter.open_place(Place.SERVICES)

    assert went.places == [Place.NEW_CONVERSATION, Place.SERVICES]
