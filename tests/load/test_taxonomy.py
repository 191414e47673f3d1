from __future__ import annotations

from pathlib import Path

import pytest

from kb_builder.load.taxonomy import load_taxonomy
from kb_builder.model.taxonomy import Product, Status, Taxonomy

FILES = {
    "root-causes.yml": "- topic: Identity\n  topics:\n    - topic: Token\n",
    "products.yml": "- product: Mail\n",
    "statuses.yml": "- status: Resolved\n",
}


def load(folder: Path, **changed: str | None) -> Taxonomy:
    (folder / "taxonomy").mkdir()
    for name, text in FILES.items():
        text_or_none = changed.get(name.removesuffix(".yml").replace("-", "_"), text)
        if text_or_none is not None:
            (folder / "taxonomy" / name).write_text(text_or_none)
    return load_taxonomy(folder)


def said(folder: Path, taxonomy: Taxonomy) -> list[str]:
    return [
        f"{p.span}: {p.message} | {p.help}".removeprefix(f"{folder}/taxonomy/")
        for p in taxonomy.problems
    ]


def test_names_are_stripped_and_their_tree_kept(tmp_path: Path) -> None:
    taxonomy = load(
        tmp_path,
        root_causes="- topic: ' Identity '\n  description: ' d '\n  topics:\n"
        "    - topic: Old\n      replaced_by: ' Identity > New '\n    - topic: ' New'\n",
        products="- product: ' Mail '\n  description: m\n",
        statuses="- status: ' Resolved '\n- status: Duplicate\n  needs_reason: true\n"
        "  allows_unknown_cause: true\n",
    )
    assert taxonomy.problems == ()
    assert taxonomy.products == (Product("Mail", "m"),)
    assert taxonomy.statuses == (
        Status("Resolved"),
        Status("Duplicate", needs_reason=True, allows_unknown_cause=True),
    )
    assert taxonomy.with_known_cause == ("Resolved",)
    assert [topic.full_name for topic in taxonomy.leaves()] == ["Identity > New"]
    assert taxonomy.replacement(taxonomy.by_path["Identity", "Old"]) == "Identity > New"


MISSING = "the file is missing | list the products: `- product: Halyard Mail`"
CONFLICT = "<<<<<<< a\n- product: Mail\n=======\n- product: Meet\n>>>>>>> b\n"
REPLACED = "- topic: A\n  replaced_by: {}\n- topic: B\n  topics:\n    - topic: C\n"
NO_LEAF = "name a leaf that is not deprecated"


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("products", None, [f"products.yml:1:1: {MISSING}"]),
        ("products", "", ["products.yml:1:1: is not a list"
                          " | list the products: `- product: Halyard Mail`"]),
        ("products", "- product: [", [
            "products.yml:1:13: YAML: did not find expected node content | "]),
        ("products", "- Mail", [
            "products.yml:1:3: the entry is no mapping | write `- product: its name`"]),
        ("products", "- product: Mail\n- product: 'Mail '", [
            "products.yml:2:12: `Mail` stands a second time | remove one of the two"]),
        ("products", "- product: 365", [
            "products.yml:1:12: the entry has no `product`"
            " | write `- product:` and its name in quotes"]),
        ("products", "- product: Mail\n  descripton: a\n  description: 5", [
            "products.yml:2:3: unknown field `descripton` | did you mean `description`?",
            "products.yml:3:16: `description` is not a text | put it in quotes"]),
        ("products", CONFLICT, [
            "products.yml:1:1: an unresolved merge conflict | keep the lines that hold, and remove"
            " `<<<<<<<`, `=======` and `>>>>>>>`"]),
        ("statuses", "- status: A\n  needs_reason: 'yes'", [
            "statuses.yml:2:17: `needs_reason` is neither true nor false"
            " | write `true`, or leave it out"]),
        ("statuses", "- status: A\n  allows_unknown_cause: 1", [
            "statuses.yml:2:25: `allows_unknown_cause` is neither true nor false"
            " | write `true`, or leave it out"]),
        ("root_causes", "- topic: A > B", [
            "root-causes.yml:1:10: `A > B` holds `>`, which joins topics | use another sign"]),
        ("root_causes", "- topic: A\n  topics: B", [
            "root-causes.yml:2:11: `topics` is not a list | write `- topic: its name`"]),
        ("root_causes", REPLACED.format("B>D"), [
            f"root-causes.yml:2:16: `A` is replaced by `B>D`, which is no topic | {NO_LEAF}"]),
        ("root_causes", REPLACED.format("B"), [
            f"root-causes.yml:2:16: `A` is replaced by `B`, which cannot be chosen | {NO_LEAF}"]),
        ("root_causes", REPLACED.format("A"), [
            f"root-causes.yml:2:16: `A` is replaced by `A`, which cannot be chosen | {NO_LEAF}"]),
        ("root_causes", REPLACED.format("B>C"), []),
    ],
)  # fmt: skip
def test_what_cannot_be_used_is_reported_once_at_its_place(
    name: str, text: str | None, expected: list[str], tmp_path: Path
) -> None:
    taxonomy = load(tmp_path, **{name: text})
    assert said(tmp_path, taxonomy) == expected
    assert name == "statuses" or taxonomy.status_names == ("Resolved",)


def test_a_file_that_is_not_utf8_is_reported_once(tmp_path: Path) -> None:
    load(tmp_path)
    (tmp_path / "taxonomy/products.yml").write_bytes(b"- product: Mail\n- product: M\xe4il\n")
    assert said(tmp_path, load_taxonomy(tmp_path)) == [
        "products.yml:2:13: byte 0xE4 is not UTF-8"
        " | save the file as UTF-8; it looks like Windows-1252"
    ]


def test_a_leaf_below_a_deprecated_topic_cannot_be_chosen(tmp_path: Path) -> None:
    text = "- topic: A\n  replaced_by: B\n  topics:\n    - topic: C\n- topic: B\n"
    taxonomy = load(tmp_path, root_causes=text)
    assert taxonomy.problems == ()
    assert [topic.full_name for topic in taxonomy.leaves()] == ["B"]
    assert taxonomy.replacement(taxonomy.by_path["A", "C"]) == "B"
