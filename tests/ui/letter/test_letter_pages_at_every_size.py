"""Pages of the other letters, of kept ones and of the print list: nothing is cut off in small or large windows."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.application.test_other_letters_service import Desk
from tests.ui.clipping import clipped_texts, poor_controls
from tests.ui.letter.test_other_letter_screens import desk_with_pages
from tests.ui.opened_screen import OpenedScreen
from tests.ui.test_work_pages import LOOKS
from tests.went import Went
from ui.letter.kept_letter_screen import KeptLetterScreen
from ui.letter.letter_kinds_screen import LetterKindsScreen
from ui.letter.letters_to_print_screen import LettersToPrintScreen
from ui.letter.other_letter_screen import OtherLetterScreen
from ui.loop.gap_list_screen import GapListScreen
from ui.screen import AnyScreen
from ui.theme import theme
from vrn_desktop.application.settings import ColourScheme
from vrn_desktop.domain.letter import LetterKind
from vrn_desktop.domain.letter_record import LetterRecord
from vrn_desktop.domain.safe_contact import SafeContact
from vrn_desktop.presenters.kept_letter_presenter import KeptLetterPresenter
from vrn_desktop.presenters.letter_kinds_presenter import LetterKindsPresenter
from vrn_desktop.presenters.letters_to_print_presenter import LettersToPrintPresenter
from vrn_desktop.presenters.loop.gap_list_presenter import GapListPresenter
from vrn_desktop.presenters.name_display import NameDisplay
from vrn_desktop.presenters.other_letter_presenter import OtherLetterPresenter

OTHERS = tuple(kind for kind in LetterKind if kind is not LetterKind.YOUNG_PERSON)


def held_letters(desk: Desk) -> tuple[LetterRecord, ...]:
    """One kept letter of each other kind, and none of them may go out today."""
    desk.consent()
    others = desk.services.letters.others
    records = tuple(others.confirm(desk.talk.id, desk.choices(kind))[0] for kind in OTHERS)
    desk.say(SafeContact())
    return records


def letter_pages(desk: Desk) -> dict[str, Callable[[], AnyScreen]]:
    """Each page once, some with all that can stand on them."""
    services, talk, went = desk.services, desk.talk.id, Went()
    records = held_letters(desk)

    def other(kind: LetterKind) -> Callable[[], AnyScreen]:
        return lambda: OtherLetterScreen(OtherLetterPresenter(services, talk, kind, go=went))

    def kept(record: LetterRecord) -> Callable[[], AnyScreen]:
        return lambda: KeptLetterScreen(KeptLetterPresenter(services, record.id, go=went))

    return {
        "kinds": lambda: LetterKindsScreen(LetterKindsPresenter(services, talk, go=went)),
        "to print": lambda: LettersToPrintScreen(
            LettersToPrintPresenter(services, NameDisplay(), go=went)
        ),
        "gaps": lambda: GapListScreen(GapListPresenter(services, go=went)),
        **{f"other {kind}": other(kind) for kind in OTHERS},
        **{f"kept {record.kind}": kept(record) for record in records},
    }


@pytest.mark.parametrize(("scheme", "percent", "size", "right_to_left"), LOOKS)
def test_ti_38_nothing_is_cut_off_on_the_pages_of_letters(
    qapp: QApplication,
    scheme: ColourScheme,
    percent: int,
    size: tuple[int, int],
    right_to_left: bool,
) -> None:
    theme.apply(qapp, scheme=scheme, text_percent=percent, wide_spacing=False)
    if right_to_left:
        qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    found: dict[str, list[str]] = {}
    for name, made in letter_pages(desk_with_pages()).items():
        with OpenedScreen(made(), width=size[0], height=size[1]) as page:
            QApplication.processEvents()
            found[name] = clipped_texts(page.screen) + poor_controls(page.screen)
    assert {name: cut for name, cut in found.items() if cut} == {}
