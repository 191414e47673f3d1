from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SignatureProblem:
    """Why a signature cannot be used, and how to mend it."""

    message: str
    help: str


class UnusableSignatureError(ValueError):
    """A signature that cannot be used; `problem` says why."""

    def __init__(self, message: str, help: str) -> None:
        super().__init__(message)
        self.problem = SignatureProblem(message, help)
