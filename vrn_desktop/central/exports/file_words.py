"""What each file of an export is for, in a sentence."""

from pathlib import PurePosixPath

_FILE_WORDS = {
    "counts.csv": "the published counts; hidden cells are empty and say why",
    "noisy-sums.csv": "for statisticians: sums with their noise, neither rounded nor clipped",
    "codes.csv": "what every code stands for",
    "datapackage.json": "description of the CSV files (Frictionless Data Package)",
    "csv-metadata.json": "description of the CSV files (CSV on the Web)",
    "dhis2/metadata.json": "DHIS2: what to import first, with identifier=CODE",
    "adx/adx.xml": "the published counts as ADX",
    "adx/adx.xsd": "the schema of the ADX message",
    "sdmx/data.csv": "the published counts as SDMX-CSV 2.0",
    "sdmx/structure.json": "structure and code lists of the SDMX data (SDMX-JSON 2.0)",
    "README.txt": "what must be read before use",
    "SHA256SUMS": "checksums of all files",
}


def file_words(path: str) -> str:
    """What a file of an export holds."""
    period = PurePosixPath(path).stem.rpartition("-")[2]
    return _FILE_WORDS.get(path, f"DHIS2: the published counts of {period}")
