"""A page for every rule, and the list of them; and in the procedure, the rules that check a step."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import escape, unescape
from itertools import pairwise

from markupsafe import Markup

from kb_builder.check import THEMES, Example, Rule, all_rules
from kb_builder.check.shown_rule import can_be_silenced, example_parts
from kb_builder.model.content import Content
from kb_builder.render import urls
from kb_builder.render.highlight import highlight
from kb_builder.render.links import relative_url
from kb_builder.render.markdown import inline, render_markdown
from kb_builder.render.page import Page
from kb_builder.render.templates import render_template

PROCEDURES = "procedures/"


def rule_pages(content: Content) -> Iterator[Page]:
    html = render_template("rules.html", themes=_themes(content), steps=_steps_index(content))
    yield Page(urls.RULES, "Rules", html, hide=("toc",))
    severities = content.settings.rules
    for rule in all_rules():
        yield _rule_page(rule, severities.get(rule.name, rule.severity), content)


def _rule_page(rule: Rule, severity: str, content: Content) -> Page:
    url = urls.rule_url(rule.name)
    step = step_link(rule, content)
    html = render_template(
        "rule.html",
        rule=rule,
        theme=THEMES[rule.theme],
        severity=severity,
        summary=_markup(inline(rule.summary)),
        reason=_markup(render_markdown(rule.reason, lambda target: None).html),
        step_href=relative_url(url, step[0]) if step else "",
        step_title=step[1] if step else "",
        bad=_markup(_shown(rule.bad)),
        expected=_markup(highlight(rule.expected, "text")),
        good=_markup(_shown(rule.good)),
        silence=_silence(rule),
        rules_href=relative_url(url, urls.RULES),
    )
    description = re.sub("`", "", rule.summary) + "."
    return Page(url, rule.name, html, description=description, hide=("navigation", "toc"))


@dataclass(frozen=True, slots=True)
class _Listed:
    name: str
    href: str
    summary: Markup
    severity: str
    fixable: bool


def _themes(content: Content) -> list[tuple[str, list[_Listed]]]:
    severities = content.settings.rules
    return [
        (
            title,
            [
                _Listed(
                    rule.name,
                    relative_url(urls.RULES, urls.rule_url(rule.name)),
                    _markup(inline(rule.summary)),
                    severities.get(rule.name, rule.severity),
                    rule.fixable,
                )
                for rule in all_rules()
                if rule.theme == theme
            ],
        )
        for theme, title in THEMES.items()
    ]


def _silence(rule: Rule) -> Markup | None:
    """The comment that silences the rule; None where there is none for it."""
    if not can_be_silenced(rule):
        return None
    return _markup(highlight(f"# kb: ignore[{rule.name}] why it does not hold here", "yaml"))


def _shown(example: Example) -> str:
    """The part of an example that matters, as a reader would see it in the file."""
    return "".join(
        f'<p class="kb-file">{escape(name)}</p>' + (highlight(text, "yaml") if text else "")
        for name, text in example_parts(example)
    )


def step_link(rule: Rule, content: Content) -> tuple[str, str] | None:
    """The address and title of the step that a rule enforces; None where the site has no such page."""
    page, _, anchor = rule.step.partition("#")
    url = f"{PROCEDURES}{page}/"
    title = content.page_titles.get(url)
    if title is None:
        return None
    heading = content.page_anchors[url].get(anchor)
    return (f"{url}#{anchor}", f"{title}: {heading}") if heading else (url, title)


def _steps_index(content: Content) -> list[tuple[str, str, list[tuple[str, str]]]]:
    """Each step that rules enforce, in the order of the procedure, with its rules."""
    found: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for rule in all_rules():
        step = step_link(rule, content)
        if step:
            link = (rule.name, relative_url(urls.RULES, urls.rule_url(rule.name)))
            found.setdefault(step, []).append(link)
    order = [
        f"{url}#{anchor}" for url, anchors in content.page_anchors.items() for anchor in anchors
    ]
    ranked = sorted(found.items(), key=lambda item: _rank(order, item[0][0]))
    return [(relative_url(urls.RULES, url), title, rules) for (url, title), rules in ranked]


def _rank(order: list[str], url: str) -> int:
    return order.index(url) if url in order else len(order)


_HEADING = re.compile(r'<h[1-6][^>]*\bid="([^"]+)"[^>]*>')


def with_rules(html: str, url: str) -> str:
    """A procedure page's HTML, with the rules that check each step named at the end of the step."""
    page = url.removeprefix(PROCEDURES).rstrip("/")
    by_anchor: dict[str, list[Rule]] = {}
    for rule in all_rules():
        step_page, _, anchor = rule.step.partition("#")
        if step_page == page:
            by_anchor.setdefault(anchor, []).append(rule)
    headings = list(_HEADING.finditer(html))
    bounds = [*(heading.start() for heading in headings), len(html)]
    pieces = [html[: bounds[0]]]
    for heading, (start, end) in zip(headings, pairwise(bounds), strict=True):
        pieces.append(html[start:end])
        rules = by_anchor.get(unescape(heading[1]))
        if rules:
            pieces.append(_checked_by(rules, url))
    return "".join(pieces)


def _checked_by(rules: list[Rule], url: str) -> str:
    links: Mapping[str, str] = {
        rule.name: relative_url(url, urls.rule_url(rule.name)) for rule in rules
    }
    return render_template("checked_by.html", links=links)


def _markup(html: str) -> Markup:
    return Markup(html)  # noqa: S704 - rules are ours, and their Markdown is sanitised besides
