from __future__ import annotations

from pathlib import Path

import pytest

from kb_builder.index.text import plain
from kb_builder.load import load_content
from kb_builder.model.signature import (
    compiled,
    signature_problem,
    translated,
)

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("pattern", "found", "missed"),
    [
        ("error 0x80070005", "ERROR 0X80070005", "error 0x80070006"),
        (r"error \d+", "error ７: error 7", "error ٣"),
        (r"code\w", "code_", "codeé"),
        (r"code\sx", "code\u00a0x", "code\u2003x"),
        (r"code\Sx", "codeéx", "code x"),
        ("code.x", "code\u2028x", "code\nx"),
        ("code.x", "code😀x", "code\rx"),
        ("^code$", "a\r\ncode\r\nb", "a\u2028code"),
        (r"\bcode\b", "écode-", "_code"),
        ("code[a-cX-]", "code-", "coded"),
        ("code[a-cX]", "codeB codex", "coded"),
        ('code="[^"]+"', 'code="\n"', 'code=""'),
        ("Größe fehlt", "GRÖSSE FEHLT GRÖßE fehlt", "GROßE FEHLT"),
        ("disk", "dis\u212a DISK", "dis\u212a"),
        ("status", "STATUS", "\u017ftatus"),
        ("ошибка", "ОШИБКА", "ошибки"),
        (r"\{code\}: \[a]", "{code}: [a]", "code: a"),
        ("code (one|t[wv]o|)!", "code TVO!", "code three!"),
        ("connection from ([0-9]{1,3}\\.){3}\\d{1,3} refused", "connection from 10.0.0.17 refused", "connection from 10.0.17 refused"),
        ("failed: .*? not trusted", "failed: " + "x" * 100 + " not trusted", "failed: " + "x" * 101 + " not trusted"),
        (r"HID\d{5}: .{0,40} at .{0,40}x", "HID50011: a at b at x", "HID50011: a at b"),
        (r"at com\.halyard\.\w+\.open\(", "at com.halyard.Store.open(Store.java)", "at com.halyard.open("),
    ],
)  # fmt: skip
def test_a_signature_means_what_its_writer_expects(pattern: str, found: str, missed: str) -> None:
    assert signature_problem(pattern) is None
    assert compiled(pattern).search(found)
    assert not compiled(pattern).search(missed)


def test_the_spelling_needs_no_flag_in_either_engine() -> None:
    assert translated(r"^HIDX\d{5}: .*x?") == (
        r"(?<![^\x0a\x0d])[Hh][Ii][Dd][Xx][0-9]{5}\x3a [^\x0a\x0d]{0,100}[Xx]{0,1}"
    )


def test_each_signature_of_the_example_finds_its_own_record() -> None:
    records = load_content(ROOT / "content").records
    signed = [(record, signature) for record in records for signature in record.signatures]
    assert len(signed) >= 5
    for record, signature in signed:
        found = [other for other in records if compiled(signature).search(plain(other.symptom))]
        assert record in found
        assert all(record.id in (other.id, other.case) for other in found)
