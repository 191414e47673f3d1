from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kb_builder.render.slugs import Slugs


def test_names_with_one_slug_are_numbered_as_they_come() -> None:
    slugs = Slugs()
    names = ["C", "C++", "c", "C 2", "!!!", "???"]
    assert [slugs.add(name, "product") for name in names] == [
        "c",
        "c-2",
        "c-3",
        "c-2-2",
        "product",
        "product-2",
    ]


def test_the_prefix_comes_before_every_slug() -> None:
    slugs = Slugs("cause-")
    assert [slugs.add(name, "section") for name in ("日本語", "")] == [
        "cause-日本語",
        "cause-section",
    ]


@given(st.lists(st.text(max_size=200), max_size=20))
def test_every_slug_is_unlike_the_others_and_may_name_a_folder(names: list[str]) -> None:
    slugs = Slugs()
    given_slugs = [slugs.add(name, "none") for name in names]
    assert len(set(given_slugs)) == len(names)
    assert all(0 < len(slug.encode()) <= 255 and "/" not in slug for slug in given_slugs)
    assert not {"", ".", ".."} & set(given_slugs)


def test_ten_thousand_equal_names_take_no_time() -> None:
    slugs = Slugs()
    assert [slugs.add("a", "none") for _ in range(10_000)][-1] == "a-10000"
