"""Articles to import, and the import."""

from __future__ import annotations

from pathlib import Path

from kb_builder.importers.learn import import_learn
from kb_builder.importers.report import ImportReport


def article(*lines: str, fields: str = "title: A title\nappliesto:\n  - Halyard Mail") -> str:
    return "\n".join(["---", fields, "---", *lines, ""])


def run(tmp_path: Path, **files: str) -> tuple[ImportReport, Path]:
    for name, text in files.items():
        file = tmp_path / "src" / name.replace("__", "/")
        file = file.with_name(f"{file.name}.md")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return import_learn(tmp_path / "src", tmp_path / "content"), tmp_path / "content"
