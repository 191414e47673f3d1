from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb_builder.index.text import excerpt, plain, well_formed

WORDS_THAT_STAY = [
    "snake_case",
    "a*b",
    "2 * 3 * 4",
    "*args and **kwargs",
    "__init__",
    r"C:\Temp\_x",
    r"HKLM\SOFTWARE\Halyard\_Mail",
    r"\\server\share\_x",
    "if a < b and c > d",
    "CASE-000417",
    "user@halyard.example",
    "[Error] 0x80070005",
    "1. Open the console",
]


@pytest.mark.parametrize("text", WORDS_THAT_STAY)
def test_words_with_signs_in_them_stay_as_they_are(text: str) -> None:
    assert plain(text) == text


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("**bold**, *it* and _em_", "bold, it and em"),
        ("***both*** and **`code`**:", "both and code:"),
        ("**Set_Mail_User**", "Set_Mail_User"),
        ("# Title", "Title"),
        ("> quoted\n> on", "quoted\non"),
        ("> [!NOTE]\n> text", "text"),
        ("- [ ] task\n* item", "task\nitem"),
        ("above\n\n---\n\nbelow", "above\nbelow"),
        ("| a | b |\n|---|:-:|\n| 1 | 2 |", "| a | b |\n| 1 | 2 |"),
        ("[text](https://a.example/b_(c).png 'T')", "text"),
        ("![a [b] c](x.png)", "a [b] c"),
        ('[`code`](<a b> "T")', "code"),
        ("[![shield](a.png)](b.html) x", "shield x"),
        ("<https://a.example/x_y_> and <a@b.example>", "https://a.example/x_y_ and a@b.example"),
        ("one<br>two <b>three</b>", "one two  three "),
        ("shown<!-- not shown -->", "shown "),
        ("shown<!-- never closed", "shown "),
        ("&lt;tenant&gt; &amp; &#65;", "<tenant> & A"),
    ],
)
def test_markup_goes_and_its_text_stays(markdown: str, text: str) -> None:
    assert plain(markdown).strip("\n") == text


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("`<tenant>` and <b>tag</b>", "<tenant> and  tag "),
        (r"\<FirstName> \*not\* snake\_case", "<FirstName> *not* snake_case"),
        (r"`C:\Temp\`, `a\_b`", r"C:\Temp\, a\_b"),
        ("`` a`b ``", " a`b "),
        ("`*args` and `__init__`", "*args and __init__"),
        ("an odd ` stays", "an odd ` stays"),
        (r"\`not code\` *em*", "`not code` em"),
    ],
)
def test_code_and_escapes_keep_their_signs(markdown: str, text: str) -> None:
    assert plain(markdown) == text


@pytest.mark.parametrize("fence", ["```", "~~~~"])
def test_fenced_code_stays_as_it_is_without_its_fences(fence: str) -> None:
    code = '  $_ | % { "*a*" } # <x> [l](m) \\_'
    assert plain(f"Run:\n{fence}powershell\n{code}\n{fence}\n*after*") == f"Run:\n{code}\nafter"


def test_a_fence_is_closed_only_by_its_own_kind_and_length() -> None:
    assert plain("````\n```\n*x*\n````\n*y*") == "```\n*x*\ny"


def test_an_open_fence_reaches_to_the_end() -> None:
    assert plain("```\n*x*\n\n# y") == "*x*\n\n# y"


HOSTILE = [
    *"[]()*_`<>!\\ \n-#|&~\0",
    *("](", "[a](", "[a]( ", "![", "[[a]", '](a "', "](<", "[!NOTE]\n", "- [ ]", "> "),
    *("<!--", "<!-- -", "<a", "<a@", "<a:", "&#", "&a", "C:\\", "HK_", "\\\\a"),
    *("` `` ", "`\n\n``", "~~~\n", "```\n", "**a ", "*a* ", "_a ", "a_", "__a", "__a__ "),
]


@pytest.mark.parametrize("unit", HOSTILE, ids=repr)
def test_hostile_text_takes_time_in_proportion_to_its_length(unit: str) -> None:
    length = 100_000
    texts = [
        unit * (length // len(unit)),
        unit * (length // 2 // len(unit)) + " x" * (length // 4),
        unit + "x" * length + unit,
        unit + " " * length + unit,
    ]
    for text in texts:
        start = time.process_time()
        plain(text)
        assert time.process_time() - start < 2, "quadratic: each takes far below half a second"


@given(st.text(alphabet="ab _*`[]()<>!\\\n-#|&;~>\"'\0" + "\ud800é"))
def test_any_text_has_a_plain_form(text: str) -> None:
    assert "\0" not in plain(text)


def test_an_excerpt_is_one_line_cut_between_words() -> None:
    assert excerpt("**One** two\n\nthree", 13) == "One two three"
    assert excerpt("One two three four", 13) == "One two…"
    assert excerpt("One two, three four", 14) == "One two…"


def test_an_excerpt_of_one_long_word_is_cut_within_it() -> None:
    assert excerpt("x" * 50, 10) == "x" * 9 + "…"


@given(st.text(), st.integers(5, 50))
def test_an_excerpt_is_never_longer_than_asked(text: str, length: int) -> None:
    cut = excerpt(text, length)
    assert len(cut) <= length
    assert "\n" not in cut


def test_surrogates_become_what_utf_8_can_hold() -> None:
    assert well_formed("\ud83d\ude00 a") == "\U0001f600 a"
    assert well_formed("caf\udce9.md") == "caf\\udce9.md"
    assert well_formed("plain é") == "plain é"
