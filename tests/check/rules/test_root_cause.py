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


TREE = """\
- topic: Mail
  topics:
    - topic: Transport
      topics:
        - topic: Back pressure
          description: Transport throttles itself because disk, memory or queue runs out.
        - topic: Message size
          description: One of the size limits on the way of the message is too small.
        - topic: Size of a queue
          replaced_by: Mail > Transport > Back pressure
        - topic: {catch_all}
          description: A transport cause that no other leaf of this branch describes.
    - topic: Mailbox
      topics:
        - topic: Search index
          description: The content index of a mailbox database is incomplete or damaged.
    - topic: Other
"""


def chosen(root_cause: str, cause: str, catch_all: str = "Other") -> Example:
    tree = TREE.replace("{catch_all}", catch_all)
    return Example(
        f"root_cause: {root_cause}\ncause: |\n  {cause}", files={"taxonomy/root-causes.yml": tree}
    )


FULL_DISK = "The disk of the queue was full, so the server was under back pressure all night."


@pytest.mark.parametrize(
    "name",
    ["Other", "other", "Others", "General", "Miscellaneous", "Misc", "Unknown", "Not listed"],
)
def test_a_catch_all_is_known_by_its_name(name: str, diagnose: Diagnose) -> None:
    assert diagnose(chosen(f"Mail > Transport > {name}", FULL_DISK, name)) == (
        f"CASE-000417.md:2:13: hint[catch-all-root-cause] `Mail > Transport > {name}` is chosen, "
        "and the notes share `back`, `pressure`, `disk`, `queue` with a leaf\n"
        "  help: did you mean `Mail > Transport > Back pressure`?"
    )


@pytest.mark.parametrize(
    ("root_cause", "cause"),
    [
        ("Mail > Transport > Other", "The certificate of the connector had expired in the night."),
        (
            "Mail > Transport > Other",
            "The disk was slow, which is not back pressure: no queue grew.",
        ),
        (
            "Mail > Transport > Other",
            "Neither back pressure nor the message size was at fault here.",
        ),
        (
            "Mail > Transport > Other",
            "Back pressure came and went, and the message size was lowered.",
        ),
        ("Mail > Transport > Other", "The pressure on the team went back after the move to 7.4."),
        (
            "Mail > Transport > Other",
            "A rule sent the message to a mailbox whose search index broke.",
        ),
        ("Mail > Transport > Message size", FULL_DISK),
        ("Mail > Transport > Otherworldly", FULL_DISK),
    ],
)
def test_a_catch_all_is_right_where_no_one_leaf_beside_it_stands_out(
    root_cause: str, cause: str, messages: Messages
) -> None:
    name = "Otherworldly" if root_cause.endswith("worldly") else "Other"
    assert messages(chosen(root_cause, cause, name)) == []


def test_a_catch_all_further_up_stands_for_the_leaves_of_every_branch_below(
    diagnose: Diagnose,
) -> None:
    said = diagnose(chosen("Mail > Other", "The search index of the mailbox database was damaged."))
    assert said.endswith("help: did you mean `Mail > Mailbox > Search index`?")


def test_a_leaf_that_was_replaced_is_not_suggested(diagnose: Diagnose) -> None:
    cause = "The size of a queue was larger than the volume had room for."
    assert "Size of a queue" not in diagnose(chosen("Mail > Transport > Other", cause))
