"""The SDMX 3.0 structure of the data file: concepts, code lists and the data structure, as SDMX-JSON 2.0."""

from collections.abc import Iterable, Mapping
from typing import Any

from vrn_desktop.central.exports.columns import LIST_TITLES, WHOLE_IN_WORDS
from vrn_desktop.central.exports.exchange_codes import code_of, table_code
from vrn_desktop.central.exports.release_faults import SMALLEST_SHOWN, WHOLE
from vrn_desktop.central.exports.release_words import PUBLISHER, READ_BEFORE_USE, release_title
from vrn_desktop.central.exports.tidy_rows import (
    AREA,
    AREA_IN_WORDS,
    OBSERVATION_IN_WORDS,
    PRECISION_IN_WORDS,
    list_headings,
)
from vrn_desktop.central.published_table import Release

SDMX_STRUCTURE = "structure.json"
AGENCY = "VRN"
VERSION = "1.0.0"
STRUCTURE_ID = f"{AGENCY}:DSD_VRN_COUNTS({VERSION})"
_SCHEMA = (
    "https://raw.githubusercontent.com/sdmx-twg/sdmx-json/master/structure-message/tools/schemas"
    "/2.0.0/sdmx-json-structure-schema.json"
)
_URN = "urn:sdmx:org.sdmx.infomodel"
_FREQUENCIES = {"W": "Weekly", "Q": "Quarterly (13 ISO weeks)", "A": "Yearly (ISO week-year)"}
_STATUS = {"A": "Normal value", "Q": "Missing value; suppressed"}
_CONCEPTS = {
    "FREQ": "Frequency",
    "REF_AREA": "Area",
    "VRN_TABLE": "Published table",
    **{name.upper(): title for name, title in LIST_TITLES.items()},
    "TIME_PERIOD": "Period of the programme",
    "OBS_VALUE": "Young people, to the nearest 5",
    "CONF_LOW": "Lower end of the 95 % interval",
    "CONF_HIGH": "Upper end of the 95 % interval",
    "PRECISION": "Precision class",
    "OBS_STATUS": "Observation status",
    "VRN_STATUS": "Why no number is published",
    "SITES_REPORTING": "Sites that reported",
    "SITES_EXPECTED": "Sites expected",
    "RELEASE": "Period of the release",
    "EDITION": "Edition",
    "PERIOD_FROM": "First day of the period",
    "PERIOD_TO": "Last day of the period",
}
DIMENSIONS = ("FREQ", "REF_AREA", "VRN_TABLE", *(name.upper() for name in LIST_TITLES))
_WHOLE_NUMBERS = {
    "OBS_VALUE": SMALLEST_SHOWN,
    "CONF_LOW": 0,
    "CONF_HIGH": SMALLEST_SHOWN,
    "SITES_REPORTING": 1,
    "SITES_EXPECTED": 1,
    "EDITION": 1,
}
_DATES = ("PERIOD_FROM", "PERIOD_TO")
OPTIONAL = ("CONF_LOW", "CONF_HIGH")
ATTRIBUTES = (
    *("CONF_LOW", "CONF_HIGH", "PRECISION", "OBS_STATUS", "VRN_STATUS"),
    *("SITES_REPORTING", "SITES_EXPECTED", "RELEASE", "EDITION"),
    *("PERIOD_FROM", "PERIOD_TO"),
)


def sdmx_structure(release: Release) -> dict[str, Any]:
    """A structure message that is complete in itself: no other agency's list has to be fetched."""
    return {
        "meta": {
            "schema": _SCHEMA,
            "id": "VRN_COUNTS_STRUCTURE",
            "test": False,
            "prepared": release.published_at.isoformat(timespec="seconds"),
            "contentLanguages": ["en"],
            "sender": {"id": AGENCY, "name": PUBLISHER},
        },
        "data": {
            "conceptSchemes": [_concept_scheme()],
            "codelists": [_codelist(name, codes) for name, codes in _code_lists(release).items()],
            "dataStructures": [_data_structure(release)],
        },
    }


def _code_lists(release: Release) -> Mapping[str, Mapping[str, str]]:
    headings = list_headings(release)
    return {
        "FREQ": _FREQUENCIES,
        "REF_AREA": {AREA: AREA_IN_WORDS},
        "VRN_TABLE": {
            table_code(table.spec, table.name): f"{table.title} ({table.spec})"
            for table in release.tables
        },
        **{
            name.upper(): {heading.code: heading.label for heading in headings[name]}
            | {WHOLE: WHOLE_IN_WORDS}
            for name in LIST_TITLES
        },
        "PRECISION": {precision.value: words for precision, words in PRECISION_IN_WORDS.items()},
        "OBS_STATUS": _STATUS,
        "VRN_STATUS": {status.value: words for status, words in OBSERVATION_IN_WORDS.items()},
    }


def _codelist(name: str, codes: Mapping[str, str]) -> dict[str, Any]:
    return {
        **_maintained(f"CL_{name}", _CONCEPTS[name]),
        "codes": [{"id": code, "name": words} for code, words in codes.items()],
    }


def _concept_scheme() -> dict[str, Any]:
    return {
        **_maintained("CS_VRN", "Concepts of the network's counts"),
        "concepts": [{"id": name, "name": words} for name, words in _CONCEPTS.items()],
    }


def _data_structure(release: Release) -> dict[str, Any]:
    coded = _code_lists(release)
    return {
        **_maintained("DSD_VRN_COUNTS", release_title(release)),
        "description": " ".join(READ_BEFORE_USE),
        "dataStructureComponents": {
            "dimensionList": {
                "id": "DimensionDescriptor",
                "dimensions": [
                    {**_component(name, coded), "position": place}
                    for place, name in enumerate(DIMENSIONS, start=1)
                ],
                "timeDimension": {
                    **_component("TIME_PERIOD", coded),
                    "localRepresentation": {"format": {"dataType": "ObservationalTimePeriod"}},
                },
            },
            "measureList": {
                "id": "MeasureDescriptor",
                "measures": [{**_component("OBS_VALUE", coded), "usage": "optional"}],
            },
            "attributeList": {
                "id": "AttributeDescriptor",
                "attributes": [
                    {
                        **_component(name, coded),
                        "usage": "optional" if name in OPTIONAL else "mandatory",
                        "attributeRelationship": {"observation": {}},
                    }
                    for name in ATTRIBUTES
                ],
            },
        },
    }


def _component(name: str, coded: Iterable[str]) -> dict[str, Any]:
    representation: dict[str, Any]
    if name in coded:
        representation = {"enumeration": f"{_URN}.codelist.Codelist={AGENCY}:CL_{name}({VERSION})"}
    elif name in _WHOLE_NUMBERS:
        representation = {"format": {"dataType": "Integer", "minValue": _WHOLE_NUMBERS[name]}}
    else:
        representation = {"format": {"dataType": "GregorianDay" if name in _DATES else "String"}}
    return {
        "id": name,
        "conceptIdentity": f"{_URN}.conceptscheme.Concept={AGENCY}:CS_VRN({VERSION}).{name}",
        "localRepresentation": representation,
    }


def _maintained(code: str, name: str) -> dict[str, Any]:
    return {"id": code_of(code), "agencyID": AGENCY, "version": VERSION, "name": name}
