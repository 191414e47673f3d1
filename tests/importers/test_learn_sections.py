"""Which section belongs to which field."""

from __future__ import annotations

import pytest

from kb_builder.importers.learn_sections import divide


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Symptoms", "symptom"),
        ("PROBLEM:", "symptom"),
        ("**Issue**", "symptom"),
        ("Cause ##", "cause"),
        ("Why did I get this bounce message?", "cause"),
        ("Solution/Workaround", "resolution"),
        ("Resolution - Method 1: Do it", "resolution"),
        ("I'm an email admin. How do I fix this?", "resolution"),
        ("Workaround for cause 2", "workaround"),
        ("Issues with public folders", ""),
        ("More information", ""),
        ("Why is it so slow?", ""),
        ("Solutions Architect roles", ""),
    ],
)
def test_a_heading_names_a_field(heading: str, field: str) -> None:
    divided = divide(f"# T\n\n## {heading}\n\ntext\n")
    assert list(divided.fields) == ([field] if field else [])
    assert bool(divided.body) is not bool(field)


def test_a_method_belongs_to_the_section_before_it() -> None:
    divided = divide("# T\n## Resolution\na\n## Method 1\nb\n## Status\nc\n## Method 2\nd")
    assert divided.fields == {"resolution": "## Resolution\n\na\n\n## Method 1\n\nb"}
    assert divided.body == ["## Status", "c", "## Method 2", "d"]


def test_scenarios_are_told_apart_by_their_headings() -> None:
    divided = divide(
        "# T\n## Scenario 1\nin\n### Cause\na\n### Resolution\nb\n## Scenario 2\n### Cause\nc"
    )
    assert divided.fields == {
        "cause": "## Scenario 1\n\na\n\n## Scenario 2\n\nc",
        "resolution": "## Scenario 1\n\nb",
    }
    assert divided.body == ["## Scenario 1", "in"]


def test_sections_may_stand_in_one_another_and_be_bold_lines() -> None:
    divided = divide("# T\nintro\n## Problem\na\n### More\nb\n**Cause:**\n\nc\n### Resolution\nd")
    assert divided.introduction == "intro"
    assert divided.fields == {
        "symptom": "## Problem\n\na\n\n### More\n\nb",
        "cause": "### More\n\nc",
        "resolution": "d",
    }


def test_headings_in_code_are_none() -> None:
    text = "# T\n## Cause\n```\n## Resolution\n```\n1. x\n\n   ```\n   # y\n   ```"
    assert list(divide(text).fields) == ["cause"]


def test_a_fence_that_is_never_closed_ends_with_its_list() -> None:
    divided = divide("# T\n## Cause\n1. x\n\n   ```\n   code\n\n## Resolution\ny")
    assert divided.fields["resolution"] == "y"
