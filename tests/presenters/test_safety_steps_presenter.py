"""Safety steps work with nothing filled in."""

from vrn_desktop.presenters.get_help_state import GetHelpState, HelpLine
from vrn_desktop.presenters.safety_steps.safety_steps_presenter import (
    NO_LEAD,
    SafetyStepsPresenter,
)


def test_ti_03_emergency_lead_and_crisis_line_are_there_in_order() -> None:
    presenter = SafetyStepsPresenter(
        GetHelpState(lead_name="Alex Made-Up", lead_number="01632 960001"), leave=lambda: None
    )
    numbers = [line.number for step in presenter.state.steps for line in step.lines]
    assert numbers == ["999", "01632 960001", "111, option 2"]


def test_ti_03_the_steps_need_no_record_and_no_field() -> None:
    presenter = SafetyStepsPresenter(GetHelpState(), leave=lambda: None)
    assert NO_LEAD in [step.words for step in presenter.state.steps]
    assert presenter.state.grounding


def test_further_lines_of_the_area_are_listed() -> None:
    line = HelpLine(number="01632 960777", who="Invented night line")
    presenter = SafetyStepsPresenter(GetHelpState(more_lines=(line,)), leave=lambda: None)
    assert line in [line for step in presenter.state.steps for line in step.lines]


def test_leaving_goes_back_where_one_came_from() -> None:
    left: list[str] = []
    SafetyStepsPresenter(GetHelpState(), leave=lambda: left.append("left")).leave()
    assert left == ["left"]
