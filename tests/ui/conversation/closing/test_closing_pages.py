"""The last steps of a talk on the screen: nothing chosen beforehand, nothing required, heavy things apart."""

from collections.abc import Callable

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.conversation_window import Window, agreed_window
from tests.ui.clipping import clipped_texts, poor_controls
from tests.ui.conversation.conversation_on_screen import click, has, part, settle, texts
from ui.conversation.closing.feeling_pages import BackToNowPage, WorkerCheckPage
from ui.conversation.closing.safe_contact_page import SafeContactPage
from ui.conversation.closing.today_page import RestOfTodayPage
from ui.conversation.closing.words_pages import WhatMattersPage, YourWordsPage
from ui.conversation.closing.your_view_page import YourViewPage
from ui.conversation.window_page import WindowPage
from ui.theme import theme
from ui.widgets.scroll_page import ScrollPage, scrolling
from vrn_desktop.application.settings import ColourScheme
from vrn_desktop.domain.conversation_page import KnownStep
from vrn_desktop.domain.feedback import WorkerState
from vrn_desktop.domain.identifiers import ItemId, StepId
from vrn_desktop.presenters.closing.back_to_now_presenter import BackToNowPresenter
from vrn_desktop.presenters.closing.rest_of_today_presenter import RestOfTodayPresenter
from vrn_desktop.presenters.closing.safe_contact_presenter import SafeContactPresenter
from vrn_desktop.presenters.closing.worker_check_presenter import BREAK, WorkerCheckPresenter
from vrn_desktop.presenters.closing.your_view_presenter import YourViewPresenter
from vrn_desktop.presenters.closing.your_words_presenter import (
    WhatMattersPresenter,
    YourWordsPresenter,
)


def talk() -> Window:
    """A heavy talk at its first closing step."""
    window = agreed_window(choices={"calming": "humming"})
    window.go_to("B01")
    window.answer("strong")
    window.presenter.write_words(ItemId("B01"), "my ant lisa")
    window.go_to("H01")
    window.answer("some")
    window.presenter.stop()
    return window


def back_to_now(window: Window) -> WindowPage:
    return BackToNowPage(BackToNowPresenter(window.presenter))


def your_words(window: Window) -> WindowPage:
    instrument = window.services.content.instrument()
    return YourWordsPage(YourWordsPresenter(window.presenter, instrument))


def what_matters(window: Window) -> WindowPage:
    return WhatMattersPage(WhatMattersPresenter(window.presenter))


def safe_contact(window: Window) -> WindowPage:
    def done() -> None:
        window.presenter.finish_step(KnownStep.SAFE_CONTACT, {})

    return SafeContactPage(SafeContactPresenter(window.services, window.person.id, done=done))


def rest_of_today(window: Window) -> WindowPage:
    return RestOfTodayPage(RestOfTodayPresenter(window.services, window.presenter))


def your_view(window: Window) -> WindowPage:
    return YourViewPage(YourViewPresenter(window.services, window.presenter))


def worker_check(window: Window) -> WindowPage:
    return WorkerCheckPage(WorkerCheckPresenter(window.services, window.presenter))


PAGES: dict[str, Callable[[Window], WindowPage]] = {
    "back_to_now": back_to_now,
    "your_words": your_words,
    "what_matters": what_matters,
    "safe_contact": safe_contact,
    "rest_of_today": rest_of_today,
    "your_view": your_view,
    "worker_check": worker_check,
}


def shown(qtbot: QtBot, page: WindowPage, *, size: tuple[int, int] = (900, 700)) -> QWidget:
    """Put a page on the screen in a scrolling column, as the conversation's window does."""
    holder = ScrollPage()
    QVBoxLayout(holder).addWidget(page)
    area = scrolling(holder)
    qtbot.addWidget(area, before_close_func=lambda _: page.leave())
    area.resize(*size)
    area.show()
    settle()
    return area


def go_on(page: WindowPage) -> None:
    page.go_on()
    settle()


@pytest.mark.parametrize("name", list(PAGES))
def test_nothing_is_chosen_beforehand_and_nothing_is_required(qtbot: QtBot, name: str) -> None:
    window = talk()
    page = PAGES[name](window)
    area = shown(qtbot, page)
    chosen = [
        button.objectName()
        for button in area.findChildren(QAbstractButton)
        if button.isVisible() and button.isChecked()
    ]

    assert chosen == []
    go_on(page)
    assert window.now().problem == ""


@pytest.mark.parametrize("scheme", [ColourScheme.DARK, ColourScheme.CONTRAST])
@pytest.mark.parametrize("name", list(PAGES))
def test_nothing_is_cut_off_at_200_percent(
    qtbot: QtBot, qapp: QApplication, name: str, scheme: ColourScheme
) -> None:
    theme.apply(qapp, scheme=scheme, text_percent=200, wide_spacing=False)
    area = shown(qtbot, PAGES[name](talk()), size=(700, 460))

    assert clipped_texts(area) == []
    assert poor_controls(area) == []


def test_ti_11_their_own_way_stands_before_ours(qtbot: QtBot) -> None:
    words = texts(shown(qtbot, back_to_now(talk())))

    assert words.index("humming") < words.index("Push your feet into the floor.")


def test_ti_12_a_feeling_is_kept(qtbot: QtBot) -> None:
    window = talk()
    page = back_to_now(window)
    area = shown(qtbot, page)
    click(area, "back-to-now-feeling-not_ok")
    go_on(page)

    assert window.in_file.step_notes[StepId("Z1")] == {"feeling": "not_ok"}


def test_ti_26_words_are_kept_exactly_as_typed_and_need_a_yes(qtbot: QtBot) -> None:
    window = talk()
    page = your_words(window)
    area = shown(qtbot, page)
    field = part(area, "your-words-field-area")
    assert isinstance(field, QPlainTextEdit)
    assert field.toPlainText() == "my ant lisa"
    click(area, "your-words-approve")
    QTest.keyClicks(field, "recieve ")
    yes = part(area, "your-words-approve")
    assert isinstance(yes, QAbstractButton)
    assert not yes.isChecked()
    go_on(page)

    assert window.in_file.own_words["Z2"] == "recieve my ant lisa"


def test_safe_contact_asks_who_and_where_only_after_a_yes(qtbot: QtBot) -> None:
    area = shown(qtbot, safe_contact(talk()))

    assert not has(area, "safe-write_to")
    click(area, "safe-write-yes")
    assert has(area, "safe-write_to")
    click(area, "safe-write-no")
    assert not has(area, "safe-write_to")
    click(area, "safe-take_paper-yes")
    assert "Safe: paper in the hand today." in texts(area)


def test_ti_41_heavy_talk_promises_aftercare_and_says_so_to_the_worker_only(
    qtbot: QtBot,
) -> None:
    window = talk()
    page = rest_of_today(window)
    area = shown(qtbot, page)
    assert "See how they are today or tomorrow." in texts(area)
    page.set_shared(True)
    assert "See how they are today or tomorrow." not in texts(area)
    assert not has(area, "today-way-in_person")
    click(area, "today-check-in-7")
    assert has(area, "today-way-in_person")
    assert not has(area, "today-way-text")
    go_on(page)

    kinds = {f.kind.value for f in window.invented.store.records.follow_ups.values()}
    assert kinds == {"aftercare", "check_in"}


def test_ti_32_ti_33_faces_and_the_page_about_themselves_are_optional(qtbot: QtBot) -> None:
    window = talk()
    page = your_view(window)
    area = shown(qtbot, page)
    assert not has(area, "your-view-about")
    click(area, "your-view-listened-yes")
    click(area, "your-view-equality")
    assert has(area, "your-view-about")
    go_on(page)

    (feedback,) = window.invented.store.records.feedback
    assert (feedback.listened_to, feedback.in_control) == ("yes", None)
    assert window.services.aftertalk.equality(window.person.id) is None


def test_ti_42_the_workers_answer_leaves_a_shared_screen_and_a_break_is_suggested(
    qtbot: QtBot,
) -> None:
    window = talk()
    for _ in range(2):
        window.services.aftertalk.check_worker(WorkerState.OK, heavy=True)
    page = worker_check(window)
    area = shown(qtbot, page)
    page.set_shared(True)
    assert not has(area, "worker-check-answer-ok")
    page.set_shared(False)
    click(area, "worker-check-answer-ok")
    go_on(page)

    assert BREAK in texts(area)
