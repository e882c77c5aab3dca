"""Help opens at the page of the screen one came from, without signing in."""

from vrn_desktop.content.help_topics import help_topics, licences
from vrn_desktop.presenters.help.help_presenter import (
    FIRST_TOPIC,
    KEYS_TOPIC,
    TOPIC_OF_PLACE,
    HelpPresenter,
)
from vrn_desktop.presenters.navigation_presenter import Place, Route


def presenter(came_from: Place | None = None, routes: list[Route] | None = None) -> HelpPresenter:
    return HelpPresenter(
        help_topics(),
        licences,
        version="1.0",
        leave=lambda: None,
        go=(routes if routes is not None else []).append,
        came_from=came_from,
    )


def test_every_place_leads_to_a_page_that_is_there() -> None:
    there = {topic.id for topic in help_topics()}
    assert set(TOPIC_OF_PLACE.values()) | {FIRST_TOPIC, KEYS_TOPIC} <= there


def test_f1_opens_the_page_of_the_screen() -> None:
    topic = presenter(Place.LEVEL).state.topic
    assert topic is not None
    assert topic.id == "level"
    other = presenter(Place.HOME).state.topic
    assert other is not None
    assert other.id == FIRST_TOPIC


def test_about_names_version_and_licences() -> None:
    helping = presenter()
    helping.open_about()
    assert helping.state.about
    assert helping.state.version == "1.0"
    helping.open_licence("Lucide (icons)")
    assert helping.state.licence is not None
    assert "ISC" in helping.state.licence.text
    helping.open_topic(KEYS_TOPIC)
    assert not helping.state.about


def test_ti_03_safety_steps_are_one_step_away() -> None:
    routes: list[Route] = []
    presenter(routes=routes).show_safety_steps()
    assert routes == [Route(place=Place.SAFETY_STEPS)]


def test_looking_for_words_lists_pages_with_a_sentence() -> None:
    helping = presenter()
    helping.look_for(" Caps  LOCK ")
    assert [found.topic.id for found in helping.state.found] == ["passphrase"]
    assert "Caps Lock" in helping.state.found[0].sentence
    helping.open_topic("passphrase")
    assert (helping.state.search, helping.state.found) == ("", ())


def test_nothing_typed_shows_the_open_page_again() -> None:
    helping = presenter()
    before = helping.state.topic
    helping.look_for("backup")
    helping.look_for("  ")
    assert (helping.state.topic, helping.state.search, helping.state.found) == (before, "", ())
