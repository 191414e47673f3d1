"""Python's collector of circular garbage, left out where all is kept to the end."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without_collector() -> Iterator[None]:
    """Thousands of loaded records are no garbage, and to look at them again and again takes long."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.freeze()  # or what is loaded would be looked through once more at the end
            gc.enable()
