"""What stands beside the list of help pages: a page, what was found, the program, a licence."""

from functools import partial

from PySide6.QtWidgets import QWidget

from ui.help.keys_part import KeysPart
from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Card
from ui.widgets.flow_row import FlowRow
from ui.widgets.numbered_points import NumberedPoints
from ui.widgets.reason_list import Reason, ReasonList
from ui.widgets.text import Text, TextRole
from vrn_desktop.domain.help_topic import BlockKind, HelpTopic, Licence
from vrn_desktop.presenters.help.help_presenter import KEYS_TOPIC, HelpPresenter, HelpState
from vrn_desktop.presenters.wording import count

MARK = "•"
FOUND = "{pages} with “{words}”"
NOT_FOUND = "No page with “{words}”"
NOT_FOUND_HINT = "Try one shorter word, or choose a page from the list."
READ = "Read"
ABOUT = "About this program"
VERSION = "VRN Desktop, version {version}"
WHAT_IT_IS = (
    "It helps you talk with a young person, find the right level of prevention support and choose local "
    "services together. It works without the internet. Nothing leaves this laptop by itself, except "
    "the numbers on the page Sync once a supervisor has joined the network."
)
MADE_BY_OTHERS = "Made by others"
LICENCES = "Letters, icons and words come from people who let everybody use them. Thank you."
READ_LICENCE = "Read the licence"
TO_ABOUT = "Back to all licences"


def topic_page(topic: HelpTopic) -> Card:
    """One help page; the page about keys ends with the list of them."""
    card = _page(topic.title, name="help-page")
    points: list[str] = []
    for block in topic.blocks:
        if block.kind is BlockKind.POINT:
            points.append(block.text)
            continue
        _add_points(card, points)
        points = []
        heading = block.kind is BlockKind.HEADING
        if heading:
            card.body.addSpacing(6)
        card.add(Text(block.text, TextRole.SECTION if heading else TextRole.BODY))
    _add_points(card, points)
    if topic.id == KEYS_TOPIC:
        card.add(KeysPart())
    return card


def found_page(state: HelpState, presenter: HelpPresenter) -> Card:
    """The pages in which the words stand, each with a sentence."""
    if not state.found:
        card = _page(NOT_FOUND.format(words=state.search), name="help-found")
        card.add(Text(NOT_FOUND_HINT, TextRole.LEAD))
        return card
    title = FOUND.format(pages=count(len(state.found), "page"), words=state.search)
    card = _page(title, name="help-found")
    rows = [
        Reason(
            text=found.topic.title,
            meaning=found.sentence,
            icon="book-open",
            action=READ,
            on_action=partial(presenter.open_topic, found.topic.id),
        )
        for found in state.found
    ]
    card.add(ReasonList(rows, kind=ButtonKind.SECONDARY, ruled=True, name="help-found-page"))
    return card


def about_page(state: HelpState, presenter: HelpPresenter) -> Card:
    """Version, what it is, and whose letters, icons and words it uses."""
    card = _page(ABOUT, name="help-about")
    card.add(Text(VERSION.format(version=state.version), TextRole.STRONG, name="help-version"))
    card.add(Text(WHAT_IT_IS))
    card.body.addSpacing(6)
    card.add(Text(MADE_BY_OTHERS, TextRole.SECTION))
    card.add(Text(LICENCES))
    rows = [
        Reason(
            text=licence.name,
            icon="file-text",
            action=READ_LICENCE,
            on_action=partial(presenter.open_licence, licence.name),
        )
        for licence in state.licences
    ]
    card.add(ReasonList(rows, ruled=True, name="help-licence"))
    return card


def licence_page(licence: Licence, presenter: HelpPresenter) -> Card:
    """The whole text of one licence."""
    card = _page(licence.name, name="help-licence-text")
    back: QWidget = Button(
        TO_ABOUT,
        kind=ButtonKind.LINK,
        icon="arrow-left",
        name="help-licences",
        on_click=presenter.open_about,
    )
    card.add(FlowRow(back))
    for paragraph in licence.text.strip().split("\n\n"):
        card.add(Text(" ".join(paragraph.split()), TextRole.META))
    return card


def _page(title: str, *, name: str) -> Card:
    card = Card(Text(title, TextRole.TITLE, name=f"{name}-title"), name=name)
    card.body.setContentsMargins(26, 22, 26, 24)
    card.setAccessibleName(title)
    return card


def _add_points(card: Card, points: list[str]) -> None:
    if points:
        card.add(NumberedPoints(points, mark=MARK))
