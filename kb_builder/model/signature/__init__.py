"""Signatures: the regular expressions by which a pasted log finds its record.

A writer gives them in a small dialect. Python runs them in the terminal and JavaScript in the
browser, on texts of up to 100 KB, so they must mean the same in both, and no text may keep either
busy for long. Each is therefore read by a parser of our own and spelled anew, once for both:

- A letter is spelled as a class of its small and its capital form, `\\d`, `\\w` and `\\s` as the
  ASCII characters that they stand for (`\\s` and the no-break space), `.` as all but `\\r` and
  `\\n`, and `^`, `$` and `\\b` by what is beside them. So no flag is needed, and none may change
  the meaning: `re.compile(p)`, `new RegExp(p, "u")`.
- `*` and `+` repeat at most 100 times, and limits go up to 200.
- `effort` bounds the steps that any text can cost, and what may cost too many is refused.
"""

from kb_builder.model.signature.problem import SignatureProblem, UnusableSignatureError
from kb_builder.model.signature.usable import (
    compiled,
    signature_problem,
    translated,
    usable_signatures,
)

__all__ = [
    "SignatureProblem",
    "UnusableSignatureError",
    "compiled",
    "signature_problem",
    "translated",
    "usable_signatures",
]
