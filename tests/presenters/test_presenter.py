"""A presenter draws now, after each change, and no more once its screen is gone."""

from vrn_desktop.presenters.presenter import Presenter


def test_it_draws_now_and_after_each_change() -> None:
    drawn: list[int] = []
    presenter = Presenter(1)
    presenter.attach(drawn.append)
    presenter.show(2)
    assert drawn == [1, 2]
    assert presenter.state == 2


def test_it_draws_no_more_after_the_screen_is_gone() -> None:
    drawn: list[int] = []
    presenter = Presenter(1)
    presenter.attach(drawn.append)
    presenter.detach()
    presenter.show(2)
    assert drawn == [1]
    assert presenter.state == 2
