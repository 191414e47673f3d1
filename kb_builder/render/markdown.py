"""A record's Markdown to HTML: as GitHub reads it, cleaned, and fitted into the page.

cmark-gfm is GitHub's own parser, nh3 (ammonia) the sanitiser. What comes after the sanitiser adds
only text that it has let through, or that is our own.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html import escape, unescape

import nh3
from cmarkgfm import cmark

from kb_builder.model.words import slugify
from kb_builder.render.highlight import highlight
from kb_builder.render.links import PICTURE_SUFFIXES, Resolve
from kb_builder.render.page import Heading

_EXTENSIONS = ["table", "autolink", "strikethrough", "tasklist"]
_OPTIONS = cmark.Options.CMARK_OPT_UNSAFE | cmark.Options.CMARK_OPT_TABLE_PREFER_STYLE_ATTRIBUTES

_TAGS = frozenset(
    [
        "a",
        "abbr",
        "b",
        "blockquote",
        "br",
        "code",
        "dd",
        "del",
        "details",
        "div",
        "dl",
        "dt",
        "em",
        "figcaption",
        "figure",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "i",
        "img",
        "input",
        "ins",
        "kbd",
        "li",
        "mark",
        "ol",
        "p",
        "pre",
        "q",
        "s",
        "samp",
        "small",
        "span",
        "strong",
        "sub",
        "summary",
        "sup",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
        "var",
    ]
)
_ATTRIBUTES = {
    "a": {"href", "title"},
    "code": {"class"},
    "details": {"open"},
    "img": {"src", "alt", "title", "width", "height"},
    "input": {"type", "checked", "disabled"},
    "ol": {"start"},
    "td": {"align", "style", "colspan", "rowspan"},
    "th": {"align", "style", "colspan", "rowspan"},
}
_ALERTS = {
    "NOTE": ("note", "Note"),
    "TIP": ("tip", "Tip"),
    "IMPORTANT": ("info", "Important"),
    "WARNING": ("warning", "Warning"),
    "CAUTION": ("danger", "Caution"),
}
_DEEPEST_NESTING = 100
"""Quotes and lists within each other; deeper ones are an attack, and slow every reader."""


@dataclass(frozen=True, slots=True)
class Rendered:
    html: str
    headings: tuple[Heading, ...] = ()


def render_markdown(
    markdown: str, resolve: Resolve, *, prefix: str = "", top_level: int = 3
) -> Rendered:
    """HTML that is safe in a page, its highest headings at `top_level`.

    Headings' ids start with `prefix`, so that the texts of one page do not clash. A link that
    `resolve` knows nothing of becomes plain text, a picture its alternative text.
    """
    html = cmark.markdown_to_html_with_extensions(
        _flattened(markdown), options=_OPTIONS, extensions=_EXTENSIONS
    )
    clean = nh3.clean(
        html,
        tags=set(_TAGS),
        attributes=_ATTRIBUTES,
        attribute_filter=_filter_attribute,
        url_schemes={"http", "https", "mailto"},
        link_rel="noopener noreferrer",
    )
    clean = _CODE_BLOCK.sub(_code_block, clean)
    return _Fitter(resolve, prefix, top_level, _highest(clean)).run(clean)


def _flattened(markdown: str) -> str:
    """The same, unless its lines are nested deeper than any reader's text is."""
    return re.sub(
        rf"(?m)^((?:[ \t]*(?:>|[-*+]|\d{{1,9}}[.)])[ \t]?){{{_DEEPEST_NESTING}}}).*",
        r"\1",
        markdown,
    )


def _filter_attribute(tag: str, name: str, value: str) -> str | None:
    if tag == "code":
        return value if re.fullmatch(r"language-[\w+#.-]{1,40}", value) else None
    if name == "style":
        return value if re.fullmatch(r"text-align: (?:left|right|center)", value) else None
    if name in ("width", "height", "start", "colspan", "rowspan"):
        return value if re.fullmatch(r"\d{1,4}%?", value) else None
    return value


_CODE_BLOCK = re.compile(r'<pre><code(?: class="language-([^"]*)")?>(.*?)</code></pre>', re.DOTALL)


def _code_block(match: re.Match[str]) -> str:
    inner = match[2]
    if "<" in inner:
        return match[0]
    return highlight(unescape(inner), unescape(match[1] or ""))


_TAG = re.compile(r'<(/?)([a-z][a-z0-9]*)((?:[^>"]|"[^"]*")*)>')
_ATTRIBUTE = re.compile(r'([a-z-]+)="([^"]*)"')
_ALERT_START = re.compile(r"\s*<p>\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)\]\s*(?:<br>\s*)?(</p>)?")


def _highest(html: str) -> int:
    levels = [
        int(match[2][1]) for match in _TAG.finditer(html) if re.fullmatch(r"h[1-6]", match[2])
    ]
    return min(levels, default=1)


class _Fitter:
    """One pass over the cleaned tags: headings, links, pictures, alerts and tasks."""

    def __init__(self, resolve: Resolve, prefix: str, top_level: int, highest: int) -> None:
        self.resolve, self.prefix = resolve, prefix
        self.shift = top_level - highest
        self.headings: list[Heading] = []
        self.ids: set[str] = set()
        self.quotes: list[str] = []
        self.links: list[str] = []

    def run(self, html: str) -> Rendered:
        return Rendered("".join(self._pieces(html)), tuple(self.headings))

    def _pieces(self, html: str) -> Iterator[str]:
        at = 0
        while match := _TAG.search(html, at):
            yield html[at : match.start()]
            at = match.end()
            closing, tag = bool(match[1]), match[2]
            if tag == "blockquote" and not closing:
                alert = _ALERT_START.match(html, at)
                yield self._open_quote(alert)
                at = alert.end() if alert else at
            elif re.fullmatch(r"h[1-6]", tag):
                yield self._heading(html, match, closing=closing)
            else:
                yield self._tag(match, tag, closing=closing)
        yield html[at:]

    def _tag(self, match: re.Match[str], tag: str, *, closing: bool) -> str:
        if tag == "blockquote":
            return self.quotes.pop() if self.quotes else ""
        if tag == "a":
            return (self.links.pop() if self.links else "") if closing else self._link(match)
        if tag == "img":
            return self._picture(_attributes(match[3]))
        if tag == "input":
            return self._task(_attributes(match[3]), match[3])
        return match[0]

    def _open_quote(self, alert: re.Match[str] | None) -> str:
        if not alert:
            self.quotes.append("</blockquote>")
            return "<blockquote>"
        self.quotes.append("</div>")
        style, title = _ALERTS[alert[1]]
        start = f'<div class="admonition {style}"><p class="admonition-title">{title}</p>'
        return start if alert[2] else f"{start}<p>"

    def _heading(self, html: str, match: re.Match[str], *, closing: bool) -> str:
        level = min(6, max(2, int(match[2][1]) + self.shift))
        if closing:
            return f"</h{level}>"
        end = html.find("</h", match.end())
        text = unescape(re.sub(r"<[^>]*>", "", html[match.end() : end])).strip()
        slug = f"{self.prefix}{slugify(text) or 'section'}"
        number, unique = 2, slug
        while unique in self.ids:
            unique, number = f"{slug}-{number}", number + 1
        self.ids.add(unique)
        self.headings.append(Heading(level, unique, text))
        return f'<h{level} id="{escape(unique)}">'

    def _link(self, match: re.Match[str]) -> str:
        attributes = _attributes(match[3])
        target = self.resolve(attributes.get("href", ""))
        if target is None:
            self.links.append("")
            return ""
        self.links.append("</a>")
        title = f' title="{escape(attributes["title"])}"' if attributes.get("title") else ""
        rel = ' rel="noopener noreferrer"' if re.match(r"https?:", target) else ""
        return f'<a href="{escape(target)}"{title}{rel}>'

    def _picture(self, attributes: dict[str, str]) -> str:
        source, alt = attributes.get("src", ""), attributes.get("alt", "")
        target = self.resolve(source)
        path = (target or "").split("?")[0].split("#")[0].lower()
        local = target is not None and not re.match(r"[a-z]+:", target)
        if not local or not any(path.endswith(suffix) for suffix in PICTURE_SUFFIXES):
            return f'<span class="kb-no-picture">{escape(alt or "picture")}</span>'
        sizes = "".join(
            f' {name}="{escape(attributes[name])}"'
            for name in ("width", "height")
            if attributes.get(name)
        )
        return f'<img src="{escape(target or "")}" alt="{escape(alt)}" loading="lazy"{sizes}>'

    def _task(self, attributes: dict[str, str], raw: str) -> str:
        if attributes.get("type") != "checkbox":
            return ""
        done = "checked" in raw
        label = "done" if done else "to do"
        state = " kb-task--done" if done else ""
        return f'<span class="kb-task{state}" role="img" aria-label="{label}"></span>'


def _attributes(text: str) -> dict[str, str]:
    return {name: unescape(value) for name, value in _ATTRIBUTE.findall(text)}


def inline(markdown: str, resolve: Callable[[str], str | None] = lambda target: None) -> str:
    """A line of Markdown as HTML without the paragraph around it."""
    html = render_markdown(markdown, resolve).html.strip()
    return re.sub(r"\A<p>(.*)</p>\Z", r"\1", html, flags=re.DOTALL)
