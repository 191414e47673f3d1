"""Learn's Markdown, line by line."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

import pytest

from kb_builder.importers.learn_links import Links
from kb_builder.importers.learn_markup import Markup


def convert(src: Path, text: str) -> tuple[str, list[str]]:
    records = {
        "a/one.md": PurePosixPath("cases/a/KB-000001.md"),
        "b/two.md": PurePosixPath("cases/b/KB-000002.md"),
    }
    links = Links(src, "a/one.md", records["a/one.md"], records, [])
    written = Markup(links).convert(text, 1)
    return written, [f"{loss.line}: {loss.what}: {loss.message}" for loss in links.losses]


@pytest.mark.parametrize(
    ("text", "written", "losses"),
    [
        ("[x](/a/b?c#d)", "[x](https://learn.microsoft.com/a/b?c#d)", []),
        ("[x](\n/a\n)", "[x](https://learn.microsoft.com/a)", []),
        ('[x](../b/two.md "T")', '[x](../b/KB-000002.md "T")', []),
        ("[x](..\\B\\Two.md)", "[x](../b/KB-000002.md)", []),
        ("[x](none.md)", "x (`none.md`)", ["1: link-target-not-imported: `none.md`"]),
        ("see [x](#y)", "see x", ["1: link-anchor-dropped: `#y`"]),
        ("[x](https://a.b/(c)) [y](xref:z)", "[x](https://a.b/(c)) [y](xref:z)", []),
        ("`[x](none.md)` \\[x](none.md)", "`[x](none.md)` \\[x](none.md)", []),
        ("[r]: /a", "[r]: https://learn.microsoft.com/a", []),
        ("[r]: none.md", "r: (`none.md`)", ["1: link-target-not-imported: `none.md`"]),
        ('<a href="#x">y</a>', "<a>y</a>", ["1: link-anchor-dropped: `#x`"]),
        ("> [!tip]\n> x", "> [!TIP]\n> x", []),
        ("> [!WARNING] x", "> [!WARNING]\n> x", []),
        ('> [!div class="next"]\n> [x](/a)', "> [x](https://learn.microsoft.com/a)", []),
        ("> [!VIDEO https://a.b/c]", "[Video](https://a.b/c)", []),
        ("a <!-- --> b", "a  b", []),
        ("a\n<!-- two\nwords -->b", "a\nb", ["2: comment-dropped: a comment of 2 words"]),
        (":::row:::\nx\n:::row-end:::\ny", "x\ny", []),
        ('::: moniker range="v2"\nx', "x", ['1: directive-dropped: `moniker range="v2"`']),
        (':::no-loc text="GUID":::', "GUID", []),
        (
            ':::image type="complex" source="p.png" alt-text="A.":::\nLong.\n:::image-end:::',
            "*A.*\nLong.\n",
            ["1: picture-missing: `p.png`"],
        ),
        (
            'a :::image type="iconp.png"::: b',
            "a  b",
            ['1: picture-missing: `type="iconp.png"`'],
        ),
        ("## S\n# [A](#tab/a)\nx\n# [B](#tab/b)\n***\n# T", "## S\n### A\nx\n### B\n\n# T", []),
        ("[!INCLUDE [t](n.md)]", "t (`n.md`)", ["1: include-missing: `n.md`"]),
        ("```\n[x](none.md)\n\n<!-- a -->\n```", "```\n[x](none.md)\n\n<!-- a -->\n```", []),
        ("x\n\n    [x](none.md)\n\ny", "x\n\n    [x](none.md)\n\ny", []),
    ],
)
def test_markup(text: str, written: str, losses: list[str], tmp_path: Path) -> None:
    assert convert(tmp_path, text) == (written, losses)


def test_an_include_stands_indented_in_its_place_and_its_links_start_from_it(
    tmp_path: Path,
) -> None:
    (tmp_path / "inc").mkdir()
    (tmp_path / "inc/i.md").write_text(
        "---\nms.topic: include\n---\n> [!note]\n> [x](../b/two.md)\n"
    )
    assert convert(tmp_path, "1. x\n\n   [!INCLUDE [t](../inc/i.md)]\n") == (
        "1. x\n\n   > [!NOTE]\n   > [x](../b/KB-000002.md)\n",
        [],
    )


def test_includes_that_include_each_other_end(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a/i.md").write_text("i [!INCLUDE [t](j.md)]")
    (tmp_path / "a/j.md").write_text("j [!INCLUDE [t](i.md)]")
    assert convert(tmp_path, "\n[!INCLUDE [t](i.md)]") == (
        "\ni j t (`i.md`)",
        ["2: include-missing: `i.md`: includes itself"],
    )


def test_code_is_read_from_its_file(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a/s.ps1").write_text("Get-X\n")
    assert convert(tmp_path, '  :::code language="powershell" source="s.ps1":::') == (
        "  ```powershell\n  Get-X\n  ```",
        [],
    )
