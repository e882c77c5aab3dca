"""A full or read-only disk keeps nobody from locking or reading, and loses nothing (T11, T12)."""

from pathlib import Path

from tests.torture.small_disk import on_a_small_disk


def test_t11_t12_a_full_or_read_only_disk_keeps_nobody_from_locking(tmp_path: Path) -> None:
    assert on_a_small_disk(tmp_path, "tests.torture.office_disk_session", megabytes=8) == {
        "nearly full": "DiskFullError",
        "anchor kept": True,
        "told": True,
        "change on full": "DiskFullError",
        "full": "DiskFullError",
        "read": True,
        "story": True,
        "change": "DiskReadOnlyError",
        "backup": "DiskReadOnlyError",
        "locks": "DiskReadOnlyError",
        "read only": "none",
    }
