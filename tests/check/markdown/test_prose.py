from __future__ import annotations

import pytest

from kb_builder.check.markdown.prose import CODE, prose


def readable(text: str) -> str:
    """The words that are left, after a look at the length."""
    assert len(prose(text)) == len(text)
    return " ".join(prose(text).replace(CODE, " ").split())


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("say `TODO` here", "say here"),
        ("say ``a ` b`` here", "say here"),
        ("an open ` stays", "an open ` stays"),
        (r"an escaped \`no code\` stays", r"an escaped \`no code\` stays"),
        ("one `\n\nother ` paragraph", "one ` other ` paragraph"),
        ("- a ` item\n- another ` item", "- a ` item - another ` item"),
        ("before\n```text\ncode\n```\nafter", "before after"),
        ("before\n~~~\n```\ncode\n~~~\nafter", "before after"),
        ("before\n````\n```\ncode\n````\nafter", "before after"),
        ("1. step\n\n    ```\n    code\n    ```\n\n    after", "1. step after"),
        ("> ```\n> code\n> ```\n> after", "> after"),
        ("- ```\n  code\n  ```\n- after", "- after"),
        ("never closed\n```\ncode", "never closed"),
        ("before\n\n    code\n\nafter", "before after"),
        ("wrapped\n    and indented", "wrapped and indented"),
        ("1. step\n\n    of the step\n\n        code", "1. step of the step"),
        ("shown <!-- hidden\n\nhere --> shown", "shown shown"),
        ("shown <!-- hidden", "shown"),
        ("`<!--` shown `-->`", "shown"),
        ("<!-- ` --> shown ` too", "shown ` too"),
    ],
)
def test_code_and_comments_are_hidden_and_all_else_stays(text: str, words: str) -> None:
    assert readable(text) == words


def test_every_line_stays_where_it_is() -> None:
    text = "a `b\nc` d\n\n```\ne\n```\n<!-- f\ng --> h"
    hidden = prose(text)
    assert [len(line) for line in hidden.split("\n")] == [len(line) for line in text.split("\n")]
