from __future__ import annotations

from pathlib import Path, PurePosixPath

from kb_builder.check import all_rules
from kb_builder.load import load_content
from kb_builder.model.source import SourceFile
from kb_builder.render.site import pages
from tests.render.made import Read, a_content, a_record

CONTENT = Path(__file__).parents[2] / "content"
BROKEN = SourceFile("cases/x.md", PurePosixPath("cases/x.md"), "---\n:")


def test_every_page_of_the_example_is_sound_html_at_an_address_of_its_own() -> None:
    content = load_content(CONTENT)
    found = list(pages(content))
    assert len({page.url for page in found}) == len(found)
    assert len(found) > len(content.records) + len(all_rules())
    for page in found:
        read = Read.of(page.html)
        assert [tag for tag, _ in read.tags].count("h1") == 1
        assert len(set(read.ids)) == len(read.ids)
        assert {heading.id for heading in page.headings} <= set(read.ids)


def test_a_content_with_nothing_in_it_has_the_pages_that_do_not_need_any() -> None:
    urls = [page.url for page in pages(a_content())]
    rules = [f"rules/{rule.name}/" for rule in all_rules()]
    lists = ["", "search/", "products/", "root-causes/", "newest/"]
    assert urls == [*lists, "rules/", *rules, "fields/", "write/"]


def test_only_a_preview_shows_broken_files() -> None:
    content = a_content(a_record(), broken=(BROKEN,))
    assert not [page for page in pages(content) if "cannot be shown" in page.html]
    assert [page.title for page in pages(content, {})][-1] == "x.md"
