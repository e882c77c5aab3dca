"""A young person's page: strengths first, story over time, promises, and the little that is kept."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.invented_services import Invented
from tests.talk import CALM_CORE, answered, begun, talked
from tests.went import Went
from vrn_desktop.application.letter_giving_service import LetterChoices
from vrn_desktop.application.services import Services
from vrn_desktop.domain.audit_entry import Act
from vrn_desktop.domain.counted_person import EthnicGroup
from vrn_desktop.domain.equality import EqualityAnswers
from vrn_desktop.domain.errors import DiskFullError
from vrn_desktop.domain.follow_up import FollowUpKind
from vrn_desktop.domain.identifiers import ItemId, LevelName, YoungPersonId
from vrn_desktop.domain.letter_channel import LetterChannel
from vrn_desktop.domain.letter_facts import CheckInWay
from vrn_desktop.domain.letter_record import ReadingCheck
from vrn_desktop.domain.safe_contact import SafeContact, SafeReply
from vrn_desktop.presenters.contact_words import NOT_ASKED, contact_words
from vrn_desktop.presenters.name_display import NameDisplay
from vrn_desktop.presenters.navigation_presenter import Place
from vrn_desktop.presenters.own_group import NOT_RECORDED
from vrn_desktop.presenters.person_fields import AGE_MISSING, NAME_MISSING
from vrn_desktop.presenters.young_person_presenter import (
    ARCHIVED,
    BROUGHT_BACK,
    CHOOSE_DAY,
    DONE,
    PROMISED,
    YoungPersonPresenter,
)
from vrn_desktop.presenters.young_person_state import YoungPersonState


def page(
    services: Services,
    person: YoungPersonId,
    *,
    went: Went | None = None,
    names: NameDisplay | None = None,
) -> YoungPersonPresenter:
    return YoungPersonPresenter(services, person, names or NameDisplay(), go=went or Went())


def now(presenter: YoungPersonPresenter) -> YoungPersonState:
    """What is on the screen now."""
    return presenter.state


def test_ti_29_strengths_are_told_with_their_own_words_in_quotation_marks() -> None:
    _, services, screening = talked({**CALM_CORE, "B01": "strong", "B03": "weak"})
    services.screenings.record_words(screening, ItemId("B01"), "my aunt, alway's")

    presenter = page(services, screening.young_person_id)

    (strength,) = presenter.state.strengths
    assert strength.item == "B01"
    assert strength.in_quotation_marks.endswith("“my aunt, alway's”")


def test_strengths_of_an_earlier_conversation_stay_when_the_latest_has_none() -> None:
    _, services, screening = talked({"B01": "strong"})
    person = services.young_people.get(screening.young_person_id)
    services.screenings.begin(person, form=screening.form, setting_kind=screening.setting_kind)

    assert page(services, person.id).state.strengths


def test_the_story_goes_from_newest_to_oldest_and_each_line_opens() -> None:
    office, services, screening = talked(CALM_CORE)
    services.levels.decide(screening.id, LevelName("secondary"))
    office.clock.go_on(timedelta(days=2))
    letters = services.letters
    record, _ = letters.confirm(letters.matter(screening.id), LetterChoices())
    letters.given(record, LetterChannel.READ_ALOUD, ReadingCheck.TOLD_BACK)
    went = Went()
    presenter = page(services, screening.young_person_id, went=went)

    letter, talk = presenter.state.behind
    presenter.open(letter)
    assert (letter.text, letter.when) == ("Letter to take home", "Today")
    assert letter.meaning == "It was read aloud"
    assert (went.last.place, went.last.letter) == (Place.LETTER, record.id)
    presenter.open(talk)
    assert talk.meaning == "Unfinished · Step in early"
    assert (went.last.place, went.last.screening) == (Place.CONVERSATION, screening.id)


def test_ti_06_the_story_says_when_somebody_still_has_to_be_told() -> None:
    _, services, screening = talked({**CALM_CORE, "H05": "clear"})

    (talk,) = page(services, screening.young_person_id).state.behind

    assert "someone still has to be told" in talk.meaning


def test_ti_41_what_is_promised_stands_ahead_until_it_is_done() -> None:
    office, services, screening = talked(CALM_CORE)
    due = office.clock().date() + timedelta(days=1)
    services.follow_ups.promise(screening, due_on=due, how="By text", kind=FollowUpKind.AFTERCARE)
    presenter = page(services, screening.young_person_id)

    (ahead,) = presenter.state.ahead
    assert (ahead.text, ahead.when, ahead.meaning) == ("See how they are", "Tomorrow", "By text.")
    assert ahead.done is not None
    presenter.mark_done(ahead.done)

    assert presenter.state.ahead == ()
    assert presenter.state.notice == DONE
    assert any(line.text == "See how they are: done" for line in presenter.state.behind)


def test_ti_41_a_check_in_can_be_promised_here_by_a_safe_way() -> None:
    office, services, screening = talked(CALM_CORE)
    safe = SafeContact(text=SafeReply.YES, phone_checked_by_others=SafeReply.NO)
    services.letters.keep_safe_contact(screening.young_person_id, safe)
    presenter = page(services, screening.young_person_id)
    presenter.plan_check_in()

    form = presenter.state.promise
    assert form is not None
    assert [way for way, _ in form.ways] == [CheckInWay.IN_PERSON, CheckInWay.TEXT]
    presenter.keep_promise()
    assert presenter.state.promise is not None
    assert presenter.state.promise.problem == CHOOSE_DAY
    presenter.choose_day(7)
    presenter.choose_way(CheckInWay.TEXT)
    presenter.write_details(" after school ")
    presenter.keep_promise()

    assert presenter.state.notice == PROMISED
    assert now(presenter).promise is None
    (promise,) = office.store.records.follow_ups.values()
    assert (promise.how, promise.kind) == ("By text, after school", FollowUpKind.CHECK_IN)
    assert promise.due_on == office.clock().date() + timedelta(days=7)


def test_without_a_conversation_nothing_can_be_promised_yet() -> None:
    services = Invented().services()
    person = services.young_people.add("Kay Invented", 15)
    presenter = page(services, person.id)

    presenter.plan_check_in()

    assert not presenter.state.may_promise
    assert presenter.state.promise is None


def test_names_are_masked_by_default_and_momentary() -> None:
    _, services, screening = talked({})
    names = NameDisplay()
    presenter = page(services, screening.young_person_id, names=names)

    assert presenter.state.heading == "K.I. · YP-0001"
    presenter.switch_names()
    assert presenter.state.heading == "Kay Invented · YP-0001"
    names.mask()
    assert "Kay" not in str(presenter.state)


def test_ti_34_chosen_name_pronouns_and_needs_can_be_changed() -> None:
    office, services, screening = talked({})
    presenter = page(services, screening.young_person_id)
    presenter.edit()

    presenter.keep(chosen_name=" Kai ", pronouns="he", age="16", access_needs="pictures")

    person = services.young_people.get(screening.young_person_id)
    assert (person.chosen_name, person.pronouns, person.age) == ("Kai", "he", 16)
    assert presenter.state.about == "16 years · he · pictures"
    assert presenter.state.details is None
    assert (Act.YOUNG_PERSON_CHANGED, person.id) in office.store.acts


def test_ti_33_how_they_describe_themselves_is_kept_with_the_rest_and_can_be_left_empty() -> None:
    office, services, screening = talked({})
    person = screening.young_person_id
    said = {"sex": "female", "ethnic_group": "white"}
    services.aftertalk.keep_equality(EqualityAnswers(young_person_id=person, codes=said))

    def change_group(group: str) -> dict[str, str]:
        presenter = page(services, person)
        presenter.edit()
        presenter.describe_group(group)
        presenter.keep(chosen_name="Kay Invented", pronouns="", age="15", access_needs="")
        kept = services.aftertalk.equality(person)
        return dict(kept.codes) if kept else {}

    assert change_group("mixed") == {"sex": "female", "ethnic_group": "mixed"}
    assert change_group("prefer_not") == {"sex": "female", "ethnic_group": "prefer_not"}
    assert change_group(NOT_RECORDED) == {"sex": "female"}
    asked = office.store.acts.count((Act.EQUALITY_RECORDED, person))
    assert change_group(NOT_RECORDED) == {"sex": "female"}
    assert office.store.acts.count((Act.EQUALITY_RECORDED, person)) == asked


def test_ti_33_the_form_offers_five_headings_rather_not_and_nothing_and_asks_for_none() -> None:
    _, services, screening = talked({})
    presenter = page(services, screening.young_person_id)
    presenter.describe_group("white")
    assert now(presenter).details is None

    presenter.edit()

    assert presenter.state.details is not None
    codes = [code for code, _ in presenter.state.details.groups]
    counted = [group for group in EthnicGroup if group is not EthnicGroup.NOT_KNOWN]
    assert codes == [*counted, "prefer_not", NOT_RECORDED]
    assert presenter.state.details.group == NOT_RECORDED
    presenter.keep(chosen_name="Kay Invented", pronouns="", age="15", access_needs="")
    assert services.aftertalk.equality(screening.young_person_id) is None


@pytest.mark.parametrize("age", ["", "abc", "-3", "9" * 5000, "²"])
def test_what_cannot_be_kept_is_said_by_its_field(age: str) -> None:
    _, services, screening = talked({})
    presenter = page(services, screening.young_person_id)
    presenter.edit()

    presenter.keep(chosen_name=" ", pronouns="", age=age, access_needs="")

    assert presenter.state.details is not None
    assert dict(presenter.state.details.problems) == {"name": NAME_MISSING, "age": AGE_MISSING}
    assert services.young_people.get(screening.young_person_id).chosen_name == "Kay Invented"


def test_archiving_deletes_nothing_and_goes_both_ways() -> None:
    _, services, screening = talked({})
    presenter = page(services, screening.young_person_id)

    presenter.archive()
    assert (now(presenter).archived, now(presenter).notice) == (True, ARCHIVED)
    presenter.archive()

    assert (now(presenter).archived, now(presenter).notice) == (False, BROUGHT_BACK)
    assert presenter.state.behind


def test_a_full_disk_is_said_and_what_is_typed_stays_open() -> None:
    office, services, screening = talked({})
    presenter = page(services, screening.young_person_id)
    presenter.edit()
    office.store.refuses = DiskFullError()

    presenter.keep(chosen_name="Kai", pronouns="", age="15", access_needs="")

    assert presenter.state.problem.startswith("The disk is full.")
    assert presenter.state.details is not None
    assert presenter.state.details.chosen_name == "Kai"


def test_from_here_a_conversation_begins_and_safe_contact_is_asked() -> None:
    _, services, screening = talked({})
    went = Went()
    presenter = page(services, screening.young_person_id, went=went)

    presenter.start_conversation()
    presenter.ask_safe_contact()

    assert went.places == [Place.NEW_CONVERSATION, Place.SAFE_CONTACT]
    assert {route.young_person for route in went.routes} == {screening.young_person_id}


def test_missing_means_not_safe_in_words() -> None:
    office = Invented()
    today = office.clock().date()

    assert contact_words(None, today) == (NOT_ASKED,)
    silent = contact_words(SafeContact(asked_on=today), today)
    assert silent[0] == "No way of contact was said to be safe."
    yes = SafeContact(asked_on=today, call=SafeReply.YES, phone_checked_by_others=SafeReply.NO)
    assert contact_words(yes, today)[0] == "Safe: calls."
    checked = replace(yes, phone_checked_by_others=SafeReply.YES)
    assert contact_words(checked, today)[0] == silent[0]
    assert "Ask again at this contact." in contact_words(yes, today + timedelta(days=1))


def test_looking_at_the_page_is_noted() -> None:
    office = Invented()
    services = office.services()
    screening = answered(services, begun(services), {})

    page(services, screening.young_person_id)

    assert office.store.acts[-1] == (Act.YOUNG_PERSON_VIEWED, screening.young_person_id)
