from __future__ import annotations

import pytest

from kb_builder.check import Example, rule_named
from kb_builder.check.shown_rule import can_be_silenced, example_parts
from kb_builder.cli.explain import explained


def test_of_an_example_is_shown_what_matters_of_each_file() -> None:
    example = Example(
        "severity: A",
        without=("owner",),
        body="\nText\n",
        files={"a.md": "line\n" * 31},
        links={"cases/b.md": "c.md"},
        settings={"idle_attempts": 2},
    )
    assert list(example_parts(example)) == [
        ("CASE-000417.md", "---\nseverity: A\n# no owner\n…\n---\nText\n"),
        ("a.md", "line\n" * 30 + "…"),
        ("cases/b.md, a link to c.md", ""),
        ("mkdocs.yml", "plugins:\n- kb_builder:\n    idle_attempts: 2\n"),
    ]


@pytest.mark.parametrize(
    ("name", "can_be"),
    [
        ("severity-a-at-closure", True),
        ("duplicate-id", True),
        ("no-front-matter", False),
        ("broken-taxonomy", False),
        ("unused-picture", False),
        ("useless-silence", False),
    ],
)
def test_how_a_rule_is_silenced_is_told_only_where_a_comment_can_silence_it(
    name: str, can_be: bool
) -> None:
    rule = rule_named(name)
    assert rule and can_be_silenced(rule) == can_be
    assert any("To silence it" in line for line in explained(name)) == can_be
