from __future__ import annotations

from kb_builder.model.taxonomy import Status, Taxonomy, Topic

TREE = Taxonomy(
    topics=(
        Topic(
            ("A",),
            topics=(
                Topic(("A", "B")),
                Topic(("A", "C"), replaced_by="A > B", topics=(Topic(("A", "C", "D")),)),
            ),
        ),
        Topic(("E",)),
    ),
    statuses=(Status("Resolved"),),
)


def test_a_topic_is_found_by_its_path_whatever_the_blanks() -> None:
    topic = TREE.topic(" A>C  >D ")
    assert topic is not None and (topic.name, topic.full_name) == ("D", "A > C > D")
    assert TREE.topic("A > D") is None


def test_leaves_are_those_that_nothing_has_replaced() -> None:
    assert [topic.full_name for topic in TREE.leaves()] == ["A > B", "E"]


def test_what_is_below_a_replaced_topic_is_replaced_with_it() -> None:
    replaced = {path: TREE.replacement(topic) for path, topic in TREE.by_path.items()}
    assert {path for path, by in replaced.items() if by == "A > B"} == {("A", "C"), ("A", "C", "D")}


def test_a_status_is_found_by_its_name() -> None:
    assert TREE.status("Resolved") == Status("Resolved")
    assert TREE.status("resolved") is None
