from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from kb_builder.model.content import Content
from kb_builder.model.diagnostic import Diagnostic
from kb_builder.model.record import Confirmation, Record, Withdrawal
from kb_builder.model.span import Span
from kb_builder.model.taxonomy import Topic
from kb_builder.render.catalog import catalog
from kb_builder.render.page import Heading, Page
from kb_builder.render.record_page import record_page
from tests.render.made import Read, a_content, a_record

HOSTILE = st.text() | st.sampled_from(
    [
        '<script>alert("1")</script>',
        "\"'><img src=x onerror=alert(1)>",
        "</h1></title><svg/onload=alert(1)>",
        "{{ config }}{% raw %}",
        "&lt;b&gt; &amp; <b>",
        "a\n---\nb: c",
        "<!--",
    ]
)


def page_of(record: Record, content: Content | None = None) -> Page:
    content = content or a_content(record)
    return record_page(record, content, catalog(content))


def text_of(page: Page) -> str:
    return Read.of(page.html).words


def test_a_small_record_is_all_of_its_page() -> None:
    record = a_record(
        "KB-1", id="KB-1", kind="article", title="A & B <tenant>", cause="It *is*.\n# Why"
    )
    page = page_of(record)
    assert page.html == (
        "<h1>A &amp; B &lt;tenant&gt;</h1>\n"
        '<p class="kb-facts">\n<span class="kb-facts__id">KB-1</span>  <span>Article</span>\n</p>\n'
        '<section class="kb-section kb-section--cause" aria-labelledby="cause">\n'
        '<h2 id="cause">Cause</h2>\n<p>It <em>is</em>.</p>\n<h3 id="cause-why">Why</h3>\n\n'
        '</section>\n<section class="kb-section kb-section--facts" aria-labelledby="facts">\n'
        '<h2 id="facts">About this record</h2>\n<dl class="kb-details">\n</dl>\n</section>\n'
    )
    assert (page.url, page.title) == ("cases/KB-1/", "A & B <tenant>")
    assert page.headings == (
        Heading(2, "cause", "Cause"),
        Heading(3, "cause-why", "Why"),
        Heading(2, "facts", "About this record"),
    )


def test_every_fact_has_its_line() -> None:
    record = a_record(
        severity="B",
        severity_opened="A",
        severity_lowered=date(2026, 3, 4),
        status="Waiting",
        status_reason="for a fix",
        confirmation=Confirmation("idle", date(2026, 3, 5), (date(2026, 3, 3),), "on leave"),
        labor_minutes=95,
        customer_words=("It hangs",),
        signatures=(r"HDK-5104: <\w+>", "x"),
    )
    text = text_of(page_of(record))
    for fact in (
        "Severity B at closing, A at opening, lowered on 2026-03-04",
        "Status Waiting: for a fix",
        "idle: the customer did not answer, 2026-03-05; contacted on 2026-03-03. on leave",
        "Labor time 1 h 35 min",
        "“It hangs”",
        r"Found in logs by HDK-5104: <\w+> x",
    ):
        assert fact in text


def test_root_cause_and_product_link_to_their_pages_where_they_have_some() -> None:
    record = a_record(product="C++", root_cause="Mail > Queue > Unknown")
    topics = (Topic(("Mail",), topics=(Topic(("Mail", "Queue")),)),)
    content = a_content(record, topics=topics, products=("C",))
    read = Read.of(page_of(record, content).html)
    assert read.hrefs == [
        "../../products/c-2/",
        "../../root-causes/mail/",
        "../../root-causes/mail/queue/",
    ]
    assert "Unknown" in read.text


def test_related_records_link_to_each_other() -> None:
    case = a_record("CASE-1", id="CASE-1", title="Case", related=("KB-1", "KB-9"))
    article = a_record("KB-1", id="KB-1", title="Article", withdrawn=Withdrawal())
    helped = a_record("COLLAB-1", id="COLLAB-1", title="Help", case="CASE-1")
    content = a_content(case, article, helped)
    assert Read.of(page_of(case, content).html).hrefs == [
        "../../cases/KB-1/",
        "../../cases/COLLAB-1/",
    ]
    assert "KB-1 Article withdrawn" in text_of(page_of(case, content))
    assert Read.of(page_of(article, content).html).hrefs == ["../../cases/CASE-1/"]
    assert "CASE-1 Case the case helped" in text_of(page_of(helped, content))


def test_a_withdrawn_record_says_so_and_names_its_successor() -> None:
    old = a_record("KB-1", withdrawn=Withdrawal(date(2026, 1, 2), "Too old.", "KB-2"))
    new = a_record("KB-2", id="KB-2", title="New")
    text = text_of(page_of(old, a_content(old, new)))
    assert "Withdrawn on 2026-01-02 Too old. Use KB-2 New instead." in text


def test_a_preview_shows_the_findings_with_their_places() -> None:
    record = a_record()
    content = a_content(record)
    finding = Diagnostic("bad-id", "error", Span("a.md", 2, 5, 2, 9), "`<x>` is bad", "write it")
    page = record_page(record, content, catalog(content), (finding,))
    text = Read.of(page.html).words
    assert "1 finding in cases/mail/CASE-000001.md" in text
    assert "line 2, column 5 error bad-id <x> is bad write it" in text
    assert "<code>&lt;x&gt;</code> is bad" in page.html


def test_ids_of_sections_and_headings_do_not_clash() -> None:
    record = a_record(
        symptom="# Cause\n# Fn a\nx[^a]\n\n[^a]: y", cause="# Cause", body="# Facts\n# Cause"
    )
    read = Read.of(page_of(record).html)
    assert len(set(read.ids)) == len(read.ids)
    assert {"symptom-cause", "cause-cause", "details-cause", "details-facts"} <= set(read.ids)


@given(HOSTILE, HOSTILE)
@settings(max_examples=50, deadline=None)
def test_any_text_stays_text(one: str, two: str) -> None:
    record = a_record(
        id=one,
        kind=two,
        title=two,
        product=one,
        status=two,
        status_reason=one,
        root_cause=f"{one} > {two}",
        severity=one,
        owner=two,
        source=one,
        environment=(one, two),
        customer_words=(two,),
        signatures=(one, two),
        tags=(one,),
        aliases=(two,),
        related=(one,),
        confirmation=Confirmation(by=one, note=two),
        withdrawn=Withdrawal(reason=one, superseded_by=one),
    )
    page = page_of(record)
    read = Read.of(page.html)
    assert page.title == record.name
    assert not {"script", "img", "svg", "b"} & {tag for tag, _ in read.tags}
    assert {name for _, attributes in read.tags for name in attributes} <= {
        *("class", "href", "id", "aria-labelledby")
    }
    for value in (one, two):
        assert value in read.text or "\n" in value
