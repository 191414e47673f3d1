from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kb_builder.index.analyzer import terms
from kb_builder.index.passage import passage

TEXT = "The first words say little. Then the mailbox is full, and its quota is reached at last."


def marked(text: str, query: str, length: int) -> str:
    pieces = passage(text, set(terms(query)), length)
    return "".join(f"[{piece}]" if is_marked else piece for piece, is_marked in pieces)


@pytest.mark.parametrize(
    ("query", "length", "expected"),
    [
        ("mailbox", 200, TEXT.replace("mailbox", "[mailbox]")),
        ("", 30, "The first words say little. …"),
        ("unknown", 30, "The first words say little. …"),
        ("Mailboxes", 30, "… say little. Then the [mailbox] …"),
        ("mailbox quota", 31, "… [mailbox] is full, and its [quota] …"),
        ("mailbox quota", 29, "… say little. Then the [mailbox] …"),
        ("last", 20, "… is reached at [last]."),
        ("reached last", 20, "… is [reached] at [last]."),
        ("first", 9, "The [first] …"),
        ("quota", 1, "… [quota] …"),
    ],
)
def test_the_first_stretch_with_most_of_the_words_is_shown_and_they_are_marked(
    query: str, length: int, expected: str
) -> None:
    assert marked(TEXT, query, length) == expected


def test_a_word_that_comes_often_counts_once() -> None:
    text = "cache cache cache and then a token with its cache"
    assert marked(text, "token cache", 20) == "… [token] with its [cache]"


def test_an_identifier_is_marked_by_any_of_its_parts() -> None:
    assert marked("see HALYARDMAIL.EXE now", "exe", 99) == "see [HALYARDMAIL.EXE] now"


def test_blanks_and_lines_within_the_stretch_stay_and_those_around_it_go() -> None:
    assert passage("  one\n two  \n", {"two"}, 99) == [("one\n ", False), ("two", True)]


@pytest.mark.parametrize("text", ["", "   \n\t"])
def test_a_text_without_words_has_no_passage(text: str) -> None:
    assert passage(text, {"x"}, 99) == []


@settings(deadline=None)
@given(
    st.text(st.sampled_from("abc \n.-é") | st.characters()),
    st.sets(st.sampled_from(["a", "b", "c", "ab", "bc", "a-b"])),
    st.integers(1, 40),
)
def test_the_pieces_are_a_stretch_of_the_text_cut_between_words(
    text: str, wanted: set[str], length: int
) -> None:
    pieces = passage(text, wanted, length)
    joined = "".join(piece for piece, _ in pieces)
    words = text.split()
    starts = bool(pieces) and pieces[0] == ("… ", False)
    ends = bool(pieces) and pieces[-1] == (" …", False)
    stretch = joined[2 if starts else 0 : -2 if ends else None]
    assert stretch in text
    assert stretch == stretch.strip()
    shown = stretch.split()
    assert any(words[at : at + len(shown)] == shown for at in range(len(words) + 1))
    if not starts:
        assert words[: len(shown)] == shown
    if not ends:
        assert words[len(words) - len(shown) :] == shown
    assert len(stretch) <= max([length, *map(len, words)])
    assert all(piece for piece, _ in pieces)
    for piece, is_marked in pieces:
        if is_marked:
            assert set(terms(piece)) & wanted
        else:
            assert not any(set(terms(word)) & wanted for word in piece.split())
