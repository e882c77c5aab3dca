"""CSV on the Web: the same CSV files described as the W3C has it (csv-metadata.json)."""

from typing import Any

from vrn_desktop.central.exports.columns import Column, Kind
from vrn_desktop.central.exports.release_words import (
    LICENCE,
    PUBLISHER,
    READ_BEFORE_USE,
    release_title,
)
from vrn_desktop.central.exports.tidy_csv import TidyFile, counts_file, noisy_sums_file
from vrn_desktop.central.published_table import Release

WEB_METADATA = "csv-metadata.json"


def csv_on_the_web(release: Release) -> dict[str, Any]:
    """The metadata of the published counts and the noisy sums."""
    return {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "en"}],
        "dc:title": release_title(release),
        "dc:description": " ".join(READ_BEFORE_USE),
        "dc:publisher": PUBLISHER,
        "dc:license": {"@id": LICENCE.address},
        "dc:issued": {
            "@value": release.published_at.date().isoformat(),
            "@type": "xsd:date",
        },
        "tables": [_table(counts_file(release)), _table(noisy_sums_file(release))],
    }


def _table(file: TidyFile) -> dict[str, Any]:
    return {
        "url": file.name,
        "dc:title": file.title,
        "dc:description": file.description,
        "dialect": {"encoding": "utf-8", "lineTerminators": ["\r\n", "\n"], "header": True},
        "tableSchema": {
            "columns": [_column(column) for column in file.columns],
            "primaryKey": list(file.key),
        },
    }


def _column(column: Column) -> dict[str, Any]:
    return {
        "name": column.name,
        "titles": column.name,
        "dc:title": column.title,
        "dc:description": column.description,
        "required": column.required,
        "null": [""],
        "datatype": _datatype(column),
    }


def _datatype(column: Column) -> Any:
    if column.kind is Kind.DATE:
        return {"base": "date", "format": "yyyy-MM-dd"}
    if column.kind is Kind.WHOLE_NUMBER:
        least = {} if column.minimum is None else {"minimum": column.minimum}
        return {"base": "integer", **least}
    if column.kind is Kind.CODE:
        return {"base": "string", "format": "|".join(map(_as_pattern, column.codes))}
    return {"base": "string", **({} if column.pattern is None else {"format": column.pattern})}


def _as_pattern(code: str) -> str:
    return code.replace(".", "\\.")
