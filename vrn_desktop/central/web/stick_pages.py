"""Files that were brought on a stick: taken in many at a time, the answers in one zip file to carry back."""

import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO

from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from vrn_desktop.central.accounts.roles import Role
from vrn_desktop.central.office.answers import Answer, Kept, Receipted
from vrn_desktop.central.office.key_arrivals import KeyStanding
from vrn_desktop.central.office.reception import LARGEST_BATCH
from vrn_desktop.central.office.sealed_rows import seen_before
from vrn_desktop.central.store.office_log import write_down
from vrn_desktop.central.web.central_office import CentralOffice, office_of
from vrn_desktop.central.web.frame import render
from vrn_desktop.central.web.guards import MOST_FILES, form_of, require, text_in
from vrn_desktop.central.web.visit import person_of
from vrn_desktop.exchange.enrolment import REQUEST_ENDING, ROTATION_ENDING
from vrn_desktop.exchange.errors import MessageRefusedError
from vrn_desktop.exchange.receipt import FILE_ENDING as RECEIPT_ENDING
from vrn_desktop.exchange.receipt import ReceiptOutcome
from vrn_desktop.exchange.sealed_message import MESSAGE_BYTES, message_digest

_LONGEST_NAME = 80
_DIGEST_LETTERS = 64
_ZIP_DAY = (2020, 1, 1, 0, 0, 0)
"""Archives of the same answers are the same bytes."""

_OUTCOME_WORDS = {
    ReceiptOutcome.ACCEPTED: ("good", "Here, with a receipt to carry back"),
    ReceiptOutcome.CONFLICT: ("bad", "In conflict: other numbers of that period were here first"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class BroughtFile:
    """One file and what became of it."""

    name: str
    mark: str
    words: str


@require(Role.INTAKE)
def brought_page(request: Request) -> Response:
    """Ask for the files."""
    return render(request, "brought.html", results=(), trouble="", digests="")


@require(Role.INTAKE)
def take_in(request: Request) -> Response:
    """Take the files in; with receipts, they come back as one zip file."""
    office = office_of(request)
    brought = _files_in(request)
    if not brought:
        trouble = "Choose the files from the stick first."
        return render(request, "brought.html", status=422, results=(), trouble=trouble, digests="")
    messages = [(name, raw) for name, raw in brought if not _is_key(name)]
    answers = _answers(office, [raw for _, raw in messages])
    results = [
        _of_message(name, answer) for (name, _), answer in zip(messages, answers, strict=True)
    ]
    results += [_of_key(office, name, raw) for name, raw in brought if _is_key(name)]
    with office.engine.begin() as connection:
        write_down(
            connection,
            at=office.clock(),
            who=person_of(request).name,
            act="files from a stick taken in",
            about=f"{len(brought)} files",
        )
    return render(
        request,
        "brought.html",
        results=tuple(results),
        trouble="",
        digests=" ".join(
            message_digest(raw)
            for (_, raw), answer in zip(messages, answers, strict=True)
            if isinstance(answer, Receipted)
        ),
    )


@require(Role.INTAKE)
def receipts(request: Request) -> Response:
    """The receipts of messages that were just taken in, in one zip file."""
    digests = text_in(request, "digests", MOST_FILES * (_DIGEST_LETTERS + 1)).split()
    with office_of(request).engine.connect() as connection:
        answers = seen_before(connection, digests)
    found = [answers[each] for each in digests if each in answers]
    return Response(
        _zipped([answer.raw for answer in found if isinstance(answer, Receipted)]),
        media_type="application/zip",
        headers={"content-disposition": 'attachment; filename="receipts.zip"'},
    )


def _files_in(request: Request) -> list[tuple[str, bytes]]:
    return [
        (value.filename[-_LONGEST_NAME:], value.file.read(MESSAGE_BYTES + 1))
        for value in form_of(request).getlist("files")
        if isinstance(value, UploadFile) and value.filename
    ]


def _is_key(name: str) -> bool:
    return name.lower().endswith((REQUEST_ENDING, ROTATION_ENDING))


def _answers(office: CentralOffice, messages: Sequence[bytes]) -> list[Answer]:
    reception = office.reception
    answers: list[Answer] = []
    for start in range(0, len(messages), LARGEST_BATCH):
        answers += reception.take_in(messages[start : start + LARGEST_BATCH])
    reception.write_tally()
    return answers


def _of_message(name: str, answer: Answer) -> BroughtFile:
    if isinstance(answer, Receipted):
        mark, words = _OUTCOME_WORDS[answer.outcome]
        return BroughtFile(name=name, mark=mark, words=words)
    if isinstance(answer, Kept):
        words = "Kept sealed. Unlock the keys, then bring it again for its receipt."
        return BroughtFile(name=name, mark="wait", words=words)
    return BroughtFile(name=name, mark="bad", words=f"Not taken: {answer.reason}.")


def _of_key(office: CentralOffice, name: str, raw: bytes) -> BroughtFile:
    try:
        standing = office.key_arrivals.take(raw)
    except MessageRefusedError as error:
        return BroughtFile(name=name, mark="bad", words=f"Not taken: {error.reason}.")
    if standing is KeyStanding.WAITS:
        return BroughtFile(name=name, mark="wait", words="A key: compare its six words on Sites.")
    return BroughtFile(name=name, mark="good", words="A key that is in force.")


def _zipped(receipts: Sequence[bytes]) -> bytes:
    archive = BytesIO()
    with zipfile.ZipFile(archive, "w") as writing:
        for number, raw in enumerate(receipts, start=1):
            name = f"receipt-{number:04}{RECEIPT_ENDING}"
            writing.writestr(zipfile.ZipInfo(name, _ZIP_DAY), raw)
    return archive.getvalue()


ROUTES = (
    Route("/sites/brought", brought_page, methods=["GET"]),
    Route("/sites/brought", take_in, methods=["POST"]),
    Route("/sites/brought/receipts", receipts, methods=["POST"]),
)
