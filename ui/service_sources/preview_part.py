"""What a feed would change: counts with names, odd things in a table, and one way on."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.save_dialog import ask_where_to_save
from ui.theme import theme
from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Card
from ui.widgets.choice_card import CheckCard
from ui.widgets.flow_row import FlowRow
from ui.widgets.labelled_field import LabelledField
from ui.widgets.message_banner import BannerTone, MessageBanner
from ui.widgets.own_words_field import PlainLine
from ui.widgets.row_table import RowTable
from ui.widgets.row_table_model import Column
from ui.widgets.text import Text, TextRole
from vrn_desktop.domain.directory.service_reading import RowWarning
from vrn_desktop.presenters.service_sources.sources_presenter import SourcesPresenter
from vrn_desktop.presenters.service_sources.sources_state import ChangeLine, FeedPreview

NOTHING_YET = "Nothing is changed yet."
SAME = "It holds just what you have already."
SAME_TEXT = "There is nothing to bring in."
APPLY, LEAVE, BACK = "Bring these in", "Leave it as it is", "Back to the list"
NAME, NAME_HINT = "What shall it be called?", "For example the council or network it comes from."
LICENCE, LICENCE_HINT = (
    "Licence",
    "If the publisher names one, for example Open Government Licence.",
)
YES_COMPLETE = "I have looked: it is complete"
YES_HINT = "The services that are not in it will be marked as gone."
ODD = "What is odd in it"
FIND = "Find in this list"
CHOOSE_ROW, WHOLE = "Choose a row to read all of it.", "{row}, {field}: {reason}"
SAVE = "Save this list"
SAVE_TITLE, SAVE_NAME, SAVE_KINDS = "Save the list", "feed-warnings.txt", "Text (*.txt)"
TABLE_HEIGHT = 320
"""Logical pixels at usual text size."""

ChooseSave = Callable[[QWidget], Path | None]


class PreviewPart(QWidget):
    """Draws a `FeedPreview`; the fields keep what is typed, the presenter hears every change."""

    def __init__(self, presenter: SourcesPresenter, *, choose_save: ChooseSave) -> None:
        super().__init__()
        self.setObjectName("feed-preview")
        self._intents = presenter
        self._choose_save = choose_save
        self._doubt = MessageBanner("", tone=BannerTone.NOTICE, name="feed-doubt")
        self._tick = CheckCard(YES_COMPLETE, hint=YES_HINT, name="feed-complete")
        self._tick.clicked.connect(lambda on: presenter.tick_doubt(on=on))
        self._tick_field = LabelledField("Is it complete?", self._tick, name="feed-complete-field")
        self._doubt.add(self._tick_field)
        self._same = MessageBanner(
            SAME, SAME_TEXT, tone=BannerTone.CALM, icon="circle-check", name="feed-same"
        )
        self._changes = QVBoxLayout()
        self._changes.setSpacing(10)
        changes = Card(Text(NOTHING_YET, TextRole.META), name="feed-changes")
        changes.add(self._changes)
        self._name = PlainLine(name="feed-name")
        self._name.textEdited.connect(presenter.use_name)
        self._name_field = LabelledField(NAME, self._name, hint=NAME_HINT, name="feed-name-field")
        self._licence = PlainLine(name="feed-licence")
        self._licence.textEdited.connect(presenter.use_licence)
        self._about = Card(
            self._name_field,
            LabelledField(LICENCE, self._licence, hint=LICENCE_HINT, name="feed-licence-field"),
            spacing=16,
            name="feed-about",
        )
        self.apply_button = Button(
            APPLY,
            kind=ButtonKind.PRIMARY,
            icon="check",
            name="feed-apply",
            on_click=presenter.apply,
        )
        self.leave_button = Button(LEAVE, name="feed-leave", on_click=presenter.leave_as_it_is)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        for part in (
            self._doubt,
            self._same,
            changes,
            self._about,
            FlowRow(self.apply_button, self.leave_button),
            self._odd_card(),
        ):
            column.addWidget(part)
        self._drawn_changes: tuple[ChangeLine, ...] | None = None
        self._problems = ("", "")

    def show_preview(self, preview: FeedPreview) -> None:
        """Draw counts, doubts, name and odd things."""
        self._doubt.setVisible(bool(preview.doubt))
        self._doubt.set_message(preview.doubt)
        self._tick.setChecked(preview.doubt_ticked)
        self._tick_field.set_problem(preview.doubt_problem)
        self._same.setVisible(preview.nothing_new)
        self._about.setVisible(not preview.nothing_new)
        self.apply_button.setVisible(not preview.nothing_new)
        self.leave_button.setText(BACK if preview.nothing_new else LEAVE)
        self._name_field.set_problem(preview.name_problem)
        for line, words in ((self._name, preview.name), (self._licence, preview.licence)):
            if line.text() != words:
                line.setText(words)
        self._show_changes(preview.changes)
        self._odd_title.setText(preview.warnings_title)
        has_odd = bool(preview.warnings or preview.looked_for)
        self._odd_parts.setVisible(has_odd)
        if self._find.text() != preview.looked_for:
            self._find.setText(preview.looked_for)
        if self._table.rows != preview.warnings:
            self._table.show_rows(preview.warnings)
            self._show_whole()
        self._go_to_problem(preview)

    def _show_changes(self, lines: tuple[ChangeLine, ...]) -> None:
        if lines == self._drawn_changes:
            return
        self._drawn_changes = lines
        while (item := self._changes.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for place, line in enumerate(lines):
            self._changes.addWidget(Text(line.title, TextRole.STRONG, name=f"feed-change-{place}"))
            if line.names:
                names = Text(line.names, TextRole.META, name=f"feed-names-{place}")
                self._changes.addWidget(names)

    def _go_to_problem(self, preview: FeedPreview) -> None:
        problems = (preview.name_problem, preview.doubt_problem)
        if problems != self._problems:
            for problem, field in zip(problems, (self._name, self._tick), strict=True):
                if problem:
                    field.setFocus()
                    break
        self._problems = problems

    def _odd_card(self) -> Card:
        self._odd_title = Text("", name="feed-odd-title")
        self._find = PlainLine(name="feed-odd-search", placeholder=FIND)
        self._find.setAccessibleName(FIND)
        self._find.textChanged.connect(self._look_through)
        self._table: RowTable[RowWarning] = RowTable(
            [
                Column(title="Row", text=lambda one: one.row),
                Column(title="Field", text=lambda one: one.field),
                Column(title="What", text=lambda one: one.reason, width=4),
            ],
            accessible_name=ODD,
            name="feed-odd-table",
        )
        self._table.setMinimumHeight(theme.px(TABLE_HEIGHT))
        self._whole = Text("", name="feed-odd-whole")
        self._table.selectionModel().currentRowChanged.connect(self._show_whole)
        save = Button(SAVE, icon="save", name="feed-odd-save", on_click=self._save)
        self._odd_parts = QWidget()
        column = QVBoxLayout(self._odd_parts)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        for part in (self._find, self._table, self._whole, FlowRow(save)):
            column.addWidget(part)
        return Card(Text(ODD, TextRole.SECTION), self._odd_title, self._odd_parts, name="feed-odd")

    def _show_whole(self, *_places: object) -> None:
        """The chosen row in full: a long reason ends in an ellipsis in the table."""
        place = self._table.currentIndex().row()
        shown = self._table.rows[place : place + 1] if place >= 0 else ()
        words = [WHOLE.format(row=one.row, field=one.field, reason=one.reason) for one in shown]
        self._whole.setText("".join(words) or CHOOSE_ROW)

    def _look_through(self, words: str) -> None:
        self._intents.look_through_warnings(words)

    def _save(self) -> None:
        place = self._choose_save(self)
        if place is None:
            return
        try:
            place.write_text(self._intents.warnings_text(), "utf-8")
        except OSError:
            self._intents.say_saved(saved=False)
        else:
            self._intents.say_saved(saved=True)


def ask_where_to_save_warnings(parent: QWidget) -> Path | None:
    """Where the list of odd things goes; it holds the feed's rows and nobody's name."""
    return ask_where_to_save(parent, title=SAVE_TITLE, name=SAVE_NAME, kinds=SAVE_KINDS)
