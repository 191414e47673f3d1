"""The page on which a record is written; what it asks and checks is data for its scripts."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any

from markupsafe import Markup

from kb_builder.check.conditions.told import told
from kb_builder.drafting.choices import choices
from kb_builder.drafting.questions import Question, questions
from kb_builder.load.content import CASES
from kb_builder.model.content import Content
from kb_builder.model.fields import FIELDS_BY_NAME, KINDS, Kind
from kb_builder.render import urls
from kb_builder.render.links import relative_url
from kb_builder.render.new_file import NewFile
from kb_builder.render.page import Page
from kb_builder.render.rule_pages import PROCEDURES
from kb_builder.render.templates import render_template

_LABELS = {
    "id": "Number",
    "customer_words": "The customer’s words",
    "severity": "Severity at closing",
    "severity_opened": "Severity at opening",
    "severity_lowered": "Lowered on",
    "status_reason": "Reason for the status",
    "opened": "Opened on",
    "closed": "Closed on",
    "confirmation.by": "Confirmed by",
    "confirmation.on": "Confirmed on",
    "confirmation.attempts": "Attempts to reach the customer",
    "confirmation.note": "Note on the confirmation",
    "last_quality_response": "Last quality response on",
    "last_notes": "Last notes on",
    "labor_minutes": "Labor time in minutes",
    "case": "Case that it helped",
    "related": "Related records",
    "review_by": "Review by",
}
_PROCEDURE_OF = {"case": "case-closure", "collaboration": "collaboration-closure"}


def write_page(content: Content, new: NewFile | None = None) -> Page:
    """The page; `new` says where a finished record can be opened as a new file."""
    url = urls.FORM
    has_guide = urls.WRITING_GUIDE in content.page_titles
    html = render_template(
        "write.html",
        data=_json(_data(content, new)),
        guide_href=relative_url(url, urls.WRITING_GUIDE) if has_guide else "",
        fields_href=relative_url(url, urls.FIELDS),
        rules_href=relative_url(url, urls.RULES),
    )
    description = "A form for a new record, checked while it is filled in."
    return Page(url, "Write a record", html, description, hide=("navigation", "toc"))


def _data(content: Content, new: NewFile | None) -> dict[str, Any]:
    return {
        "told": told(content),
        "kinds": {kind: list(_steps(kind, content)) for kind in KINDS},
        "folders": _folders(content),
        "rules": relative_url(urls.FORM, urls.RULES),
        "host": {"host": new.host, "name": new.name, "url": new.url} if new else None,
    }


def _steps(kind: Kind, content: Content) -> Iterator[dict[str, Any]]:
    """What is asked, by step of the procedure, in its order."""
    number = FIELDS_BY_NAME["id"]
    steps: dict[str, list[dict[str, Any]]] = {
        "": [_field(Question(("id",), number, ""), kind, content)]
    }
    for question in questions(kind):
        steps.setdefault(question.step, []).append(_field(question, kind, content))
    for title, fields in steps.items():
        yield {"title": title, "href": _step_href(kind, title, content), "fields": fields}


def _field(question: Question, kind: Kind, content: Content) -> dict[str, Any]:
    name = question.name
    allowed = {} if name == "root_cause" else choices(question.key, kind, content.taxonomy)
    return {
        "name": name,
        "label": _LABELS.get(name, name.replace("_", " ").capitalize()),
        "type": question.field.type,
        "required": question.field.required,
        "meaning": question.field.meaning,
        "choices": list(allowed),
    }


def _step_href(kind: Kind, title: str, content: Content) -> str:
    """The address of the step in the procedure, where the site has it under that title."""
    page = f"{PROCEDURES}{_PROCEDURE_OF.get(kind, '')}/"
    for anchor, heading in content.page_anchors.get(page, {}).items():
        if title and heading.split(". ", 1)[-1] == title:
            return relative_url(urls.FORM, f"{page}#{anchor}")
    return ""


def _folders(content: Content) -> dict[str, str]:
    """Where most records of each product stand."""
    found: dict[str, Counter[str]] = {}
    for record in content.records:
        folder = record.file.location.parent.as_posix()
        found.setdefault(record.product, Counter())[folder] += 1
    return {"": CASES, **{product: most.most_common(1)[0][0] for product, most in found.items()}}


def _json(data: object) -> Markup:
    """JSON as text of the page; `escape` would make every quote five characters long."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return Markup(text.replace("&", "&amp;").replace("<", "&lt;"))  # noqa: S704
