from __future__ import annotations

from pathlib import PurePosixPath

import pytest

from kb_builder.model.source import SourceFile
from kb_builder.render.links import is_local_picture, link_resolver, relative_url
from tests.render.made import a_content, a_record

PROCEDURE = SourceFile(
    "", PurePosixPath("procedures/closing.md"), text="# Closing", body="# Closing"
)
RECORD = a_record("CASE-000001")
OTHER = a_record("CASE-000002")
CONTENT = a_content(
    RECORD,
    OTHER,
    pages=(PROCEDURE,),
    files=(
        "procedures/closing.md",
        "cases/mail/broken.md",
        "cases/mail/a b%ü#.png",
        "cases/mail/page.html",
        "cases/mail/picture.svg",
        "cases/mail/run.log",
        "taxonomy/products.yml",
    ),
)
RESOLVE = link_resolver(CONTENT, RECORD)


@pytest.mark.parametrize(
    ("target", "href"),
    [
        ("https://halyard.example/a?b=c#d", "https://halyard.example/a?b=c#d"),
        ("mailto:mira@halyard.example", "mailto:mira@halyard.example"),
        ("CASE-000002.md", "../../cases/CASE-000002/"),
        ("./CASE-000002.md#resolution", "../../cases/CASE-000002/#resolution"),
        ("CASE-000002.md#What-we-tried", "../../cases/CASE-000002/#details-what-we-tried"),
        ("#cause", "#cause"),
        ("#A%20%26%20B", "#details-a-b"),
        ("../../procedures/closing.md#end", "../../procedures/closing/#end"),
        ("a%20b%25%C3%BC%23.png", "../../cases/mail/a%20b%25%C3%BC%23.png"),
        ("run.log?raw=1", "../../cases/mail/run.log"),
    ],
)
def test_a_link_is_taken_to_where_the_site_has_what_it_means(target: str, href: str) -> None:
    assert RESOLVE(target) == href


@pytest.mark.parametrize(
    "target",
    [
        "",
        "?q=x",
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java\nscript:alert(1)",
        "\x01javascript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
        "//host/x.png",
        "/\\host/x.png",
        "\\\\host\\x",
        "http://[x",
        "https://a\u2100b",
        "/etc/passwd",
        "../../../etc/passwd",
        "%2e%2e/%2e%2e/%2e%2e/etc/passwd",
        "..%5c..%5cx",
        "a%00.png",
        "page.html",
        "picture.svg",
        "broken.md",
        "missing.md",
        "../../taxonomy/products.yml",
        "../mail",
    ],
)
def test_a_link_that_leads_nowhere_or_to_harm_is_none(target: str) -> None:
    assert RESOLVE(target) is None


def test_a_picture_is_local_where_the_site_carries_it() -> None:
    assert is_local_picture("../../cases/mail/a.PNG")
    for target in ("https://h/a.png", "HTTPS://h/a.png", "../run.log", "#a.png"):
        assert not is_local_picture(target)


def test_urls_are_relative_to_the_page() -> None:
    assert relative_url("", "rules/") == "rules/"
    assert relative_url("cases/a/", "rules/x/#why") == "../../rules/x/#why"
    assert relative_url("", "") == "./"
