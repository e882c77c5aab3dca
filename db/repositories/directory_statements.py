"""The statements of a search: put together from a few fixed parts, each shape once."""

from functools import lru_cache
from typing import Any

from sqlalchemy import TextClause, text

from vrn_desktop.domain.directory.service_facts import MOST_POINTS
from vrn_desktop.domain.directory.service_query import ServiceQuery
from vrn_desktop.domain.directory.week_hours import AskedTime
from vrn_desktop.domain.directory.why_not_shown import Search

SHAPES = 256

SHOWN = "s.first_edition <= o.shown AND (s.superseded_in IS NULL OR s.superseded_in > o.shown)"
GONE = "(s.gone_in IS NOT NULL AND s.gone_in <= o.shown)"
NOT_GONE = "(s.gone_in IS NULL OR s.gone_in > o.shown)"
_COLUMNS = f's."row", s.id, s.sort_name, s.points, s.hours, s.week, {GONE}'
_SOURCE = "CROSS JOIN directory_source o ON o.id = s.source_id"

_MAP_TESTS = {
    "moment": (
        "((p.days & :today AND p.opens <= :minute AND :minute < p.closes) "
        "OR (p.days & :yesterday AND :late < p.closes))"
    ),
    "day": "p.days & :today",
}
_TESTS = {
    "age": "s.first_age <= :age AND :age <= s.last_age",
    "moment": _MAP_TESTS["moment"].replace("p.", "s."),
    "day": "s.days & :today",
    "no_point": "length(s.points) = 0",
    "there": f"s.is_active AND {NOT_GONE}",
    "free": "s.is_free",
    "self_referral": "NOT s.needs_referral",
    "for_young_people": "NOT s.workers_only",
}
_AMONG = "(SELECT rowid FROM directory_search WHERE directory_search MATCH :{})"
_BOX = "p.south >= :south AND p.north <= :north AND p.west >= :west AND p.east <= :east"
_AGE_ON_THE_MAP = "p.first_age <= :age AND p.last_age >= :age"


class Tests:
    """What a query asks for, as names of tests and as values for them."""

    def __init__(self, search: Search) -> None:
        query = search.query
        self.values: dict[str, Any] = {}
        self.names: list[str] = []
        self.counts: list[tuple[str, int]] = []
        self._take_flags(query)
        self._take_time(AskedTime.of(query))
        if query.age is not None:
            self._take("age", age=query.age)
        self._take_all("word", search.words, " {}")
        self._take_all("category", query.categories, " {} ")
        self._take_all("area", search.area, " {}")
        self._take_all("language", search.language, " {}")
        self._take_all("access", search.access, " {}")

    @property
    def shape(self) -> tuple[tuple[str, ...], tuple[tuple[str, int], ...]]:
        """What the statement depends on, without any value."""
        return tuple(self.names), tuple(self.counts)

    def _take(self, name: str, **values: Any) -> None:
        self.names.append(name)
        self.values |= values

    def _take_flags(self, query: ServiceQuery) -> None:
        flags = {
            "there": not query.include_closed,
            "free": query.free_only,
            "self_referral": query.self_referral_only,
            "for_young_people": query.young_people_may_see,
        }
        self.names += [name for name, wanted in flags.items() if wanted]

    def _take_time(self, asked: AskedTime | None) -> None:
        if asked is None:
            return
        today, yesterday = 1 << asked.weekday, 1 << (asked.weekday - 1) % 7
        if asked.minute is None:
            self._take("day", today=today)
        else:
            late = asked.minute + 24 * 60
            self._take("moment", today=today, yesterday=yesterday, minute=asked.minute, late=late)

    def _take_all(self, kind: str, wanted: tuple[str, ...], form: str) -> None:
        if wanted:
            self.counts.append((kind, len(wanted)))
            self.values |= {f"{kind}{n}": form.format(one) for n, one in enumerate(wanted)}


Shape = tuple[tuple[str, ...], tuple[tuple[str, int], ...]]


@lru_cache(maxsize=SHAPES)
def in_a_box(shape: Shape) -> TextClause:
    """Services with a place in a box of the map: the box first, then what is left."""
    names, counts = shape
    tests = [_BOX]
    if "age" in names:
        tests.append(_AGE_ON_THE_MAP)
    if any(kind == "word" for kind, _ in counts):
        tests.append(f"p.id / {MOST_POINTS} IN {_AMONG.format('match')}")
    tests += [_MAP_TESTS[name] for name in names if name in _MAP_TESTS]
    tests += [SHOWN, *(_TESTS[name] for name in names if name not in _MAP_TESTS)]
    return text(
        f"SELECT {_COLUMNS} FROM directory_point p "  # noqa: S608 - put together from constants
        f'CROSS JOIN directory_service s ON s."row" = p.id / {MOST_POINTS} '
        f"{_SOURCE} WHERE {' AND '.join(tests + _counted(counts))}"
    )


@lru_cache(maxsize=SHAPES)
def by_words(shape: Shape) -> TextClause:
    """Services that the index of words names: for words that few have."""
    names, counts = shape
    tests = ["directory_search MATCH :match", SHOWN, *(_TESTS[name] for name in names)]
    return text(
        f"SELECT {_COLUMNS} FROM directory_search f "  # noqa: S608 - put together from constants
        f'CROSS JOIN directory_service s ON s."row" = f.rowid '
        f"{_SOURCE} WHERE {' AND '.join(tests + _counted(counts))}"
    )


@lru_cache(maxsize=SHAPES)
def by_name(shape: Shape, *, matching: str) -> TextClause:
    """Services in the order of names from a place on, so many; for searches that many fit.

    `matching`: "" any, "named" those whose name has all words, "other" the rest that have them.
    """
    names, counts = shape
    tests = [
        "(s.sort_name, s.id) > (:after_name, :after_id)",
        SHOWN,
        *(_TESTS[name] for name in names),
        *_counted(counts),
        *_MATCHING[matching],
    ]
    index = f"ix_directory_service_{'no_point' if 'no_point' in names else 'name'}"
    return text(
        f"SELECT {_COLUMNS} FROM directory_service s INDEXED BY {index} "  # noqa: S608 - put together from constants
        f"{_SOURCE} WHERE {' AND '.join(tests)} ORDER BY s.sort_name, s.id LIMIT :page"
    )


_MATCHING = {
    "": (),
    "named": (f's."row" IN {_AMONG.format("match_name")}',),
    "other": (
        f's."row" IN {_AMONG.format("match")}',
        f's."row" NOT IN {_AMONG.format("match_name")}',
    ),
}

HOW_MANY = text(
    "SELECT count(*) FROM (SELECT 1 FROM directory_search WHERE directory_search MATCH :match "
    "LIMIT :most)"
)


def match_of(words: tuple[str, ...]) -> str:
    """Words for the index: each a prefix, none of them an operator."""
    return " AND ".join(f'"{word}"*' for word in words)


def match_in_name(words: tuple[str, ...]) -> str:
    """The same, all of them in the name."""
    return f"name_words : ({match_of(words)})"


def _counted(counts: tuple[tuple[str, int], ...]) -> list[str]:
    tests = []
    for kind, count in counts:
        values = [f"{kind}{n}" for n in range(count)]
        if kind == "category":
            any_of = " OR ".join(f"instr(s.categories, :{value})" for value in values)
            tests.append(f"({any_of})")
        elif kind == "area":
            all_of = " AND ".join(f"instr(s.area_words, :{value})" for value in values)
            tests.append(f"(s.area_words = '' OR ({all_of}))")
        elif kind != "word":
            tests += [f"instr(s.{kind}_words, :{value})" for value in values]
    return tests
