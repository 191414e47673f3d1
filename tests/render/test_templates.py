from __future__ import annotations

from kb_builder.render.templates import code_spans


def test_what_stands_in_backticks_is_code_and_everything_is_escaped() -> None:
    assert code_spans("`<b>` is & ``a`b``, alone `") == (
        "<code>&lt;b&gt;</code> is &amp; <code>a`b</code>, alone `"
    )
