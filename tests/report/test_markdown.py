from __future__ import annotations

import re

import cmarkgfm
from cmarkgfm.cmark import Options

from kb_builder.model.diagnostic import Diagnostic
from kb_builder.model.span import Span
from kb_builder.report.markdown import MOST_SHOWN, markdown_report
from tests.report.made import EMPTY, ERROR, WARNING, report


def html(*found: Diagnostic) -> str:
    options = Options.CMARK_OPT_UNSAFE  # what it lets through is to be seen
    return str(cmarkgfm.github_flavored_markdown_to_html(markdown_report(report(*found)), options))


def cells(*found: Diagnostic) -> list[str]:
    return re.findall("<td>(.*?)</td>", html(*found), re.DOTALL)


def test_a_finding_is_a_row_with_what_to_do_and_a_link_to_its_rule() -> None:
    severity, place, text, rule = cells(ERROR)
    assert severity == "error"
    assert place == "content/cases/mail/CASE 1;é,%[x].md:9"
    assert text == ("no topic <code>a|b &lt;i&gt;</code>: 100 %<br>choose <code>y</code>, or z")
    assert 'href="https://kb.example.com/rules/unknown-topic/"' in rule


def test_a_message_is_no_markup_and_calls_nobody() -> None:
    message = "@mira ![x](http://evil.example/) <img src=x> *a* a|b `code` ` [y](z)"
    found = Diagnostic("r", "error", Span.whole_line("a.md", 1), message)
    text = cells(found)[2]
    assert "<img" not in text and "<em>" not in text
    # An address is a link to what it says, and to nothing else.
    assert re.findall("<a .*?</a>", text) == [
        '<a href="http://evil.example/">http://evil.example/</a>'
    ]
    assert re.sub("<.*?>", "", text).startswith("@\u200bmira ![x](http://evil.example/) &lt;img")


def test_a_message_stays_in_its_row() -> None:
    assert cells(WARNING)[2] == r"too long\x0aand\x0dwide"


def test_no_findings_are_said_with_the_number_of_files() -> None:
    assert markdown_report(EMPTY) == "### kb check: no findings\n\n1 file checked.\n"


def test_of_many_findings_the_first_are_shown_and_the_rules_counted() -> None:
    found = [WARNING] * MOST_SHOWN + [ERROR] * 3
    told = markdown_report(report(*found))
    assert told.startswith("### kb check: 3 errors, 200 warnings\n")
    assert "… and 3 more. By rule:" in told
    assert "| 200 | warning | too-long |\n| 3 | error | unknown-topic |" in told
    assert len(told) < 65_536


def test_a_report_of_long_findings_is_no_longer_than_a_comment_may_be() -> None:
    span = Span.whole_line("a" * 200, 1)
    told = [Diagnostic("r", "error", span, "`x` " * 75, "y" * 200)] * 150
    text = markdown_report(report(*told))
    assert 50_000 < len(text) < 65_536
    shown = text.count("| error | a")
    assert f"… and {150 - shown} more. By rule:\n" in text
