"""The navigation of a site whose mkdocs.yml gives none."""

from __future__ import annotations

from typing import Any

from kb_builder.model.content import Content
from kb_builder.model.markdown_page import page_title
from kb_builder.render import urls

_PROCEDURES = "procedures"


def default_nav(content: Content) -> list[Any]:
    """Home, the procedures, the site's other pages by folder, and the ways to records."""
    procedures: list[Any] = []
    folders: dict[str, list[Any]] = {}
    top: list[Any] = []
    for page in content.pages:
        location = page.location
        entry = {page_title(page): location.as_posix()}
        if location.as_posix() == "index.md":
            continue
        if len(location.parts) == 1:
            top.append(entry)
        elif location.parts[0] == _PROCEDURES:
            procedures.append(entry)
        else:
            folders.setdefault(location.parts[0].replace("-", " ").capitalize(), []).append(entry)
    nav: list[Any] = [{"Home": "index.md"}]
    nav += [{"Procedures": procedures}] if procedures else []
    nav += [{"Root causes": source_of(urls.ROOT_CAUSES)}, {"Products": source_of(urls.PRODUCTS)}]
    nav += [{"Newest": source_of(urls.NEWEST)}]
    nav += top
    nav += [{name: pages} for name, pages in folders.items()]
    nav += [
        {
            "For writers": [
                {"Write a record": source_of(urls.FORM)},
                {"Fields of a record": source_of(urls.FIELDS)},
                {"Rules": source_of(urls.RULES)},
            ]
        }
    ]
    return nav


def source_of(url: str) -> str:
    """What MkDocs takes as the source of a generated page: its place does not depend on settings."""
    return f"{url}index.md"
