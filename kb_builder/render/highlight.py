"""Code to HTML with the classes that the theme colours."""

from __future__ import annotations

from functools import cache
from html import escape

from pygments import highlight as pygments_highlight
from pygments.formatters import HtmlFormatter
from pygments.lexer import Lexer
from pygments.lexers import get_lexer_by_name
from pygments.util import ClassNotFound

LONGEST_HIGHLIGHTED = 8_000
"""Characters; a longer text is a log, which colours do not help, and some lexers take a time that
grows with the square of the length."""
LONGEST_WRAPPED = 3
"""Lines; a text of more is a log, which keeps its lines."""
_PROSE = ("", "text", "txt", "console")


def highlight(code: str, language: str) -> str:
    """A code block; one in no known language is shown as it is.

    It can be scrolled with the keyboard, so it takes the focus, and has a name for those who
    cannot see it.
    """
    lexer = _lexer(language) if language and len(code) <= LONGEST_HIGHLIGHTED else None
    inner = escape(code, quote=False)
    if lexer:
        inner = pygments_highlight(code, lexer, HtmlFormatter(nowrap=True))
    label = f"{language} code" if lexer else "text"
    wrap = " kb-wrap" if language in _PROSE and code.count("\n") <= LONGEST_WRAPPED else ""
    return (
        f'<div class="highlight{wrap}"><pre><code tabindex="0" role="group" '
        f'aria-label="{escape(label)}">{inner}</code></pre></div>'
    )


@cache
def _lexer(language: str) -> Lexer | None:
    try:
        return get_lexer_by_name(language, stripnl=False)
    except ClassNotFound:
        return None
