"""The Frictionless Data Package: what the CSV files hold, with hashes, keys and codes (datapackage.json)."""

from hashlib import sha256
from typing import Any

from vrn_desktop.central.exports.columns import Column, Kind
from vrn_desktop.central.exports.release_words import (
    LICENCE,
    READ_BEFORE_USE,
    package_name,
    release_title,
)
from vrn_desktop.central.exports.tidy_csv import (
    TidyFile,
    codes_csv,
    counts_file,
    noisy_sums_file,
    tidy_csv,
)
from vrn_desktop.central.published_table import Release

CODES = "codes.csv"
DESCRIPTOR = "datapackage.json"
_TYPES = {
    Kind.TEXT: "string",
    Kind.CODE: "string",
    Kind.DATE: "date",
    Kind.WHOLE_NUMBER: "integer",
}


def data_package(release: Release) -> dict[str, Any]:
    """The descriptor of a release's three CSV files.

    Raises:
        ReleaseFaultError: the release breaks the rules of what may be shown.
    """
    counts, sums = counts_file(release), noisy_sums_file(release)
    return {
        "profile": "tabular-data-package",
        "name": package_name(release),
        "title": release_title(release),
        "description": " ".join(READ_BEFORE_USE) + (f" {release.note}" if release.note else ""),
        "version": f"{release.edition}.0.0",
        "created": release.published_at.isoformat(timespec="seconds"),
        "licenses": [{"name": LICENCE.code, "path": LICENCE.address, "title": LICENCE.title}],
        "keywords": ["violence prevention", "young people", "differential privacy"],
        "resources": [
            _resource(counts, tidy_csv(counts, release)),
            _resource(sums, tidy_csv(sums, release)),
            _codes_resource(codes_csv(counts)),
        ],
    }


def _resource(file: TidyFile, content: bytes) -> dict[str, Any]:
    return {
        **_place(file.name, file.title, file.description, content),
        "schema": {
            "fields": [_field(column) for column in file.columns],
            "primaryKey": list(file.key),
            "missingValues": [""],
        },
    }


def _codes_resource(content: bytes) -> dict[str, Any]:
    names = {"column": "Column", "code": "Code", "words": "What the code stands for"}
    return {
        **_place(
            CODES, "Codes in words", "What every code of the other files stands for.", content
        ),
        "schema": {
            "fields": [
                {
                    "name": name,
                    "title": title,
                    "description": f"{title}.",
                    "type": "string",
                    "constraints": {"required": True},
                }
                for name, title in names.items()
            ],
            "primaryKey": ["column", "code"],
            "missingValues": [""],
        },
    }


def _place(name: str, title: str, description: str, content: bytes) -> dict[str, Any]:
    return {
        "profile": "tabular-data-resource",
        "name": name.removesuffix(".csv"),
        "title": title,
        "description": description,
        "path": name,
        "scheme": "file",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{sha256(content).hexdigest()}",
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "header": True},
    }


def _field(column: Column) -> dict[str, Any]:
    limits: dict[str, Any] = {"required": column.required}
    if column.minimum is not None:
        limits["minimum"] = column.minimum
    if column.pattern is not None:
        limits["pattern"] = column.pattern
    described: dict[str, Any] = {
        "name": column.name,
        "title": column.title,
        "description": column.description,
        "type": _TYPES[column.kind],
    }
    if column.kind is Kind.CODE:
        limits["enum"] = list(column.codes)
        described["categories"] = [
            {"value": code, "label": words} for code, words in column.codes.items()
        ]
    return {**described, "constraints": limits}
