"""The use cases of feeds, as one bundle: taking them in, where they come from, giving ours to others."""

from dataclasses import dataclass

from vrn_desktop.application.directory_export_service import DirectoryExportService
from vrn_desktop.application.directory_import_service import DirectoryImportService
from vrn_desktop.application.directory_sources_service import DirectorySourcesService


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedServices:
    """What a signed-in person can do about the sources of the directory."""

    imports: DirectoryImportService
    sources: DirectorySourcesService
    exports: DirectoryExportService
