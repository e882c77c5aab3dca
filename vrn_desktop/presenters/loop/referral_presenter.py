"""One referral: where it stands, what was heard of it, news to record, and who makes the first call."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, time

from vrn_desktop.application.referral_service import ReferralMatter
from vrn_desktop.application.services import Services
from vrn_desktop.domain.handover import Caller
from vrn_desktop.domain.identifiers import ReferralEventId, SignpostId
from vrn_desktop.domain.referral import HowWeKnow, Referral, ReferralState
from vrn_desktop.presenters.error_text import told
from vrn_desktop.presenters.loop.loop_words import ASKED_FOR, HOW_WE_KNOW, NEWS, STANDS
from vrn_desktop.presenters.loop.news_lines import agreed_words, news_lines
from vrn_desktop.presenters.loop.referral_state import HandoverForm, NewsForm, ReferralPageState
from vrn_desktop.presenters.loop.typed_day import NOT_A_DAY, typed_day
from vrn_desktop.presenters.name_display import NameDisplay
from vrn_desktop.presenters.navigation_presenter import Place, Route
from vrn_desktop.presenters.presenter import Presenter
from vrn_desktop.presenters.wording import count

CHOOSE_WHAT = "Choose what you heard."
NOT_BETWEEN = "News lies between the day of the offer and today."
IN_THE_PAST = "The call lies ahead: choose today or a later day."
NOT_A_TIME = "Write a time such as 15:30, or leave it empty."
KEPT, TAKEN_BACK = "Noted.", "Noted as a mistake. It stays to be read."
AGREED = "Agreed. It stands on the list for that day."
_TIME = re.compile(r"([01]?\d|2[0-3])[:.]([0-5]\d)")


class ReferralPresenter(Presenter[ReferralPageState]):
    """Records news; nothing is ever deleted."""

    def __init__(
        self,
        services: Services,
        signpost_id: SignpostId,
        names: NameDisplay,
        *,
        go: Callable[[Route], None],
        from_a_slip: bool = False,
    ) -> None:
        how = HowWeKnow.REPLY_SLIP if from_a_slip else HowWeKnow.YOUNG_PERSON
        super().__init__(ReferralPageState(news=NewsForm(how=how)))
        self._services = services
        self._signpost_id = signpost_id
        self._names = names
        self._go = go
        self._matter: ReferralMatter | None = None
        names.listen(self._redraw)
        self.load()

    def detach(self) -> None:
        """The screen is gone."""
        self._names.forget(self._redraw)
        super().detach()

    def load(self) -> None:
        """Read it as it stands now."""
        self._services.runner.run(
            lambda: self._services.loop.referrals.matter(self._signpost_id),
            then=self._take,
            failed=self._refused,
        )

    def switch_names(self) -> None:
        """Show names, or mask them again."""
        self._names.switch()

    def to_person(self) -> None:
        """To the young person's page."""
        if self._matter is not None:
            person = self._matter.row.young_person_id
            self._go(Route(place=Place.YOUNG_PERSON, young_person=person))

    def back(self) -> None:
        """To the list of all that is due."""
        self._go(Route(place=Place.WORKLIST))

    # -- news --------------------------------------------------------------------------------------

    def choose_news(self, what: ReferralState) -> None:
        """What was heard."""
        self._set_news(replace(self.state.news, what=what))

    def choose_how(self, how: HowWeKnow) -> None:
        """Where it comes from."""
        self._set_news(replace(self.state.news, how=how))

    def write_day(self, words: str) -> None:
        """On which day it happened."""
        self._set_news(replace(self.state.news, day=words))

    def keep_news(self) -> None:
        """Keep it beside all earlier news, or say what is missing."""
        form, matter = self.state.news, self._matter
        if matter is None:
            return
        today = self._day()
        on = typed_day(form.day or "today", today)
        what = form.what
        problem = _news_problem(what, on, matter.row.referral, today)
        if what is None or on is None or problem:
            self.show(replace(self.state, news=replace(form, problem=problem)))
            return
        self._change(
            lambda: self._services.loop.referrals.record(
                self._signpost_id, what, on=on, how=form.how
            ),
            KEPT,
        )

    def take_back(self, event: ReferralEventId) -> None:
        """It was recorded by mistake."""
        self._change(
            lambda: self._services.loop.referrals.take_back(self._signpost_id, event), TAKEN_BACK
        )

    # -- the first call ----------------------------------------------------------------------------

    def plan_call(self) -> None:
        """Agree who makes the first call (SP-08)."""
        if self.state.may_hand_over:
            self.show(replace(self.state, handover=HandoverForm(), notice=""))

    def cancel_call(self) -> None:
        """Leave it open."""
        self.show(replace(self.state, handover=None))

    def choose_caller(self, caller: Caller) -> None:
        """Who calls."""
        self._set_call(lambda form: replace(form, caller=caller))

    def write_call_day(self, words: str) -> None:
        """On which day."""
        self._set_call(lambda form: replace(form, day=words))

    def write_call_time(self, words: str) -> None:
        """At what time, if one was agreed."""
        self._set_call(lambda form: replace(form, time=words))

    def keep_call(self) -> None:
        """Keep the agreement, or say what is missing."""
        form, today = self.state.handover, self._day()
        if form is None:
            return
        on = typed_day(form.day, today)
        at = _TIME.fullmatch(form.time.strip())
        at_time = time(int(at[1]), int(at[2])) if at else None
        problem = _call_problem(on, form.time, at_time, today)
        if on is None or problem:
            self.show(replace(self.state, handover=replace(form, problem=problem)))
            return
        contact = self._contact()
        self._change(
            lambda: self._services.loop.referrals.agree_handover(
                self._signpost_id, form.caller, on=on, at_time=at_time, contact=contact
            ),
            AGREED,
        )

    # -- inside ------------------------------------------------------------------------------------

    def _set_news(self, form: NewsForm) -> None:
        self.show(replace(self.state, news=replace(form, problem=""), notice=""))

    def _set_call(self, change: Callable[[HandoverForm], HandoverForm]) -> None:
        if self.state.handover is not None:
            call = replace(change(self.state.handover), problem="")
            self.show(replace(self.state, handover=call))

    def _change(self, job: Callable[[], object], words: str) -> None:
        def changed(_: object) -> None:
            news = replace(self.state.news, what=None, day="today", problem="")
            self.show(replace(self.state, news=news, handover=None, notice=words, problem=""))
            self.load()

        self._services.runner.run(job, then=changed, failed=self._refused)

    def _contact(self) -> str:
        """The contact of today, which is the one to give and to call."""
        contacts = () if self._matter is None else self._matter.contact_now.contacts
        return contacts[0] if contacts else ""

    def _take(self, matter: ReferralMatter) -> None:
        self._matter = matter
        self._redraw()

    def _redraw(self) -> None:
        if self._matter is None:
            return
        row, today = self._matter.row, self._day()
        referral = row.referral
        steps = referral.next_steps()
        news = replace(
            self.state.news,
            choices=tuple((state, words) for state, words in NEWS.items() if state in steps),
            ways=tuple((how, HOW_WE_KNOW[how]) for how in ASKED_FOR),
        )
        self.show(
            replace(
                self.state,
                loading=False,
                service=referral.signpost.service_name,
                who=self._names.label(row.chosen_name, row.reference),
                stands=STANDS[referral.current],
                waits=_waits(referral, today),
                contact_now=self._contact(),
                lines=news_lines(referral, self._matter.helping, today),
                news=news,
                agreed=agreed_words(self._matter.handover, today),
                may_hand_over=referral.awaits_first_call,
                names_shown=self._names.shown,
            )
        )

    def _day(self) -> date:
        return self._services.clock().date()

    def _refused(self, error: Exception) -> None:
        self.show(replace(self.state, loading=False, problem=told(error), notice=""))


def _waits(referral: Referral, today: date) -> str:
    if not referral.waits_too_long(today):
        return ""
    days = count(referral.days_without_news(today), "day")
    return f"No news for {days}. It may be time to ask."


def _news_problem(
    what: ReferralState | None, on: date | None, referral: Referral, today: date
) -> str:
    if what is None:
        return CHOOSE_WHAT
    if on is None:
        return NOT_A_DAY
    return "" if referral.offered_on <= on <= today else NOT_BETWEEN


def _call_problem(on: date | None, typed: str, at_time: time | None, today: date) -> str:
    if on is None:
        return NOT_A_DAY
    if on < today:
        return IN_THE_PAST
    return NOT_A_TIME if typed.strip() and at_time is None else ""
