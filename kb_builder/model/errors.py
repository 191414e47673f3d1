"""The one kind of error that a user can mend."""

from __future__ import annotations


class KbError(Exception):
    """Says what happened, where, and what to do; the command line prints it without a traceback."""
