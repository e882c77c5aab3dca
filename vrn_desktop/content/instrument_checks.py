"""Whether an instrument hangs together: ages, core items, short form, and every item within reach."""

from collections.abc import Callable, Mapping

from vrn_desktop.content.yaml_document import PackFault, quoted
from vrn_desktop.domain.condition import AllOf, AnyOf, Condition, IsShortForm
from vrn_desktop.domain.condition_evaluation import items_read
from vrn_desktop.domain.identifiers import ItemId, LifeStageId
from vrn_desktop.domain.instrument import Instrument, Item, ItemRole
from vrn_desktop.domain.life_stage import LifeStage


def check_instrument(instrument: Instrument) -> None:
    """Refuse an instrument that does not hang together.

    Raises:
        PackFault: the first fault, in the order of the file.
    """
    _check_ages(instrument)
    position = {item.id: n for n, item in enumerate(instrument.items)}
    reach = {stage.id: _reachable(instrument, stage) for stage in instrument.life_stages}
    everywhere = frozenset().union(*reach.values())
    _check_flags(instrument, position)
    for item in instrument.items:
        if item.role is not ItemRole.RED_FLAG and item.id not in everywhere:
            reason = f"{quoted(item.id)} can never be asked: {_why(item, instrument)}"
            raise PackFault(("items", position[item.id]), reason)
    _check_short_form(instrument, reach)
    _check_core(instrument, reach)


def _check_ages(instrument: Instrument) -> None:
    last: LifeStage | None = None
    for stage in sorted(instrument.life_stages, key=lambda each: (each.first_age, each.last_age)):
        path = ("life_stages", stage.id, "ages")
        if stage.first_age > stage.last_age:
            raise PackFault(path, f"{quoted(stage.id)} ends before it begins")
        if last is not None and stage.first_age != last.last_age + 1:
            kind = "overlap" if stage.first_age <= last.last_age else "leave a gap"
            raise PackFault(path, f"the ages of {quoted(last.id)} and {quoted(stage.id)} {kind}")
        last = stage


def _reachable(instrument: Instrument, stage: LifeStage) -> frozenset[ItemId]:
    """The items that some course of a conversation at this stage can ask, flags included."""
    reached = {item.id for item in instrument.items if item.role is ItemRole.RED_FLAG}
    asked = [item for item in instrument.items if _fits(item, stage)]
    short = (
        frozenset(instrument.short_form.items)
        if stage.id in instrument.short_form.stages
        else frozenset[ItemId]()
    )
    while True:
        found = {
            item.id
            for item in asked
            if item.show_if is None
            or _can_hold(item.show_if, reached.__contains__, short_form=item.id in short)
        }
        if found <= reached:
            return frozenset(reached)
        reached |= found


def _fits(item: Item, stage: LifeStage) -> bool:
    return (
        stage.id in item.stages
        and stage.respondent in item.wordings
        and (item.min_age_ask is None or item.min_age_ask <= stage.last_age)
    )


def _can_hold(condition: Condition, reached: Callable[[ItemId], bool], *, short_form: bool) -> bool:
    match condition:
        case IsShortForm():
            return short_form
        case AnyOf():
            return any(_can_hold(p, reached, short_form=short_form) for p in condition.parts)
        case AllOf():
            return all(_can_hold(p, reached, short_form=short_form) for p in condition.parts)
        case _:
            return all(reached(item) for item in items_read(condition))


def _why(item: Item, instrument: Instrument) -> str:
    if any(_fits(item, stage) for stage in instrument.life_stages):
        return "what its show_if waits for is never asked"
    return "no life stage has both its stage, its age and a wording for whoever answers"


def _check_flags(instrument: Instrument, position: Mapping[ItemId, int]) -> None:
    read = frozenset[ItemId]().union(
        *(items_read(rule.when) for rule in instrument.rule_set.escalation_rules)
    )
    for item in instrument.items:
        if item.role is ItemRole.RED_FLAG and item.id not in read:
            reason = f"no escalation rule reads the flag {quoted(item.id)} (F7)"
            raise PackFault(("items", position[item.id]), reason)


def _check_short_form(
    instrument: Instrument, reach: Mapping[LifeStageId, frozenset[ItemId]]
) -> None:
    short = instrument.short_form
    for stage in short.stages:
        if stage not in reach:
            raise PackFault(("short_form", "stages"), f"there is no life stage {quoted(stage)}")
    within = frozenset[ItemId]().union(*(reach[stage] for stage in short.stages))
    for n, item in enumerate(short.items):
        path = ("short_form", "items", n)
        _check_known(item, instrument, path)
        if item in short.items[:n]:
            raise PackFault(path, f"{quoted(item)} stands here twice")
        if item not in within:
            raise PackFault(path, f"{quoted(item)} can never be asked in the short form")


def _check_core(instrument: Instrument, reach: Mapping[LifeStageId, frozenset[ItemId]]) -> None:
    for stage in instrument.core_items:
        if stage not in reach:
            raise PackFault(("core_items", stage), f"there is no life stage {quoted(stage)}")
    for stage in reach:
        items = instrument.core_items.get(stage, ())
        if not items:
            reason = f"the life stage {quoted(stage)} has no core items (F6)"
            raise PackFault(("core_items", stage), reason)
        for n, item in enumerate(items):
            path = ("core_items", stage, n)
            _check_known(item, instrument, path)
            if instrument.item(item).role is ItemRole.ROOT:
                raise PackFault(path, f"{quoted(item)} is a root item; it cannot be core (F8)")
            if item not in reach[stage]:
                raise PackFault(path, f"{quoted(item)} can never be asked at {quoted(stage)}")


def _check_known(item: ItemId, instrument: Instrument, path: tuple[str | int, ...]) -> None:
    try:
        instrument.item(item)
    except KeyError:
        raise PackFault(path, f"there is no item {quoted(item)}") from None
