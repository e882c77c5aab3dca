"""In which order mixed right-to-left and left-to-right text stands on a line (Unicode Annex 9)."""

import unicodedata
from collections.abc import Sequence

_BRACKETS = {"(": ")", "[": "]", "{": "}", "〈": "〉", "《": "》", "（": "）"}
_CLOSING = {closing: opening for opening, closing in _BRACKETS.items()}
_ISOLATE_STARTS = {"LRI", "RLI", "FSI"}
_IGNORED = {"LRE", "RLE", "LRO", "RLO", "PDF", "BN"}
_NEUTRAL = {"B", "S", "WS", "ON", "LRI", "RLI", "FSI", "PDI"}
_AT_LINE_END = {"B", "S", "WS", "LRI", "RLI", "FSI", "PDI", "BN"}
_MOST_ISOLATES = 60


def embedding_levels(text: str, base: int) -> list[int]:
    """The level of each character (even is left to right); `base` is 1 for a right-to-left text.

    Isolates are honoured. Embeddings and overrides are ignored: a typed name cannot turn a line.
    """
    types = [_bidi_type(character) for character in text]
    if not any(kind in {"R", "AL", "AN", "LRI", "RLI", "FSI"} for kind in types) and not base:
        return [0] * len(text)
    levels = _explicit_levels(types, base)
    for sequence in _isolating_runs(types, levels, base):
        _resolve(sequence, text, levels)
    for index in range(1, len(types)):
        if types[index] in _IGNORED:
            levels[index] = levels[index - 1]
    _reset_trailing_space(text, levels, base)
    return levels


def visual_order(levels: Sequence[int]) -> list[int]:
    """Indexes from left to right, for items with these levels (rule L2)."""
    order = list(range(len(levels)))
    for level in range(max(levels, default=0), 0, -1):
        start = 0
        while start < len(order):
            end = start
            while end < len(order) and levels[order[end]] >= level:
                end += 1
            order[start:end] = reversed(order[start:end])
            start = end + 1
    return order


class _Run:
    """One isolating run: indexes of its characters, the types they resolve to, and its edges."""

    def __init__(self, indexes: list[int], types: list[str], level: int, edges: tuple[str, str]):
        self.indexes = indexes
        self.kinds = [types[index] for index in indexes]
        self.level = level
        self.before, self.after = edges

    @property
    def direction(self) -> str:
        return "R" if self.level % 2 else "L"


def _bidi_type(character: str) -> str:
    return unicodedata.bidirectional(character) or "L"


def _explicit_levels(types: list[str], base: int) -> list[int]:
    levels, stack = [], [base]
    for index, kind in enumerate(types):
        if kind == "PDI" and len(stack) > 1:
            stack.pop()
        levels.append(stack[-1])
        if kind in _ISOLATE_STARTS and len(stack) < _MOST_ISOLATES:
            parity = int(kind == "RLI" or (kind == "FSI" and _first_strong_is_right(types, index)))
            stack.append(stack[-1] + (2 if stack[-1] % 2 == parity else 1))
    return levels


def _first_strong_is_right(types: list[str], start: int) -> bool:
    depth = 0
    for kind in types[start + 1 :]:
        if kind in _ISOLATE_STARTS:
            depth += 1
        elif kind == "PDI":
            if not depth:
                return False
            depth -= 1
        elif not depth and kind in {"L", "R", "AL"}:
            return kind != "L"
    return False


def _isolating_runs(types: list[str], levels: list[int], base: int) -> list[_Run]:
    """Level runs, joined across the isolates inside them; ignored characters belong to none."""
    runs: list[list[int]] = []
    waiting: list[list[int]] = []
    current: list[int] = []
    for index, kind in enumerate(types):
        if kind in _IGNORED:
            continue
        if current and levels[current[-1]] != levels[index]:
            opened = types[current[-1]] in _ISOLATE_STARTS
            (waiting if opened else runs).append(current)
            current = waiting.pop() if kind == "PDI" and waiting and not opened else []
        current.append(index)
    runs.extend([*waiting, current] if current else waiting)
    return [_run(indexes, types, levels, base) for indexes in runs]


def _run(indexes: list[int], types: list[str], levels: list[int], base: int) -> _Run:
    level = levels[indexes[0]]
    first, last = indexes[0], indexes[-1]
    before = levels[first - 1] if first else base
    unclosed = types[last] in _ISOLATE_STARTS
    after = base if unclosed or last + 1 >= len(levels) else levels[last + 1]
    edges = ("R" if max(level, before) % 2 else "L", "R" if max(level, after) % 2 else "L")
    return _Run(indexes, types, level, edges)


def _resolve(run: _Run, text: str, levels: list[int]) -> None:
    _resolve_weak(run)
    _resolve_brackets(run, text)
    _resolve_neutral(run)
    for index, kind in zip(run.indexes, run.kinds, strict=True):
        if run.level % 2:
            levels[index] += 0 if kind == "R" else 1
        else:
            levels[index] += {"R": 1, "AN": 2, "EN": 2}.get(kind, 0)


def _resolve_weak(run: _Run) -> None:
    """Rules W1 to W7: marks, numbers and the signs around them."""
    _settle_marks_and_arabic_numbers(run)
    _settle_number_signs(run.kinds)
    strong = run.before
    for place, kind in enumerate(run.kinds):
        if kind in {"ES", "CS"}:
            run.kinds[place] = "ON"
        elif kind in {"L", "R"}:
            strong = kind
        elif kind == "EN" and strong == "L":
            run.kinds[place] = "L"


def _settle_marks_and_arabic_numbers(run: _Run) -> None:
    """Rules W1 to W3."""
    previous = strong = run.before
    for place, kind in enumerate(run.kinds):
        if kind == "NSM":
            run.kinds[place] = "ON" if previous in {*_ISOLATE_STARTS, "PDI"} else previous
        previous = run.kinds[place]
        if previous in {"L", "R", "AL"}:
            strong = previous
        elif previous == "EN" and strong == "AL":
            run.kinds[place] = "AN"
    run.kinds = ["R" if kind == "AL" else kind for kind in run.kinds]


def _settle_number_signs(kinds: list[str]) -> None:
    """Rules W4 and W5: separators inside numbers, and signs such as the pound beside them."""
    for place in range(1, len(kinds) - 1):
        left, right = kinds[place - 1], kinds[place + 1]
        separates = kinds[place] == "CS" and left in {"EN", "AN"}
        if left == right and (separates or (kinds[place] == "ES" and left == "EN")):
            kinds[place] = left
    for start, end in _stretches(kinds, {"ET"}):
        touches = "EN" in (*kinds[max(start - 1, 0) : start], *kinds[end : end + 1])
        kinds[start:end] = ["EN" if touches else "ON"] * (end - start)


def _resolve_brackets(run: _Run, text: str) -> None:
    """Rule N0: both brackets of a pair turn the same way."""
    for start, end in sorted(_bracket_pairs(run, text)):
        direction = _bracket_direction(run, start, end)
        if direction:
            run.kinds[start] = run.kinds[end] = direction


def _bracket_pairs(run: _Run, text: str) -> list[tuple[int, int]]:
    opened: list[tuple[str, int]] = []
    pairs = []
    for place, index in enumerate(run.indexes):
        character = text[index] if run.kinds[place] == "ON" else ""
        if character in _BRACKETS:
            opened.append((character, place))
        elif character in _CLOSING:
            wanted = [
                depth for depth, (start, _) in enumerate(opened) if start == _CLOSING[character]
            ]
            if wanted:
                pairs.append((opened[wanted[-1]][1], place))
                del opened[wanted[-1] :]
    return pairs


def _bracket_direction(run: _Run, start: int, end: int) -> str:
    inside = {_strong(kind) for kind in run.kinds[start + 1 : end]} - {""}
    if run.direction in inside:
        return run.direction
    if not inside:
        return ""
    earlier = (_strong(kind) for kind in reversed(run.kinds[:start]))
    context = next((kind for kind in earlier if kind), run.before)
    return context if context in inside else run.direction


def _resolve_neutral(run: _Run) -> None:
    """Rules N1 and N2: what stands between follows its neighbours, else the run."""
    kinds = run.kinds
    for start, end in _stretches(kinds, _NEUTRAL):
        left = _strong(kinds[start - 1]) if start else run.before
        right = _strong(kinds[end]) if end < len(kinds) else run.after
        kinds[start:end] = [left if left == right else run.direction] * (end - start)


def _strong(kind: str) -> str:
    return {"L": "L", "R": "R", "AN": "R", "EN": "R"}.get(kind, "")


def _stretches(kinds: list[str], wanted: set[str]) -> list[tuple[int, int]]:
    found, start = [], None
    for place, kind in enumerate([*kinds, ""]):
        if kind in wanted and start is None:
            start = place
        elif kind not in wanted and start is not None:
            found.append((start, place))
            start = None
    return found


def _reset_trailing_space(text: str, levels: list[int], base: int) -> None:
    """Rule L1 for one line: space at its end stands at its end."""
    for index in range(len(text) - 1, -1, -1):
        if _bidi_type(text[index]) not in _AT_LINE_END:
            return
        levels[index] = base
