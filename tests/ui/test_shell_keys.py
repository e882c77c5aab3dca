"""Where the keys lead that work on every page."""

from ui.shell_keys import text_percent_after
from ui.shortcuts import ShellAction


def test_text_grows_in_steps_to_twice_its_size_and_back() -> None:
    sizes = [100]
    for _ in range(6):
        sizes.append(text_percent_after(ShellAction.LARGER_TEXT, sizes[-1]))
    assert sizes == [100, 125, 150, 175, 200, 200, 200]
    assert text_percent_after(ShellAction.SMALLER_TEXT, 200) == 175
    assert text_percent_after(ShellAction.SMALLER_TEXT, 100) == 100
    assert text_percent_after(ShellAction.USUAL_TEXT, 175) == 100
    assert text_percent_after(ShellAction.LOCK, 175) == 175
