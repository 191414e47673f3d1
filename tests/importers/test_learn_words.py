"""No word of an article is lost: it stands in the record or in the report."""

from __future__ import annotations

import re
import tempfile
from collections import Counter
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from kb_builder.importers.learn import import_learn
from kb_builder.importers.report import report_lines

NAMES = ["Symptoms", "Cause", "Resolution", "Workaround", "Problem", "Summary"]
"""Headings that a field's name stands for."""
HEADINGS = [*NAMES, "Method 1", "Scenario A", "More information", "Resolution 2: again", "Status"]
PIECES = [
    "plain {} words",
    "> [!NOTE]\n> quoted {}",
    "```\n# {} in code\n```",
    "- item {}\n\n  ```\n  code {}\n  ```",
    "see [{}](#anchor) and [{}](gone.md)",
    "![{}](media/gone.png)",
    ':::image source="gone.png" alt-text="shows {}":::',
    "[!INCLUDE [{}](gone.md)]",
    "fails  \nwith `{}` {}",
    "| {} | b |\n|---|---|",
    "    indented {}",
    "<td>{}</td>",
    "**Cause:**",
]


@st.composite
def articles(draw: st.DrawFn) -> str:
    number = iter(range(10_000))
    parts = ["# Heading here"] if draw(st.booleans()) else []
    for _ in range(draw(st.integers(0, 8))):
        if draw(st.booleans()):
            level = draw(st.integers(1, 4))
            parts.append(f"{'#' * level} {draw(st.sampled_from(HEADINGS))}")
        piece = draw(st.sampled_from(PIECES))
        parts.append(re.sub(r"\{\}", lambda _: f"w{next(number)}", piece))
    return "\n\n".join(parts)


def counted(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", text.casefold()))


@given(articles())
@settings(max_examples=80, deadline=None)
def test_every_word_is_found_again(text: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        src = Path(folder, "src")
        src.mkdir()
        (src / "a.md").write_text(
            f"---\ntitle: Short title\ndescription: What it is\n---\n{text}\n"
        )
        report = import_learn(src, Path(folder, "content"))
        record = Path(folder, "content/cases/KB-000001.md").read_text()
    found = counted("\n".join([record, *report_lines(report)]))
    markup = r":::image source=|alt-text=|:::|\[!INCLUDE|\(#anchor\)"
    wanted = counted("Short title What it is " + re.sub(markup, " ", text))
    for name in NAMES:
        del wanted[name.casefold()]
    assert wanted - found == Counter()
