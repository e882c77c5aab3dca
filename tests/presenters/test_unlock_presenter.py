"""Signing in: the right passphrase, misses and their wait, and files that stay closed."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from tests.fake_files import InventedFile
from tests.fake_vault import PASSPHRASE
from tests.immediate_task_runner import ImmediateTaskRunner
from tests.invented_services import PRIYA, SAM, FixedClock
from vrn_desktop.application.open_file import OpenFile
from vrn_desktop.domain.audit_entry import Act
from vrn_desktop.domain.errors import (
    DiskFullError,
    FileDamagedError,
    FileRolledBackError,
    FileTooNewError,
    StorageError,
)
from vrn_desktop.presenters.navigation_presenter import Place, Route
from vrn_desktop.presenters.unlock.file_trouble import FileTrouble, TroubleKind
from vrn_desktop.presenters.unlock.unlock_presenter import (
    CHOOSE_WHO,
    NO_MATCH,
    TYPE_PASSPHRASE,
    UnlockPresenter,
)


class AtTheDoor:
    """An unlock presenter and everything it tells."""

    def __init__(self, file: InventedFile | None = None) -> None:
        self.file = file or InventedFile()
        self.opened: list[OpenFile] = []
        self.troubles: list[tuple[FileTrouble, object]] = []
        self.routes: list[Route] = []
        self.seconds = 100.0
        self.presenter = UnlockPresenter(
            self.file.service,
            self.file.service.describe(),
            runner=ImmediateTaskRunner(),
            clock=self.file.clock,
            monotonic=lambda: self.seconds,
            opened=self.opened.append,
            troubled=lambda trouble, go_on: self.troubles.append((trouble, go_on)),
            go=self.routes.append,
        )


def test_the_right_passphrase_opens_the_file() -> None:
    door = AtTheDoor()
    door.presenter.choose(SAM.id)
    door.presenter.unlock(PASSPHRASE)
    assert [opened.practitioner for opened in door.opened] == [SAM]
    assert (Act.SIGNED_IN, "") in door.file.stores.store.acts


def test_nobody_is_chosen_beforehand_unless_only_one_may_sign_in() -> None:
    assert AtTheDoor().presenter.state.chosen is None
    alone = InventedFile()
    alone.vault.people = (PRIYA,)
    assert AtTheDoor(alone).presenter.state.chosen == PRIYA.id


def test_what_is_missing_is_said_and_nothing_is_tried() -> None:
    door = AtTheDoor()
    door.presenter.unlock("")
    assert door.presenter.state.who_problem == CHOOSE_WHO
    assert door.presenter.state.passphrase_problem == TYPE_PASSPHRASE
    assert door.opened == []


def test_a_wrong_passphrase_is_said_in_words() -> None:
    door = AtTheDoor()
    door.presenter.choose(SAM.id)
    door.presenter.unlock("something else")
    assert door.presenter.state.passphrase_problem == NO_MATCH
    assert not door.presenter.state.unlocking


def test_the_wait_is_a_sentence_and_a_try_during_it_is_not_made() -> None:
    door = AtTheDoor()
    door.presenter.choose(SAM.id)
    for _ in range(4):
        door.presenter.unlock("something else")
        door.seconds += 0.5 if door.presenter.state.misses < 4 else 0
        door.seconds += 1 if door.presenter.state.misses == 3 else 0
    assert door.presenter.state.passphrase_problem == (
        f"{NO_MATCH} You can try again in 2 seconds."
    )
    door.presenter.unlock(PASSPHRASE)
    assert door.opened == []
    assert door.presenter.state.misses == 4
    door.seconds += 2
    door.presenter.unlock(PASSPHRASE)
    assert len(door.opened) == 1
    assert door.presenter.state.misses == 0


def test_nobody_is_ever_shut_out_for_good() -> None:
    door = AtTheDoor()
    door.presenter.choose(SAM.id)
    for _ in range(150):
        door.presenter.unlock("something else")
        door.seconds += 30
    door.presenter.unlock(PASSPHRASE)
    assert len(door.opened) == 1


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (FileDamagedError("x"), TroubleKind.FILE_DAMAGED),
        (FileTooNewError("x"), TroubleKind.TOO_NEW),
        (FileRolledBackError("x"), TroubleKind.ROLLED_BACK),
        (DiskFullError("x"), TroubleKind.DISK_FULL),
        (StorageError("x"), TroubleKind.OTHER),
    ],
)
def test_a_file_that_stays_closed_has_its_own_page(error: Exception, kind: TroubleKind) -> None:
    door = AtTheDoor()
    door.file.stores.fails = error
    door.presenter.choose(SAM.id)
    door.presenter.unlock(PASSPHRASE)
    [(trouble, go_on)] = door.troubles
    assert trouble.kind is kind
    assert go_on is None
    assert not door.presenter.state.unlocking


def test_a_clock_set_back_is_said_before_the_file_is_shown() -> None:
    clock = FixedClock(now=datetime(2025, 3, 3, 9, 0, tzinfo=UTC))
    door = AtTheDoor(InventedFile(clock=clock))
    door.presenter.choose(SAM.id)
    door.presenter.unlock(PASSPHRASE)
    [(trouble, go_on)] = door.troubles
    assert trouble.kind is TroubleKind.CLOCK_SET_BACK
    assert "3 March 2025" in trouble.what_happened
    assert "23 November 2026" in trouble.what_happened
    assert door.opened == []
    assert callable(go_on)
    go_on()
    assert len(door.opened) == 1


def test_ti_03_help_needs_no_sign_in() -> None:
    door = AtTheDoor()
    door.presenter.show_safety_steps()
    door.presenter.show_help()
    door.presenter.forgotten()
    places = [route.place for route in door.routes]
    assert places == [Place.SAFETY_STEPS, Place.HELP, Place.RECOVERY]


def test_the_passphrase_is_never_part_of_the_state() -> None:
    door = AtTheDoor()
    door.presenter.choose(SAM.id)
    door.presenter.unlock("velvet anchor")
    assert "velvet" not in repr(door.presenter.state)
    assert replace(door.presenter.state) == door.presenter.state
