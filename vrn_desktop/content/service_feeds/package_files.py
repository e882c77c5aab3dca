"""Finds the tables of a tabular package among the files of a feed, with or without its descriptor."""

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

from vrn_desktop.content.service_feeds.feed_files import FeedFile, shown_name
from vrn_desktop.content.service_feeds.feed_limits import RECORD_BYTES
from vrn_desktop.content.service_feeds.table_names import DESCRIPTOR, KNOWN_FILES, TABLE_FILES
from vrn_desktop.domain.directory.service_reading import FeedUnreadableError

_SAFE_PATH = re.compile(r"(?!/)(?!.*(^|/)\.\.(/|$))[^\\:\0]+")


def package_in(files: list[FeedFile], path: Path) -> list[FeedFile] | None:
    """The tables of the package that a feed is, None when it is JSON.

    A folder with JSON pages at its top is JSON, also when tables lie in a folder below it.

    Raises:
        FeedUnreadableError: the descriptor is broken or leads elsewhere, or tables come without services.
    """
    descriptor = next((file for file in files if file.base == DESCRIPTOR), None)
    tables = _described(descriptor, files) if descriptor else files
    services = [file for file in tables if file.base in TABLE_FILES["services"]]
    pages = [file for file in files if not file.base.endswith(".csv") and file is not descriptor]
    if services and not any(file.folder == "" for file in pages if services[0].folder):
        home = services[0].folder
        return [file for file in tables if file.folder == home and file.base in KNOWN_FILES]
    if pages:
        return None
    raise FeedUnreadableError(shown_name(path), "there are tables but no services.csv in it")


def _described(descriptor: FeedFile, files: list[FeedFile]) -> list[FeedFile]:
    """The files; those that the descriptor names otherwise are known by the name of their table."""
    prefix = f"{descriptor.folder}/" if descriptor.folder else ""
    wanted: dict[str, str] = {}
    for resource in _resources(descriptor):
        name, place = str(resource.get("name", "")), resource.get("path")
        for path in place if isinstance(place, list) else [place]:
            if not isinstance(path, str):
                continue
            if not _SAFE_PATH.fullmatch(path):
                raise FeedUnreadableError(descriptor.name, "a path in it leads out of the package")
            wanted[f"{prefix}{path}"] = f"{name.casefold()}.csv"
    return [_by_table(file, wanted) for file in files]


def _by_table(file: FeedFile, wanted: dict[str, str]) -> FeedFile:
    table = wanted.get(file.name, "")
    if table in KNOWN_FILES and file.base not in KNOWN_FILES:
        home = f"{file.folder}/" if file.folder else ""
        return replace(file, name=f"{home}{table}")
    return file


def _resources(descriptor: FeedFile) -> list[dict[str, Any]]:
    try:
        with descriptor.open() as stream:
            described = json.loads(stream.read(RECORD_BYTES).decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise FeedUnreadableError(descriptor.name, "it is not whole JSON") from error
    resources = described.get("resources") if isinstance(described, dict) else None
    return (
        [entry for entry in resources or [] if isinstance(entry, dict)]
        if isinstance(resources, list)
        else []
    )
