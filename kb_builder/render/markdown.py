"""A record's Markdown to HTML: as GitHub reads it, cleaned, and fitted into the page.

cmark-gfm is GitHub's own parser, nh3 (ammonia) the sanitiser. What comes after the sanitiser adds
only text that it has let through, or that is our own.
"""

from __future__ import annotations

import re
from html import unescape

import nh3
from cmarkgfm import cmark

from kb_builder.render.fitter import Rendered, fitted
from kb_builder.render.highlight import highlight
from kb_builder.render.links import SAFE_SCHEMES, Resolve
from kb_builder.render.nesting import is_nested_too_deeply

_EXTENSIONS = ["table", "autolink", "strikethrough", "tasklist"]
_OPTIONS = (
    cmark.Options.CMARK_OPT_UNSAFE
    | cmark.Options.CMARK_OPT_FOOTNOTES
    | cmark.Options.CMARK_OPT_TABLE_PREFER_STYLE_ATTRIBUTES
)

_INLINE_TAGS = (
    "a abbr b br code del em i img input ins kbd mark q s samp small span strong sub sup var"
)
_BLOCK_TAGS = "blockquote dd details div dl dt figcaption figure hr li ol p pre section summary ul"
_TABLE_TAGS = "table tbody td tfoot th thead tr"
_HEADING_TAGS = "h1 h2 h3 h4 h5 h6"
_TAGS = frozenset(f"{_INLINE_TAGS} {_BLOCK_TAGS} {_TABLE_TAGS} {_HEADING_TAGS}".split())
_ATTRIBUTES = {
    "a": {"href", "title", "id", "aria-label"},
    "code": {"class"},
    "details": {"open"},
    "img": {"src", "alt", "title", "width", "height"},
    "input": {"type", "checked", "disabled"},
    "li": {"id"},
    "ol": {"start"},
    "section": {"class"},
    "td": {"align", "style", "colspan", "rowspan"},
    "th": {"align", "style", "colspan", "rowspan"},
}
_NUMBER = re.compile(r"\d{1,4}%?")
_VALUES = {
    "class": re.compile(r"language-[\w+#.-]{1,40}|footnotes"),
    "id": re.compile(r"fn(?:ref)?-[\w%.-]{1,80}"),
    "aria-label": re.compile(r"Back to reference [\d-]{1,9}"),
    "align": re.compile(r"left|right|center"),
    "style": re.compile(r"text-align: (?:left|right|center)"),
    **dict.fromkeys(("width", "height", "start", "colspan", "rowspan"), _NUMBER),
}
"""What the values of some attributes must match in full; the attribute is dropped otherwise."""

_LONGEST_HTML = 2_000_000
_MOST_HIGHLIGHTED = 20_000
"""Characters of code in one text; blocks after them are not coloured."""


def render_markdown(
    markdown: str, resolve: Resolve, *, prefix: str = "", top_level: int = 3
) -> Rendered:
    """HTML that is safe in a page, its highest headings at `top_level`.

    Ids start with `prefix`, so that the texts of one page do not clash. A link that `resolve`
    knows nothing of becomes plain text, a picture its alternative text. A text that only an attack
    could be is shown as it was written.
    """
    html = cmark.markdown_to_html_with_extensions(
        markdown, options=_OPTIONS, extensions=_EXTENSIONS
    )
    if len(html) > _LONGEST_HTML or is_nested_too_deeply(html):
        return Rendered(highlight(markdown, ""))
    clean = nh3.clean(
        html,
        tags=set(_TAGS),
        attributes=_ATTRIBUTES,
        attribute_filter=_filter_attribute,
        url_schemes=set(SAFE_SCHEMES),
    )
    return fitted(_with_code(clean), resolve, prefix, top_level)


def inline(markdown: str) -> str:
    """A line of Markdown without links, as HTML without the paragraph around it."""
    html = render_markdown(markdown, lambda target: None).html.strip()
    return re.sub(r"\A<p>(.*)</p>\Z", r"\1", html, flags=re.DOTALL)


def _filter_attribute(tag: str, name: str, value: str) -> str | None:
    allowed = _VALUES.get(name)
    return value if allowed is None or allowed.fullmatch(value) else None


_CODE_BLOCK = re.compile(r'<pre><code(?: class="language-([^"]*)")?>([^<]*)</code></pre>')


def _with_code(html: str) -> str:
    left = _MOST_HIGHLIGHTED

    def block(match: re.Match[str]) -> str:
        nonlocal left
        language, code = unescape(match[1] or ""), unescape(match[2])
        left -= len(code) if language else 0
        return highlight(code, language if left >= 0 else "")

    return _CODE_BLOCK.sub(block, html)
