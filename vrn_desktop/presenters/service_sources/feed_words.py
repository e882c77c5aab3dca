"""What a feed would change, and what went wrong with one, in plain words."""

from collections.abc import Sequence

from vrn_desktop.application.directory_import_service import ImportPreview
from vrn_desktop.domain.directory.import_summary import ImportSummary
from vrn_desktop.domain.directory.service_reading import (
    FeedUnreadableError,
    ImportStoppedError,
    NoConnectionError,
    RowWarning,
)
from vrn_desktop.presenters.error_text import told
from vrn_desktop.presenters.service_sources.sources_state import (
    ChangeLine,
    FeedPreview,
    Outcome,
    Tone,
)
from vrn_desktop.presenters.wording import count

UNTOUCHED = "Nothing was changed."
STOPPED = "Stopped."
STOPPED_TEXT = "Nothing was changed. You can begin again whenever you like."
KEPT_PAGES = "Nothing was changed. What came so far is kept for your next try."
OFFLINE = "There is no connection just now."
OFFLINE_TEXT = "{where}: {reason}. Everything you have still works."
REFUSED = "This feed can’t be used as it is."
FAILED = "The services could not be brought in."
NOTHING_NEW = "Nothing has changed."
NOTHING_NEW_TEXT = "{name} says it is the same as last time."
TAKEN = "The services are in."
TAKEN_TEXT = (
    "{name}: {added} new, {changed} changed, {gone} gone. Everybody finds them from now on."
)
DOUBT = (
    "This file holds {read} of {before} services that are there now: is it complete? "
    "If you take it over, {gone} are marked as gone."
)
FIRST_OF_MANY = "{names} and {more:,} more"
NO_WARNINGS = "Nothing odd was found in it."
WARNINGS = "{count} in it. {usable} can be used all the same."
ONLY_FIRST = "{count} in it; the first {kept:,} are listed. {usable} can be used all the same."
REFUSED_ROWS = "They have no id or no name. See the list below."


def feed_preview(preview: ImportPreview) -> FeedPreview:
    """The page that is looked at before anything changes."""
    summary, source = preview.summary, preview.source
    doubt = DOUBT.format(
        read=f"{summary.before - summary.gone + summary.added:,}",
        before=f"{summary.before:,}",
        gone=f"{summary.gone:,}",
    )
    return FeedPreview(
        title=source.name,
        changes=_changes(summary),
        nothing_new=summary.changes_nothing,
        doubt=doubt if summary.is_complete_doubtful else "",
        is_new=source.edition == 0,
        name=source.name,
        licence=source.licence,
        warnings=summary.warnings,
        warnings_title=_warnings_title(summary),
    )


def matching(warnings: Sequence[RowWarning], words: str) -> tuple[RowWarning, ...]:
    """The warnings in which all the words stand, in whatever column."""
    needles = words.casefold().split()
    return tuple(
        one
        for one in warnings
        if all(n in f"{one.row} {one.field} {one.reason}".casefold() for n in needles)
    )


def warnings_as_text(warnings: Sequence[RowWarning]) -> str:
    """The list to send to the publisher: tab between the columns, one warning a line."""
    lines = ["row\tfield\twhat", *(f"{one.row}\t{one.field}\t{one.reason}" for one in warnings)]
    return "\n".join(" ".join(line.split("\n")) for line in lines) + "\n"


def taken_over(name: str, summary: ImportSummary) -> Outcome:
    """The sentence at the end."""
    text = TAKEN_TEXT.format(
        name=name,
        added=f"{summary.added:,}",
        changed=f"{summary.changed:,}",
        gone=f"{summary.gone:,}",
    )
    return Outcome(tone=Tone.DONE, title=TAKEN, text=text)


def what_went_wrong(error: Exception, *, from_web: bool = False) -> Outcome:
    """Where and why; a stop and a missing connection are no problems."""
    if isinstance(error, ImportStoppedError):
        text = KEPT_PAGES if from_web else STOPPED_TEXT
        return Outcome(tone=Tone.NOTICE, title=STOPPED, text=text)
    if isinstance(error, NoConnectionError):
        text = OFFLINE_TEXT.format(where=error.where, reason=error.reason)
        return Outcome(tone=Tone.NOTICE, title=OFFLINE, text=text)
    if isinstance(error, FeedUnreadableError):
        text = f"{error.where}: {error.reason.rstrip('.')}. {UNTOUCHED}"
        return Outcome(tone=Tone.PROBLEM, title=REFUSED, text=text)
    return Outcome(tone=Tone.PROBLEM, title=FAILED, text=f"{told(error)} {UNTOUCHED}")


def _changes(summary: ImportSummary) -> tuple[ChangeLine, ...]:
    lines = [
        ChangeLine(
            title=f"{summary.added:,} new", names=_named(summary.added_names, summary.added)
        ),
        ChangeLine(
            title=f"{summary.changed:,} changed",
            names=_named(summary.changed_names, summary.changed),
        ),
        ChangeLine(title=f"{summary.gone:,} gone", names=_named(summary.gone_names, summary.gone)),
        ChangeLine(title=f"{summary.unchanged:,} the same as before"),
    ]
    if summary.refused:
        lines.append(
            ChangeLine(title=f"{summary.refused:,} cannot be used", names=REFUSED_ROWS),
        )
    return tuple(lines)


def _named(names: Sequence[str], number: int) -> str:
    listed = ", ".join(names)
    more = number - len(names)
    return FIRST_OF_MANY.format(names=listed, more=more) if names and more > 0 else listed


def _warnings_title(summary: ImportSummary) -> str:
    if not summary.warning_count:
        return NO_WARNINGS
    words = count(summary.warning_count, "odd thing")
    kept = len(summary.warnings)
    usable = "The other services" if summary.refused else "The services"
    if kept < summary.warning_count:
        return ONLY_FIRST.format(count=words, kept=kept, usable=usable)
    return WARNINGS.format(count=words, usable=usable)
