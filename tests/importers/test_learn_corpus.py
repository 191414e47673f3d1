"""The import of two thousand real articles, where they are at hand."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from kb_builder.importers.learn import import_learn
from kb_builder.importers.report import ImportReport, report_lines
from kb_builder.load import load_content
from kb_builder.model.content import Content

CORPUS = Path(__file__).parents[2].parent / "shared" / "corpus" / "office-support"
pytestmark = pytest.mark.skipif(
    not CORPUS.is_dir(), reason="the corpus of support articles is not part of the repository"
)

NO_ARTICLES = ("README.md",)
"""What stands beside the 1,947 articles."""

MARKUP = (
    (r"<!--.*?-->", ""),
    (
        r":::\s*image\s(.*?):::",
        lambda match: " ".join(["", *re.findall(r'(?:alt-text|source)="([^"]*)"', match[1]), ""]),
    ),
    (r":::\s*image-end:::|:::no-loc text=|:::", " "),
    (r"<img\s(.*?)>", lambda match: " ".join(re.findall(r'(?:alt|src)="([^"]*)"', match[1]))),
    (r"<a href=[^>]*>", " "),
    (r"(?i)\[!INCLUDE \[([^\]]*)\]\([^)]*\)\]", r" \1 "),
    (r"\]\(\s*[^\s():]*\)", "]"),  # targets that lead elsewhere now
    (r"\[!div[^\]]*\]|\[!VIDEO", " "),
)
SECTION_NAMES = "symptom problem issue cause resolution solution workaround summary introduction"


@pytest.fixture(scope="module")
def imported(tmp_path_factory: pytest.TempPathFactory) -> tuple[ImportReport, Content]:
    into = tmp_path_factory.mktemp("learn") / "content"
    report = import_learn(CORPUS, into)
    return report, load_content(into)


def test_every_article_becomes_a_record_without_problems(
    imported: tuple[ImportReport, Content],
) -> None:
    report, content = imported
    articles = sum(1 for _ in CORPUS.rglob("*.md")) - len(NO_ARTICLES)
    assert report.skipped == NO_ARTICLES
    assert (report.written, len(content.records), content.broken) == (articles, articles, ())
    assert [problem for record in content.records for problem in record.file.problems] == []
    assert content.taxonomy.problems == ()
    assert len({record.source for record in content.records}) == articles


def test_the_sections_that_are_there_are_found(imported: tuple[ImportReport, Content]) -> None:
    _, content = imported
    plain_heading = re.compile(r"^## (?:Symptoms|Cause|Resolution|Workaround)\s*$", re.MULTILINE)
    assert [r.source for r in content.records if plain_heading.search(r.body)] == []


def test_no_word_is_lost(imported: tuple[ImportReport, Content]) -> None:
    report, content = imported
    reported: dict[str, list[str]] = {}
    for line in report_lines(report):
        reported.setdefault(line.split(":", 1)[0], []).append(line)
    lost: dict[str, Counter[str]] = {}
    for record in content.records:
        article = f"{record.source}.md"
        whole = (CORPUS / article).read_text(encoding="utf-8-sig")
        text = re.sub(r"\A---\n.*?\n---\n", "", whole, flags=re.DOTALL)
        for pattern, kept in MARKUP:
            text = re.sub(pattern, kept, text, flags=re.DOTALL)
        found = "\n".join([record.file.text, record.title, *reported.get(article, [])])
        missing = _counted(text) - _counted(found)
        for name in SECTION_NAMES.split():
            del missing[name], missing[f"{name}s"]
        if missing:
            lost[article] = missing
    assert lost == {}


def test_a_second_run_changes_nothing(imported: tuple[ImportReport, Content]) -> None:
    report, content = imported
    into = Path(content.records[0].file.path.split("/cases/", maxsplit=1)[0])
    again = import_learn(CORPUS, into)
    assert (again.written, again.unchanged) == (0, report.written)


def _counted(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", text.casefold()))
