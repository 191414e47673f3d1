from __future__ import annotations

import pytest

from kb_builder.render.markdown import render_markdown
from kb_builder.render.page import Heading


def html_of(markdown: str) -> str:
    return render_markdown(markdown, lambda target: None, prefix="cause-").html


def headings_of(markdown: str) -> list[tuple[int, str, str]]:
    rendered = render_markdown(markdown, lambda target: None, prefix="cause-")
    return [(heading.level, heading.id, heading.text) for heading in rendered.headings]


def test_a_heading_takes_its_level_from_the_page_and_its_id_from_its_words() -> None:
    rendered = render_markdown("A *b* & `<c>`\n===", lambda target: None, prefix="cause-")
    assert rendered.html == '<h3 id="cause-a-b-c">A <em>b</em> &amp; <code>&lt;c&gt;</code></h3>\n'
    assert rendered.headings == (Heading(3, "cause-a-b-c", "A b & <c>"),)


def test_levels_that_a_text_skips_are_closed_up() -> None:
    assert [level for level, _, _ in headings_of("## a\n# b\n#### c\n##### d\n###### e")] == [
        4,
        3,
        5,
        6,
        6,
    ]


def test_equal_headings_and_those_without_letters_have_ids_of_their_own() -> None:
    assert [anchor for _, anchor, _ in headings_of("# a\n# A!\n# !!!\n# ???\n# 日本語")] == [
        "cause-a",
        "cause-a-2",
        "cause-section",
        "cause-section-2",
        "cause-日本語",
    ]


@pytest.mark.parametrize("fragment", ["#a--b", "#A-B"])
def test_a_link_to_a_heading_of_the_same_text_finds_it(fragment: str) -> None:
    assert html_of(f"[x]({fragment})\n# A & B").startswith('<p><a href="#cause-a-b">x</a></p>')


@pytest.mark.parametrize(
    ("name", "style", "title"),
    [
        ("NOTE", "note", "Note"),
        ("tip", "tip", "Tip"),
        ("Important", "info", "Important"),
        ("WARNING", "warning", "Warning"),
        ("CAUTION", "danger", "Caution"),
    ],
)
def test_an_alert_is_an_admonition_in_whatever_case(name: str, style: str, title: str) -> None:
    assert html_of(f"> [!{name}]\n> a\n> - b") == (
        f'<div class="admonition {style}"><p class="admonition-title">{title}</p><p>a</p>\n'
        "<ul>\n<li>b</li>\n</ul>\n</div>\n"
    )


@pytest.mark.parametrize("markdown", ["> [!NOTE]", "> [!NOTE]\n>"])
def test_an_alert_may_be_empty(markdown: str) -> None:
    assert html_of(markdown) == (
        '<div class="admonition note"><p class="admonition-title">Note</p>\n</div>\n'
    )


def test_an_alert_may_stand_in_a_list_and_a_quote_in_it() -> None:
    assert html_of("- > [!TIP]\n  > > a") == (
        '<ul>\n<li>\n<div class="admonition tip"><p class="admonition-title">Tip</p>'
        "\n<blockquote>\n<p>a</p>\n</blockquote>\n</div>\n</li>\n</ul>\n"
    )


@pytest.mark.parametrize("markdown", ["> [!NOTE] a", "> [!OTHER]\n> a", "> a [!NOTE]"])
def test_a_quote_that_only_looks_like_an_alert_stays_a_quote(markdown: str) -> None:
    assert html_of(markdown).startswith("<blockquote>\n<p>")


def test_footnotes_lead_to_their_text_and_back() -> None:
    assert html_of("a[^x] b[^x]\n\n[^x]: c") == (
        '<p>a<sup><a href="#cause-fn-x" id="cause-fnref-x">1</a></sup> '
        'b<sup><a href="#cause-fn-x" id="cause-fnref-x-2">1</a></sup></p>\n'
        '<section class="footnote">\n<ol>\n<li id="cause-fn-x">\n'
        '<p>c <a href="#cause-fnref-x" aria-label="Back to reference 1">↩</a> '
        '<a href="#cause-fnref-x-2" aria-label="Back to reference 1-2">↩<sup>2</sup></a></p>\n'
        "</li>\n</ol>\n</section>\n"
    )


def test_ids_that_a_text_makes_up_are_dropped_where_they_are_taken() -> None:
    assert html_of('<ul><li id="fn-a">a</li><li id="fn-a">b</li><li id="symptom">c</li></ul>') == (
        '<ul><li id="cause-fn-a">a</li><li>b</li><li>c</li></ul>\n'
    )


def test_an_input_that_is_no_task_is_dropped() -> None:
    assert html_of("a <input type=text> <input type=image src=x>") == "<p>a  </p>\n"
