"""A full and a read-only disk through the window: nothing that was said is lost, and each says so (T11, T12)."""

from pathlib import Path

from tests.torture.small_disk import on_a_small_disk


def test_t11_t12_the_window_loses_nothing_on_a_full_or_read_only_disk(tmp_path: Path) -> None:
    said = on_a_small_disk(tmp_path, "tests.end_to_end.bad_disk_session", megabytes=8)
    assert said == {
        "strip": True,
        "tick while full": False,
        "tick once there is room": True,
        "calm": True,
        "kept": {"B01": "strong", "B02": "partly"},
        "locks on a full disk": True,
        "trouble at start": "NoneType",
        "place on a read-only disk": "home",
        "readable": {"B01": "strong", "B02": "partly"},
        "page still there": True,
        "says why": True,
        "locks on a read-only disk": True,
    }
