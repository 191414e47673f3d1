from __future__ import annotations

import pytest

from kb_builder.importers.abbreviations import definitions, synonym_groups


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A new delivery report (NDR) comes back.", [("NDR", "new delivery report")]),
        ("the non-delivery reports (NDRs) and", [("NDR", "non-delivery reports")]),
        ("Use **Halyard Admin Center** (HAC).", [("HAC", "Halyard Admin Center")]),
        ("See [the Halyard store](x.md)(HS).", [("HS", "Halyard store")]),
        ("table of the contents (TOC)", [("TOC", "table of the contents")]),
        ("turn off the daily savings (TOTDS)", [("TOTDS", "turn off the daily savings")]),
        ("single sign-on (SSO)", [("SSO", "single sign-on")]),
        ("a High-Bandwidth Line (HL)", [("HL", "High-Bandwidth Line")]),
        ("in DriveShare Online (DSO)", [("DSO", "DriveShare Online")]),
        ("client access server (CAS), mail transfer agent (MTA)",
         [("CAS", "client access server"), ("MTA", "mail transfer agent")]),
        # No initials of these words, or not next to the bracket, or no abbreviation at all.
        ("Open the settings (GAL).", []),
        ("global address list, the whole (GAL)", []),
        ("global address. List (GAL)", []),
        ("global address list (Gal) (G) (ABCDEFG)", []),
        ("and local (AL)", []),
        ("(GAL) global address list", []),
        ("```\nglobal address list (GAL)\n```", []),
    ],
)  # fmt: skip
def test_an_abbreviation_is_explained_by_the_words_before_it(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert list(definitions(text)) == expected


def test_two_texts_must_explain_it_alike_and_spellings_of_one_long_form_count_together() -> None:
    texts = [
        "Multi-Factor Sign-in (MFS) and again Multi-Factor Sign-in (MFS); Mail Queue (MQ)",
        "multi factor sign in (MFS), meeting queue (MQ)",
        "Address Policies (AP)",
        "address policy (AP) and address policy (AP)",
        "address policy (AP)",
    ]
    assert synonym_groups(texts) == [("AP", "address policy"), ("MFS", "Multi-Factor Sign-in")]


def test_a_rarer_long_form_is_kept_from_half_the_count_on() -> None:
    often, half, rare = "Mail Queue (MQ)", "Meeting Queue (MQ)", "Main Quota (MQ)"
    groups = [("MQ", "Mail Queue", "Meeting Queue")]
    assert synonym_groups([often] * 6 + [half] * 3 + [rare] * 2) == groups
    assert synonym_groups([rare] * 2 + [half] * 3 + [often] * 6) == groups


def test_a_long_form_goes_to_the_abbreviation_it_explains_most_often() -> None:
    assert synonym_groups(["Web Sign-in (WSI)"] * 2 + ["web sign-in (WS)"] * 3) == [
        ("WS", "web sign-in")
    ]


def test_a_long_line_of_brackets_takes_no_time() -> None:
    assert synonym_groups(["A b (AB) " * 50_000]) == []
