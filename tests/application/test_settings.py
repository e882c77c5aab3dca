"""Settings: each key falls back on its own, and nothing but settings is kept."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fake_settings import FakeSettingsFile
from vrn_desktop.application.settings import (
    AUTO_LOCK_MINUTES,
    AUTO_LOCK_MINUTES_IN_CONVERSATION,
    KEYS,
    ColourChoice,
    Settings,
    Spacing,
    as_texts,
    settings_from,
)
from vrn_desktop.application.settings_service import NOT_KEPT, PARTLY_USUAL, SettingsService

UNUSUAL = Settings(
    text_percent=175,
    scheme=ColourChoice.DARK,
    spacing=Spacing.WIDE,
    easy_read=True,
    digit_shortcuts=False,
    go_on_after_answer=True,
    auto_lock_minutes=2,
    auto_lock_minutes_in_conversation=5,
    screen_capture_allowed=True,
)


def test_settings_come_back_as_they_were_kept() -> None:
    read = settings_from(as_texts(UNUSUAL))
    assert read.settings == UNUSUAL
    assert read.not_understood == ()


@pytest.mark.parametrize("key", KEYS)
def test_one_strange_value_leaves_the_others_alone(key: str) -> None:
    read = settings_from(as_texts(UNUSUAL) | {key: "purple"})
    assert read.settings == replace(UNUSUAL, **{key: getattr(Settings(), key)})
    assert read.not_understood == (key,)


def test_a_foreign_key_is_left_out_and_told() -> None:
    read = settings_from({"recent_name": "Somebody", "text_percent": "150"})
    assert read.settings == Settings(text_percent=150)
    assert read.not_understood == ("recent_name",)


@given(st.dictionaries(st.sampled_from([*KEYS, "other"]), st.text(max_size=8)))
def test_any_texts_make_settings_that_lock_in_time(texts: dict[str, str]) -> None:
    settings = settings_from(texts).settings
    assert settings.auto_lock_minutes in AUTO_LOCK_MINUTES
    assert settings.auto_lock_minutes_in_conversation in AUTO_LOCK_MINUTES_IN_CONVERSATION
    assert max(AUTO_LOCK_MINUTES) == 5
    assert max(AUTO_LOCK_MINUTES_IN_CONVERSATION) == 10


def test_a_change_is_kept_and_heard() -> None:
    file = FakeSettingsFile()
    service = SettingsService(file)
    heard: list[Settings] = []
    service.when_changed(heard.append)
    service.change(UNUSUAL)
    service.change(UNUSUAL)
    assert heard == [UNUSUAL]
    assert file.kept == UNUSUAL
    assert service.notice == ""


def test_a_disk_that_does_not_take_the_change_is_told_calmly() -> None:
    service = SettingsService(FakeSettingsFile(takes=False))
    service.change(UNUSUAL)
    assert service.settings == UNUSUAL
    assert service.notice == NOT_KEPT


def test_a_file_that_was_partly_strange_is_told() -> None:
    assert SettingsService(FakeSettingsFile(not_understood=("scheme",))).notice == PARTLY_USUAL
