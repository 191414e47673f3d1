from __future__ import annotations

import pytest

from kb_builder.model.fenced_code import without_fenced_code


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("a\n```sh\nb\n```\nc", "a\n     \n \n   \nc"),
        ("  ~~~~\n~~~\n```\n  ~~~~\nc", "      \n   \n   \n      \nc"),
        ("```\na\n````\nb", "   \n \n    \nb"),
        ("```\na", "```\na"),
        ("``` a ` b\nc", "``` a ` b\nc"),
    ],
)
def test_fenced_code_is_blank_and_all_else_where_it_was(text: str, left: str) -> None:
    assert without_fenced_code(text) == left
