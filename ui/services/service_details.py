"""What a service's page says of it: warnings, words, contacts, facts, the week, and places."""

from collections.abc import Callable, Iterator

from PySide6.QtWidgets import QFormLayout, QVBoxLayout, QWidget

from ui.services.copy_number import CopyRow
from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Card
from ui.widgets.flow_row import FlowRow
from ui.widgets.message_banner import BannerTone, MessageBanner
from ui.widgets.text import Text, TextRole
from vrn_desktop.presenters.directory.service_page_state import Fact, PlaceLine, ServicePage

NO_CONTACT = "No number or page on file yet: ask before you offer it."
NO_HOURS = "Nobody has said when it is there. Ask when you call."


class ServiceDetails(QWidget):
    """Built again for each page it shows; nothing on it is read as rich text or fetched."""

    def __init__(self, *, told: Callable[[str], None], ask_link: Callable[[str], None]) -> None:
        super().__init__()
        self.setObjectName("service-details")
        self._told, self._ask_link = told, ask_link
        self._drawn: ServicePage | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(14)

    def draw(self, page: ServicePage) -> None:
        """Show this page."""
        if page == self._drawn:
            return
        self._drawn = page
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for part in (*_words(page), self._contacts(page), _hours(page), _facts(page.facts)):
            self._column.addWidget(part)
        if page.places:
            self._column.addWidget(_places(page.places))
        self._column.addWidget(Text(page.source, TextRole.META, name="service-source"))

    def _contacts(self, page: ServicePage) -> Card:
        card = Card(Text("Get in touch", TextRole.SECTION), name="service-contacts")
        for place, line in enumerate(page.numbers):
            row = CopyRow(line.number, line.about, name=f"service-number-{place}", told=self._told)
            card.add(row)
        if page.email:
            card.add(CopyRow(page.email, "", name="service-email", told=self._told))
        if page.web_page:
            link = Button(
                page.web_page,
                kind=ButtonKind.LINK,
                icon="external-link",
                name="service-web",
                on_click=lambda: self._ask_link(page.web_page),
            )
            card.add(FlowRow(link))
        if not (page.numbers or page.email or page.web_page):
            card.add(Text(NO_CONTACT, TextRole.STRONG))
        return card


def _words(page: ServicePage) -> Iterator[QWidget]:
    for place, warning in enumerate(page.warnings):
        yield MessageBanner(warning, tone=BannerTone.NOTICE, name=f"service-warning-{place}")
    if page.alert:
        yield MessageBanner(page.alert, name="service-alert")
    if page.caution:
        yield Text(f"Take care: {page.caution}", TextRole.STRONG, name="service-caution")
    if page.about:
        yield Text(page.about, name="service-about")


def _hours(page: ServicePage) -> Card:
    card = Card(Text("When somebody is there", TextRole.SECTION), name="service-hours")
    card.add(Text(page.now, TextRole.STRONG, name="service-now"))
    if page.week:
        card.add(_rows([(line.days, line.hours) for line in page.week], name="service-week"))
    else:
        card.add(Text(NO_HOURS, TextRole.META))
    return card


def _facts(facts: tuple[Fact, ...]) -> Card:
    card = Card(Text("Good to know", TextRole.SECTION), name="service-facts")
    card.add(_rows([(fact.label, fact.words) for fact in facts], name="service-fact"))
    return card


def _places(places: tuple[PlaceLine, ...]) -> Card:
    card = Card(Text("Where", TextRole.SECTION), name="service-places")
    for number, place in enumerate(places):
        lines = (place.name, place.address, place.distance, place.access)
        card.add(Text("\n".join(filter(None, lines)), name=f"service-place-{number}"))
    return card


def _rows(rows: list[tuple[str, str]], *, name: str) -> QWidget:
    holder = QWidget()
    form = QFormLayout(holder)
    form.setContentsMargins(0, 0, 0, 0)
    form.setHorizontalSpacing(24)
    form.setVerticalSpacing(8)
    form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
    for number, (label, words) in enumerate(rows):
        caption = Text(label, TextRole.STRONG, wrap=False)
        form.addRow(caption, Text(words, name=f"{name}-{number}"))
    return holder
