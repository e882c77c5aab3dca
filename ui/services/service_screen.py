"""The page of one service."""

from PySide6.QtWidgets import QWidget

from ui.screen import Screen
from ui.services.check_card import CheckCard
from ui.services.kinds_card import KindsCard
from ui.services.open_link import OpenLinkCard, OpenPage, open_in_browser
from ui.services.service_details import ServiceDetails
from ui.widgets.announcement import announce
from ui.widgets.button import Button, ButtonKind
from ui.widgets.flow_row import FlowRow
from ui.widgets.loading_state import LoadingState
from ui.widgets.message_banner import BannerTone, MessageBanner
from ui.widgets.text import Text, TextRole
from ui.widgets.two_columns import TwoColumns
from vrn_desktop.presenters.directory.service_page_presenter import ServicePagePresenter
from vrn_desktop.presenters.directory.service_page_state import ServicePageState

TITLE, BACK = "Service", "Back"
EDIT, COPY = "Change this entry", "Make our own copy"


class ServiceScreen(Screen[ServicePageState]):
    """The window's title says no service's name: it could give something away."""

    def __init__(
        self, presenter: ServicePagePresenter, *, open_page: OpenPage = open_in_browser
    ) -> None:
        super().__init__(name="service", title=TITLE)
        back = Button(
            BACK,
            kind=ButtonKind.LINK,
            icon="arrow-left",
            name="service-back",
            on_click=presenter.go_back,
        )
        self.body.insertWidget(0, FlowRow(back))
        self._problem = Text("", TextRole.ERROR, name="service-problem")
        self._notice = MessageBanner("", tone=BannerTone.CALM, icon="check", name="service-notice")
        self._link = OpenLinkCard(
            name="service-link", forget=presenter.forget_link, open_page=open_page
        )
        self._loading = LoadingState(name="service-loading")
        self._organisation = Text("", TextRole.LEAD, name="service-organisation")
        self._details = ServiceDetails(told=presenter.tell, ask_link=presenter.ask_about_link)
        self._check = CheckCard(presenter)
        self._kinds = KindsCard(presenter)
        self._edit = Button(EDIT, name="service-edit", on_click=presenter.edit)
        self._columns = TwoColumns(side_share=38, name="service-columns")
        self._columns.main.addWidget(self._details)
        self._columns.side.addWidget(self._check)
        self._columns.side.addWidget(self._kinds)
        self._columns.side.addWidget(FlowRow(self._edit))
        for part in self._parts():
            self.add(part)
        self.body.addStretch(1)
        self._said = ""
        self._back = back
        self.attach(presenter)

    def first_focus(self) -> QWidget:
        """The way back; the page is for reading."""
        return self._back

    def draw(self, state: ServicePageState) -> None:
        """Fill the page."""
        self._problem.setText(state.problem)
        self._problem.setVisible(bool(state.problem))
        self._notice.set_message(state.notice)
        self._notice.setVisible(bool(state.notice))
        self._link.draw(state.link_to_open)
        if state.loading:
            self._loading.start()
        else:
            self._loading.stop()
        self._columns.setVisible(state.page is not None)
        if state.notice and state.notice != self._said:
            announce(self, state.notice)
        self._said = state.notice
        if state.page is None:
            return
        self.heading.setText(state.page.name)
        self._organisation.setText(state.page.organisation)
        self._organisation.setVisible(bool(state.page.organisation))
        self._details.draw(state.page)
        self._check.draw(state)
        self._kinds.draw(state)
        self._edit.setText(EDIT if state.page.is_ours else COPY)

    def _parts(self) -> tuple[QWidget, ...]:
        return (
            self._organisation,
            self._problem,
            self._notice,
            self._link,
            self._loading,
            self._columns,
        )
