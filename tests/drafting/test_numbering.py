from __future__ import annotations

import re

import pytest

from kb_builder.drafting.numbering import next_id


@pytest.mark.parametrize(
    ("pattern", "names", "expected"),
    [
        (r"CASE-\d{6}", ["CASE-000417", "CASE-000099", "KB-000999", "CASE-12"], "CASE-000418"),
        (r"CASE-\d{6}", [], "CASE-000001"),
        (r"CASE-\d{6}", ["CASE-999999"], None),
        (r"C\d+", ["C9", "C10"], "C11"),
        (r"C\d+", [], "C1"),
        (r"HD\.20[0-9]{2}/[0-9]{4}", ["HD.2026/0007"], "HD.2026/0008"),
        (r"HD\.[0-9]{4}", [], "HD.0001"),
        (r"(?:A|B)-\d{3}", [], None),
        (r"(?:A|B)-\d{3}", ["B-007"], "B-008"),
        (r"[a-z]+", ["abc"], None),
    ],
)
def test_the_next_number_has_the_shape_of_the_pattern(
    pattern: str, names: list[str], expected: str | None
) -> None:
    assert next_id(re.compile(pattern), names) == expected
