"""All building blocks on four invented screens, for the eye and for the clipping test."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtWidgets import QCheckBox, QComboBox

from ui.main_window import MainWindow
from ui.navigation_rail import WORKER_ITEMS
from ui.screen import AnyScreen, Screen
from ui.tokens import Colour
from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Card, CardKind
from ui.widgets.choice_group import Choice, ChoiceGroup, MultiChoice
from ui.widgets.empty_state import EmptyState
from ui.widgets.error_summary import ErrorSummary
from ui.widgets.flow_row import FlowRow
from ui.widgets.labelled_field import LabelledField
from ui.widgets.level_ladder import LevelLadder
from ui.widgets.message_banner import BannerTone, MessageBanner
from ui.widgets.own_words_field import OwnWords, OwnWordsField, PlainLine
from ui.widgets.passphrase_field import PassphraseField
from ui.widgets.pill import Pill, PillTone
from ui.widgets.reason_list import Reason, ReasonList
from ui.widgets.row_table import RowTable
from ui.widgets.row_table_model import Column
from ui.widgets.saved_tick import SavedState, SavedTick
from ui.widgets.section_progress import SectionProgress
from ui.widgets.side_panel import SideNote, SidePanel
from ui.widgets.sticky_strip import StickyFooter, StickyHeader
from ui.widgets.text import Text, TextRole
from vrn_desktop.presenters.get_help_state import GetHelpState
from vrn_desktop.presenters.navigation_presenter import Place, Route

GET_HELP = GetHelpState(lead_name="Priya Shah", lead_number="01632 960123")
CHOICES = (
    Choice(code="most", text="Safe most of the time"),
    Choice(code="okay", text="Mostly okay, with some hard days"),
    Choice(code="often", text="Often not okay", hint="Arguments, or feeling on edge a lot"),
    Choice(code="not", text="Not safe", hint="We can talk about what would help, at your pace"),
    Choice(code="rather", text="I’d rather not say", hint="That’s fine"),
)
URDU = (
    Choice(code="most", text="زیادہ تر وقت محفوظ"),
    Choice(code="okay", text="زیادہ تر ٹھیک، کچھ دن مشکل"),
    Choice(code="often", text="اکثر ٹھیک نہیں", hint="جھگڑے، چیخنا یا بہت بے چینی"),
)
LEVELS = {1: PillTone.LEVEL_1, 2: PillTone.LEVEL_2, 3: PillTone.LEVEL_3}
LEVEL_WORDS = {1: "1 · Primary", 2: "2 · Secondary", 3: "3 · Tertiary", 0: "Not finished"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """One invented row."""

    initials: str
    reference: str
    level: int
    last_seen: str
    next_step: str


PEOPLE = (
    Person(
        initials="A.K.",
        reference="YP-0142",
        level=2,
        last_seen="Today",
        next_step="Letter ready",
    ),
    Person(
        initials="J.T.",
        reference="YP-0139",
        level=0,
        last_seen="Fri 20 Nov",
        next_step="Carry on",
    ),
    Person(
        initials="R.M.",
        reference="YP-0131",
        level=3,
        last_seen="Wed 18 Nov",
        next_step="Check in today",
    ),
    Person(initials="S.O.", reference="YP-0127", level=1, last_seen="Mon 16 Nov", next_step="None"),
)
COLUMNS: tuple[Column[Person], ...] = (
    Column(title="Young person", text=lambda person: person.initials, strong=True),
    Column(title="Reference", text=lambda person: person.reference),
    Column(
        title="Support level",
        text=lambda person: LEVEL_WORDS[person.level],
        tone=lambda person: LEVELS.get(person.level),
    ),
    Column(title="Last seen", text=lambda person: person.last_seen),
    Column(title="Next step", text=lambda person: person.next_step),
)


class ConversationGallery(Screen[None]):
    """A question page as the worker sees it."""

    def __init__(self) -> None:
        question = "How safe do things feel at home at the moment?"
        super().__init__(name="conversation", title=question, content_width=800)
        self.add(Text("There are no right or wrong answers. You can skip this.", TextRole.LEAD))
        self.choices = ChoiceGroup(CHOICES, question=question, chosen="okay", digit_keys=True)
        self.add(self.choices)
        words = Button("Add the young person’s own words", kind=ButtonKind.QUIET, icon="pen-line")
        self.add(FlowRow(words))
        self.body.addStretch(1)
        self.set_header(conversation_header())
        self.set_aside(SidePanel(notes(), footnote="Only you see this panel. Ctrl+D hides it."))
        self.set_footer(conversation_footer())


class SharedGallery(Screen[None]):
    """The same page side by side, large and in Urdu."""

    def __init__(self) -> None:
        question = "اس وقت گھر میں آپ خود کو کتنا محفوظ محسوس کرتے ہیں؟"
        super().__init__(name="shared", title=question, content_width=820)
        self.heading.set_role(TextRole.QUESTION)
        self.add(ChoiceGroup(URDU, question=question, chosen="okay", big=True))
        self.add(OwnWords("જ્યારે તે ઘરે હોય ત્યારે"))
        self.body.addStretch(1)
        self.set_header(conversation_header())
        self.set_footer(conversation_footer())


class LevelGallery(Screen[None]):
    """Level, reasons, messages and pills."""

    def __init__(self) -> None:
        super().__init__(name="level", title="Suggested level of support")
        lead = "A.K. · conversation on 22 November. A suggestion to weigh with what you know."
        self.add(Text(lead, TextRole.LEAD))
        meaning = "Some things are making life harder, and there are people A.K. trusts."
        self.add(Card(LevelLadder(2), Text("Secondary support", TextRole.TITLE), Text(meaning)))
        self.add(Card(Text("What led to this", TextRole.SECTION), ReasonList(reasons())))
        self.add(Card(Text("To do today", TextRole.SECTION), to_do(), kind=CardKind.SOFT))
        for tone in BannerTone:
            banner = MessageBanner("Check before you go on", meaning, tone=tone)
            banner.add(FlowRow(Button("Open safety steps", kind=ButtonKind.LINK)))
            self.add(banner)
        self.add(FlowRow(*(Pill(tone.value.replace("_", " "), tone) for tone in PillTone)))
        self.add(Text("Signposts accepted", TextRole.CAPS))
        self.add(Text("12", TextRole.FIGURE))
        self.body.addStretch(1)


class FormGallery(Screen[None]):
    """Fields, what is missing, and many choices."""

    def __init__(self) -> None:
        super().__init__(name="form", title="Agree what happens with this", content_width=760)
        self.summary = ErrorSummary()
        self.add(self.summary)
        who = QComboBox()
        who.addItems(["Choose one", "A parent or carer"])
        told = LabelledField("Who may be told?", who, hint="We tell you first.", name="told")
        told.set_problem("Choose who else may be told")
        self.add(told)
        name = PlainLine(name="name", placeholder="For example Kay")
        self.add(LabelledField("Likes to be called", name, name="called"))
        self.add(LabelledField("Passphrase", PassphraseField(), hint="Four words", name="pass"))
        keep = QCheckBox("My worker can keep notes")
        keep.setChecked(True)
        self.add(keep)
        self.add(OwnWordsField(words="It is mostly fine until Sunday"))
        who_knows = MultiChoice(
            (
                Choice(code="school", text="School"),
                Choice(code="home", text="Family", hint="An adult who looks after me"),
                Choice(code="nobody", text="Nobody"),
            ),
            question="Who knows about this?",
            chosen=("school",),
            alone=("nobody",),
            name="whoKnows",
        )
        self.add(who_knows)
        go = Button("Continue", kind=ButtonKind.PRIMARY, icon="arrow-right", trailing_icon=True)
        waiting = Button("Not yet")
        waiting.setEnabled(False)
        self.add(FlowRow(go, waiting, Button("Stop here", kind=ButtonKind.LINK)))
        self.body.addStretch(1)
        self.summary.show_problems([("Choose who else may be told", told)])


class PeopleGallery(Screen[None]):
    """A table in a card."""

    def __init__(self) -> None:
        super().__init__(name="people", title="Young people", scrolls=False)
        self.table: RowTable[Person] = RowTable(COLUMNS, accessible_name="Young people")
        self.table.show_rows(PEOPLE)
        card = Card(self.table)
        card.body.setContentsMargins(8, 8, 8, 8)
        self.body.addWidget(card, 1)


class EmptyGallery(Screen[None]):
    """A page with nothing on it yet."""

    def __init__(self) -> None:
        super().__init__(name="empty", title="Conversations", show_title=False)
        empty = EmptyState(
            "No conversations yet",
            "When you start one it is saved here as you go, so you can stop at any point.",
            icon="message-circle",
            buttons=(
                Button("Start a conversation", kind=ButtonKind.PRIMARY, icon="plus"),
                Button("Practise with a made-up young person", kind=ButtonKind.LINK),
            ),
        )
        self.body.addWidget(empty, 1)


GALLERY: dict[str, Callable[[], AnyScreen]] = {
    "conversation": ConversationGallery,
    "shared": SharedGallery,
    "level": LevelGallery,
    "form": FormGallery,
    "people": PeopleGallery,
    "empty": EmptyGallery,
}


def gallery_window(name: str) -> MainWindow:
    """The main window with one screen of the gallery in it."""
    window = MainWindow(lambda _route: GALLERY[name](), GET_HELP)
    if name not in ("conversation", "shared"):
        items = tuple(
            replace(item, waiting=2) if item.place is Place.CONVERSATIONS else item
            for item in WORKER_ITEMS
        )
        window.show_rail(items, Place.CONVERSATIONS)
    window.show_route(Route(place=Place.CONVERSATIONS))
    return window


def conversation_header() -> StickyHeader:
    """Progress and the buttons that are always there."""
    parts = ("You", "Home and safety", "Friends", "School", "What helps")
    together = Button("Side by side", icon="users")
    together.setCheckable(True)
    return StickyHeader(
        start=SectionProgress(parts, 1, within=0.4),
        buttons=(together, Button("Pause or stop", icon="pause")),
    )


def conversation_footer() -> StickyFooter:
    """Back, saved, skip, continue."""
    go = Button("Continue", kind=ButtonKind.PRIMARY, icon="arrow-right", trailing_icon=True)
    return StickyFooter(
        start=(Button("Back", icon="arrow-left"),),
        middle=SavedTick(SavedState.SAVED),
        end=(Button("Skip for now", icon="skip-forward"), go),
    )


def notes() -> tuple[SideNote, ...]:
    """What only the worker sees."""
    why = "Feeling unsafe at home changes what support is right, and how soon."
    return (
        SideNote(title="Why we ask", text=why),
        SideNote(title="Ways to say it", text="“What’s it like for you?”", icon="message-circle"),
        SideNote(
            title="If it’s getting hard",
            text="Slow down, look around the room together, offer water or a walk.",
            icon="hand-heart",
            link="Grounding ideas",
        ),
    )


def reasons() -> tuple[Reason, ...]:
    """What led to a level."""
    return (
        Reason(
            text="Home feels “mostly okay, with some hard days”",
            meaning="Points to secondary · rule H2",
            icon="trending-up",
            colour=Colour.LEVEL_2,
            action="Change",
        ),
        Reason(
            text="Talks to an aunt every week",
            meaning="Protective: keeps this below tertiary · rule P1",
            icon="heart-handshake",
            colour=Colour.LEVEL_1,
            action="Change",
        ),
    )


def to_do() -> ReasonList:
    """Rows of things to do, each with one verb."""
    rows = tuple(replace(reason, action="Open", icon="phone") for reason in reasons())
    return ReasonList(rows, kind=ButtonKind.SECONDARY, ruled=True, name="toDo")
