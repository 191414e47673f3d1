from __future__ import annotations

import pytest

from kb_builder.render.highlight import LONGEST_HIGHLIGHTED, highlight

START = '<div class="highlight{wrap}"><pre><code tabindex="0" role="group" aria-label="{label}">'
END = "</code></pre></div>"


def test_code_in_a_known_language_is_coloured_and_named() -> None:
    start = START.format(wrap="", label="sh code")
    assert highlight("ls", "sh") == f"{start}ls\n{END}"


@pytest.mark.parametrize("language", ["", "no-such-language", '"><script>'])
def test_code_in_no_known_language_is_shown_as_it_is(language: str) -> None:
    assert f">&lt;a&gt; &amp;\n\n{END}" in highlight("<a> &\n\n", language)
    assert "<script>" not in highlight("x", language)


def test_few_lines_of_prose_wrap_and_a_log_does_not() -> None:
    assert "kb-wrap" in highlight("one line", "")
    assert "kb-wrap" not in highlight("line\n" * 10, "text")
    assert "kb-wrap" not in highlight("ls", "sh")


def test_a_long_log_is_not_coloured() -> None:
    code = "x = 1\n" * LONGEST_HIGHLIGHTED
    assert highlight(code, "python") == f"{START.format(wrap='', label='text')}{code}{END}"
