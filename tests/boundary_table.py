"""What domain.md section 4 says of each threshold and clause, written by hand from its table.

Each row gives answers on a calm background (no worries, supports partly there, 15 years, full form) and
every rule and note that fires. Level, escalation and involvement follow from RULES.
"""

from typing import NamedTuple

RULES: dict[str, tuple[str, str]] = {
    "T01": ("tertiary", "harmed"),
    "T02": ("tertiary", "harmed"),
    "T03": ("tertiary", "harmed"),
    "T04": ("tertiary", "harmed witness"),
    "T05": ("tertiary", "harmed"),
    "T06": ("tertiary", "harmed"),
    "T07": ("tertiary", "causing_harm"),
    "T08": ("tertiary", "causing_harm"),
    "T09": ("tertiary", "at_risk harmed"),
    "T10": ("tertiary", "harmed"),
    "T11": ("tertiary", "harmed"),
    "T12": ("tertiary", "causing_harm"),
    "S01": ("secondary", "harmed"),
    "S02": ("secondary", "causing_harm"),
    "S03": ("secondary", "at_risk"),
    "S04": ("secondary", "at_risk"),
    "S05": ("secondary", "at_risk"),
    "S06": ("secondary", "at_risk"),
    "S07": ("secondary", "at_risk"),
    "S09": ("secondary", "at_risk"),
    "S10": ("secondary", "at_risk"),
    "S11": ("secondary", "witness"),
    "S12": ("secondary", "harmed"),
    "S13": ("secondary", "at_risk"),
    "S14": ("secondary", "at_risk"),
    "S15": ("secondary", "at_risk"),
    "S16": ("secondary", "at_risk"),
    "S17": ("secondary", "harmed"),
    "S18": ("secondary", "causing_harm"),
    "X01": ("immediate_999", ""),
}
"""Level and involvement of each level rule; every other X rule gives consult_today."""


class Row(NamedTuple):
    """Answers that differ from calm, and what fires (rules, then notes after the bar)."""

    answers: str
    fires: str


SINGLE = """
B01 strong |
B02 strong |
C01 some | / N01
C01 clear | S09 X03 / N01
C02 some | S11
C02 clear | T04 S11 X04
C03 some | / N02
C03 clear | / N02
C04 some | / N02
C04 clear | / N02
C05 some | / N02
C05 clear | / N02
C06 some | / N01
C06 clear | / N01
C07 some | / N01
C07 clear | S09 X14 / N01
D01 some | / N01
D01 clear | / N01
D02 some | / N01
D02 clear | / N01
D03 some | / N02
D03 clear | / N02
E01 some | / N01
E01 clear | S01 / N01
E02 some | / N01
E02 clear | S02 / N01
E03 some | / N01
E03 clear | S03 X05 / N01
E04 some | S14
E04 clear | T06 S14 X11
E05 some | / N01
E05 clear | T05 X05 / N01
F01 some | / N02
F01 clear | / N02 N03
F02 some | / N01 N03
F02 clear | S11 / N01 N03
F03 some | / N02
F03 clear | / N02 N03
F04 some | S04 X05
F04 clear | T05 S04 X05
F05 some | S05
F05 clear | S05 X06
F06 some | / N01
F06 clear | S06 X07 / N01
G01 some | / N01
G01 clear | / N01
G02 some | / N01
G02 clear | S07 / N01
G03 some | / N01
G03 clear | S07 / N01
G04 some | / N01
G04 clear | S10 X08 / N01
H01 some | S12
H01 clear | T01 S12 X09
H02 some | S12 X10
H02 clear | T03 S12 X10
H03 some | S17 X09
H03 clear | S17 X09
H04 some | S12
H04 clear | T02 S12 X09
H05 some | S02
H05 clear | T07 S02 X12
H06 some | S02
H06 clear | T07 S02 X06
H07 some | S18
H07 clear | T08 S18
H08 some | S13
H08 clear | S13 X13
R01 some | X02
R01 clear | S15 X01 X02
R02 some | X02
R02 clear | S15 X01 X02
R03 some | X02
R03 clear | S15 X01 X02
R04 some | X02
R04 clear | S15 X01 X02
R05 some | X02
R05 clear | T03 X02
R06 some | X02
R06 clear | S15 X02
R07 some | X02
R07 clear | T05 X02
R08 some | X02
R08 clear | T10 X02
R09 some | X02
R09 clear | T10 X02
R10 some | X02
R10 clear | X02
R11 some | X02
R11 clear | S15 X02
"""

COMPOUND = """
H08 clear H01 some | T09 S12 S13 X13
H08 clear H05 some | T09 S02 S13 X13
H08 clear E02 some | S13 X13 / N01
H08 clear E02 clear | T09 S02 S13 X13 / N01
H08 clear F05 some | S05 S13 X13
H08 clear F05 clear | T09 S05 S13 X06 X13
H08 clear H07 some | T09 S13 S18 X13
H08 some H01 some | S12 S13
E01 clear H01 some | T11 S01 S12 X09 / N01
E01 some H01 some | S12 / N01
E01 clear G01 some | S01 S16 / N01
E01 clear G01 clear | T11 S01 S16 X09 / N01
E01 some G01 clear | S16 / N01
H06 some H07 some | T12 S02 S18 X06
H06 some F05 some | T12 S02 S05 X06
H06 some H08 some | T12 S02 S13 X06
H07 some F05 some | S05 S18
H05 some F05 some | S02 S05
F02 clear G01 clear | S11 S16 X09 / N01 N03
F02 clear G01 some | S11 S16 / N01 N03
F02 some G01 clear | S16 / N01 N03
C01 some E03 some | / N01
G01 some G02 some | / N01
D01 some F02 some | / N01 N03
C01 some D01 some | S16 / N01
C06 some G02 some | S16 / N01
C07 some D02 some | S16 / N01
E01 some E05 some | S16 / N01
E02 some D01 some | S16 / N01
E03 some F06 some | S16 / N01
F02 some G03 some | S16 / N01 N03
G04 some D02 some | S16 / N01
G01 some D01 some C01 some | S16 / N01
C03 clear F01 clear | / N02 N03
C03 clear G01 clear | / N01 N02
H01 some G01 some | S12 / N01
B01 strong B02 strong B03 strong | / N04
B01 strong B04 strong B05 strong | / N04
B01 strong B06 strong B02 strong | / N04
B01 strong B03 strong B04 strong | / N04
B01 strong B05 strong B06 strong | / N04
B01 strong B02 strong |
B01 strong B06 strong |
B01 partly B02 strong B03 strong B04 strong B05 strong B06 strong |
B01 weak B02 strong B03 strong |
C01 some D01 some B01 strong B02 strong B03 strong | / N01 N04
C01 some D01 some B01 strong B02 strong | S16 / N01
C01 some D01 some B02 strong B03 strong | S16 / N01
C01 some D01 some B01 strong B02 partly B03 partly B04 partly B05 partly B06 partly | S16 / N01
H01 clear B01 strong B02 strong B03 strong | T01 S12 X09 / N04
E01 clear B01 strong B02 strong B03 strong | S01 / N01 N04
"""


def rows() -> tuple[Row, ...]:
    """Every row of both tables."""
    lines = filter(None, (SINGLE + COMPOUND).splitlines())
    return tuple(Row(*(part.strip() for part in line.split("|"))) for line in lines)


def answers_of(row: Row) -> dict[str, str]:
    """The answers of a row, by item."""
    words = row.answers.split()
    return dict(zip(words[::2], words[1::2], strict=True))


def fired_of(row: Row) -> tuple[set[str], set[str]]:
    """The rules and the notes of a row; with no level rule the primary one rests there."""
    rules, _, notes = row.fires.partition("/")
    fired = set(rules.split())
    if not any(rule[0] in "TS" for rule in fired):
        fired.add("P01")
    return fired, set(notes.split())


def level_of(fired: set[str]) -> str:
    """The level the fired rules give together."""
    levels = {RULES[rule][0] for rule in fired if rule[0] in "TS"}
    return next((level for level in ("tertiary", "secondary") if level in levels), "primary")


def escalation_of(fired: set[str]) -> str:
    """The escalation the fired rules give together."""
    if "X01" in fired:
        return "immediate_999"
    return "consult_today" if any(rule[0] == "X" for rule in fired) else "none"


def involvement_of(fired: set[str]) -> set[str]:
    """How the young person is involved by the fired rules together."""
    return {kind for rule in fired if rule[0] in "TS" for kind in RULES[rule][1].split()}
