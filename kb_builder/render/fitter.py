"""Cleaned HTML to what fits into a page: headings, links, pictures, alerts, tasks and footnotes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape, unescape
from urllib.parse import unquote

from kb_builder.model.words import slugify
from kb_builder.render.links import Resolve, is_local_picture
from kb_builder.render.page import Heading
from kb_builder.render.slugs import Slugs

_TAG = re.compile(r'<(/?)([a-z][a-z0-9]*)((?:[^>"]|"[^"]*")*)>')
_ATTRIBUTE = re.compile(r'([a-z-]+)="([^"]*)"')
_HEADING = re.compile(r"h[1-6]")
_ALERT = re.compile(
    r"\s*<p>\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)\][ \t]*(?:(?:<br>)?\n|(</p>))", re.IGNORECASE
)
_ALERTS = {
    "NOTE": ("note", "Note"),
    "TIP": ("tip", "Tip"),
    "IMPORTANT": ("info", "Important"),
    "WARNING": ("warning", "Warning"),
    "CAUTION": ("danger", "Caution"),
}


@dataclass(frozen=True, slots=True)
class Rendered:
    html: str
    headings: tuple[Heading, ...] = ()


def fitted(html: str, resolve: Resolve, prefix: str, top_level: int) -> Rendered:
    """`html` must come from the sanitiser: its tags balance, its values stand in double quotes."""
    headings = _headings(html, prefix, top_level)
    fitter = _Fitter(resolve, prefix, headings)
    return Rendered("".join(fitter.pieces(html)), tuple(headings.values()))


def _headings(html: str, prefix: str, top_level: int) -> dict[int, Heading]:
    """The headings by where their tags start; the levels in use follow each other from `top_level`."""
    found = [tag for tag in _TAG.finditer(html) if not tag[1] and _HEADING.fullmatch(tag[2])]
    levels = sorted({tag[2] for tag in found})
    slugs = Slugs(prefix)
    headings = {}
    for tag in found:
        inner = html[tag.end() : html.find("</h", tag.end())]
        text = " ".join(unescape(_TAG.sub("", inner)).split())
        level = min(6, top_level + levels.index(tag[2]))
        headings[tag.start()] = Heading(level, slugs.add(text, "section"), text)
    return headings


class _Fitter:
    """One pass over the tags."""

    def __init__(self, resolve: Resolve, prefix: str, headings: dict[int, Heading]) -> None:
        self.resolve, self.prefix, self.headings = resolve, prefix, headings
        self.ids = {heading.id for heading in headings.values()}
        self.anchors = frozenset(self.ids)
        self.closing: dict[str, list[str]] = {"a": [], "blockquote": [], "heading": []}
        """What ends the elements that are open, the innermost last."""

    def pieces(self, html: str) -> Iterator[str]:
        at = 0
        while tag := _TAG.search(html, at):
            yield html[at : tag.start()]
            at = tag.end()
            kind = "heading" if _HEADING.fullmatch(tag[2]) else tag[2]
            if tag[1]:
                yield self.closing[kind].pop() if kind in self.closing else tag[0]
            elif kind == "blockquote":
                alert = _ALERT.match(html, at)
                yield self._quote(alert)
                at = alert.end() if alert else at
            elif kind == "heading":
                yield self._heading(self.headings[tag.start()])
            else:
                yield self._other(tag)
        yield html[at:]

    def _other(self, tag: re.Match[str]) -> str:
        attributes = {name: unescape(value) for name, value in _ATTRIBUTE.findall(tag[3])}
        match tag[2]:
            case "a":
                return self._link(attributes)
            case "img":
                return self._picture(attributes)
            case "input":
                return _task(attributes)
            case "li":
                return f"<li{self._id(attributes)}>"
            case "section" if attributes.get("class"):
                return '<section class="footnote">'  # as Material's styles call it
        return tag[0]

    def _quote(self, alert: re.Match[str] | None) -> str:
        self.closing["blockquote"].append("</div>" if alert else "</blockquote>")
        if not alert:
            return "<blockquote>"
        style, title = _ALERTS[alert[1].upper()]
        start = f'<div class="admonition {style}"><p class="admonition-title">{title}</p>'
        return start if alert[2] else f"{start}<p>"

    def _heading(self, heading: Heading) -> str:
        self.closing["heading"].append(f"</h{heading.level}>")
        return f'<h{heading.level} id="{escape(heading.id)}">'

    def _link(self, attributes: dict[str, str]) -> str:
        target = self._target(attributes.get("href", ""))
        self.closing["a"].append("" if target is None else "</a>")
        if target is None:
            return ""
        rel = ' rel="noopener noreferrer"' if re.match(r"(?i)https?:", target) else ""
        shown = _written(attributes, "title", "aria-label")
        return f'<a href="{escape(target)}"{self._id(attributes)}{shown}{rel}>'

    def _target(self, href: str) -> str | None:
        """Fragments that mean a heading or footnote of this same text, and all that `resolve` knows."""
        if href.startswith("#"):
            anchor = self.prefix + slugify(unquote(href))
            if anchor in self.anchors:
                return f"#{anchor}"
            if re.match(r"#fn(?:ref)?-", href):
                return f"#{self.prefix}{href[1:]}"
        return self.resolve(href)

    def _id(self, attributes: dict[str, str]) -> str:
        """A footnote's."""
        wanted = self.prefix + attributes.get("id", "")
        if not attributes.get("id") or wanted in self.ids:
            return ""
        self.ids.add(wanted)
        return f' id="{escape(wanted)}"'

    def _picture(self, attributes: dict[str, str]) -> str:
        target, alt = self.resolve(attributes.get("src", "")), attributes.get("alt", "")
        if target is None or not is_local_picture(target):
            return f'<span class="kb-no-picture">{escape(alt or "picture")}</span>'
        shown = _written(attributes, "title", "width", "height")
        return f'<img src="{escape(target)}" alt="{escape(alt)}" loading="lazy"{shown}>'


def _written(attributes: dict[str, str], *names: str) -> str:
    return "".join(
        f' {name}="{escape(attributes[name])}"' for name in names if attributes.get(name)
    )


def _task(attributes: dict[str, str]) -> str:
    if attributes.get("type") != "checkbox":
        return ""
    state, label = (" kb-task--done", "done") if "checked" in attributes else ("", "to do")
    return f'<span class="kb-task{state}" role="img" aria-label="{label}"></span>'
