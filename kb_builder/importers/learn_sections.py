"""The sections of an article to the fields of a record, by what their headings are called."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kb_builder.importers.markdown import joined
from kb_builder.importers.outline import Section, outline

# What may follow the name of a section: a number, a method, for what it is.
_MORE = r"(?:$|\s*[\d:(/–—-]|\s+(?:for|of|method|option|step|[a-d]\b|steps?$|summary$))"
_NAMES = {
    "symptom": rf"(?:symptoms?{_MORE}|symptoms? and (?:causes?|status)$|(?:the )?(?:problem|issue)s?(?: \d+)?$"
    r"|(?:problem|issue|error)s? (?:descriptions?|statement|symptoms?|definition|summary|details)$"
    r"|issues? (?:that )?you may experience$"
    r"|symptoms? of the (?:problem|issue)$|error(?: messages?)?$)",
    "cause": rf"(?:(?:root |possible |common |known )?causes?{_MORE}|causes? and|reasons?$"
    r"|(?:possible|common) reasons?$|cause of (?:the|this) (?:issue|problem|error)"
    r"|why did (?:i|you) (?:get|receive) (?:this|the)\b"
    r"|why (?:does )?(?:this|the) (?:issue|problem|error|behavior) (?:occurs?|happens?))",
    "resolution": rf"(?:(?:the |quick |recommended |first |second )?(?:resolution|solution|fix)(?:e?s)?{_MORE}"
    r"|(?:resolution|solution)s? (?:and|or)\b|how to (?:fix|resolve|solve) (?:the|this)\b"
    r"|(?:fix|resolve|solve) (?:the|this) (?:issue|problem|error)|.*\bhow (?:do|can) i fix\b"
    r"|steps to (?:fix|resolve)|procedures?$|troubleshooting(?: steps| procedure)?$|troubleshoot$)",
    "workaround": rf"(?:(?:(?:the |server-side |client-side )?work ?-?arounds?|temporary (?:fix|workaround|solution)){_MORE})",
}
_ROLES = [(role, re.compile(pattern)) for role, pattern in _NAMES.items()]
_BARE = re.compile(
    r"(?:the )?(?:symptoms?|problems?|issues?|(?:root )?causes?|resolutions?|solutions?|work ?arounds?)"
)
_CONTINUES = re.compile(r"(?:method|option|step|approach)\s*\d|(?:method|option)s?$")
_INTRODUCES = re.compile(r"(?:summary|introduction|overview|background|case)$")


@dataclass
class Divided:
    """An article's text by the fields it belongs to."""

    heading: str
    """Of the whole article, as plain text."""
    introduction: str
    """What stands before the first section."""
    fields: dict[str, str]
    body: list[str]
    """The headings and texts that fit no field."""
    introduces: bool
    """Whether the first heading and text of the body introduce the article."""


def divide(text: str) -> Divided:
    """Divide an article; every word of it stands in one of the parts, a field's own name excepted."""
    root = outline(text, _BARE)
    title = root.sections[0] if root.sections and root.sections[0].level == 1 else None
    introduction = [root.text]
    if title:
        introduction.append(title.text)
        root.sections[:1] = title.sections
    parts = _Parts()
    parts.take(root.sections, "", [])
    first = root.sections[0] if root.sections else None
    introduces = bool(first and not first.sections and _INTRODUCES.match(first.name))
    return Divided(
        heading=title.title if title else "",
        introduction=joined(introduction),
        fields={role: _joined(found) for role, found in parts.fields.items()},
        body=parts.body,
        introduces=introduces,
    )


def _role(section: Section) -> str:
    """The field that a section's heading names, or nothing."""
    return next((role for role, pattern in _ROLES if pattern.match(section.name)), "")


class _Parts:
    """The parts found for each field and for the body, in the order of the article."""

    def __init__(self) -> None:
        self.fields: dict[str, list[tuple[list[Section], str]]] = {}
        self.body: list[str] = []

    def take(self, sections: list[Section], inherited: str, above: list[Section]) -> None:
        """Give each section to a field or to the body.

        A section without a role of its own follows the one it stands in, or as `Method 2` the one
        before it. `above` are the headings that tell to which scenario a section belongs.
        """
        before = ""
        for section in sections:
            role = _role(section)
            if not role and _CONTINUES.match(section.name):
                role = before
            role = role or inherited
            if any(_role(below) not in ("", role) for below in section.walk()):
                if section.text.strip():
                    self._add(role, above, section, section.text)
                self.take(section.sections, role, [*above, section])
            else:
                self._add(role, above, section, section.content)
            before = role

    def _add(self, role: str, above: list[Section], section: Section, text: str) -> None:
        if role and text.strip():
            self.fields.setdefault(role, []).append(([*above, section], text))
        elif not role or above or not _BARE.fullmatch(section.name):
            headings = [*above, section] if role else [section]
            self.body += [*(each.heading for each in headings), *filter(str.strip, [text])]


def _joined(parts: list[tuple[list[Section], str]]) -> str:
    """A field's parts under the headings that tell them apart.

    Its own name needs no heading where there is one part only, or where another heading says more.
    """
    written: list[str] = []
    shown: list[Section] = []
    for headings, text in parts:
        telling = [section for section in headings if not _BARE.fullmatch(section.name)]
        if not telling and len(parts) > 1:
            telling = headings[-1:]
        written += [section.heading for section in telling if section not in shown]
        shown = [*shown, *telling]
        written.append(text)
    return joined(written)
