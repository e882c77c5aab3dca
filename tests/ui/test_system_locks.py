"""Locks when the system says that it sleeps or locks: heard on a real bus of the test's own."""

import shutil
import subprocess
from collections.abc import Iterator
from ctypes import addressof, wintypes

import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtDBus import QDBusConnection, QDBusMessage
from pytestqt.qtbot import QtBot

from ui.system_locks import LOGIN, SCREEN_LOCKS, SystemLocks, WindowsMessages, means_away


@pytest.fixture(scope="module")
def bus() -> Iterator[str]:
    daemon = shutil.which("dbus-daemon")
    if daemon is None:
        pytest.skip("needs dbus-daemon")
    process = subprocess.Popen(  # noqa: S603 - the system's own program
        [daemon, "--session", "--nofork", "--print-address"],
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    yield process.stdout.readline().strip()
    process.terminate()
    process.communicate()


@pytest.fixture
def locks(bus: str) -> Iterator[SystemLocks]:
    listening = SystemLocks()
    connection = QDBusConnection.connectToBus(bus, "listening")
    listening.listen_on(connection, connection)
    yield listening
    listening.stop()
    QDBusConnection.disconnectFromBus("listening")
    QDBusConnection.disconnectFromBus("speaking")


def say(bus: str, service: str, interface: str, name: str, *words: bool) -> None:
    speaking = QDBusConnection.connectToBus(bus, "speaking")
    assert speaking.registerService(service)
    message = QDBusMessage.createSignal("/invented", interface, name)
    message.setArguments(list(words))
    assert speaking.send(message)


@pytest.mark.parametrize(
    "told",
    [
        (LOGIN, f"{LOGIN}.Manager", "PrepareForSleep", True),
        (LOGIN, f"{LOGIN}.Session", "Lock"),
        (SCREEN_LOCKS[0], SCREEN_LOCKS[0], "ActiveChanged", True),
        (SCREEN_LOCKS[1], SCREEN_LOCKS[1], "ActiveChanged", True),
    ],
)
def test_t15_sleep_and_lock_are_heard(
    qtbot: QtBot, bus: str, locks: SystemLocks, told: tuple[str, str, str]
) -> None:
    with qtbot.waitSignal(locks.away):
        say(bus, *told)


def test_waking_up_locks_nothing_by_itself(qtbot: QtBot, bus: str, locks: SystemLocks) -> None:
    told: list[None] = []
    locks.away.connect(lambda: told.append(None))
    say(bus, LOGIN, f"{LOGIN}.Manager", "PrepareForSleep", False)
    with qtbot.waitSignal(locks.away):
        say(bus, LOGIN, f"{LOGIN}.Manager", "PrepareForSleep", True)
    assert len(told) == 1


def test_without_a_bus_nothing_is_heard_and_nothing_goes_wrong(qtbot: QtBot) -> None:
    nowhere = QDBusConnection("nowhere")
    SystemLocks().listen_on(nowhere, nowhere)
    assert not nowhere.isConnected()


def test_messages_of_windows_are_read_and_swallowed_by_nobody() -> None:
    told: list[str] = []
    messages = WindowsMessages(lambda: told.append("away"))
    for kind, word in ((0x0218, 4), (0x0218, 7), (0x02B1, 7), (0x02B1, 8), (0x0010, 4)):
        message = wintypes.MSG()
        message.message, message.wParam = kind, word
        address = addressof(message)
        assert messages.nativeEventFilter(QByteArray(b"windows_generic_MSG"), address) == (False, 0)
    assert told == ["away", "away"]
    assert means_away(0x02B1, 7)
    assert messages.nativeEventFilter(QByteArray(b"xcb_generic_event_t"), 0) == (False, 0)
