"""The door for worked cases: all of a file is sound for the instrument, or the file is refused."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from vrn_desktop.content.case_entries import CaseEntry, CaseFileEntry, WantedEntry
from vrn_desktop.content.entry_shape import entry_of
from vrn_desktop.content.yaml_document import PackFault, Path, YamlDocument, quoted
from vrn_desktop.domain.answer import AnswerSheet, Silence, Voice
from vrn_desktop.domain.identifiers import AnswerCode, ItemId, LevelName
from vrn_desktop.domain.instrument import Instrument

CASE_BYTES = 100_000_000
_LONGEST_VOICE = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class WantedLevel:
    """A worker's wish for another level."""

    to: LevelName
    reason: str
    supervisor_approved: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkedCase:
    """One invented case: age in whole years, answers, and what is expected of the rules, if anything."""

    id: str
    age: int
    short_form: bool
    sheet: AnswerSheet
    wanted: WantedLevel | None
    expected: Mapping[str, object] | None


def cases_from_text(text: str, file_name: str, instrument: Instrument) -> tuple[WorkedCase, ...]:
    """The cases a text holds, sound for this instrument.

    Raises:
        ContentPackError: one case is not sound; says file, line and reason.
    """
    document = YamlDocument(text, file_name, max_bytes=CASE_BYTES)
    file = entry_of(CaseFileEntry, document)
    reader = _CaseReader(instrument)
    try:
        return tuple(reader.case(entry, ("vignettes", n)) for n, entry in enumerate(file.vignettes))
    except PackFault as fault:
        document.refuse(fault)


class _CaseReader:
    def __init__(self, instrument: Instrument) -> None:
        self._instrument = instrument
        self._ids: set[str] = set()
        self._codes = {
            str(item.id): frozenset({*instrument.codes_for(item), *Silence})
            for item in instrument.items
        }
        self._known = {
            item: ", ".join((*instrument.codes_for(instrument.item(ItemId(item))), *Silence))
            for item in self._codes
        }

    def case(self, entry: CaseEntry, path: Path) -> WorkedCase:
        """One case as the rules take it."""
        if entry.id in self._ids:
            raise PackFault((*path, "id"), f"there is an earlier case {quoted(entry.id)}")
        self._ids.add(entry.id)
        self._check_age(entry.age, (*path, "age"))
        sheet = {
            ItemId(item): self._voices(item, given, (*path, "answers", item))
            for item, given in entry.answers.items()
        }
        return WorkedCase(
            id=entry.id,
            age=entry.age,
            short_form=entry.form == "short",
            sheet=AnswerSheet(by_item=MappingProxyType(sheet)),
            wanted=self._wanted(entry.override, (*path, "override", "to")),
            expected=None if entry.expect is None else entry.expect.given(),
        )

    def _check_age(self, age: int, path: Path) -> None:
        try:
            self._instrument.life_stage(age)
        except ValueError:
            raise PackFault(path, f"no life stage covers the age {quoted(age)}") from None

    def _voices(self, item: str, given: object, path: Path) -> Mapping[str, AnswerCode]:
        if item not in self._codes:
            raise PackFault(path, f"there is no item {quoted(item)}")
        if isinstance(given, Mapping):
            if not given:
                raise PackFault(path, f"nobody answers {quoted(item)}; leave the item out")
            return {
                _voice(voice, (*path, voice)): self._code(item, code, (*path, voice))
                for voice, code in given.items()
            }
        return {str(Voice.YOUNG_PERSON): self._code(item, given, path)}

    def _code(self, item: str, code: object, path: Path) -> AnswerCode:
        if isinstance(code, str) and code in self._codes[item]:
            return AnswerCode(code)
        known = self._known[item]
        raise PackFault(path, f"{quoted(code)} is not a code of {quoted(item)} ({known})")

    def _wanted(self, entry: WantedEntry | None, path: Path) -> WantedLevel | None:
        if entry is None:
            return None
        if entry.to not in self._instrument.rule_set.level_ranks:
            raise PackFault(path, f"there is no level {quoted(entry.to)}")
        return WantedLevel(
            to=LevelName(entry.to),
            reason=entry.reason,
            supervisor_approved=entry.supervisor_approved,
        )


def _voice(voice: str, path: Path) -> str:
    if not 0 < len(voice) <= _LONGEST_VOICE:
        raise PackFault(path, f"the name of a voice is 1 to {_LONGEST_VOICE} characters long")
    return voice
