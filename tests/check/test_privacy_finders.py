from __future__ import annotations

import time

import pytest

from kb_builder.check.privacy.scan import scan

GUID = "5f0b3c1e-8d27-4a96-b1f4-92ce7d60a3b8"
LETTERS = "Kx7Qm2Vz9Lp4Rt6Yb1Nc8Wd3Fg5Hj0Sa"


def found(text: str, *, denied: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    return [(kind, text[one.start : one.end]) for kind, one in scan(text, denied)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("the box of Ida.Berg@Northgate.com.", "Ida.Berg@Northgate.com"),
        (
            "ida_northgate.com#EXT#@bright.onmicrosoft.com",
            "ida_northgate.com#EXT#@bright.onmicrosoft.com",
        ),
        ("login_hint=ida%40northgate.com&x=1", "ida%40northgate.com"),
        ("ida@müller-bau.de", "ida@müller-bau.de"),
        ("(o'neill@corp.northgate.local)", "o'neill@corp.northgate.local"),
        ("smtp:ida@northgate.de,x", "ida@northgate.de"),
        (r"C:\Outlook\ida@northgate.de.ost", "ida@northgate.de"),
        (r"to ida\_berg@northgate.de", r"ida\_berg@northgate.de"),
    ],
)
def test_mail_addresses_are_found_whole(text: str, value: str) -> None:
    assert found(text) == [("mail-address", value)]


@pytest.mark.parametrize(
    "text",
    [
        "ida@example.com ida@mail.example ida@shop.test ida@localhost",
        "ida@contoso.com ida@fabrikam1.onmicrosoft.com",
        "user@domain.com name@yourcompany.com admin@tenant.onmicrosoft.com",
        "user@northgate.com FirstName.LastName@northgate.com contoso_guest@outlook.com",
        "git@github.com:halyard/desk.git",
        "Message-ID: <91e8244-85@mx1.northgate.com>",
        "<AM0PR04MB1@AM0PR04MB1.eurprd04.prod.outlook.com>",
        "pip install desk@1.2.3 and @angular/core@12.1.0, image@2x.png",
        "@Component.render(x) a@b",
    ],
)
def test_what_is_no_address_of_anybody_is_no_mail_address(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("https://81.169.145.66/owa", "81.169.145.66"),
        ("X-Forwarded-For: 81.169.145.66, 10.0.0.1", "81.169.145.66"),
        ("listening on 4.5.12.80:443", "4.5.12.80"),
        ("v=spf1 ip4:13.4.11.108 -all", "13.4.11.108"),
        ("edge-1 | 81.169.145.66 |", "81.169.145.66"),
        ("::ffff:81.169.145.66", "81.169.145.66"),
        ("(IPv6:2a01:111:f403:2611::700)", "2a01:111:f403:2611::700"),
        ("[2001:470:1F0B:10::2]:443", "2001:470:1F0B:10::2"),
        ("Allow 20.190.159.0/25.", "20.190.159.0"),
    ],
)
def test_public_ip_addresses_are_found_whole(text: str, value: str) -> None:
    assert found(text) == [("public-ip-address", value)]


@pytest.mark.parametrize(
    "text",
    [
        "10.1.2.3 172.16.4.5 192.168.1.1 127.0.0.1 169.254.7.7 100.64.0.9 224.0.0.251",
        "192.0.2.7 198.51.100.7 203.0.113.7 2001:db8::7 fe80::1 fd00::7",
        "ask 8.8.8.8 or 1.1.1.1, for example from 1.2.3.4 or 123.123.123.123",
        "the engine was upgraded from 4.5.103.35",
        "Outlook 16.0.5100.1 and 16.0.14.7",
        "update to version 5.1.24.0 of the client",
        "Exchange Server 2016 15.1.225.42, build 15.1.39.30",
        "Edg/100.0.11.2 Teams/1.5.0.3",
        "OID=1.3.6.1.5.5.7.3.1, 554.5.2.0, 123.456.123.0",
        "agent v81.2.3.4, desk-2.1.3.4, lib_3.1.2.4",
        "std::vector 2026::x 20:15:30 2001:10:12",
    ],
)
def test_private_addresses_reserved_ones_and_versions_are_no_public_address(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        f"tenant id: {GUID}",
        f"In the tenant `{GUID}` it fails",
        f"/subscriptions/{GUID}/resourceGroups",
        f"https://login.microsoftonline.com/{GUID}/oauth2/v2.0/token",
        f'"tid": "{GUID}"',
        f"Directory (tenant) ID {GUID}",
        f"TenantId={GUID}",
        f"aad_tenant_id: {GUID}",
        f"X-MS-Exchange-CrossTenant-id: {GUID}",
        f"the subscription is {GUID}",
    ],
)
def test_the_guid_of_a_tenant_or_subscription_is_found(text: str) -> None:
    assert found(text) == [("tenant-guid", GUID)]


@pytest.mark.parametrize(
    "text",
    [
        f"Correlation id: {GUID}",
        f"CLSID {{{GUID}}}",
        f"in the tenant with correlation id {GUID}",
        f"ContextId={GUID}, the subscription product {GUID}",
        f"https://support.example.com/article/{GUID}",
        "tenant id: 00000000-0000-0000-0000-000000000000",
        "tenant id: 12345678-1234-1234-1234-123456789012",
        "tenant id: aaaabbbb-0000-cccc-1111-dddd2222eeee",
        "tenant 72f988bf-86f1-41af-91ab-2d7cd011db47",
        "tenant id: xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx",
    ],
)
def test_the_guids_of_products_and_errors_and_placeholders_are_none(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("call +44 20 7183 8750.", "+44 20 7183 8750"),
        ("[me](tel:+4930901820)", "+4930901820"),
        ("Tel.: 030 901820", "030 901820"),
        ("mobile: 0049 171 4567890", "0049 171 4567890"),
        ("the number (425) 882-8080", "(425) 882-8080"),
        ("425-882-8080", "425-882-8080"),
        ("Phone: (030) 90 18 20 00", "(030) 90 18 20 00"),
    ],
)
def test_phone_numbers_are_found_whole(text: str, value: str) -> None:
    assert found(text) == [("phone-number", value)]


@pytest.mark.parametrize(
    "text",
    [
        "+1 425 555 0123, (425) 555-0199, +44 1632 960123, +49 30 23125123",
        "tel. 01632 960123, mobile 07700 900123, telefon 030 23125123",
        "(800) 455-6399 is free to call",
        "=1.333+1.225-1.333-1.225",
        "KB 4011 234 5678, 2026-03-02 08:15:00, 0123456789",
        "error 0x80070005, 030 901820",
        "eyb+4420718387501234",
    ],
)
def test_numbers_for_examples_free_ones_and_other_digits_are_no_phone_number(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("4539 1488 0343 6467", "4539 1488 0343 6467"),
        ("4539-1488-0343-6467", "4539-1488-0343-6467"),
        ("paid by card 4539148803436467", "4539148803436467"),
        ("Amex 3714 496353 98447", ""),
        ("Amex 3782 822463 10021", "3782 822463 10021"),
    ],
)
def test_payment_cards_are_found_by_issuer_and_check_digit(text: str, value: str) -> None:
    assert found(text) == ([("payment-card", value)] if value else [])


@pytest.mark.parametrize(
    "text",
    [
        "4111 1111 1111 1111 and 4242-4242-4242-4242 are for tests",
        "4539 1488 0343 6468",
        "TrackingID#4539148803436467 without a word for it",
        "case 2306150030001235 of 15 June, card or not",
        "1234 5678 9012 3452",
    ],
)
def test_test_cards_wrong_digits_and_numbers_of_cases_are_no_card(text: str) -> None:
    assert found(text) == []


def test_denied_names_are_found_as_whole_words_in_upper_or_lower_case() -> None:
    text = "NORTHGATE\n  Freight and Ida, not Idaho; northgate freight again"
    assert found(text, denied=("Northgate Freight", "ida")) == [
        ("denied-name", "NORTHGATE\n  Freight"),
        ("denied-name", "Ida"),
        ("denied-name", "northgate freight"),
    ]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("password=Kraftwerk!47;x", "Kraftwerk!47"),
        ('{"client_secret": "Kraft~werk47"}', "Kraft~werk47"),
        ("Passwort: Sonne2024.", "Sonne2024"),
        ("password=#Sonne2024", "#Sonne2024"),
        ("pwd: !Sonne2024", "!Sonne2024"),
        ("<password>Kraftwerk!47</password>", "Kraftwerk!47"),
        ("$password = 'Kraftwerk!47'", "Kraftwerk!47"),
        ("the password `Kraftwerk!47` is refused", "Kraftwerk!47"),
        ("| Password | Kraftwerk!47 |", "Kraftwerk!47"),
        ("sync --password Kraftwerk!47", "Kraftwerk!47"),
        ("https://app:Kraftwerk!47@desk.example.com/", "Kraftwerk!47"),
        ("curl -u app:Kraftwerk!47 https://x.example.com", "Kraftwerk!47"),
        (f"X-Api-Key: {LETTERS}", LETTERS),
        (f"Authorization: Bearer {LETTERS}", LETTERS),
        (f"AccountKey={LETTERS * 3}".ljust(96, "A")[:97] + "==", ""),
        ("ghp_" + LETTERS + "abcdef", "ghp_" + LETTERS + "abcdef"),
    ],
)
def test_secrets_are_found_whole(text: str, value: str) -> None:
    if value:
        assert found(text) == [("secret", value)]
    else:
        assert [kind for kind, _ in found(text)] == ["secret"]


@pytest.mark.parametrize(
    "text",
    [
        "Password: must be changed; password: Password; secret: mySecret",
        "password=<YourPassword1>, password=$env:PW1, password={{pw_1}}, password=********",
        "PublicKeyToken=31bf3856ad364e35, registry key: HKLM1, foreign key = a1b2c3d4",
        "PasswordLastSet : 3/4/2026 10:12, password: 2026-03-04, AllowSimplePassword : True",
        '$password = Read-Host "Enter password1" -AsSecureString',
        "ftp://username:password@host.example.com, https://user:****@host.example.com",
        "AKIAIOSFODNN7EXAMPLE and wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
        "the token was refused; token = config.tokens.first; a key: b",
        "password = P@ssw0rd1, Pass@word1, Example123, ChangeMe1",
        "it starts with -----BEGIN PRIVATE KEY----- and a line of letters",
        "-----BEGIN PRIVATE KEY-----\nXXXX\nXXXX\n-----END PRIVATE KEY-----",
        f"sha256 {'ab12' * 16}, commit {'c0ffee' * 6}",
        "curl -u app:<secret1> x; sqlcmd -P <secret1>; https://a:<secret2>@b.example",
    ],
)
def test_placeholders_code_and_hashes_are_no_secrets(text: str) -> None:
    assert found(text) == []


def test_a_private_key_is_found_with_its_lines_even_without_an_end() -> None:
    line = LETTERS * 2
    key = f"-----BEGIN RSA PRIVATE KEY-----\n{line}\n{line}"
    whole = f"{key}\n-----END RSA PRIVATE KEY-----"
    assert found(f"a\n{whole}\nb") == [("secret", whole)]
    assert found(f"a\n{key}\n\nand then b") == [("secret", key)]


@pytest.mark.parametrize(
    "value",
    [
        "ida@northgate.de",
        "81.169.145.66",
        "+44 20 7183 8750",
        "4539 1488 0343 6467",
        "Northgate Freight",
        f"SPO_{GUID}",
    ],
)
@pytest.mark.parametrize("marks", ["_", "__", "___", "**", "~~"])
def test_a_value_is_found_in_italics_and_bold_too(marks: str, value: str) -> None:
    shown = value.removeprefix("SPO_")
    told = found(f"to {marks}{value}{marks}.", denied=("Northgate Freight",))
    assert [one for _, one in told] == [shown]


def test_the_underscores_of_a_markdown_escape_make_no_other_address() -> None:
    _, (_, other) = scan(r"ida_berg@northgate.de ida\_berg@northgate.de")
    assert other.value == "ida_berg@northgate.de"


def test_what_is_known_in_one_place_is_found_where_no_word_tells_it() -> None:
    text = f"password=Kraftwerk!47, tenant id {GUID}\nKraftwerk!47 at {GUID}, xKraftwerk!47"
    assert [kind for kind, _ in found(text)] == ["secret", "tenant-guid"] * 2


def test_what_is_allowed_is_a_value_a_domain_or_a_pattern() -> None:
    text = "ida@halyard.com jo@mail.halyard.com jo@halyard.com.evil.de 20.5.6.7 81.2.3.4"
    left = scan(text, (), ("halyard.com", "20.5.*"))
    assert [text[one.start : one.end] for _, one in left] == ["jo@halyard.com.evil.de", "81.2.3.4"]
    left = scan("Ida@halyard.com jo@halyard.com", (), ("ida@halyard.com",))
    assert [one.value for _, one in left] == ["jo@halyard.com"]


HOSTILE = (
    *("eyJ", "a@", "a@b.", "a@b.co ", "1.1.1.1.", "81.169.145.66 ", "2001:", "-abcd", "+1 ", "0 "),
    *("4539 ", "45391488", "://a:", "password=", "password ", "key", "-----BEGIN PRIVATE KEY-----"),
    *("glagent-", "xoxb-1-", "bearer ", "curl -u ", "Authorization: Basic ", "&sig=a", "aws_key"),
    *("pass:", "pw:/1", "glpat-", "sk-ant-", "FedAuth=", "AccountKey=", "_", "_a ", "\\_"),
    *(f"tenant {GUID} ", "message-id: a@b.co ", "%40", "version 1.2.3.4 ", "\\", "é@ü.de ", "İ"),
)


@pytest.mark.parametrize("piece", HOSTILE)
def test_a_long_line_is_read_in_time_in_proportion_to_it(piece: str) -> None:
    text = (piece * (100_000 // len(piece) + 1))[:100_000]
    started = time.process_time()
    scan(text)
    # Seconds where it takes a fifth of one; a text that is read again and again takes minutes.
    assert time.process_time() - started < 2
