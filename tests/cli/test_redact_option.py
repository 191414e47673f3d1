from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kb_builder.check.examples import write_example
from kb_builder.check.rule import Example

Kb = Callable[..., Any]

CAUSE = "cause: |\n  The mailbox ida.berg@northgate.com kept the old reply address."


def test_redact_writes_placeholders_and_says_how_many_and_then_has_nothing_to_do(
    site: Path, kb: Kb
) -> None:
    file = write_example(Example(CAUSE), site / "content")
    kb("fix")
    assert "ida.berg@northgate.com" in file.read_text()
    ended = kb("fix", "--redact")
    assert (ended.code, ended.out) == (
        0,
        "content/cases/CASE-000417.md: 1 mended: mail-address\n",
    )
    assert "  The mailbox \\<user1> kept the old reply address.\n" in file.read_text()
    assert kb("check").code == 0
    ended = kb("fix", "--redact")
    assert (ended.code, ended.out) == (0, "")


@pytest.mark.parametrize(
    "form", ["text", "json", "sarif", "junit", "github", "gitlab", "azure", "markdown"]
)
def test_no_format_repeats_a_private_value_whichever_rule_is_at_its_place(
    form: str, site: Path, kb: Kb
) -> None:
    fields = f"{CAUSE}\nproduct: ida.berg@northgate.com\nclosed: ida.berg@northgate.com"
    write_example(Example(fields), site / "content")
    ended = kb("check", "--format", form)
    assert ended.code == 1
    for rule in ("mail-address", "unknown-product", "wrong-type"):
        assert rule in ended.out
    assert "ida.berg@northgate.com" not in ended.out + ended.err
