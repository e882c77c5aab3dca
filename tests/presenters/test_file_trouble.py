"""Every reason why the file stays closed has its own words."""

from datetime import UTC

import pytest

from tests.every_trouble import EVERY_TROUBLE, NOON
from vrn_desktop.application.ports.vault import FolderHeldError
from vrn_desktop.domain import errors
from vrn_desktop.presenters.navigation_presenter import Place, Route
from vrn_desktop.presenters.unlock.file_trouble import (
    FILE_DAMAGED,
    FileTrouble,
    TroubleKind,
    trouble_of,
)
from vrn_desktop.presenters.unlock.file_trouble_presenter import FileTroublePresenter


def test_every_kind_has_a_page_of_its_own() -> None:
    assert set(EVERY_TROUBLE) == set(TroubleKind)
    assert all(trouble.kind is kind for kind, trouble in EVERY_TROUBLE.items())
    assert len({trouble.title for trouble in EVERY_TROUBLE.values()}) == len(TroubleKind)
    assert all(trouble.what_happened and trouble.what_to_do for trouble in EVERY_TROUBLE.values())


def test_a_page_never_repeats_the_error() -> None:
    told = trouble_of(errors.StorageError("secret words"))
    assert "secret" not in repr(told)


def test_who_holds_the_folder_and_since_when() -> None:
    trouble = trouble_of(FolderHeldError(4711, NOON), zone=UTC)
    assert trouble.kind is TroubleKind.IN_USE
    assert "process number 4711" in trouble.what_happened
    assert "12:00 on 24 November 2026" in trouble.what_happened
    assert "process" not in trouble_of(FolderHeldError(None, None)).what_happened


@pytest.mark.parametrize(
    ("reason", "word"),
    [("network share", "network"), ("cloud folder", "cloud"), ("FAT", "stick")],
)
def test_an_unsafe_place_is_named(reason: str, word: str) -> None:
    trouble = trouble_of(errors.UnsafePlaceError(reason))
    assert word in trouble.what_happened
    assert not trouble.can_try_again


def test_only_damage_and_loss_lead_to_the_backups() -> None:
    restorable = {kind for kind, trouble in EVERY_TROUBLE.items() if trouble.can_restore}
    assert restorable == {
        TroubleKind.FILE_DAMAGED,
        TroubleKind.HEADER_DAMAGED,
        TroubleKind.FILE_MISSING,
        TroubleKind.ROLLED_BACK,
    }


def test_the_ways_on() -> None:
    did: list[str] = []
    routes: list[Route] = []
    presenter = FileTroublePresenter(
        FILE_DAMAGED,
        go=routes.append,
        try_again=lambda: did.append("again"),
        close=lambda: did.append("close"),
    )
    presenter.restore()
    presenter.show_safety_steps()
    presenter.try_again()
    presenter.close()
    presenter.go_on()
    assert [route.place for route in routes] == [Place.RESTORE, Place.SAFETY_STEPS]
    assert did == ["again", "close"]


def test_words_of_all_pages_are_calm() -> None:
    def words(trouble: FileTrouble) -> str:
        return " ".join((trouble.title, trouble.what_happened, *trouble.what_to_do)).lower()

    for trouble in EVERY_TROUBLE.values():
        assert not {"failed", "invalid", "error", "fatal", "corrupt"} & set(words(trouble).split())
