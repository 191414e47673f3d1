from __future__ import annotations

import re

import pytest

from kb_builder.model.signature import (
    UnusableSignatureError,
    compiled,
    signature_problem,
    usable_signatures,
)


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


def test_the_unusable_are_left_out() -> None:
    assert usable_signatures(["code 1", "(?i)code", "code 2"]) == (
        "[Cc][Oo][Dd][Ee] 1",
        "[Cc][Oo][Dd][Ee] 2",
    )
