"""A service directory file's entries made into a directory for one instrument."""

import re
from datetime import date

from vrn_desktop.content.condition_text import MATCH, ConditionReader, vocabulary_of
from vrn_desktop.content.service_entries import (
    CategoryEntry,
    DirectoryEntry,
    EvidenceEntry,
    LineEntry,
)
from vrn_desktop.content.yaml_document import PackFault, Path, quoted
from vrn_desktop.domain.identifiers import CategoryId, LevelName, ServiceId
from vrn_desktop.domain.instrument import Instrument
from vrn_desktop.domain.local_service import (
    CheckState,
    Evidence,
    Reach,
    ServiceCategory,
    ServiceDirectory,
    ServiceEntry,
)


def directory_of(entry: DirectoryEntry, instrument: Instrument) -> ServiceDirectory:
    """The directory as the program uses it.

    Raises:
        PackFault: an unknown name, an id that stands twice, or an approach that does harm (SP-05).
    """
    reader = ConditionReader(MATCH, vocabulary_of(instrument))
    usual_day = _day(entry.evidence_as_of, ("evidence_as_of",))
    return ServiceDirectory(
        version=entry.version,
        evidence={
            name: _evidence(name, found, instrument, usual_day)
            for name, found in entry.evidence.items()
        },
        categories=tuple(
            _category(name, found, entry, instrument, reader)
            for name, found in entry.categories.items()
        ),
        entries=_entries(entry),
    )


def _evidence(
    name: str, entry: EvidenceEntry, instrument: Instrument, usual_day: date | None
) -> Evidence:
    for n, level in enumerate(entry.prevention):
        _check_level(level, ("evidence", name, "prevention", n), instrument)
    return Evidence(
        id=name,
        name=entry.name,
        impact=entry.impact,
        security=entry.security,
        figure=entry.figure,
        levels=tuple(LevelName(level) for level in entry.prevention),
        checked=CheckState(entry.checked),
        source=entry.src,
        never_signpost=entry.never_signpost or entry.impact == "HARMFUL",
        as_of=_day(entry.as_of, ("evidence", name, "as_of")) or usual_day,
    )


def _category(
    name: str,
    entry: CategoryEntry,
    directory: DirectoryEntry,
    instrument: Instrument,
    reader: ConditionReader,
) -> ServiceCategory:
    path: Path = ("categories", name)
    for n, approach in enumerate(entry.evidence):
        _check_approach(approach, (*path, "evidence", n), directory)
    if entry.focus is not None:
        _check_level(entry.focus, (*path, "focus"), instrument)
    return ServiceCategory(
        id=CategoryId(name),
        name=entry.name,
        match=reader.read_any(entry.match, (*path, "match")),
        evidence=entry.evidence,
        focus=None if entry.focus is None else LevelName(entry.focus),
    )


def _check_approach(approach: str, path: Path, directory: DirectoryEntry) -> None:
    found = directory.evidence.get(approach)
    if found is None:
        raise PackFault(path, f"there is no approach {quoted(approach)} under evidence")
    if found.never_signpost or found.impact == "HARMFUL":
        raise PackFault(path, f"{quoted(approach)} does harm and is never offered (SP-05)")


def _check_level(level: str, path: Path, instrument: Instrument) -> None:
    if level not in instrument.rule_set.level_ranks:
        raise PackFault(path, f"there is no level {quoted(level)}")


def _entries(entry: DirectoryEntry) -> tuple[ServiceEntry, ...]:
    made: dict[ServiceId, ServiceEntry] = {}
    for place, reach, lines in (
        ("national_lines", Reach.NATIONAL, entry.national_lines),
        ("local_lines", Reach.LOCAL, entry.local_lines),
    ):
        for n, line in enumerate(lines):
            path: Path = (place, n)
            if line.category not in entry.categories and not line.workers_only:
                reason = f"there is no category {quoted(line.category)}"
                raise PackFault((*path, "category"), reason)
            service = _service(line, path, reach)
            if service.id in made:
                raise PackFault(path, f"two services have the id {quoted(service.id)}")
            made[service.id] = service
    return tuple(made.values())


def _service(line: LineEntry, path: Path, reach: Reach) -> ServiceEntry:
    first, last = line.ages or (None, None)
    return ServiceEntry(
        id=ServiceId(line.id or _id_from(line.name)),
        name=line.name,
        contact=line.contact,
        category=CategoryId(line.category),
        reach=reach,
        checked=CheckState(line.checked),
        area=line.area or "",
        note=line.note or "",
        caution=line.caution or "",
        bill=line.bill or "",
        source=line.src or "",
        workers_only=line.workers_only,
        on_letters=line.on_letters,
        first_age=first,
        last_age=last,
        cost=line.cost or "",
        self_referral=line.self_referral,
        opening_hours=line.opening_hours or "",
        wait=line.wait or "",
        languages=line.languages or "",
        access=line.access or "",
        last_checked=_day(line.last_checked, (*path, "last_checked")),
        next_check=_day(line.next_check, (*path, "next_check")),
    )


def _id_from(name: str) -> str:
    return "-".join(re.findall(r"\w+", name.casefold()))


def _day(text: str | None, path: Path) -> date | None:
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise PackFault(path, f"{quoted(text)} is not a day such as 2026-11-22") from None
