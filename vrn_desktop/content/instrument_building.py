"""An instrument file's entries made into an instrument."""

from collections.abc import Iterable, Mapping

from vrn_desktop.content.condition_text import SHOW_IF, ConditionReader, Vocabulary
from vrn_desktop.content.instrument_entries import InstrumentEntry, ItemEntry
from vrn_desktop.content.rule_building import rule_set_of
from vrn_desktop.content.yaml_document import PackFault, Path, quoted
from vrn_desktop.domain.answer import Silence
from vrn_desktop.domain.identifiers import (
    AnswerCode,
    EscalationName,
    ItemId,
    LifeStageId,
    SectionId,
)
from vrn_desktop.domain.instrument import Instrument, Item, ItemRole, Wording
from vrn_desktop.domain.life_stage import Respondent


def instrument_of(entry: InstrumentEntry) -> Instrument:
    """The instrument as the program uses it.

    Raises:
        PackFault: an id that stands twice, an unknown name, a code or condition that cannot stand.
    """
    _check_codes(entry)
    for place, ids in (
        ("steps", [step.id for step in entry.steps]),
        ("sections", [section.id for section in entry.sections]),
        ("items", [item.id for item in entry.items]),
    ):
        refuse_twice(ids, (place,))
    vocabulary = _vocabulary(entry)
    return Instrument(
        id=entry.meta.id,
        title=entry.meta.title,
        version=entry.meta.version,
        status=entry.meta.status,
        risk_codes=_codes(entry.answer_codes.risk),
        protective_codes=_codes(entry.answer_codes.protective),
        flag_codes=_codes(entry.answer_codes.red_flag),
        silence_texts=entry.universal_options,
        life_stages=tuple(stage.to_domain(name) for name, stage in entry.life_stages.items()),
        ecological_levels=entry.ecological_levels,
        steps=tuple(step.to_domain() for step in entry.steps),
        sections=tuple(section.to_domain() for section in entry.sections),
        items=tuple(
            _item(item, ("items", n), entry, vocabulary) for n, item in enumerate(entry.items)
        ),
        short_form=entry.short_form.to_domain(),
        core_items={
            LifeStageId(stage): tuple(ItemId(item) for item in items)
            for stage, items in entry.core_items.items()
        },
        rule_set=rule_set_of(entry, vocabulary),
        factors=entry.factors.to_domain(),
    )


def refuse_twice(ids: Iterable[str], path: Path) -> None:
    """Refuse an id that stands twice in a list.

    Raises:
        PackFault: at the second of the two.
    """
    met: set[str] = set()
    for n, each in enumerate(ids):
        if each in met:
            raise PackFault((*path, n), f"{quoted(each)} stands here twice")
        met.add(each)


def _codes(codes: tuple[str, ...]) -> tuple[AnswerCode, ...]:
    return tuple(AnswerCode(code) for code in codes)


def _check_codes(entry: InstrumentEntry) -> None:
    codes = entry.answer_codes
    for kind, given in (
        ("risk", codes.risk),
        ("protective", codes.protective),
        ("red_flag", codes.red_flag),
    ):
        refuse_twice([*Silence, *given], ("answer_codes", kind))
    if set(codes.missing) != set(Silence):
        known = ", ".join(Silence)
        raise PackFault(("answer_codes", "missing"), f"these four are expected here: {known}")
    for name in entry.universal_options:
        if name not in set(Silence):
            raise PackFault(("universal_options", name), f"{quoted(name)} is not a missing code")


def _vocabulary(entry: InstrumentEntry) -> Vocabulary:
    codes = entry.answer_codes
    risk = _codes(codes.risk)
    return Vocabulary(
        roles={item.id: ItemRole(item.role) for item in entry.items},
        codes={
            ItemRole.PROTECTIVE: _codes(codes.protective),
            ItemRole.RED_FLAG: _codes(codes.red_flag) or risk,
            **dict.fromkeys((ItemRole.ROOT, ItemRole.SIGN, ItemRole.INVOLVEMENT), risk),
        },
        has_supports=entry.buffer is not None,
    )


def _item(item: ItemEntry, path: Path, entry: InstrumentEntry, vocabulary: Vocabulary) -> Item:
    _check_names(item, path, entry)
    show_if = None
    if item.show_if is not None:
        show_if = ConditionReader(SHOW_IF, vocabulary).read(item.show_if, (*path, "show_if"))
    return Item(
        id=ItemId(item.id),
        section=_section(item, path, entry),
        label=item.label,
        role=ItemRole(item.role),
        ecological_level=item.level,
        stages=frozenset(LifeStageId(stage) for stage in item.stages),
        is_sign=item.sign or item.role == "sign",
        short=item.short,
        alone=item.alone,
        trained=item.trained,
        min_age_ask=item.min_age_ask,
        show_if=show_if,
        practitioner=item.practitioner,
        wordings=_wordings(item, path, vocabulary.codes_of(item.id)),
        why=item.why or "",
        reminder_required=item.reminder_required,
        factors=item.factors,
        concern=_concern(item, path),
        escalation=None if item.escalation is None else EscalationName(item.escalation),
        do_now=item.do_now or "",
        before_leaving=item.before_leaving,
        family_contact_block=item.family_contact_block,
    )


def _check_names(item: ItemEntry, path: Path, entry: InstrumentEntry) -> None:
    for n, stage in enumerate(item.stages):
        if stage not in entry.life_stages:
            raise PackFault((*path, "stages", n), f"there is no life stage {quoted(stage)}")
    if item.level not in entry.ecological_levels:
        raise PackFault((*path, "level"), f"there is no ecological level {quoted(item.level)}")
    if item.sign and item.role not in ("sign", "involvement"):
        raise PackFault((*path, "sign"), f"an item of role {item.role} cannot be a sign (F8)")
    known = {*entry.factors.risk, *entry.factors.protective}
    for n, factor in enumerate(item.factors):
        if factor not in known:
            raise PackFault((*path, "factors", n), f"there is no factor {quoted(factor)}")
    if item.role == "red_flag":
        _check_flag(item, path, entry)


def _check_flag(item: ItemEntry, path: Path, entry: InstrumentEntry) -> None:
    if item.yp is not None or item.carer is not None:
        raise PackFault((*path, "yp"), "a safety flag is never read out: yp and carer are null")
    if entry.escalations.get(item.escalation or "", 0) == 0:
        named = quoted(item.escalation)
        raise PackFault((*path, "escalation"), f"{named} is not an escalation above rank 0")
    if item.do_now is None:
        raise PackFault(path, f"the flag {quoted(item.id)} does not say what to do now (do_now)")


def _section(item: ItemEntry, path: Path, entry: InstrumentEntry) -> SectionId:
    """The section named by the item, or the one its id begins with; flags may take the worker's own."""
    known = {section.id: section for section in entry.sections}
    workers = [section.id for section in entry.sections if section.practitioner_only]
    named = item.section or max(filter(item.id.startswith, known), key=len, default=None)
    if named is None and item.role == "red_flag" and len(workers) == 1:
        named = workers[0]
    if named not in known:
        where = "" if named is None else f": there is no section {quoted(named)}"
        raise PackFault((*path, "section"), f"{quoted(item.id)} belongs to no section{where}")
    if (item.role == "red_flag") != known[named].practitioner_only:
        reason = "safety flags, and only they, stand in a section for workers (practitioner_only)"
        raise PackFault(path, reason)
    return SectionId(named)


def _wordings(
    item: ItemEntry, path: Path, codes: tuple[AnswerCode, ...]
) -> Mapping[Respondent, Wording]:
    made: dict[Respondent, Wording] = {}
    for respondent, key, question, hint, options in (
        (Respondent.YOUNG_PERSON, "options", item.yp, item.hint_yp, item.options),
        (
            Respondent.CARER,
            "options_carer" if item.options_carer else "options",
            item.carer,
            item.hint_carer,
            item.options_carer or item.options,
        ),
    ):
        if question is None:
            continue
        if options is None or set(options) != set(codes):
            known = ", ".join(codes)
            raise PackFault((*path, key), f"one text for each of {known} is expected here")
        shown = tuple((AnswerCode(code), text) for code, text in options.items())
        made[respondent] = Wording(question=question, options=shown, hint=hint)
    return made


def _concern(item: ItemEntry, path: Path) -> Mapping[str, tuple[str, ...]]:
    made: dict[str, tuple[str, ...]] = {}
    for kind, value in item.concern.items():
        values = value if isinstance(value, tuple) else (value,)
        if not all(isinstance(each, str) for each in values):
            raise PackFault((*path, "concern", kind), "text or a list of texts is expected here")
        made[kind] = values
    return made
