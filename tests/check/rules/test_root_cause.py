from __future__ import annotations

from collections.abc import Callable

import pytest

from kb_builder.check import Example

Diagnose = Callable[[Example], str]
Messages = Callable[[Example], list[str]]


@pytest.mark.parametrize(
    ("root_cause", "help"),
    [
        ("identity > sign-in > token cash", "did you mean `Identity > Sign-in > Token cache`?"),
        ("Mail > Token Cache", "did you mean `Identity > Sign-in > Token cache`?"),
        ("Weather", ""),
    ],
)
def test_an_unknown_root_cause_is_helped_by_its_last_name_or_the_nearest_path(
    root_cause: str, help: str, diagnose: Diagnose
) -> None:
    said = f"CASE-000417.md:2:13: error[unknown-root-cause] there is no root cause `{root_cause}`"
    assert diagnose(Example(f"root_cause: {root_cause}")) == (
        f"{said}\n  help: {help}" if help else said
    )


def test_blanks_around_the_sign_between_topics_do_not_matter(messages: Messages) -> None:
    assert messages(Example("root_cause: Identity>Sign-in  >  Token cache")) == []


def test_a_replaced_topic_with_subtopics_is_reported_once(messages: Messages) -> None:
    tree = "- topic: Login\n  replaced_by: Identity\n  topics:\n    - topic: Cache\n- topic: Identity\n"
    example = Example("root_cause: Login", files={"taxonomy/root-causes.yml": tree})
    assert messages(example) == [
        "CASE-000417.md:2:13: error[deprecated-root-cause] `Login` is no longer used"
    ]


def test_a_leaf_below_a_replaced_topic_is_no_longer_used(diagnose: Diagnose) -> None:
    tree = "- topic: Login\n  replaced_by: Identity\n  topics:\n    - topic: Cache\n- topic: Identity\n"
    example = Example("root_cause: Login > Cache", files={"taxonomy/root-causes.yml": tree})
    assert diagnose(example) == (
        "CASE-000417.md:2:13: error[deprecated-root-cause] `Login > Cache` is no longer used\n"
        "  help: choose `Identity`"
    )
