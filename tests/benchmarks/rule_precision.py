"""Findings by rule over a content folder, and a sample of one rule's with the text around them.

    python -m tests.benchmarks.rule_precision CONTENT
    python -m tests.benchmarks.rule_precision CONTENT --rule notes-elsewhere [--count 30]

The sample is the same each time; whoever reads it judges each finding as right or wrong.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from kb_builder.check import check
from kb_builder.load import load_content
from kb_builder.model.content import Content
from kb_builder.model.diagnostic import Diagnostic
from kb_builder.model.settings import Settings

_SEED = 4
_WIDTH = 300


def by_rule(found: Iterable[Diagnostic], records: int) -> list[str]:
    """The table: each rule with its findings, most first, and in how many files they stand."""
    found = list(found)
    counts = Counter((diagnostic.rule, str(diagnostic.severity)) for diagnostic in found)
    files = Counter(rule for rule, _ in {(d.rule, d.span.path) for d in found})
    rows = [
        f"| {rule} | {severity} | {count} | {files[rule]} | {100 * files[rule] / records:.1f} % |"
        for (rule, severity), count in sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    ]
    return ["| rule | severity | findings | files | of all |", "|---|---|---:|---:|---:|", *rows]


def sample(found: Iterable[Diagnostic], rule: str, count: int) -> list[Diagnostic]:
    """At most `count` findings of the rule, at random, in the order in which they stand."""
    of_rule = [diagnostic for diagnostic in found if diagnostic.rule == rule]
    chosen = random.Random(_SEED).sample(range(len(of_rule)), min(count, len(of_rule)))
    return [of_rule[number] for number in sorted(chosen)]


def shown(content: Content, diagnostic: Diagnostic, around: int) -> str:
    """The finding with the lines of its file that stand there."""
    span = diagnostic.span
    lines = next((r.file.lines for r in content.records if r.file.path == span.path), ())
    first, last = max(0, span.line - 1 - around), min(len(lines), span.line + around)
    text = "\n".join(f"    {line[:_WIDTH]}" for line in lines[first:last])
    return f"{span.path}:{span.line}:{span.column}: {diagnostic.message}\n{text}\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("content", type=Path)
    parser.add_argument("--rule", help="show findings of this rule instead of the table")
    parser.add_argument("--count", type=int, default=30)
    parser.add_argument("--around", type=int, default=2, help="lines before and after each")
    options = parser.parse_args()
    content = load_content(options.content, Settings())
    found = check(content)
    if options.rule:
        chosen = sample(found, options.rule, options.count)
        print("\n".join(shown(content, diagnostic, options.around) for diagnostic in chosen))
    else:
        print("\n".join(by_rule(found, len(content.records))))


if __name__ == "__main__":
    main()
