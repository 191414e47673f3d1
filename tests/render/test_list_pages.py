from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from kb_builder.model.content import Content
from kb_builder.model.settings import Settings
from kb_builder.model.taxonomy import Topic
from kb_builder.render.catalog import catalog
from kb_builder.render.list_pages import list_pages
from kb_builder.render.page import Page
from tests.render.made import Read, a_content, a_record


def pages_of(content: Content) -> dict[str, Page]:
    return {page.url: page for page in list_pages(content, catalog(content))}


def text_of(page: Page) -> str:
    return Read.of(page.html).words


def test_an_empty_search_leads_to_the_form_for_a_record() -> None:
    html = pages_of(a_content())["search/"].html
    assert '<a href="../write/">Write a new record</a>' in html


def test_a_product_lists_its_records_those_closed_last_first() -> None:
    old = a_record("a", id="A", title="Old", kind="case", product="C++", closed=date(2026, 1, 1))
    new = a_record("b", id="B", title="New", status="Resolved", product="C++")
    assert pages_of(a_content(old, new))["products/c/"].html == (
        "<h1>C++</h1>\n"
        '<ul class="kb-list">\n'
        '  <li class="kb-list__item">\n'
        '    <a class="kb-list__title" href="../../cases/a/">Old</a>\n'
        '    <span class="kb-list__facts"><span>A</span><span>Case</span><span>C++</span>'
        "<span>2026-01-01</span></span>\n  </li>\n"
        '  <li class="kb-list__item">\n'
        '    <a class="kb-list__title" href="../../cases/b/">New</a>\n'
        '    <span class="kb-list__facts"><span>B</span><span>Record</span><span>C++</span>'
        "<span>Resolved</span></span>\n  </li>\n"
        "</ul>\n"
    )


def test_products_whose_slugs_are_alike_have_pages_and_links_of_their_own() -> None:
    content = a_content(
        a_record("a", title="In C", product="C"), a_record("b", title="In C++", product="C++")
    )
    pages = pages_of(content)
    assert "In C Record" in text_of(pages["products/c/"])
    assert "In C++ Record" in text_of(pages["products/c-2/"])
    assert Read.of(pages["products/"].html).hrefs == ["../products/c/", "../products/c-2/"]


def test_a_topic_leads_up_down_and_to_its_replacement() -> None:
    old = Topic(("Mail", "Old"), "Former.", replaced_by="Mail > New")
    topics = (Topic(("Mail",), topics=(old, Topic(("Mail", "New")))),)
    pages = pages_of(a_content(a_record("a", root_cause="Mail > New"), topics=topics))
    assert text_of(pages["root-causes/mail/old/"]) == (
        "Root causes Mail Old Former. Deprecated Choose Mail > New instead. "
        "Records There is no record under this topic yet."
    )
    assert Read.of(pages["root-causes/mail/old/"].html).hrefs == [
        "../../../root-causes/",
        "../../../root-causes/mail/",
        "../../../root-causes/mail/new/",
    ]
    assert text_of(pages["root-causes/mail/"]) == (
        "Root causes Mail Subtopics Old 0 deprecated Former. New 1 Records a.md Record"
    )


def test_the_newest_are_as_many_as_the_settings_say() -> None:
    records = [a_record(f"r{n}", title=f"R{n}", closed=date(2026, 1, n)) for n in range(1, 4)]
    pages = pages_of(a_content(*records, settings=Settings(newest_records=2)))
    assert text_of(pages["newest/"]) == "Newest R3 Record 2026-01-03 R2 Record 2026-01-02"


def test_a_content_without_records_has_every_page() -> None:
    pages = pages_of(a_content())
    assert list(pages) == ["", "search/", "products/", "root-causes/", "newest/"]
    assert text_of(pages["products/"]).endswith("There is none yet.")
    assert text_of(pages["newest/"]) == "Newest There is no record yet."


@given(st.text(min_size=1) | st.sampled_from(["<script>", "\"'><img onerror=x>", "&lt;", "a\nb"]))
@settings(max_examples=50, deadline=None)
def test_any_text_stays_text(text: str) -> None:
    record = a_record("a", id=text, title=text, product=text, status=text, root_cause=text)
    topics = (Topic((text,), description=text, topics=(Topic((text, text)),)),)
    for page in pages_of(a_content(record, topics=topics)).values():
        read = Read.of(page.html)
        assert not {"script", "img"} & {tag for tag, _ in read.tags}
        if page.url not in ("search/", "root-causes/"):
            assert text in read.text


def test_home_shows_the_dozen_products_with_the_most_records_in_the_order_of_the_list() -> None:
    records = [a_record(f"r{n}", product=f"P{n:02}") for n in range(15)]
    records += [a_record("again", product="P14"), a_record("more", product="P13")]
    home = Read.of(pages_of(a_content(*records))[""].html)
    shown = [href for href in home.hrefs if href.startswith("products/p")]
    assert shown == [f"products/p{n:02}/" for n in (*range(10), 13, 14)]
    assert "products/" in home.hrefs
