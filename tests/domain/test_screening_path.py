"""What comes next: steps first, strengths first, never ending on harm, whatever is skipped or private."""

import pytest

from tests.invented_conversation import invented_screening
from vrn_desktop.content.content_library import ShippedContentLibrary
from vrn_desktop.domain.answer import Silence, Voice
from vrn_desktop.domain.conversation_page import (
    CLOSING,
    CLOSING_AFTER_STOP,
    OPENING,
    KnownStep,
    Page,
    PageKind,
    item_page,
    step_page,
)
from vrn_desktop.domain.identifiers import AnswerCode, ItemId, LifeStageId, SectionId
from vrn_desktop.domain.life_stage import Respondent
from vrn_desktop.domain.screening import Form, Screening, ScreeningState
from vrn_desktop.domain.screening_path import ScreeningPath


@pytest.fixture(scope="module")
def path() -> ScreeningPath:
    return ScreeningPath(ShippedContentLibrary().instrument())


def walked(path: ScreeningPath, screening: Screening) -> list[Page]:
    pages = [path.first()]
    while (following := path.after(pages[-1], screening)) is not None:
        pages.append(following)
    return pages


def asked(pages: list[Page]) -> list[str]:
    return [page.item for page in pages if page.item is not None]


def test_ti_01_the_place_comes_before_everything(path: ScreeningPath) -> None:
    pages = walked(path, invented_screening(private=True))
    assert [page.step for page in pages[:4]] == [step.value for step in OPENING]
    assert pages[0] == step_page(KnownStep.PRIVACY)


def test_ti_01_nothing_that_needs_privacy_is_asked_without_it(path: ScreeningPath) -> None:
    for private in (None, False):
        for item in asked(walked(path, invented_screening(private=private))):
            assert not path.instrument.item(ItemId(item)).alone


def test_ti_12_every_walk_ends_with_the_closing_steps(path: ScreeningPath) -> None:
    for screening in (
        invented_screening(private=True),
        invented_screening(private=False),
        invented_screening(private=True, form=Form.SHORT),
        invented_screening(private=True, sections_skipped=frozenset("BCDEFGH")),
    ):
        pages = walked(path, screening)
        assert [page.step for page in pages[-8:]] == [step.value for step in CLOSING]


def test_ti_12_ti_30_after_stopping_only_the_closing_is_left(path: ScreeningPath) -> None:
    stopped = invented_screening(private=True, state=ScreeningState.STOPPED)
    page: Page | None = item_page(path.instrument.item(ItemId("H01")))
    steps = []
    while page is not None and (page := path.after(page, stopped)) is not None:
        steps.append(page.step)
    assert steps == [step.value for step in CLOSING_AFTER_STOP]
    assert KnownStep.WHAT_MATTERS.value in steps


def test_after_stopping_nothing_lies_behind(path: ScreeningPath) -> None:
    stopped = invented_screening(private=True, state=ScreeningState.STOPPED)
    assert path.before(step_page(KnownStep.BACK_TO_NOW), stopped) is None
    assert path.before(item_page(path.instrument.item(ItemId("H01"))), stopped) is None


def test_ti_29_strengths_are_the_first_questions(path: ScreeningPath) -> None:
    for form in Form:
        first = asked(walked(path, invented_screening(private=True, form=form)))[0]
        assert path.instrument.item(ItemId(first)).role == "protective"


def test_a_skipped_part_is_passed_with_its_check_in(path: ScreeningPath) -> None:
    screening = invented_screening(private=True, sections_skipped=frozenset({SectionId("C")}))
    assert all(page.section != "C" for page in walked(path, screening))
    following = path.after_section(SectionId("B"), screening)
    assert following == Page(kind=PageKind.INTRO, section=SectionId("D"))


def test_changing_the_subject_begins_at_the_parts_own_page(path: ScreeningPath) -> None:
    start = path.start_of_section(SectionId("F"))
    assert start == Page(kind=PageKind.INTRO, section=SectionId("F"))


def test_back_is_the_way_that_came(path: ScreeningPath) -> None:
    screening = invented_screening(private=True)
    pages = walked(path, screening)
    back = [pages[-1]]
    while (before := path.before(back[-1], screening)) is not None:
        back.append(before)
    assert back[::-1] == pages


def test_a_follow_up_question_comes_with_the_answer_it_follows(path: ScreeningPath) -> None:
    quiet = invented_screening(private=True)
    hurt = quiet.with_answer(ItemId("H01"), AnswerCode("some"), Voice.YOUNG_PERSON)
    assert "H04" not in asked(walked(path, quiet))
    assert {"H03", "H04"} <= set(asked(walked(path, hurt)))
    declined = quiet.with_answer(
        ItemId("H01"), AnswerCode(Silence.DECLINED.value), Voice.YOUNG_PERSON
    )
    assert "H04" not in asked(walked(path, declined))


def test_ti_39_what_needs_training_is_asked_by_trained_workers(path: ScreeningPath) -> None:
    trained = asked(walked(path, invented_screening(private=True)))
    others = asked(walked(path, invented_screening(private=True, worker_trained=False)))
    assert set(trained) - set(others) == {"G04", "H02"}


def test_no_safety_flag_is_ever_a_page(path: ScreeningPath) -> None:
    assert not [
        item for item in asked(walked(path, invented_screening(private=True))) if item[0] == "R"
    ]


def test_a_draft_is_found_again_by_its_page(path: ScreeningPath) -> None:
    for page in walked(path, invented_screening(private=True)):
        assert path.page(page.key()) == page
    assert path.page("a page of another instrument") == path.first()


def test_the_parts_stay_the_same_whatever_is_private_or_skipped(path: ScreeningPath) -> None:
    titles = [part.id for part in path.parts_for(invented_screening(private=True))]
    assert titles == ["B", "C", "D", "E", "F", "G", "H"]
    changed = invented_screening(private=False, sections_skipped=frozenset({SectionId("B")}))
    assert [part.id for part in path.parts_for(changed)] == titles
    short = path.parts_for(invented_screening(form=Form.SHORT))
    assert [part.id for part in short] == ["B", "C", "E", "F", "G", "H"]


def test_a_part_without_a_question_for_this_age_is_no_part(path: ScreeningPath) -> None:
    baby = invented_screening(
        age=2, life_stage=LifeStageId("EY"), respondent=Respondent.CARER, private=True
    )
    assert [part.id for part in path.parts_for(baby)] == ["B", "C", "D", "E", "G", "H"]
