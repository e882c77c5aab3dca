"""Safety steps in order, with the numbers; no sign-in, no record and no field is needed (TI-03)."""

from collections.abc import Callable
from dataclasses import dataclass

from vrn_desktop.presenters.get_help_state import (
    EMERGENCY,
    MENTAL_HEALTH_CRISIS,
    GetHelpState,
    HelpLine,
)
from vrn_desktop.presenters.presenter import Presenter


@dataclass(frozen=True, slots=True, kw_only=True)
class SafetyStep:
    """One step: what to do, a few words about it, and the lines to call if there are any."""

    title: str
    words: str
    icon: str
    lines: tuple[HelpLine, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SafetyStepsState:
    """Steps in the order to take them, and things that calm; nothing about anybody."""

    steps: tuple[SafetyStep, ...]
    grounding: tuple[str, ...]


STAY = SafetyStep(
    title="Stay with them",
    words=(
        "Keep your voice low and slow. You do not have to solve it alone, and you do not have to "
        "ask anything else now."
    ),
    icon="hand-heart",
)
DANGER = SafetyStep(
    title="Someone is in danger now: call 999",
    words="Say where you are first. If you cannot speak, press 55 when you are asked.",
    icon="phone",
    lines=(HelpLine(number=EMERGENCY.number, who=EMERGENCY.who),),
)
CRISIS = SafetyStep(
    title="Thinking of suicide, or badly hurt by worry",
    words="Call together if they want to. Do not leave them on their own.",
    icon="heart-handshake",
    lines=(MENTAL_HEALTH_CRISIS,),
)
TELL_THEM = SafetyStep(
    title="Say what happens next",
    words=(
        "Tell them what you will do, who will hear it, and why, unless that would put someone at "
        "more risk. Let them choose what they can choose."
    ),
    icon="message-circle",
)
WRITE = SafetyStep(
    title="Write it down afterwards",
    words="What was said in their words, what you did, whom you told, and when.",
    icon="notebook-pen",
)
LEAD_TITLE = "Call your safeguarding lead"
LEAD_WORDS = "Worried and not sure what to do? Call before you decide alone. Today, not tomorrow."
NO_LEAD = "No number is kept on this laptop yet. Ask a colleague who leads on safeguarding here."
GROUNDING = (
    "Push your feet into the floor. Feel it hold you.",
    "Name five blue things you can see.",
    "Breathe out slowly, like cooling soup. Three times.",
)


class SafetyStepsPresenter(Presenter[SafetyStepsState]):
    """`leave` goes back to where one came from, the unlock screen too."""

    def __init__(self, get_help: GetHelpState, *, leave: Callable[[], None]) -> None:
        lead = SafetyStep(
            title=LEAD_TITLE,
            words=LEAD_WORDS if get_help.lead_number else NO_LEAD,
            icon="shield-check",
            lines=_lead_lines(get_help),
        )
        more = SafetyStep(
            title="More lines to call",
            words="They do not have to give their name.",
            icon="life-buoy",
            lines=get_help.more_lines,
        )
        steps = (STAY, DANGER, lead, CRISIS, *((more,) if more.lines else ()), TELL_THEM, WRITE)
        super().__init__(SafetyStepsState(steps=steps, grounding=GROUNDING))
        self.leave = leave


def _lead_lines(get_help: GetHelpState) -> tuple[HelpLine, ...]:
    if not get_help.lead_number:
        return ()
    return (HelpLine(number=get_help.lead_number, who=get_help.lead_name),)
