"""Letter templates at the door: fixed text and chosen slots, refused with file, line and reason."""

import unicodedata
from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import TypeVar

import yaml

from vrn_desktop.application.letter_slots import TRADE_WORDS
from vrn_desktop.application.letter_wording import (
    SLOTS_BY_KIND,
    DateWords,
    LetterWording,
    Translation,
    TranslationStatus,
    slots_in,
)
from vrn_desktop.domain.errors import ContentPackError
from vrn_desktop.domain.letter import Direction, LetterKind
from vrn_desktop.domain.letter_deny_list import LetterWordRefusedError, refuse_words_of_harm

_WordT = TypeVar("_WordT")
_FOLDER = "content/letters"
_EASY = "easy."
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_TOP_KEYS = frozenset(
    {
        *("id", "version", "kind", "language", "language_name", "direction", "translation"),
        *("texts", "dates"),
    }
)
_EASY_READ_KEYS = frozenset({"pictures"})
_TRANSLATION_KEYS = frozenset({"status", "checked_by", "checked_on"})
_DATE_SLOTS = {
    "day": frozenset({"weekday", "number", "month"}),
    "day_with_year": frozenset({"number", "month", "year"}),
}
_DATE_LISTS = {"weekdays": 7, "months": 12}
_DIGITS = 10


class ShippedLetterWordings:
    """The templates that come with the program, each read once."""

    def wording(self, kind: LetterKind, language: str, *, easy_read: bool = False) -> LetterWording:
        """One template; see the port `LetterWordings`."""
        return _shipped(_file_name(kind, f"{_EASY}{language}" if easy_read else language))

    def easy_read_languages(self, kind: LetterKind) -> tuple[str, ...]:
        """The languages there is an easy read template for."""
        return tuple(
            language.removeprefix(_EASY)
            for language in self._endings(kind)
            if language.startswith(_EASY)
        )

    def languages(self, kind: LetterKind) -> tuple[str, ...]:
        """The languages there is a template for, English first."""
        found = (language for language in self._endings(kind) if not language.startswith(_EASY))
        return tuple(sorted(found, key=lambda language: (language != "en", language)))

    def _endings(self, kind: LetterKind) -> list[str]:
        stem = _file_name(kind, "").removesuffix(".yaml")
        names = sorted(entry.name for entry in (files("resources") / _FOLDER).iterdir())
        return [
            name.removeprefix(stem).removesuffix(".yaml") for name in names if name.startswith(stem)
        ]


def read_letter_wording(text: str, file: str) -> LetterWording:
    """A template from its text.

    Raises:
        ContentPackError: not YAML, an unknown or missing text, a slot that is not allowed, or a
            word that never stands in a letter.
    """
    try:
        root = yaml.compose(text, Loader=_LOADER)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark else None
        raise ContentPackError(file, line, "this is not readable as YAML") from error
    return _TemplateReader(file).read(root)


@cache
def _shipped(name: str) -> LetterWording:
    entry = files("resources") / _FOLDER / name
    try:
        text = entry.read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise ContentPackError(name, None, "there is no such letter template") from error
    return read_letter_wording(text, name)


def _file_name(kind: LetterKind, language: str) -> str:
    return f"{kind.value.replace('_', '-')}-letter.{language}.yaml"


class _TemplateReader:
    """Reads one composed file and complains with its lines."""

    def __init__(self, file: str) -> None:
        self._file = file

    def read(self, root: yaml.Node | None) -> LetterWording:
        top = self._table(root, _TOP_KEYS, may_have=_EASY_READ_KEYS)
        kind = self._word(top["kind"], LetterKind)
        slots = SLOTS_BY_KIND.get(kind)
        if slots is None:
            raise self._refused(top["kind"], f"letters of the kind {kind.value} are not made yet")
        names = frozenset(_DATE_SLOTS) | frozenset(_DATE_LISTS) | {"digits"}
        dates = self._table(top["dates"], names)
        return LetterWording(
            id=self._text(top["id"]),
            version=self._text(top["version"]),
            kind=kind,
            language=self._text(top["language"]),
            language_name=self._text(top["language_name"]),
            direction=self._word(top["direction"], Direction),
            texts=self._texts(top["texts"], slots, kind),
            dates=self._dates(dates),
            translation=self._translation(top["translation"]),
            pictures=self._pictures(top.get("pictures"), frozenset(slots)),
        )

    def _pictures(self, node: yaml.Node | None, keys: frozenset[str]) -> Mapping[str, str]:
        """Which shipped icon stands beside which text; none in a letter that is not easy read."""
        if node is None:
            return MappingProxyType({})
        table = self._table(node, frozenset(), may_have=keys)
        pictures = {key: self._text(value) for key, value in table.items()}
        for key, name in pictures.items():
            if not name or not (files("resources") / "icons" / f"{name}.svg").is_file():
                raise self._refused(table[key], "there is no picture of this name")
        return MappingProxyType(pictures)

    def _translation(self, node: yaml.Node) -> Translation:
        """Who checked it and when: both for a checked one, neither for any other."""
        table = self._table(node, _TRANSLATION_KEYS)
        status = self._word(table["status"], TranslationStatus)
        checked_by, day = self._text(table["checked_by"]), self._text(table["checked_on"])
        is_checked = status is TranslationStatus.CHECKED
        if bool(checked_by.strip()) != is_checked or bool(day.strip()) != is_checked:
            raise self._refused(node, "only a checked translation says who checked it and when")
        checked_on = self._word(table["checked_on"], date.fromisoformat) if is_checked else None
        return Translation(status=status, checked_by=checked_by, checked_on=checked_on)

    def _texts(
        self, node: yaml.Node, slots: Mapping[str, frozenset[str]], kind: LetterKind
    ) -> MappingProxyType[str, str]:
        table = self._table(node, frozenset(slots))
        return MappingProxyType(
            {
                key: self._fixed_text(key, value, slots[key], TRADE_WORDS.get((kind, key), ""))
                for key, value in table.items()
            }
        )

    def _dates(self, table: Mapping[str, yaml.Node]) -> DateWords:
        return DateWords(
            day_pattern=self._fixed_text("day", table["day"], _DATE_SLOTS["day"]),
            day_with_year_pattern=self._fixed_text(
                "day_with_year", table["day_with_year"], _DATE_SLOTS["day_with_year"]
            ),
            weekdays=self._list(table["weekdays"], _DATE_LISTS["weekdays"]),
            months=self._list(table["months"], _DATE_LISTS["months"]),
            digits=self._digits(table["digits"]),
        )

    def _digits(self, node: yaml.Node) -> str:
        digits = self._text(node)
        if [unicodedata.decimal(digit, None) for digit in digits] != list(range(_DIGITS)):
            raise self._refused(node, "the ten digits from nought to nine are expected here")
        return digits

    def _fixed_text(
        self, key: str, node: yaml.Node, slots: frozenset[str], trade_word: str = ""
    ) -> str:
        text = self._text(node)
        if slots_in(text) != slots or text.count("{") != text.count("}"):
            wanted = ", ".join(f"{{{slot}}}" for slot in sorted(slots)) or "none"
            raise self._refused(node, f"the text {key} has other slots than these: {wanted}")
        try:
            refuse_words_of_harm(key, text.replace(trade_word, "") if trade_word else text)
        except LetterWordRefusedError as error:
            raise self._refused(
                node, f"the text {key} holds a word that never stands in a letter: {error.word}"
            ) from error
        return text

    def _table(
        self,
        node: yaml.Node | None,
        keys: frozenset[str],
        *,
        may_have: frozenset[str] = frozenset(),
    ) -> dict[str, yaml.Node]:
        if not isinstance(node, yaml.MappingNode):
            raise self._refused(node, "a table of names and values is expected here")
        table: dict[str, yaml.Node] = {}
        for key_node, value in node.value:
            key = self._text(key_node)
            if key not in keys | may_have:
                raise self._refused(key_node, f"nobody knows the name {key}")
            if key in table:
                raise self._refused(key_node, f"the name {key} stands here twice")
            table[key] = value
        missing = sorted(keys - table.keys())
        if missing:
            raise self._refused(node, f"missing here: {', '.join(missing)}")
        return table

    def _list(self, node: yaml.Node, length: int) -> tuple[str, ...]:
        if not isinstance(node, yaml.SequenceNode) or len(node.value) != length:
            raise self._refused(node, f"a list of {length} words is expected here")
        return tuple(self._text(entry) for entry in node.value)

    def _text(self, node: yaml.Node) -> str:
        if not isinstance(node, yaml.ScalarNode):
            raise self._refused(node, "a text is expected here")
        return str(node.value)

    def _word(self, node: yaml.Node, words: Callable[[str], _WordT]) -> _WordT:
        try:
            return words(self._text(node))
        except ValueError as error:
            raise self._refused(node, "this is not one of the known words") from error

    def _refused(self, node: yaml.Node | None, reason: str) -> ContentPackError:
        line = node.start_mark.line + 1 if node is not None else None
        return ContentPackError(self._file, line, reason)
