"""No markup but a little, nothing unseen, and cleaning twice is cleaning once."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vrn_desktop.content.service_feeds.formula_cells import guarded, without_guard
from vrn_desktop.content.service_feeds.text_cleaning import clean_line, clean_text, has_invisible
from vrn_desktop.content.service_feeds.web_address import web_page

HOSTILE = st.text(
    alphabet=st.one_of(st.sampled_from("<>&;/#x\"'= \n\t\xa0\u200b\u202e"), st.characters())
)
PIECES = st.lists(
    st.sampled_from(
        [
            "<p>",
            "</p>",
            "<script>alert(1)</script>",
            "<a href='javascript:x'>",
            '<a href="tel:1">',
            "</a>",
            "&lt;b&gt;",
            "&amp;",
            "&nbsp;",
            "<img src=x onerror=y>",
            "text",
            "<li>",
            "<",
            ">",
            "&#x202e;",
            "<!--",
            "-->",
            "<svg/onload=1>",
        ]
    )
).map("".join)


@given(st.one_of(HOSTILE, PIECES))
def test_a_letter_never_holds_markup_or_unseen_characters(text: str) -> None:
    for found in (clean_text(text).plain, clean_line(text).plain):
        assert "<" not in found
        assert ">" not in found
        assert "&nbsp;" not in found
        assert not has_invisible(found)


@given(st.one_of(HOSTILE, PIECES))
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    once = clean_text(text)
    assert clean_text(once.plain).plain == once.plain
    assert clean_text(once.markup).markup == once.markup
    assert clean_line(clean_line(text).plain).plain == clean_line(text).plain


@given(PIECES)
def test_markup_keeps_only_what_is_allowed(text: str) -> None:
    markup = clean_text(text).markup.casefold()
    for never in ("<script", "onerror", "onload", "javascript", "<img", "<svg", "<!--"):
        assert never not in markup


@pytest.mark.parametrize(
    ("text", "plain", "markup"),
    [
        ("<p>One&nbsp;two</p><p>three</p>", "One two\n\nthree", "<p>One two</p><p>three</p>"),
        ("<ul><li>a<li>b</ul>", "• a\n• b", "<ul><li>a</li><li>b</li></ul>"),
        ("&lt;p&gt;Twice&lt;/p&gt;", "Twice", "<p>Twice</p>"),
        ("ages <18 & up", "ages ‹18 & up", ""),
        ("fish &amp; chips", "fish & chips", ""),
        ("<div>Only <b>bold</b></div>", "Only bold", ""),
        ("a\r\nb\n\n\n\nc", "a\nb\n\nc", ""),
    ],
)
def test_texts_as_feeds_write_them(text: str, plain: str, markup: str) -> None:
    found = clean_text(text)
    assert (found.plain, found.markup) == (plain, markup)


def test_scripts_that_join_their_letters_keep_their_joiners() -> None:
    persian = "می\u200cخواهم"
    assert clean_line(persian).plain == persian


@given(st.one_of(st.text(min_size=1), st.text(alphabet="'=+-@\t1 .(", min_size=1)))
def test_a_guarded_cell_comes_back_and_never_begins_like_a_formula(cell: str) -> None:
    assert without_guard(guarded(cell)) == cell
    harmless = guarded(cell).lstrip("+-").replace(" ", "").replace(".", "")
    assert guarded(cell)[0] not in "=+-@\t\r" or harmless.strip("()").isdigit() or not harmless


@given(st.one_of(st.text(), st.text(alphabet="htps:/.@a#?[]%é \u202e")))
def test_an_address_of_a_page_is_one_for_good(text: str) -> None:
    page = web_page(text)
    assert web_page(page) == page
    assert page.isascii()
    assert not page or page.startswith(("http://", "https://"))


@pytest.mark.parametrize("box", ["<div>", "<ul><li>", "<b><i>", "<table><tr><td>"])
def test_boxes_in_boxes_lose_their_markup_and_keep_their_words(box: str) -> None:
    found = clean_text(f"before {box * 20_000} inside")
    assert (found.plain, found.markup) == ("before inside", "")
    assert found.removed == ("markup nested too deep was dropped",)
