"""What a server said last of each page, kept as one text, so that it can be asked whether anything is new.

A list is unchanged only if every page of it is: the first page alone proves nothing.
"""

from collections.abc import Sequence

from vrn_desktop.sync.web_requests import Answer

SEPARATOR = "\n"
BY_DATE = "date:"
LONGEST = 200_000


def remembered(answers: Sequence[tuple[str, str]]) -> str:
    """One line a page from (etag, last modified); empty where a page has neither: then all is asked for."""
    lines = [etag or (BY_DATE + modified if modified else "") for etag, modified in answers]
    text = SEPARATOR.join(lines)
    return text if lines and all(lines) and len(text) <= LONGEST else ""


def questions(remembered_text: str) -> tuple[dict[str, str], ...]:
    """For each page the header that asks whether it is still the same."""
    lines = remembered_text.split(SEPARATOR) if remembered_text else []
    return tuple(
        {"If-Modified-Since": line.removeprefix(BY_DATE)}
        if line.startswith(BY_DATE)
        else {"If-None-Match": line}
        for line in lines
    )


def of_one(answer: Answer) -> str:
    """The same for a feed that is one file."""
    return remembered([(answer.etag, answer.last_modified)])
