"""The first page: what the program does, what it never does, and that its content is a draft."""

from ui.first_run.page import SetUpPage
from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Card, CardKind
from ui.widgets.flow_row import FlowRow
from ui.widgets.message_banner import BannerTone, MessageBanner
from ui.widgets.numbered_points import NumberedPoints
from ui.widgets.text import Text, TextRole
from vrn_desktop.presenters.first_run.first_run_presenter import FirstRunPresenter

INTRO = "Setting up takes about ten minutes. You can go back at any time; what you typed stays."
DOES = "What it does"
DOES_POINTS = (
    "Helps you have one careful conversation with a young person.",
    "Shows which level of prevention support the rules suggest, and why. You decide.",
    "Finds local services together with them, and makes a letter that is safe to take home.",
)
NEVER = "What it never does"
NEVER_POINTS = (
    "It never works out what somebody will do, and never decides who gets help.",
    "It works without the internet. It sends nothing, unless you choose later to join the network with counts.",
    "It never makes anybody answer a question.",
)
DRAFT = "The questions and rules are a draft"
DRAFT_TEXT = (
    "A safeguarding partnership has to approve them before they are used with young people. Until then, "
    "practise with invented people only."
)
HERE = "Who should be here: the first supervisor, and the first practitioner if they can."
RESTORE = "I have a backup to bring back"


class WelcomePage(SetUpPage):
    """Nothing to type."""

    go_on_text = "Begin"

    def __init__(self, presenter: FirstRunPresenter) -> None:
        super().__init__(name="welcome")
        self.column.addWidget(Text(INTRO, TextRole.LEAD))
        for title, points in ((DOES, DOES_POINTS), (NEVER, NEVER_POINTS)):
            self.column.addWidget(
                Card(Text(title, TextRole.SECTION), NumberedPoints(points, mark="•"))
            )
        self.column.addWidget(
            MessageBanner(DRAFT, DRAFT_TEXT, tone=BannerTone.NOTICE, name="welcome-draft")
        )
        self.column.addWidget(Card(Text(HERE), kind=CardKind.SOFT))
        restore = Button(
            RESTORE,
            kind=ButtonKind.LINK,
            icon="history",
            name="welcome-restore",
            on_click=presenter.restore_backup,
        )
        self.column.addWidget(FlowRow(restore))
