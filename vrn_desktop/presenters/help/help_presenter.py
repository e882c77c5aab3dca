"""Help pages for each screen, the list of keys, and whose fonts and icons these are; no sign-in needed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from vrn_desktop.domain.help_topic import BlockKind, HelpTopic, Licence
from vrn_desktop.presenters.navigation_presenter import Place, Route
from vrn_desktop.presenters.presenter import Presenter

KEYS_TOPIC = "keys"
ABOUT_TOPIC = "about"
FIRST_TOPIC = "start"
TOPIC_OF_PLACE = {
    Place.FIRST_RUN: "passphrase",
    Place.UNLOCK: "passphrase",
    Place.RECOVERY: "passphrase",
    Place.PEOPLE_ADMIN: "passphrase",
    Place.FILE_TROUBLE: "backup",
    Place.RESTORE: "backup",
    Place.BACKUP: "backup",
    Place.SYNC: "counts",
    Place.SAFETY_STEPS: "safety",
    Place.ESCALATION: "safety",
    Place.NEW_CONVERSATION: "conversation",
    Place.AGREEMENT: "what-is-kept",
    Place.CONVERSATION: "conversation",
    Place.CHECK_NOTED: "conversation",
    Place.CONVERSATIONS: "conversation",
    Place.LEVEL: "level",
    Place.REVIEW: "level",
    Place.CHOOSE_SERVICES: "letter",
    Place.SERVICES: "letter",
    Place.LETTER_FOR: "letter",
    Place.LETTER: "letter",
    Place.SETTINGS: "hide-and-lock",
    Place.YOUNG_PEOPLE: "what-is-kept",
    Place.YOUNG_PERSON: "what-is-kept",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpState:
    """All topics, the one that is open, and the licence whose text is open."""

    topics: tuple[HelpTopic, ...]
    topic: HelpTopic | None
    about: bool = False
    licences: tuple[Licence, ...] = ()
    licence: Licence | None = None
    version: str = ""
    search: str = ""
    found: tuple["Found", ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A page in which the words that were looked for stand, and one sentence around them."""

    topic: HelpTopic
    sentence: str


class HelpPresenter(Presenter[HelpState]):
    """`came_from` chooses the page that opens first; `leave` goes back there."""

    def __init__(
        self,
        topics: Sequence[HelpTopic],
        licences: Callable[[], tuple[Licence, ...]],
        *,
        version: str,
        leave: Callable[[], None],
        go: Callable[[Route], None],
        came_from: Place | None = None,
        open_topic: str = "",
    ) -> None:
        wanted = open_topic or (TOPIC_OF_PLACE.get(came_from, "") if came_from else "")
        first = next((topic for topic in topics if topic.id == (wanted or FIRST_TOPIC)), None)
        super().__init__(HelpState(topics=tuple(topics), topic=first, version=version))
        self._licences = licences
        self._go = go
        self.leave = leave

    def open_topic(self, topic_id: str) -> None:
        """Open one page."""
        topic = next(topic for topic in self.state.topics if topic.id == topic_id)
        self.show(replace(self.state, topic=topic, about=False, licence=None, search="", found=()))

    def look_for(self, words: str) -> None:
        """List the pages in which all of `words` stand; nothing typed shows the open page again."""
        wanted = words.casefold().split()
        found = tuple(_found(topic, wanted) for topic in self.state.topics if _has(topic, wanted))
        self.show(replace(self.state, search=words.strip(), found=found if wanted else ()))

    def open_about(self) -> None:
        """Version, and whose fonts, icons and words are used."""
        self.show(
            replace(
                self.state,
                topic=None,
                about=True,
                licence=None,
                licences=self._licences(),
                search="",
                found=(),
            )
        )

    def open_licence(self, name: str) -> None:
        """Read one licence."""
        licence = next(licence for licence in self.state.licences if licence.name == name)
        self.show(replace(self.state, licence=licence))

    def show_safety_steps(self) -> None:
        """Numbers and steps."""
        self._go(Route(place=Place.SAFETY_STEPS))


def _has(topic: HelpTopic, wanted: Sequence[str]) -> bool:
    text = " ".join([topic.title, *(block.text for block in topic.blocks)]).casefold()
    return all(word in text for word in wanted)


def _found(topic: HelpTopic, wanted: Sequence[str]) -> Found:
    sentences = [block.text for block in topic.blocks if block.kind is not BlockKind.HEADING]
    fitting = (text for text in sentences if any(word in text.casefold() for word in wanted))
    return Found(topic=topic, sentence=next(fitting, sentences[0] if sentences else ""))
