"""A second person's view: strengths first, the rules' reasons, the worker's own, and one answer (F12)."""

from tests.invented_services import PRIYA, Invented
from tests.talk import CALM_CORE, answered, begun, talked
from tests.went import Went
from vrn_desktop.domain.errors import DiskFullError
from vrn_desktop.domain.feedback import WorkerState
from vrn_desktop.domain.identifiers import LevelName
from vrn_desktop.domain.level_decision import DecisionState
from vrn_desktop.presenters.navigation_presenter import Place
from vrn_desktop.presenters.review_presenter import AGREED, ReviewPresenter

SECONDARY = LevelName("secondary")
ARRESTED = {**CALM_CORE, "H07": "clear", "B01": "strong"}


def waiting() -> tuple[Invented, ReviewPresenter, Went]:
    office, services, screening = talked(ARRESTED)
    services.levels.decide(
        screening.id,
        SECONDARY,
        reason="It was a verbal threat.",
        fairness_reflection="I would say the same of a girl.",
    )
    went = Went()
    return office, ReviewPresenter(office.as_person(PRIYA).services(), go=went), went


def test_ti_29_strengths_stand_above_the_reasons_of_the_rules() -> None:
    _, presenter, _ = waiting()

    (card,) = presenter.state.cards
    names = list(type(card).__dataclass_fields__)
    assert [line.item for line in card.strengths] == ["B01"]
    assert names.index("strengths") < names.index("reasons")
    assert card.reasons[0].endswith("(rule T08)")
    assert card.worker_reason == "It was a verbal threat."
    assert card.reflection == "I would say the same of a girl."


def test_names_stay_masked() -> None:
    _, presenter, _ = waiting()

    assert presenter.state.cards[0].who == "K.I. · YP-0001"
    assert "Kay" not in str(presenter.state)


def test_f12_agreeing_makes_the_wanted_level_hold() -> None:
    office, presenter, _ = waiting()

    presenter.answer(presenter.state.cards[0].screening, approved=True, words="I see it too.")

    assert presenter.state.cards == ()
    assert presenter.state.notice == AGREED
    decision = office.store.records.decisions[-1]
    assert (decision.state, decision.final_level) == (DecisionState.APPROVED, SECONDARY)


def test_f12_letting_the_suggestion_stand_is_kept_with_words() -> None:
    office, presenter, _ = waiting()

    presenter.answer(presenter.state.cards[0].screening, approved=False, words="Let us talk.")

    decision = office.store.records.decisions[-1]
    assert decision.state is DecisionState.DECLINED
    assert decision.review is not None
    assert decision.review.words == "Let us talk."


def test_f12_ones_own_decision_is_shown_and_cannot_be_approved() -> None:
    office, services, screening = talked(ARRESTED)
    supervisor = office.as_person(PRIYA).services()
    supervisor.levels.decide(screening.id, SECONDARY, reason="It was a verbal threat.")
    presenter = ReviewPresenter(supervisor, go=Went())

    assert presenter.state.cards[0].is_own
    presenter.answer(screening.id, approved=True, words="")

    assert presenter.state.problem.startswith("Someone else has to agree to this decision.")
    assert services.levels.waiting()


def test_a_question_names_who_asks_and_leads_to_the_level() -> None:
    office = Invented()
    services = office.services()
    screening = answered(services, begun(services), CALM_CORE)
    services.levels.ask_supervisor(screening.id, "Not sure.")
    went = Went()
    presenter = ReviewPresenter(office.as_person(PRIYA).services(), go=went)

    (card,) = presenter.state.cards
    assert (card.is_question, card.asked_by) == (True, "Sam Invented")
    presenter.look(card.screening)

    assert (went.last.place, went.last.screening) == (Place.LEVEL, screening.id)


def test_ti_42_only_supervisors_see_the_list_and_who_would_like_to_talk() -> None:
    office = Invented()
    services = office.services()
    services.aftertalk.check_worker(WorkerState.BREAK, heavy=True)

    mine = ReviewPresenter(services, go=Went()).state
    theirs = ReviewPresenter(office.as_person(PRIYA).services(), go=Went()).state

    assert (mine.may_review, mine.loading, mine.colleagues) == (False, False, ())
    assert theirs.colleagues == ("Sam Invented needs a break (Tue 24 Nov)",)


def test_a_full_disk_is_said_and_the_card_stays() -> None:
    office, presenter, _ = waiting()
    office.store.refuses = DiskFullError()

    presenter.answer(presenter.state.cards[0].screening, approved=True, words="")

    assert presenter.state.problem.startswith("The disk is full.")
    assert len(presenter.state.cards) == 1
