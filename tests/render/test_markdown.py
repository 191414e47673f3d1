"""Markdown as GitHub reads it, and nothing in it that a browser would run or fetch."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kb_builder.render.links import link_resolver
from kb_builder.render.markdown import inline, render_markdown
from tests.render.made import Read, a_content, a_record

RECORD = a_record()
RESOLVE = link_resolver(a_content(RECORD, files=("cases/mail/a.png", "cases/mail/a.log")), RECORD)


def html_of(markdown: str) -> str:
    return render_markdown(markdown, RESOLVE, prefix="cause-").html


@pytest.mark.parametrize(
    ("markdown", "html"),
    [
        ("a  \nb\\\nc\nd", "<p>a<br>\nb<br>\nc\nd</p>\n"),
        (
            "~~a~~ <kbd>Ctrl</kbd> H<sub>2</sub>O",
            "<p><del>a</del> <kbd>Ctrl</kbd> H<sub>2</sub>O</p>\n",
        ),
        (
            "www.a.example b@c.example",
            '<p><a href="http://www.a.example" rel="noopener noreferrer">www.a.example</a> '
            '<a href="mailto:b@c.example">b@c.example</a></p>\n',
        ),
        (
            "- a\n  1. b\n     - [ ] c\n     - [x] d",
            "<ul>\n<li>a\n<ol>\n<li>b\n<ul>\n"
            '<li><span class="kb-task" role="img" aria-label="to do"></span> c</li>\n'
            '<li><span class="kb-task kb-task--done" role="img" aria-label="done"></span> d</li>\n'
            "</ul>\n</li>\n</ol>\n</li>\n</ul>\n",
        ),
        (
            "| a | b |\n|:--|--:|\n| `x\\|y` | z |",
            '<table>\n<thead>\n<tr>\n<th style="text-align: left">a</th>\n'
            '<th style="text-align: right">b</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n'
            '<td style="text-align: left"><code>x|y</code></td>\n'
            '<td style="text-align: right">z</td>\n</tr>\n</tbody>\n</table>\n',
        ),
        (
            "<table><tr><td align=right onclick=x()>1</td></tr></table>",
            '<table><tbody><tr><td align="right">1</td></tr></tbody></table>\n',
        ),
        (
            "<details>\n<summary>Log</summary>\n\n*a*\n\n</details>",
            "<details>\n<summary>Log</summary>\n<p><em>a</em></p>\n</details>\n",
        ),
        ("a <!-- secret --> b", "<p>a  b</p>\n"),
        ("a\0b", "<p>a\ufffdb</p>\n"),
    ],
)
def test_what_github_shows_is_shown(markdown: str, html: str) -> None:
    assert html_of(markdown) == html


@pytest.mark.parametrize(
    ("info", "label"),
    [
        ("c#", "c# code"),
        ("c++", "c++ code"),
        ("objective-c", "objective-c code"),
        ('json5 title="x"', "json5 code"),
        ("unknown", "text"),
        ('"><script>', "text"),
    ],
)
def test_the_first_word_after_a_fence_is_the_language(info: str, label: str) -> None:
    read = Read.of(html_of(f"```{info}\nint x;\n```"))
    assert read.tags[2] == ("code", {"tabindex": "0", "role": "group", "aria-label": label})
    assert read.text == "int x;\n\n"


def test_code_in_a_list_item_that_holds_tags_stays_code() -> None:
    assert html_of("1. a\n\n   ```\n   </code></pre><script>\n   ```") == (
        '<ol>\n<li>\n<p>a</p>\n<div class="highlight kb-wrap"><pre>'
        '<code tabindex="0" role="group" aria-label="text">&lt;/code&gt;&lt;/pre&gt;&lt;script&gt;\n'
        "</code></pre></div>\n</li>\n</ol>\n"
    )


@pytest.mark.parametrize(
    "target",
    [
        "javascript:x",
        "JaVaScRiPt:x",
        "data:text/html,x",
        "vbscript:x",
        "//h/x",
        "\\\\\\\\h",
        "../../../x",
    ],
)
def test_a_link_to_harm_or_nowhere_becomes_its_text(target: str) -> None:
    assert html_of(f"[a]({target})") == "<p>a</p>\n"


def test_entities_and_line_breaks_do_not_hide_a_scheme() -> None:
    assert (
        html_of('<a href="java&#10;script&colon;x">a</a> [b](&#106;avascript:x)') == "<p>a b</p>\n"
    )


@pytest.mark.parametrize(
    "picture",
    [
        "![a](https://h.example/a.png)",
        "![a](HTTPS://h.example/a.png)",
        "![a](//h.example/a.png)",
        "![a](data:image/png;base64,AA)",
        "![a](a.log)",
        "<img alt=a src=a.svg srcset=//h.example/a.png>",
    ],
)
def test_a_picture_that_is_not_of_the_site_becomes_its_text(picture: str) -> None:
    assert '<span class="kb-no-picture">a</span>' in html_of(picture)
    assert "h.example" not in html_of(picture)


def test_a_local_picture_is_shown_in_a_link_too() -> None:
    assert html_of('[![a "b"](a.png "c")](https://h.example)') == (
        '<p><a href="https://h.example" rel="noopener noreferrer"><img src="../../cases/mail/a.png"'
        ' alt="a &quot;b&quot;" loading="lazy" title="c"></a></p>\n'
    )


@pytest.mark.parametrize(
    "attack",
    [
        "<script>alert(1)</script>",
        "<style>@import '//h.example'</style>",
        "<iframe src=//h.example></iframe>",
        "<base href=//h.example>",
        "<meta http-equiv=refresh content=0;url=//h.example>",
        "<form action=//h.example><button formaction=//h.example></button></form>",
        "<svg onload=alert(1)><style><img src=x onerror=alert(1)></style></svg>",
        "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=1 onerror=alert(1)&gt;'>",
        "<noscript><p title='</noscript><img src=x onerror=alert(1)>'></noscript>",
        '<a href="x" onclick="alert(1)" style="background:url(//h.example)">a</a>',
    ],
)
def test_nothing_that_runs_or_fetches_is_left(attack: str) -> None:
    for markdown in (attack, f"a {attack} b"):
        assert_harmless(html_of(markdown))


@pytest.mark.parametrize(
    "piece",
    [
        *("[", "<", "*", "> ", ">", "`", "|", "&", "- ", "# a\n", "![](", "[^a]", "```\n", "_a "),
        *("<div>", "<b>", "x <div>\n\n", "<dd><li>", "<!--", "<a title='", "> [!NOTE]\n\n"),
        "<pre><code>a</code>b</pre>",
    ],
)
def test_a_megabyte_of_one_thing_takes_no_time_and_stays_text(piece: str) -> None:
    started = time.perf_counter()
    html_of(piece * (1_000_000 // len(piece)))
    assert time.perf_counter() - started < 2


def test_much_code_that_is_slow_to_colour_takes_no_time() -> None:
    block = "```awk\n" + '"\\' * 3_900 + "\n```\n"
    started = time.perf_counter()
    html = html_of(block * 60)
    assert time.perf_counter() - started < 4
    assert html.count("awk code") == 2


def test_a_text_nested_deeper_than_any_readers_is_shown_as_it_was_written() -> None:
    markdown = "> " * 1000 + "a <b>"
    assert Read.of(html_of(markdown)).text == markdown


def test_a_word_without_end_stays_whole() -> None:
    assert html_of("x" * 100_000) == f"<p>{'x' * 100_000}</p>\n"


def test_inline_has_no_paragraph() -> None:
    assert inline("a `b` <c>") == "a <code>b</code> "


_TAGS = """
    a abbr b blockquote br code dd del details div dl dt em figcaption figure h2 h3 h4 h5 h6 hr i img
    ins kbd li mark ol p pre q s samp section small span strong sub summary sup table tbody td tfoot
    th thead tr ul var
"""
_ATTRIBUTES = """
    align alt aria-label class colspan height href id lang loading open rel role rowspan src start
    style tabindex title width
"""
TAGS, ATTRIBUTES = frozenset(_TAGS.split()), frozenset(_ATTRIBUTES.split())


def assert_harmless(html: str) -> None:
    read = Read.of(html)
    for tag, attributes in read.tags:
        assert tag in TAGS
        assert set(attributes) <= ATTRIBUTES
        assert re.match(r"https?:|mailto:|#|\.\./|$", attributes.get("href", ""), re.IGNORECASE)
        assert re.match(r"\.\./\.\./cases/|$", attributes.get("src", ""))
        assert re.fullmatch(r"(text-align: (left|right|center))?", attributes.get("style", ""))
    assert len(set(read.ids)) == len(read.ids)


_ATTACKS = """\
<  >  </  />  "  '  `  ```  &  &lt;  &#x3c;  =  #  |  [a](  )  ![  a.png  https://h.example  data:,x
<script>  </script>  <img src=x onerror=alert(1)>  <img src=a.png>  <a href=  </a>  //h.example/a.png
javascript:alert(1)  <svg>  <math>  <style>  </style>  <!--  -->  <![CDATA[  ]]>  <?x  <table>  <td>
<h1>  </h1>  # a  <pre>  <code>  </code></pre>  <blockquote>  </blockquote>  <li id="fn-1">
<a id="fnref-1">  <section class=footnotes>  <details open ontoggle=alert(1)>  <p style='color:red'>
<input checked>  <iframe srcdoc=  <base href=//h>  <form action=x>  <noscript>  <textarea>  <xmp>
<title>  [^1]  [^1]:"""
_SPACED = ("\n", "\n\n", "    ", "a\n=\n", "> ", "> [!NOTE]\n", "- ", "- [x] ", "1. ", "\n[^1]: ")
PIECES = st.sampled_from([*re.split(r" {2}|\n", _ATTACKS), *_SPACED])


@given(st.lists(PIECES | st.text(max_size=5), max_size=25).map("".join))
@settings(max_examples=400, deadline=None)
def test_whatever_a_record_holds_is_harmless(markdown: str) -> None:
    assert_harmless(html_of(markdown))
