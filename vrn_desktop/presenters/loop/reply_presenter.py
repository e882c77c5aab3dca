"""A reply came: find the referral by the code of the slip or by its reference; no name has to be typed."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from vrn_desktop.application.ports.loop_repositories import ReferralRow
from vrn_desktop.application.services import Services
from vrn_desktop.domain.identifiers import SignpostId
from vrn_desktop.domain.reply_code import ReplyCodeUnreadableError
from vrn_desktop.presenters.error_text import told
from vrn_desktop.presenters.loop.loop_words import STANDS
from vrn_desktop.presenters.name_display import NameDisplay
from vrn_desktop.presenters.navigation_presenter import Place, Route
from vrn_desktop.presenters.presenter import Presenter
from vrn_desktop.presenters.wording import count, how_long_ago

MISREAD = (
    "This is not the code of a slip. One sign may be misread: a code has seven, and never "
    "the letters O, I and L or the figures 0 and 1."
)
NOT_FOUND = "No letter in this file carries this code. It may come from another laptop."
CHOOSE_WHICH = "This slip can be about more than one. Which one?"
TYPE_IT = "Type the seven signs of the slip."
SHOWN = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferralLine:
    """One referral to choose; the service, whose it is (masked), where it stands."""

    id: SignpostId
    text: str
    meaning: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplyState:
    """The page: a code that was typed, what it can be about, and the open referrals to pick from."""

    loading: bool = True
    code: str = ""
    code_problem: str = ""
    found: tuple[ReferralLine, ...] = ()
    search: str = ""
    lines: tuple[ReferralLine, ...] = ()
    more: str = ""
    empty: bool = False
    problem: str = ""


class ReplyPresenter(Presenter[ReplyState]):
    """Leads from a slip to its referral."""

    def __init__(
        self, services: Services, names: NameDisplay, *, go: Callable[[Route], None]
    ) -> None:
        super().__init__(ReplyState())
        self._services = services
        self._names = names
        self._go = go
        self._rows: tuple[ReferralRow, ...] = ()
        self._found: tuple[ReferralRow, ...] = ()
        names.listen(self._redraw)
        services.runner.run(
            services.loop.referrals.open_rows, then=self._take, failed=self._refused
        )

    def detach(self) -> None:
        """The screen is gone."""
        self._names.forget(self._redraw)
        super().detach()

    def write_code(self, typed: str) -> None:
        """What is typed so far; nothing is judged before it is looked for."""
        self._found = ()
        self.show(replace(self.state, code=typed, code_problem="", found=()))

    def find(self) -> None:
        """Look for the slip's letter, or say plainly what is wrong with the code."""
        typed = self.state.code
        if not typed.strip():
            self.show(replace(self.state, code_problem=TYPE_IT))
            return
        self._services.runner.run(
            lambda: self._services.loop.replies.find(typed),
            then=self._found_by_code,
            failed=self._not_found,
        )

    def search(self, words: str) -> None:
        """Narrow the open referrals by reference, initials or service."""
        self.show(replace(self.state, search=words))
        self._redraw()

    def choose(self, signpost: SignpostId, *, from_a_slip: bool = True) -> None:
        """To the referral, where what they said is chosen."""
        self._go(Route(place=Place.REFERRAL, signpost=signpost, from_a_slip=from_a_slip))

    def back(self) -> None:
        """To the list of all that is due."""
        self._go(Route(place=Place.WORKLIST))

    def _found_by_code(self, rows: tuple[ReferralRow, ...]) -> None:
        if len(rows) == 1:
            self.choose(rows[0].referral.signpost.id)
            return
        self._found = rows
        self.show(replace(self.state, code_problem="" if rows else NOT_FOUND))
        self._redraw()

    def _not_found(self, error: Exception) -> None:
        if isinstance(error, ReplyCodeUnreadableError):
            self.show(replace(self.state, code_problem=MISREAD))
        else:
            self._refused(error)

    def _take(self, rows: tuple[ReferralRow, ...]) -> None:
        self._rows = rows
        self.show(replace(self.state, loading=False, empty=not rows))
        self._redraw()

    def _redraw(self) -> None:
        needle = self.state.search.casefold().strip()
        lines = [line for row in self._rows if needle in self._haystack(line := self._line(row))]
        hidden = len(lines) - SHOWN
        self.show(
            replace(
                self.state,
                lines=tuple(lines[:SHOWN]),
                more=f"{count(hidden, 'more')} – search to find it" if hidden > 0 else "",
                found=tuple(map(self._line, self._found)),
            )
        )

    @staticmethod
    def _haystack(line: ReferralLine) -> str:
        return line.text.casefold()

    def _line(self, row: ReferralRow) -> ReferralLine:
        today = self._services.clock().date()
        referral = row.referral
        who = self._names.label(row.chosen_name, row.reference)
        since = how_long_ago(referral.last_news_on(), today)
        return ReferralLine(
            id=referral.signpost.id,
            text=f"{referral.signpost.service_name} · {who}",
            meaning=f"{STANDS[referral.current]}, {since}.",
        )

    def _refused(self, error: Exception) -> None:
        self.show(replace(self.state, loading=False, problem=told(error)))
