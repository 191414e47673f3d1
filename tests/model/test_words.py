from __future__ import annotations

import pytest

from kb_builder.model.words import closest, count_words, quoted, slugify


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        ("… – !", 0),
        ("The host's name isn’t v7.2.1-beta", 5),
        ("Не открывается почта", 3),
        ("日本語です。", 5),
        ("密码错误", 4),
        ("โปรแกรม", 7),
        ("Mailが開かない", 6),
        ("パスワードreset", 6),
        ("한국어 단어", 2),
    ],
)
def test_words_are_counted_in_every_script(text: str, words: int) -> None:
    assert count_words(text) == words


def test_the_closest_choice_is_found_whatever_its_case_and_none_where_none_is_near() -> None:
    assert closest("severty", ["Severity", "Status"]) == "Severity"
    assert closest("xyz", ["Severity", "Status"]) is None


def test_words_are_quoted() -> None:
    assert quoted(["a", "b c"]) == "`a`, `b c`"


@pytest.mark.parametrize(
    ("text", "slug"),
    [("Sign-in > Token  cache", "sign-in-token-cache"), ("Épée_à", "epee-a"), ("Почта", "почта"),
     ("../", "")],
)  # fmt: skip
def test_a_slug_keeps_letters_and_joins_words(text: str, slug: str) -> None:
    assert slugify(text) == slug
