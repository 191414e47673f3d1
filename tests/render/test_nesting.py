from __future__ import annotations

import pytest

from kb_builder.render.nesting import DEEPEST_NESTING, is_nested_too_deeply

MANY = DEEPEST_NESTING + 1


@pytest.mark.parametrize(
    "html",
    [
        "<div>" * DEEPEST_NESTING,
        "<div></div>" * MANY,
        "<p><br><img src='x'>" * MANY,
        "<p>Open <tenant></p>" * DEEPEST_NESTING,
        "<!-- <div> -->" * MANY,
        "<div>" * (DEEPEST_NESTING - 1) + "<b></b>" * MANY,
    ],
)
def test_what_a_reader_may_have_written_is_not_too_deep(html: str) -> None:
    assert not is_nested_too_deeply(html)


@pytest.mark.parametrize(
    "piece",
    [
        "<div>",
        "<DIV>",
        "<unknown-tag>",
        "<p><div></p>",
        "<div><!--</div>-->",
        "<div><? </div>",
        "<div></ </div>",
        '<div><br title="</div>">',
        '<i "><div>',
        "<b><table><td></b></td></table>",
        "<dd><li>",
    ],
)
def test_no_trick_makes_deep_nesting_look_shallow(piece: str) -> None:
    assert is_nested_too_deeply(piece * MANY)
