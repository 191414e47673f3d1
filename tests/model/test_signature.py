from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from kb_builder.index.text import plain
from kb_builder.load import load_content
from kb_builder.model.signature import (
    UnusableSignatureError,
    compiled,
    signature_problem,
    translated,
    usable_signatures,
)

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("pattern", "message", "help"),
    [
        ("", "the signature is empty", "write the part of a log line that is always the same"),
        (
            "a" * 301,
            "the signature has 301 characters, where 300 are the most",
            "keep the part that tells the issue from others",
        ),
        ("code\ud800", "the signature has half a character", "write it anew"),
        ("(?=code)", "`(?=` looks ahead or behind", "match the text itself, or leave it out"),
        ("(?<!x)code", "`(?<!` looks ahead or behind", "match the text itself, or leave it out"),
        ("(?<=x)code", "`(?<=` looks ahead or behind", "match the text itself, or leave it out"),
        ("(?P<a>code)", "`(?P` is for groups with names", "write `(` instead"),
        ("(?<a>code)", "`(?<a` is for groups with names", "write `(` instead"),
        ("(?>code)", "`(?>` is a group that never gives back", "write `(?:`"),
        ("(?i)code", "`(?i` sets flags", "leave it out: small letters match capitals anyway"),
        ("(?-i:code)", "`(?-` sets flags", "leave it out: small letters match capitals anyway"),
        ("(?#code)", "`(?#` has no meaning here", "write `(` or `(?:`"),
        ("(?", "`(?` has no meaning here", "write `(` or `(?:`"),
        (r"(code)\1", r"`\1` refers back to a group", "write out what it stands for"),
        (
            r"code\x41",
            r"`\x` has no meaning here",
            r"after `\` goes one of `dDwWsSbtnr` or a punctuation mark",
        ),
        (
            r"code[\b]",
            r"`\b` has no meaning here",
            r"after `\` goes one of `dDwWsSbtnr` or a punctuation mark",
        ),
        (
            "code\\",
            r"the signature ends with a single `\`",
            r"write `\\` for the character",
        ),
        ("code++", "`++` repeats without ever giving back", "write `+`"),
        ("code{2}+", "`{2}+` repeats without ever giving back", "write `{2}`"),
        ("*code", "`*` has nothing to repeat", r"write `\*` for the character"),
        ("code**", "`*` has nothing to repeat", r"write `\*` for the character"),
        ("(?code)", "`(?c` sets flags", "leave it out: small letters match capitals anyway"),
        (
            "code^*",
            "`^*` repeats a place, not a text",
            r"leave out `*`, or write `\*` for the character",
        ),
        (
            '{"error": 5}',
            "`{` starts no limit",
            r"write a limit as `{2,5}`, and `\{` for the character",
        ),
        (
            "code{,5}",
            "`{` starts no limit",
            r"write a limit as `{2,5}`, and `\{` for the character",
        ),
        ("code{3,}", "`{3,}` has no upper limit", "write one, such as `{3,40}`"),
        ("code{5,2}", "`{5,2}` has its limits the wrong way round", "write `{2,5}`"),
        ("code{1,201}", "`{1,201}` repeats more than 200 times", "write a lower limit"),
        ("code{0}", "`{0}` repeats nothing", "leave it out"),
        (
            "code (a|b",
            "the group that starts with `(a|b` is not closed",
            r"write `)` where it ends, or `\(` for the character",
        ),
        ("code)", "`)` closes no group", r"write `\)` for the character"),
        (
            "code [a-f and all that follows",
            "the class that starts with `[a-f and all that f…` is not closed",
            r"write `]` where it ends, or `\[` for the character",
        ),
        (
            "code[]]",
            "`[]` has no characters",
            r"write `\[` and `\]` for the characters",
        ),
        (r"code[^\s\S]", r"`[^\s\S]` has no characters", "leave it out"),
        (
            "code[A-z]",
            "`A-z` is no range of digits, small letters or capitals",
            r"write a range as `0-9` or `a-f`, and `\-` for the character",
        ),
        (
            r"code[\w-x]",
            r"`\w-x` is no range of digits, small letters or capitals",
            r"write a range as `0-9` or `a-f`, and `\-` for the character",
        ),
        (
            "code" + "(" * 11 + "a" + ")" * 11,
            "groups stand more than 10 deep in each other",
            "write fewer groups",
        ),
        (
            "code(a?)*",
            "`(a?)*` repeats what may be nothing",
            "let the group match one character at the least",
        ),
        (
            "code(a+)+",
            "`(a+)+` repeats a repeat",
            "take one of them out, or give both low limits, such as `{1,3}`",
        ),
        (
            "code((a{1,9}b){2}c){12}",
            "`((a{1,9}b){2}c){12}` repeats a repeat",
            "take one of them out, or give both low limits, such as `{1,3}`",
        ),
        (
            "abc.*",
            "3 letters or digits are certain to occur, where 4 are the fewest",
            "write more of the text that is always the same",
        ),
        (
            "code|a",
            "1 letter or digit is certain to occur, where 4 are the fewest",
            "write more of the text that is always the same",
        ),
        (
            "[abcd][abcd]",
            "0 letters or digits are certain to occur, where 4 are the fewest",
            "write more of the text that is always the same",
        ),
        (
            ".*code",
            "the signature starts with the repeat `.*`",
            "start it with fixed text: it is looked for anywhere in a log",
        ),
        (
            r"\d+? codes",
            r"the signature starts with the repeat `\d+?`",
            "start it with fixed text: it is looked for anywhere in a log",
        ),
        *(
            (
                pattern,
                "the signature could take too long on a long log",
                "start it with a fixed word, and give its repeats low limits, such as `.{0,40}`",
            )
            for pattern in (
                "code.*.*x",
                r"code\d+\d+x",
                "code(a|ab)*x",
                "code(a|a)*x",
                "code(a|b|ab){1,20}x",
                "aaaa.{0,200}b",
                "(.*)code",
                "code(.{0,9}x){3}.*y",
            )
        ),
    ],
)
def test_what_cannot_be_used_is_told_with_how_to_mend_it(
    pattern: str, message: str, help: str
) -> None:
    problem = signature_problem(pattern)
    assert problem
    assert (problem.message, problem.help) == (message, help)
    with pytest.raises(UnusableSignatureError, match=re.escape(message)):
        compiled(pattern)


@pytest.mark.parametrize(
    ("pattern", "found", "missed"),
    [
        ("error 0x80070005", "ERROR 0X80070005", "error 0x80070006"),
        (r"error \d+", "error ７: error 7", "error ٣"),
        (r"code\w", "code_", "codeé"),
        (r"code\sx", "code\u00a0x", "code\u2003x"),
        (r"code\Sx", "codeéx", "code x"),
        ("code.x", "code\u2028x", "code\nx"),
        ("code.x", "code😀x", "code\rx"),
        ("^code$", "a\r\ncode\r\nb", "a\u2028code"),
        (r"\bcode\b", "écode-", "_code"),
        ("code[a-cX-]", "code-", "coded"),
        ("code[a-cX]", "codeB codex", "coded"),
        ('code="[^"]+"', 'code="\n"', 'code=""'),
        ("Größe fehlt", "GRÖSSE FEHLT GRÖßE fehlt", "GROßE FEHLT"),
        ("disk", "dis\u212a DISK", "dis\u212a"),
        ("status", "STATUS", "\u017ftatus"),
        ("ошибка", "ОШИБКА", "ошибки"),
        (r"\{code\}: \[a]", "{code}: [a]", "code: a"),
        ("code (one|t[wv]o|)!", "code TVO!", "code three!"),
        ("connection from ([0-9]{1,3}\\.){3}\\d{1,3} refused", "connection from 10.0.0.17 refused", "connection from 10.0.17 refused"),
        ("failed: .*? not trusted", "failed: " + "x" * 100 + " not trusted", "failed: " + "x" * 101 + " not trusted"),
        (r"HID\d{5}: .{0,40} at .{0,40}x", "HID50011: a at b at x", "HID50011: a at b"),
        (r"at com\.halyard\.\w+\.open\(", "at com.halyard.Store.open(Store.java)", "at com.halyard.open("),
    ],
)  # fmt: skip
def test_a_signature_means_what_its_writer_expects(pattern: str, found: str, missed: str) -> None:
    assert signature_problem(pattern) is None
    assert compiled(pattern).search(found)
    assert not compiled(pattern).search(missed)


def test_the_spelling_needs_no_flag_in_either_engine() -> None:
    assert translated(r"^HIDX\d{5}: .*x?") == (
        r"(?<![^\x0a\x0d])[Hh][Ii][Dd][Xx][0-9]{5}\x3a [^\x0a\x0d]{0,100}[Xx]{0,1}"
    )


def test_the_unusable_are_left_out() -> None:
    assert usable_signatures(["code 1", "(?i)code", "code 2"]) == (
        "[Cc][Oo][Dd][Ee] 1",
        "[Cc][Oo][Dd][Ee] 2",
    )


_PIECES = st.sampled_from(
    ["code", "error ", "1", "é", "ß", "k", "s", "😀", " ", "-", "\n", ".", r"\d", r"\w", r"\s", r"\S",
     r"\W", r"\D", r"\b", "^", "$", "[ab]", "[^a]", "[a-f0-9]", r"[\s\S]", r"[^\w]", "[é😀]", "[^😀]",
     r"\.", r"\\", r"\-", "(a|ab)", "(?:x|)", "(1|😀s)", "]", "}", "#", "~", "&&", "/"]
)  # fmt: skip
_REPEATS = st.sampled_from(["", "", "", "", "?", "*", "+", "*?", "{2}", "{0,9}", "{1,3}?"])
_PATTERNS = st.builds(
    lambda start, parts: start + "".join(piece + repeat for piece, repeat in parts),
    st.sampled_from(["code", "^code", r"\bcode", "(code|error)"]),
    st.lists(st.tuples(_PIECES, _REPEATS), max_size=6),
)
_TEXTS = st.lists(
    st.sampled_from(
        ["code", "CODE", "Error ", "1", "é", "É", "ß", "ẞ", "k", "\u212a", "s", "ſ", "İ", "ı", "😀",
         " ", "\u00a0", "\u2003", "-", "_", "\n", "\r", "\r\n", "\u2028", "\x85", "\v", "\0", "a",
         "ab", "x", "٣", ".", "\\"]
    )
    | st.characters(exclude_categories=["Cs"]),
    max_size=12,
).map("".join)  # fmt: skip


@given(st.text() | st.text("ab1(|)[]{}?*+,^$.\\-dwsb:=!<>PiÀ\n") | _PATTERNS)
@settings(max_examples=2000, deadline=None)
def test_any_text_is_refused_or_can_be_run(pattern: str) -> None:
    if signature_problem(pattern) is None:
        assert not compiled(pattern).search("")


class Browser:
    """A node process that says, as a browser would, which texts a pattern matches."""

    _SCRIPT = """
    for await (const line of require("node:readline").createInterface({ input: process.stdin })) {
      const [pattern, texts] = JSON.parse(line);
      const expression = new RegExp(pattern, "u");
      console.log(JSON.stringify(texts.map((text) => expression.test(text))));
    }
    """

    def __init__(self) -> None:
        self.process = subprocess.Popen(
            ["node", "-e", f"(async () => {{{self._SCRIPT}}})()"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="utf-8",
        )

    def matches(self, pattern: str, texts: list[str]) -> list[bool]:
        assert self.process.stdin and self.process.stdout
        print(json.dumps([pattern, texts]), file=self.process.stdin, flush=True)
        answer: list[bool] = json.loads(self.process.stdout.readline())
        return answer


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    if shutil.which("node") is None:
        pytest.skip("node is not installed: the browser's expressions cannot be run")
    browser = Browser()
    yield browser
    browser.process.communicate()


@given(_PATTERNS, st.lists(_TEXTS, min_size=1, max_size=8), st.data())
@settings(max_examples=500, deadline=None)
def test_both_engines_match_the_same_texts(
    browser: Browser, pattern: str, texts: list[str], data: st.DataObject
) -> None:
    assume(signature_problem(pattern) is None)
    expression = compiled(pattern)
    texts = [*texts, *(f"code{text}" for text in texts), *(f"a\ncode{text}\r" for text in texts)]
    if not re.search(r"\\b|[$^]", pattern):
        # A text that matches, which hardly any text does by chance.
        texts.append(data.draw(st.from_regex(expression)))
    assert browser.matches(expression.pattern, texts) == [
        bool(expression.search(text)) for text in texts
    ]


def test_every_character_is_of_the_same_classes_in_both(browser: Browser) -> None:
    codes = [*range(0xD800), *range(0xE000, 0x10000), *range(0x10000, 0x110000, 97)]
    texts = [f"code{chr(code)}" for code in codes]
    for inside in (".", r"\d", r"\W", r"\s", "k", "s", "ß", "i", "[^é]", r"\b.", "$", r"[^\d]"):
        expression = compiled(f"code{inside}")
        found = [bool(expression.search(text)) for text in texts]
        assert browser.matches(expression.pattern, texts) == found


def test_each_signature_of_the_example_finds_its_own_record() -> None:
    records = load_content(ROOT / "content").records
    signed = [(record, signature) for record in records for signature in record.signatures]
    assert len(signed) >= 5
    for record, signature in signed:
        found = [other for other in records if compiled(signature).search(plain(other.symptom))]
        assert record in found
        assert all(record.id in (other.id, other.case) for other in found)
