"""Downloads: every published release as open data, each format with a sentence, its size and checksum."""

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from vrn_desktop.central.exports.export_files import ExportFile, export_files
from vrn_desktop.central.exports.export_formats import FORMAT_WORDS, Format
from vrn_desktop.central.exports.file_words import file_words
from vrn_desktop.central.exports.release_faults import ReleaseFaultError
from vrn_desktop.central.exports.release_words import (
    LICENCE,
    READ_BEFORE_USE,
    package_name,
    period_in_words,
)
from vrn_desktop.central.exports.zip_file import zipped
from vrn_desktop.central.published_table import Release
from vrn_desktop.central.publishing.releases import all_releases, release
from vrn_desktop.central.web.central_office import office_of
from vrn_desktop.central.web.frame import render
from vrn_desktop.central.web.guards import require

_MEDIA_TYPES = {
    ".csv": "text/csv; charset=utf-8",
    ".json": "application/json",
    ".xml": "application/xml",
    ".xsd": "application/xml",
    ".txt": "text/plain; charset=utf-8",
    ".zip": "application/zip",
}


@require()
def downloads_page(request: Request) -> Response:
    """The releases to choose from, the newest of all opened."""
    with office_of(request).engine.connect() as connection:
        listed = all_releases(connection)
        newest = release(connection, listed[0].id) if listed else None
    return _page(request, newest)


@require()
def downloads_of_release(request: Request) -> Response:
    """One release in every format."""
    return _page(request, _release(request))


@require()
def download_format(request: Request) -> Response:
    """All files of one format, or of all, as one zip file."""
    try:
        wanted = Format(request.path_params["wanted"])
    except ValueError:
        raise HTTPException(status_code=404) from None
    try:
        return _sent(zipped(_release(request), wanted))
    except ReleaseFaultError:
        raise HTTPException(status_code=404) from None


@require()
def download_file(request: Request) -> Response:
    """One file by itself, under a name that says where it comes from."""
    found = _release(request)
    try:
        files = export_files(found, Format.ALL)
    except ReleaseFaultError:
        raise HTTPException(status_code=404) from None
    for file in files:
        if file.path == request.path_params["path"]:
            name = f"{package_name(found)}-{file.path.replace('/', '-')}"
            return _sent(ExportFile(name, file.content))
    raise HTTPException(status_code=404)


def _release(request: Request) -> Release:
    with office_of(request).engine.connect() as connection:
        found = release(connection, request.path_params["release"])
    if found is None:
        raise HTTPException(status_code=404)
    return found


def _page(request: Request, chosen: Release | None) -> Response:
    with office_of(request).engine.connect() as connection:
        listed = all_releases(connection)
    trouble = ""
    zips: tuple[tuple[Format, str, str, ExportFile], ...] = ()
    files: tuple[tuple[ExportFile, str], ...] = ()
    if chosen is not None:
        try:
            zips = tuple((one, *FORMAT_WORDS[one], zipped(chosen, one)) for one in Format)
            files = tuple(
                (file, file_words(file.path)) for file in export_files(chosen, Format.ALL)
            )
        except ReleaseFaultError as fault:
            trouble = str(fault)
    return render(
        request,
        "exports.html",
        chosen=chosen,
        chosen_words=period_in_words(chosen.period) if chosen else "",
        is_newest=any(one.is_newest for one in listed if chosen and one.id == chosen.id),
        listed=listed,
        zips=zips,
        files=files,
        trouble=trouble,
        licence=LICENCE,
        read_before_use=READ_BEFORE_USE,
    )


def _sent(file: ExportFile) -> Response:
    media_type = _MEDIA_TYPES.get(f".{file.path.rpartition('.')[2]}", "text/plain; charset=utf-8")
    kept = {"content-disposition": f'attachment; filename="{file.path}"'}
    return Response(file.content, media_type=media_type, headers=kept)


ROUTES = (
    Route("/share/downloads", downloads_page),
    Route("/share/downloads/{release}", downloads_of_release),
    Route("/share/downloads/{release}/{wanted}.zip", download_format),
    Route("/share/downloads/{release}/files/{path:path}", download_file),
)
