from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kb_builder.index.filters import closed_test, filters_in, known_value, topics_above

VALUES = {
    "product": ["Exchange Online", "Halyard Mail", "Straße"],
    "root_cause": ["Identity", "Identity > Sign-in", "Network > Proxy"],
    "status": ["Resolved", "Workaround"],
    "kind": ["article", "case", "page"],
    "year": ["2025", "2026"],
}


def values_of(name: str) -> list[str]:
    return VALUES.get(name, [])


@pytest.mark.parametrize(
    ("text", "rest", "filters"),
    [
        ("status:Resolved", " ", {"status": "Resolved"}),
        ("quota status:resolved full", "quota   full", {"status": "Resolved"}),
        ('product:"exchange online" mail', "  mail", {"product": "Exchange Online"}),
        ("product:STRASSE", " ", {"product": "Straße"}),
        ('kind:"case"', " ", {"kind": "case"}),
        ("a\tyear:2026\rb", "a\t \rb", {"year": "2026"}),
        ("a log\nyear:2026", "a log\nyear:2026", {}),
        ("x" * 400 + " year:2026", "x" * 400 + " year:2026", {}),
        ("cause:identity", " ", {"root_cause": "Identity"}),
        ('cause:"Identity>Sign-in"', " ", {"root_cause": "Identity > Sign-in"}),
        ('root_cause:" network  >  PROXY "', " ", {"root_cause": "Network > Proxy"}),
        ("closed:2026-01", " ", {"closed": "2026-01"}),
        ("closed:>=2026-01-31 kind:page", "   ", {"closed": ">=2026-01-31", "kind": "page"}),
        ("closed:2025..2026-03", " ", {"closed": "2025..2026-03"}),
        ("kind:case kind:page", "   ", {"kind": "page"}),
        ("kind:case kind:nothing", "  kind:nothing", {"kind": "case"}),
    ],
)
def test_a_field_in_the_text_is_taken_out_and_spelt_as_the_entries_do(
    text: str, rest: str, filters: dict[str, str]
) -> None:
    assert filters_in(text, values_of) == (rest, filters)


@pytest.mark.parametrize(
    "text",
    [
        "status: 5.7.1",
        "status:5.7.1 status:2.0.0",
        "product:Unknown",
        'product:"Exchange',
        'product:"Exchange\nOnline"',
        "product:Exchange Online",
        "xstatus:Resolved",
        "(status:Resolved)",
        "http.status:Resolved",
        "Status:Resolved",
        "status:Resolved,",
        "status:Resolved;code=5",
        "status:",
        "cause:Sign-in",
        "closed:yesterday",
        "closed:26-01",
        "closed:2026-1",
        "closed:>2026..2027",
        "closed:=>2026",
        "closed:2026-01-31T10:22",
        "year:26",
        "product:" + "x" * 300,
        "",
    ],
)
def test_what_no_entry_could_pass_stays_in_the_text(text: str) -> None:
    assert filters_in(text, values_of) == (text, {})


def test_only_a_filters_name_has_values() -> None:
    assert known_value("status", "RESOLVED", values_of) == "Resolved"
    assert known_value("closed", "<2026", values_of) == "<2026"
    assert known_value("title", "x", lambda name: ["x"]) == ""
    assert known_value("id", "x", lambda name: ["x"]) == ""


DAYS = ["", "2025-12-31", "2026-01-01", "2026-01-31", "2026-02-01", "2027-06-30"]


@pytest.mark.parametrize(
    ("value", "within"),
    [
        ("2026", DAYS[2:5]),
        ("2026-01", DAYS[2:4]),
        ("2026-01-31", DAYS[3:4]),
        (">2026", DAYS[5:]),
        (">2026-01", DAYS[4:]),
        (">=2026-01", DAYS[2:]),
        (">=2026-01-31", DAYS[3:]),
        ("<2026", DAYS[1:2]),
        ("<2026-01-31", DAYS[1:3]),
        ("<=2026-01", DAYS[1:4]),
        ("<=2026", DAYS[1:5]),
        ("2026-01..2026-02", DAYS[2:5]),
        ("2026..2026", DAYS[2:5]),
        ("2025-12-31..2026-01-01", DAYS[1:3]),
        ("2027..2026", []),
        ("soon", []),
        ("", []),
        ("2026\n", []),
    ],
)
def test_a_day_passes_as_far_as_the_filters_date_goes(value: str, within: list[str]) -> None:
    assert list(filter(closed_test(value), DAYS)) == within


_BOUND = st.from_regex(r"(>=|<=|>|<)?20[0-9]{2}(-[01][0-9](-[0-3][0-9])?)?", fullmatch=True)


@settings(deadline=None)
@given(_BOUND, st.dates().map(lambda day: f"20{day.isoformat()[2:]}"))
def test_before_after_and_the_same_are_all_there_is(bound: str, day: str) -> None:
    date = bound.lstrip("<>=")
    passing = {sign: closed_test(sign + date)(day) for sign in ("", ">", ">=", "<", "<=")}
    assert passing[""] + passing["<"] + passing[">"] == 1
    assert passing["<="] == (passing["<"] or passing[""])
    assert passing[">="] == (passing[">"] or passing[""])


@pytest.mark.parametrize(
    ("root_cause", "expected"),
    [
        ("", []),
        ("Identity", ["Identity"]),
        (
            "Identity>Sign-in > Reply address",
            ["Identity", "Identity > Sign-in", "Identity > Sign-in > Reply address"],
        ),
        (" > A >> B > ", ["A", "A > B"]),
    ],
)
def test_the_topics_above_a_root_cause_come_widest_first(
    root_cause: str, expected: list[str]
) -> None:
    assert topics_above(root_cause) == expected


_NAMES = ("product", "cause", "root_cause", "status", "kind", "year", "closed")
_VALUES = [value for values in VALUES.values() for value in values]


@settings(deadline=None)
@given(
    st.lists(
        st.tuples(st.sampled_from([f"{name}:" for name in _NAMES]), st.sampled_from(_VALUES))
        | st.tuples(st.text(), st.text()),
        max_size=5,
    ).map(lambda pairs: " ".join(f'{name}"{value}"' for name, value in pairs))
)
def test_whatever_the_text_its_filters_are_known_values_and_the_rest_has_none(text: str) -> None:
    rest, filters = filters_in(text, values_of)
    for name, value in filters.items():
        assert known_value(name, value, values_of) == value
    if not filters:
        assert rest == text
    assert filters_in(rest, values_of) == (rest, {})
