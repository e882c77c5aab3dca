"""A stranger's YAML text as plain values, with the line of every place; hostile text is refused."""

import re
from collections.abc import Mapping
from typing import Any, NoReturn, TypeAlias

import yaml

from vrn_desktop.domain.errors import ContentPackError

Path: TypeAlias = tuple[str | int, ...]
"""Where a value stands: keys and positions from the top, such as ("items", 3, "label")."""

PACK_BYTES = 5_000_000
_MAX_DEPTH = 40
_MAX_REPEATED = 5_000
_MAX_NUMBER = 20
_SHOWN = 40

_BASE: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_UNPRINTABLE = re.compile(
    "[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|\ufeff"
)
_PLAIN_NUMBER = re.compile(r"[-+]?(0|[1-9][0-9]*)(\.[0-9]+)?")
_PREFIX = "tag:yaml.org,2002:"
_TRUE = frozenset({"true", "yes", "on"})


class PackFault(Exception):  # noqa: N818  a fault of the file, turned into ContentPackError at the door
    """What is wrong at a place of a file; whoever knows the file adds its name and the line."""

    def __init__(self, path: Path, reason: str) -> None:
        self.path = path
        self.reason = reason
        super().__init__(reason)


def quoted(value: object) -> str:
    """A value as it may stand in a sentence: one line, short, in quotes."""
    text = str(value)
    if len(text) > _SHOWN:
        text = f"{text[:_SHOWN]}…"
    return repr(text)


class _Loader(_BASE):  # type: ignore[misc]  # the C loader has no stubs
    """Composes nodes; what a plain scalar means is worked out once, libyaml asks each time."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self._tags: dict[tuple[str, tuple[bool, bool]], str] = {}

    def resolve(self, kind: type[Any], value: str, implicit: Any) -> str:
        if kind is not yaml.ScalarNode:
            return str(super().resolve(kind, value, implicit))
        found = self._tags.get((value, implicit))
        if found is None:
            found = self._tags[(value, implicit)] = str(super().resolve(kind, value, implicit))
        return found


class YamlDocument:
    """One file's text, its plain values (sequences are tuples), and the line of any place in it."""

    def __init__(self, text: str, file_name: str, *, max_bytes: int = PACK_BYTES) -> None:
        """Read the text.

        Raises:
            ContentPackError: it is too large, not YAML, nested too deep, holds a key twice or
                something other than text, numbers, yes and no, lists and mappings.
        """
        self.file_name = file_name
        self._text = text
        if len(text) > max_bytes:
            raise ContentPackError(file_name, None, f"the file is larger than {max_bytes:,} bytes")
        self.value: Any = _Values(self).of(self._composed(), 0)

    def line(self, path: Path) -> int | None:
        """The line of the deepest part of a path that exists."""
        node = self._composed()
        line: int | None = node.start_mark.line + 1
        for part in path:
            found = _step(node, part)
            if found is None:
                break
            node, line = found
        return line

    def refuse(self, fault: PackFault) -> NoReturn:
        """Name the file and the line of a fault.

        Raises:
            ContentPackError: always.
        """
        raise ContentPackError(self.file_name, self.line(fault.path), fault.reason) from fault

    def refuse_node(self, node: Any, reason: str) -> NoReturn:
        """Name the file and the line of a node.

        Raises:
            ContentPackError: always.
        """
        raise ContentPackError(self.file_name, node.start_mark.line + 1, reason)

    def _composed(self) -> Any:
        control = _UNPRINTABLE.search(self._text)
        if control is not None:
            at = self._text.count("\n", 0, control.start()) + 1
            raise ContentPackError(self.file_name, at, "this is not a text file")
        loader = _Loader(self._text)
        try:
            node = loader.get_single_node()
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            line = None if mark is None else mark.line + 1
            reason = f"this is not well-formed YAML: {error.problem or error.context}"
            raise ContentPackError(self.file_name, line, reason) from error
        except RecursionError as error:
            raise ContentPackError(self.file_name, None, "the file is nested too deep") from error
        finally:
            loader.dispose()
        if node is None:
            raise ContentPackError(self.file_name, None, "the file is empty")
        return node


class _Values:
    """Turns nodes into values; a node met again through an alias counts against a small budget."""

    def __init__(self, document: YamlDocument) -> None:
        self._document = document
        self._met: set[int] = set()
        self._repeated = 0

    def of(self, node: Any, depth: int) -> Any:
        if isinstance(node, yaml.ScalarNode):
            return node.value if node.tag == "tag:yaml.org,2002:str" else self._scalar(node)
        self._look_at(node, depth)
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, depth)
        return tuple(self.of(part, depth + 1) for part in node.value)

    def _look_at(self, node: Any, depth: int) -> None:
        if depth > _MAX_DEPTH:
            self._document.refuse_node(node, f"nested deeper than {_MAX_DEPTH} levels")
        if id(node) in self._met:
            self._repeated += 1
            if self._repeated > _MAX_REPEATED:
                self._document.refuse_node(node, "aliases (*name) repeat too much here")
        self._met.add(id(node))
        if node.tag not in (_PREFIX + "map", _PREFIX + "seq"):
            self._document.refuse_node(
                node, f"the tag {quoted(node.tag)} is not used in these files"
            )

    def _mapping(self, node: Any, depth: int) -> dict[str, Any]:
        values: dict[str, Any] = {}
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode) or key.tag != "tag:yaml.org,2002:str":
                shown = quoted(key.value) if isinstance(key, yaml.ScalarNode) else "this key"
                self._document.refuse_node(key, f"{shown} should be text: put it in quotes")
            if key.value in values:
                self._document.refuse_node(key, f"the key {quoted(key.value)} stands here twice")
            values[key.value] = self.of(value, depth + 1)
        return values

    def _scalar(self, node: Any) -> Any:
        kind, text = node.tag.removeprefix(_PREFIX), node.value
        match kind:
            case "null":
                return None
            case "bool":
                return text.lower() in _TRUE
            case "int" | "float":
                return self._number(node, kind, text)
            case "timestamp" | "merge" | "value":
                return text
            case _:
                reason = f"the tag {quoted(node.tag)} is not used in these files"
                return self._document.refuse_node(node, reason)

    def _number(self, node: Any, kind: str, text: str) -> float:
        if len(text) <= _MAX_NUMBER and _PLAIN_NUMBER.fullmatch(text):
            return int(text) if kind == "int" else float(text)
        return self._document.refuse_node(
            node, f"{quoted(text)} is not a plain number; if it is text, put it in quotes"
        )


def _step(node: Any, part: str | int) -> tuple[Any, int] | None:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if isinstance(key, yaml.ScalarNode) and key.value == part:
                at = value if isinstance(value, yaml.ScalarNode) else key
                return value, at.start_mark.line + 1
    elif isinstance(node, yaml.SequenceNode) and isinstance(part, int) and part < len(node.value):
        value = node.value[part]
        return value, value.start_mark.line + 1
    return None


def as_mapping(value: object, path: Path) -> Mapping[str, object]:
    """The value as a mapping.

    Raises:
        PackFault: it is something else.
    """
    if isinstance(value, Mapping):
        return value
    raise PackFault(path, "a mapping (key: value) is expected here")
