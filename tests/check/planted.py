"""200 private values of many shapes, planted in the texts in which they get into records.

All are made up by a seeded generator: none was ever anybody's.
"""

from __future__ import annotations

import base64
import ipaddress
import json
import random
import string
from collections.abc import Callable, Iterator
from dataclasses import dataclass

_ALNUM = string.ascii_letters + string.digits
_HEX = "0123456789abcdef"
_BASE64 = _ALNUM + "+/"


@dataclass(frozen=True)
class Planted:
    kind: str
    shape: str
    value: str
    text: str
    """Around the value, as the Markdown of a field."""


def planted(seed: int = 4) -> list[Planted]:
    """70 mail addresses, 60 IP addresses and 70 secrets."""
    chance = random.Random(seed)
    return [*_mails(chance), *_addresses(chance), *_secrets(chance)]


_FIRST = [
    "ida",
    "jonas",
    "mira",
    "tariq",
    "wei",
    "olu",
    "sofia",
    "anders",
    "lucía",
    "zoë",
    "piotr",
    "nadia",
]
_LAST = [
    "berg",
    "okafor",
    "lindqvist",
    "haddad",
    "moreau",
    "castillo",
    "novák",
    "iyer",
    "brandt",
    "silva",
]
_FIRMS = [
    "northgate-freight",
    "halden-maritime",
    "ostrava-metall",
    "brightwater",
    "riverbend-clinics",
]
_ENDS = ["com", "de", "co.uk", "fr", "com.au", "io", "net", "nl", "org.br", "local"]

_MAIL_TEXTS = {
    "prose": "The mailbox of {} kept the old reply address since the move.",
    "end of a sentence": "The rule forwards everything to {}.",
    "list": "Steps taken:\n\n- asked the user\n- added {} as an owner\n- signed in again",
    "table": "| Mailbox | State |\n| --- | --- |\n| {} | Disabled |",
    "header": "```\nFrom: Ida Berg <{}>\nSubject: Access\n```",
    "smtp": "```\n250 2.1.0 Sender OK\nRCPT TO:<{}>\n550 5.7.1 Unable to relay\n```",
    "link": "Ask [the administrator](mailto:{}) for consent.",
    "command": "```powershell\nSet-Mailbox -Identity {} -Type Shared\n```",
    "quoted": 'The log says `user="{}" result=denied`.',
    "json": '```json\n{{"userPrincipalName": "{}", "enabled": true}}\n```',
    "query": "It ends at `https://sso.example.com/login?login_hint={}&prompt=none`.",
    "file": r"The file C:\Users\x\AppData\Outlook\{}.ost cannot be opened.",
    "sip": "The call went to sip:{};transport=tls and was dropped.",
    "bold": "It fails for **{}** only.",
}


def _mails(chance: random.Random) -> Iterator[Planted]:
    locals_: list[Callable[[], str]] = [
        lambda: f"{chance.choice(_FIRST)}.{chance.choice(_LAST)}",
        lambda: f"{chance.choice(_FIRST)[0]}{chance.choice(_LAST)}{chance.randrange(1, 90)}",
        lambda: f"{chance.choice(_FIRST)}+{chance.choice(('kb', 'test', 'it'))}",
        lambda: f"{chance.choice(_LAST).upper()}_{chance.choice(_FIRST).upper()}",
        lambda: f"svc-{chance.choice(('mail', 'scan', 'erp'))}{chance.randrange(10)}",
        lambda: f"O'{chance.choice(_LAST)}",
    ]
    for number in range(70):
        shape = list(_MAIL_TEXTS)[number % len(_MAIL_TEXTS)]
        sub = chance.choice(("", "", "mail.", "eu.mail."))
        domain = f"{sub}{chance.choice(_FIRMS)}.{chance.choice(_ENDS)}"
        address = f"{locals_[number % len(locals_)]()}@{domain}"
        if shape == "query" and number % 2:
            address = address.replace("@", "%40")
        yield Planted("mail-address", shape, address, _MAIL_TEXTS[shape].format(address))


_ADDRESS_TEXTS = {
    "prose": "The connector sends from {} and is refused.",
    "end of a sentence": "The name resolves to {}.",
    "parentheses": "The front end ({}) answers with 503.",
    "table": "| Host | Address |\n| --- | --- |\n| edge-1 | {} |",
    "log": "```\n2026-03-02 08:14:22 W3SVC1 GET /owa - 443 - {} Mozilla/5.0 302\n```",
    "command": "```console\n$ ping -c 1 {}\nRequest timed out\n```",
    "json": '```json\n{{"clientIp": "{}", "status": "failure"}}\n```',
    "header": "```\nReceived-SPF: Fail (domain does not designate {} as permitted sender)\n```",
    "list": "Opened in the firewall:\n\n1. {}\n2. the load balancer",
    "key": "`remote_addr={} request_id=7`",
}
_FOUR_TEXTS = {
    "url": "Opening `https://{}/ews/exchange.asmx` shows the certificate of another host.",
    "port": "`connect() to {}:25 failed (110: Connection timed out)`",
    "range": "Allow {}/32 in the rule.",
    "spf": "`v=spf1 ip4:{} include:spf.example.com -all`",
    "brackets": "`Received: from mx1 ([{}]) by mx2 with ESMTP`",
}
_SIX_TEXTS = {
    "url": "Opening `https://[{}]:8443/` fails.",
    "range": "Allow {}/128 in the rule.",
    "received": "`Received: from mx1 (IPv6:{}) by mx2`",
}


def _addresses(chance: random.Random) -> Iterator[Planted]:
    shapes = [(four, text) for four in (True, False) for text in _ADDRESS_TEXTS.items()]
    shapes += [(True, text) for text in _FOUR_TEXTS.items()]
    shapes += [(False, text) for text in _SIX_TEXTS.items()]
    for number in range(60):
        four, (shape, text) = shapes[number % len(shapes)]
        value = _four(chance) if four else _six(chance)
        yield Planted("public-ip-address", shape, value, text.format(value))


def _four(chance: random.Random) -> str:
    while True:
        address = ipaddress.IPv4Address(chance.getrandbits(32))
        if address.is_global and not address.is_multicast:
            return str(address)


def _six(chance: random.Random) -> str:
    prefix = chance.choice((0x2001_0470, 0x2A01_0111, 0x2603_1026, 0x2A00_1450, 0x2620_01EC))
    rest = chance.choice((chance.getrandbits(96), chance.getrandbits(16), 0x1A << 64 | 0x25))
    address = ipaddress.IPv6Address(prefix << 96 | rest)
    return chance.choice((address.compressed, address.exploded, address.compressed.upper()))


def _of(chance: random.Random, alphabet: str, length: int) -> str:
    return "".join(chance.choice(alphabet) for _ in range(length))


def _jwt(chance: random.Random) -> str:
    def part(data: bytes) -> str:
        return base64.urlsafe_b64encode(data).decode().rstrip("=")

    head = part(json.dumps({"typ": "JWT", "alg": "RS256", "kid": _of(chance, _ALNUM, 12)}).encode())
    body = part(json.dumps({"sub": _of(chance, _HEX, 32), "exp": 1772700000}).encode())
    return f"{head}.{body}.{part(chance.randbytes(256))}"


def _private_key(chance: random.Random, name: str) -> str:
    lines = [_of(chance, _BASE64, 64) for _ in range(6)] + [_of(chance, _BASE64, 30) + "=="]
    return "\n".join((f"-----BEGIN {name}-----", *lines, f"-----END {name}-----"))


def _password(chance: random.Random) -> str:
    word = chance.choice(("Winter", "Kraftwerk", "Fjord", "Umbrella", "Tangerine"))
    forms = (
        f"{word}{chance.randrange(10, 99)}!",
        f"{word.lower()}-{chance.randrange(1000, 9999)}",
        _of(chance, _ALNUM, 14) + str(chance.randrange(10)),
        f"{_of(chance, _ALNUM, 6)}#{_of(chance, _ALNUM, 5)}7",
    )
    return chance.choice(forms)


_Make = Callable[[random.Random], str]
_TOKENS: dict[str, tuple[_Make, str]] = {
    "AWS key id": (
        lambda c: "AKIA" + _of(c, string.ascii_uppercase + "234567", 16),
        "The job ran with {} in the agent's profile.",
    ),
    "AWS secret key": (
        lambda c: _of(c, _BASE64, 40),
        "```ini\n[default]\naws_secret_access_key = {}\n```",
    ),
    "Azure storage": (
        lambda c: _of(c, _BASE64, 86) + "==",
        "`DefaultEndpointsProtocol=https;AccountName=logs7;AccountKey={};EndpointSuffix=core.windows.net`",
    ),
    "Azure SAS": (
        lambda c: _of(c, _ALNUM, 41) + "%3D",
        "Open https://logs7.blob.core.windows.net/a?sv=2024-11-04&ss=b&sp=rl&sig={} in a browser.",
    ),
    "Service Bus": (
        lambda c: _of(c, _BASE64, 43) + "=",
        "- `Endpoint=sb://q.servicebus.windows.net/;SharedAccessKeyName=Root;SharedAccessKey={}`",
    ),
    "Entra client secret": (
        lambda c: f"{_of(c, _ALNUM, 3)}8Q~{_of(c, _ALNUM + '._-', 33)}x",
        "| App | Secret |\n| --- | --- |\n| sync | {} |",
    ),
    "GitHub": (lambda c: "ghp_" + _of(c, _ALNUM, 36), "`git clone` asked, and {} was pasted."),
    "GitHub fine-grained": (
        lambda c: f"github_pat_{_of(c, _ALNUM, 22)}_{_of(c, _ALNUM, 59)}",
        "```sh\nexport GH={}\n```",
    ),
    "GitLab": (lambda c: "glpat-" + _of(c, _ALNUM, 20), "The runner was registered with {}."),
    "Slack bot": (
        lambda c: (
            f"xoxb-{_of(c, string.digits, 12)}-{_of(c, string.digits, 12)}-{_of(c, _ALNUM, 24)}"
        ),
        "```yaml\nslack:\n  - bot: {}\n```",
    ),
    "Slack webhook": (
        lambda c: (
            f"https://hooks.slack.com/services/T{_of(c, _ALNUM, 8)}/B{_of(c, _ALNUM, 10)}/{_of(c, _ALNUM, 24)}"
        ),
        "The alert goes to {} and is lost.",
    ),
    "JWT": (_jwt, "```http\nGET /me HTTP/1.1\nAuthorization: Bearer {}\n```"),
    "JWT in prose": (_jwt, "The id token was {} when it failed."),
    "Google API": (lambda c: "AIza" + _of(c, _ALNUM + "_-", 35), "The map loads with `key={}`."),
    "Google client": (
        lambda c: "GOCSPX-" + _of(c, _ALNUM + "_-", 28),
        '```json\n{{"web": {{"client_secret": "{}"}}}}\n```',
    ),
    "Stripe": (lambda c: "sk_live_" + _of(c, _ALNUM, 24), "The shop is set up with {}."),
    "Twilio": (lambda c: "SK" + _of(c, _HEX, 32), "| SMS gateway | {} |\n| --- | --- |"),
    "npm": (
        lambda c: "npm_" + _of(c, _ALNUM, 36),
        "```ini\n//registry.npmjs.org/:_authToken={}\n```",
    ),
    "SendGrid": (
        lambda c: f"SG.{_of(c, _ALNUM, 22)}.{_of(c, _ALNUM, 43)}",
        "The relay signs in as apikey with {}.",
    ),
    "PyPI": (
        lambda c: "pypi-AgEIcHlwaS5vcmc" + _of(c, _ALNUM, 90),
        "`twine upload` with {} is refused.",
    ),
    "RSA key": (lambda c: _private_key(c, "RSA PRIVATE KEY"), "```\n{}\n```"),
    "PKCS8 key": (lambda c: _private_key(c, "PRIVATE KEY"), "The file holds\n\n{}\n\nand no more."),
    "OpenSSH key": (lambda c: _private_key(c, "OPENSSH PRIVATE KEY"), "```\n{}\n```"),
    "bearer": (
        lambda c: _of(c, _ALNUM, 30) + "7.x-" + _of(c, _ALNUM, 12),
        '```\ncurl -H "Authorization: Bearer {}" https://api.example.com/v1\n```',
    ),
    "basic header": (
        lambda c: base64.b64encode(f"svc:{_password(c)}{_of(c, _ALNUM, 4)}".encode()).decode(),
        "`Authorization: Basic {}` is sent twice.",
    ),
}
_PASSWORDS = {
    "URL": "`https://deploy:{}@git.example.com/tools.git` is in the log.",
    "FTP": "Upload to ftp://scan:{}@ftp.example.com/in works.",
    "database URL": "```\npostgresql://app:{}@db.example.com:5432/desk\n```",
    "SQL": "`Server=sql1;Database=desk;User Id=app;Password={};Encrypt=True`",
    "SQL short": "```\nProvider=SQLOLEDB;Data Source=sql1;UID=app;PWD={}\n```",
    "ini": "```ini\n[smtp]\nuser = scan\npassword = {}\n```",
    "environment": "```\nDB_PASSWORD={}\nDB_HOST=sql1\n```",
    "yaml": '```yaml\nldap:\n  bind_password: "{}"\n```',
    "json": '```json\n{{"user": "app", "password": "{}"}}\n```',
    "xml": "```xml\n<user>app</user><password>{}</password>\n```",
    "app settings": '```xml\n<add key="ClientSecret" value="{}" />\n```',
    "option": "```console\n> sync.exe --user app --password {}\n```",
    "PowerShell": '```powershell\n$p = ConvertTo-SecureString "{}" -AsPlainText -Force\n```',
    "parameter": "```powershell\nNew-User -Name app -Password '{}'\n```",
    "prose": "He signed in with the password `{}` and was refused.",
    "mail": "Username: app\nPassword: {}\nPlease try again.",
    "table": "| User | Password |\n| --- | --- |\n| Password | {} |",
    "api key": "The call with `api_key={}` gives 403.",
    "header": "```http\nX-Api-Key: {}\n```",
    "curl": "```\ncurl -u app:{} https://api.example.com/\n```",
}


def _secrets(chance: random.Random) -> Iterator[Planted]:
    for number in range(70):
        if number < 2 * len(_TOKENS) - 10:
            shape = list(_TOKENS)[number % len(_TOKENS)]
            make, text = _TOKENS[shape]
            value = make(chance)
        else:
            shape = list(_PASSWORDS)[number % len(_PASSWORDS)]
            text = _PASSWORDS[shape]
            value = _password(chance)
        yield Planted("secret", shape, value, text.format(value))
