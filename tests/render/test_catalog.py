from __future__ import annotations

from datetime import date

from kb_builder.model.taxonomy import Topic
from kb_builder.render.catalog import catalog, kind_name
from tests.render.made import a_content, a_record


def test_products_and_topics_that_share_a_slug_have_pages_of_their_own() -> None:
    topics = (Topic(("Mail",), topics=(Topic(("Mail", "!")),)), Topic(("mail",)), Topic(("?",)))
    found = catalog(a_content(a_record(product="C#"), products=("C", "C++"), topics=topics))
    assert {name: shelf.url for name, shelf in found.products.items()} == {
        "C": "products/c/",
        "C++": "products/c-2/",
        "C#": "products/c-3/",
    }
    assert {path: shelf.url for path, shelf in found.topics.items()} == {
        ("Mail",): "root-causes/mail/",
        ("Mail", "!"): "root-causes/mail/topic/",
        ("mail",): "root-causes/mail-2/",
        ("?",): "root-causes/topic/",
    }


def test_a_topic_has_the_records_below_it_those_closed_last_first() -> None:
    topics = (Topic(("Mail",), topics=(Topic(("Mail", "Queue")),)),)
    old = a_record("old", id="A", root_cause="Mail", closed=date(2026, 1, 1))
    new = a_record("new", id="B", root_cause="Mail > Queue", closed=date(2026, 2, 1))
    never = a_record("never", id="C", root_cause="Mail>Queue")
    elsewhere = a_record("elsewhere", root_cause="Unknown > x")
    found = catalog(a_content(old, never, elsewhere, new, topics=topics))
    assert found.topics["Mail",].records == (new, old, never)
    assert found.topics["Mail", "Queue"].records == (new, never)
    assert ("Unknown",) not in found.topics


def test_a_kind_is_named_and_one_unknown_is_a_record() -> None:
    assert kind_name(a_record(kind="collaboration")) == "Collaboration"
    assert kind_name(a_record(kind="<b>")) == "Record"
