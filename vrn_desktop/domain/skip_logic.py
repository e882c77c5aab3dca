"""Which question may be asked now, and if not, why not; limits asking, never recording (F11)."""

from enum import StrEnum

from vrn_desktop.domain.answer import AnswerSheet
from vrn_desktop.domain.condition import Condition
from vrn_desktop.domain.condition_evaluation import Test, items_read, ready
from vrn_desktop.domain.identifiers import ItemId, LifeStageId
from vrn_desktop.domain.instrument import Instrument, Item
from vrn_desktop.domain.life_stage import Respondent
from vrn_desktop.domain.rule_evaluation import compiled_rules


class AskVerdict(StrEnum):
    """Ask the question, or the first reason not to."""

    ASK = "ask"
    NOT_IN_SHORT_FORM = "not_in_short_form"
    WRONG_STAGE = "wrong_stage"
    TOO_YOUNG = "too_young"
    NO_WORDING = "no_wording"
    NOT_TRAINED = "not_trained"
    NOT_PRIVATE = "not_private"
    CONDITION_NOT_MET = "condition_not_met"


class SkipLogic:
    """One instrument's skip conditions made ready, with who reads whom.

    Looking at an item costs as much as its own condition reads, however long the instrument is.
    """

    def __init__(self, instrument: Instrument) -> None:
        self._instrument = instrument
        self._index = compiled_rules(instrument).index
        self._short = frozenset(instrument.short_form.items)
        self._conditions: dict[ItemId, tuple[Test, tuple[ItemId, ...]]] = {}
        affected: dict[ItemId, list[ItemId]] = {}
        for item in instrument.items:
            if item.show_if is None:
                continue
            read = tuple(sorted(items_read(item.show_if)))
            self._conditions[item.id] = (ready(item.show_if, self._index), read)
            for source in read:
                affected.setdefault(source, []).append(item.id)
        self._affected = {source: tuple(items) for source, items in affected.items()}

    def affected_by(self, item_id: ItemId) -> tuple[ItemId, ...]:
        """The items whose skip condition reads this one, in the instrument's order."""
        return self._affected.get(item_id, ())

    def may_ask(
        self,
        item_id: ItemId,
        sheet: AnswerSheet,
        *,
        stage: LifeStageId,
        age: int,
        respondent: Respondent,
        short_form: bool,
        private: bool,
        trained: bool,
    ) -> AskVerdict:
        """Whether the item may be asked of this respondent now; a safety flag never may (TI-04).

        Without privacy every item marked `alone` is left out (TI-01); items marked `trained` need a
        worker marked trained (TI-39).
        """
        item = self._instrument.item(item_id)
        limit = self._standing_limit(
            item, stage=stage, age=age, respondent=respondent, short_form=short_form
        )
        if limit is not AskVerdict.ASK:
            return limit
        if item.trained and not trained:
            return AskVerdict.NOT_TRAINED
        if item.alone and not private:
            return AskVerdict.NOT_PRIVATE
        if not self._condition_met(item_id, sheet, short_form=short_form):
            return AskVerdict.CONDITION_NOT_MET
        return AskVerdict.ASK

    def may_be_asked(
        self,
        item_id: ItemId,
        *,
        stage: LifeStageId,
        age: int,
        respondent: Respondent,
        short_form: bool,
    ) -> bool:
        """Whether this form has the question for this person at all, whatever is answered or private."""
        item = self._instrument.item(item_id)
        limit = self._standing_limit(
            item, stage=stage, age=age, respondent=respondent, short_form=short_form
        )
        return limit is AskVerdict.ASK

    def _standing_limit(
        self,
        item: Item,
        *,
        stage: LifeStageId,
        age: int,
        respondent: Respondent,
        short_form: bool,
    ) -> AskVerdict:
        if short_form and item.id not in self._short:
            return AskVerdict.NOT_IN_SHORT_FORM
        return _limit(item, stage=stage, age=age, respondent=respondent)

    def _condition_met(self, item_id: ItemId, sheet: AnswerSheet, *, short_form: bool) -> bool:
        found = self._conditions.get(item_id)
        if found is None:
            return True
        test, read = found
        return test(self._index.standing(sheet, only=read, short_form=short_form)) is not None


def _limit(item: Item, *, stage: LifeStageId, age: int, respondent: Respondent) -> AskVerdict:
    if stage not in item.stages:
        return AskVerdict.WRONG_STAGE
    if item.min_age_ask is not None and age < item.min_age_ask:
        return AskVerdict.TOO_YOUNG
    return AskVerdict.ASK if respondent in item.wordings else AskVerdict.NO_WORDING


def holds(
    condition: Condition, sheet: AnswerSheet, instrument: Instrument, *, short_form: bool
) -> bool:
    """Whether a condition holds for these answers."""
    index = compiled_rules(instrument).index
    return ready(condition, index)(index.standing(sheet, short_form=short_form)) is not None
