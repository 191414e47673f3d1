from __future__ import annotations

import pytest

from kb_builder.drafting.log import fenced, read_log, with_log, with_quote
from kb_builder.model.settings import Settings

ERROR = "2026-03-03 10:00:02 FS01 ERROR The file could not be written. (0x80070005)"
QUOTED = "ERROR The file could not be written. (0x80070005)"


def log(*lines: str) -> str:
    return "\n".join(lines)


def test_what_is_private_is_replaced_by_the_same_name_everywhere() -> None:
    written = log(
        "login of anna.berg@fabrikam-mail.de", ERROR, "logout of anna.berg@fabrikam-mail.de"
    )
    found = read_log(written.encode(), Settings())
    assert found.text == log("login of <user1>", ERROR, "logout of <user1>")
    assert [(one.placeholder, one.what, one.times) for one in found.replaced] == [
        ("<user1>", "a mail address", 2)
    ]


def test_the_line_to_quote_has_an_error_code_and_no_time_or_host() -> None:
    written = log("2026-03-03 10:00:01 FS01 WARN retry failed", ERROR, "2026-03-03 ERROR later")
    assert read_log(written.encode(), Settings()).error == QUOTED


def test_without_a_code_the_first_error_line_is_quoted() -> None:
    written = log("10:00:01 all is well", "10:00:02 [db] connection refused", "10:00:03 fatal")
    assert read_log(written.encode(), Settings()).error == "[db] connection refused"


def test_a_log_without_an_error_has_nothing_to_quote() -> None:
    found = read_log(b"all is well\n", Settings())
    assert found.error == ""
    assert with_quote("It hangs.", found) == "It hangs."


def test_the_error_line_is_quoted_once() -> None:
    found = read_log(ERROR.encode(), Settings())
    quoted = with_quote("It cannot be saved.", found)
    assert quoted == f"It cannot be saved.\n\nThe log shows:\n\n```text\n{QUOTED}\n```"
    assert with_quote(quoted, found) == quoted
    assert with_quote(f"The client shows `{QUOTED}`.", found) == f"The client shows `{QUOTED}`."


@pytest.mark.parametrize(("text", "fence"), [("a", "```"), ("a ``` b", "````"), ("`" * 7, "`" * 8)])
def test_the_fence_is_longer_than_any_in_the_log(text: str, fence: str) -> None:
    assert fenced(text) == f"{fence}text\n{text}\n{fence}"


def test_the_log_stands_at_the_end_of_the_body() -> None:
    found = read_log(b"one\ntwo\n", Settings())
    assert with_log("More.\n", found) == "More.\n\n## Log\n\n```text\none\ntwo\n```\n"


def test_of_a_long_log_the_lines_around_its_errors_are_kept() -> None:
    lines = [f"line {number}" for number in range(1000)]
    lines[500] = ERROR
    found = read_log("\n".join(lines).encode(), Settings())
    around = [f"line {n}" for n in (497, 498, 499)], [f"line {n}" for n in (501, 502, 503)]
    assert found.text == "\n".join(["…", *around[0], ERROR, *around[1], "…"])
    assert found.left_out == 993


def test_of_a_long_log_without_errors_both_ends_are_kept() -> None:
    found = read_log("\n".join(f"line {n}" for n in range(1000)).encode(), Settings())
    lines = found.text.split("\n")
    assert (lines[0], lines[99:102], lines[-1]) == (
        "line 0",
        ["line 99", "…", "line 900"],
        "line 999",
    )
    assert found.left_out == 800


def test_a_log_of_many_megabytes_is_read_at_both_ends() -> None:
    found = read_log(b"all is well in this part\n" * 200_000 + ERROR.encode(), Settings())
    assert found.error == QUOTED
    assert len(found.text.split("\n")) + found.left_out == 200_002


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"\xef\xbb\xbfa\r\nb\rc", "a\nb\nc"),
        ("a ü".encode("utf-16"), "a ü"),
        (b"\x1b[31mred\x1b[0m\x07 bell", "red bell"),
        (b"a\tb  \nc", "a   b\nc"),
        ("Zugriff für Jörg verweigert".encode("cp1252"), "Zugriff für Jörg verweigert"),
        ("ä ö ".encode() + b"\xfc", "ä ö �"),
        (b"", ""),
    ],
)
def test_bytes_of_any_kind_become_clean_lines(data: bytes, text: str) -> None:
    assert read_log(data, Settings()).text == text


def test_a_line_without_end_is_cut() -> None:
    found = read_log(b"error " * 100_000, Settings())
    assert len(found.text) == 2000
    assert len(found.error) == 300
    assert found.text.endswith("…")
