"""Words of feeds lead to this program's kinds of help, and the sensitive ones are never missed."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.content.service_feeds.invented_feed import read_one
from vrn_desktop.content.resource_files import shipped_services_text
from vrn_desktop.content.service_feeds.category_words import (
    category_words_from_text,
    shipped_category_words,
)
from vrn_desktop.domain.errors import ContentPackError
from vrn_desktop.domain.local_service import SENSITIVE_CATEGORIES

SENSITIVE = [
    ("description", "We also help with domestic abuse.", "domestic_abuse"),
    ("description", "A safe space for survivors of sexual violence.", "sexual_violence"),
    ("description", "Support around county lines.", "exploitation"),
    ("description", "Advice on drugs and drink.", "substance"),
    ("description", "If you feel suicidal, ring us.", "crisis"),
    ("description", "A course for perpetrators.", "own_behaviour"),
    ("name", "Women’s Aid Lantern", "domestic_abuse"),
    ("name", "ISVA service", "sexual_violence"),
    ("keywords", ["Modern slavery"], "exploitation"),
    ("keywords", ["Alcohol"], "substance"),
]


@pytest.mark.parametrize(("field", "words", "category"), SENSITIVE)
def test_sp_09_a_service_that_speaks_of_a_sensitive_kind_of_help_is_put_under_it(
    tmp_path: Path, field: str, words: Any, category: str
) -> None:
    assert category in read_one(tmp_path, **{field: words}).record.categories


def test_sp_09_a_feed_cannot_talk_a_sensitive_kind_away(tmp_path: Path) -> None:
    record = read_one(tmp_path, name="Drugs advice", vrn_categories=["health", "nonsense"]).record
    assert record.categories == ("health", "substance")


def test_other_kinds_come_from_the_name_and_terms_only(tmp_path: Path) -> None:
    assert read_one(tmp_path, description="We met at the football.").record.categories == ()
    assert read_one(tmp_path, name="Lantern Football").record.categories == ("activities",)
    assert read_one(tmp_path, name="Mindful Sportswear").record.categories == ()


def test_the_shipped_words_know_exactly_the_kinds_of_the_starter_directory() -> None:
    starter = yaml.safe_load(shipped_services_text())["categories"]
    assert list(shipped_category_words().known) == list(starter)
    sought = shipped_category_words().anywhere.values()
    assert {category for found in sought for _, category in found} == SENSITIVE_CATEGORIES


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("version: '1'\ncategories: {a: {named: [Big]}}", "lower case"),
        ("version: '1'\ncategories: {a: {named: ['--']}}", "lower case"),
        ("version: '1'\ncategories: {a: {spoken: [x]}}", "spoken"),
        ("version: '1'\ncategories: {}", "categories"),
    ],
)
def test_words_that_could_never_be_found_are_refused(text: str, place: str) -> None:
    with pytest.raises(ContentPackError, match=place):
        category_words_from_text(text, "words.yaml")
