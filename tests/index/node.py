"""The browser's code under node."""

from __future__ import annotations

import functools
import json
import shutil
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import TracebackType
from typing import Any

import pytest

SCRIPTS = Path(__file__).parents[2] / "site_templates" / "assets" / "kb"

needs_node = pytest.mark.skipif(
    shutil.which("node") is None, reason="node is not installed: the browser's code cannot be run"
)

_MODULES = (
    "analyzer",
    "filters",
    "join",
    "noise",
    "numbers",
    "passage",
    "reading",
    "search",
    "spelling",
)


class Node:
    """A node process that answers a line of JSON with a line of JSON.

    `answer` is an expression over `asked`, the modules by their names, `Store`, and `store`, the
    index that is published at the URL `index`.
    """

    def __init__(self, script: Path, answer: str, index: str = "file:///") -> None:
        imports = "\n".join(
            f"import * as {name} from {json.dumps((SCRIPTS / f'{name}.js').as_uri())};"
            for name in _MODULES
        )
        script.write_text(
            f"""
            {imports}
            import {{ Store }} from {json.dumps((SCRIPTS / "store.js").as_uri())};
            import readline from "node:readline";
            const store = new Store(new URL(process.argv[2]));
            for await (const line of readline.createInterface({{ input: process.stdin }})) {{
              const asked = JSON.parse(line);
              console.log(JSON.stringify({answer}));
            }}
            """
        )
        self.process = subprocess.Popen(
            ["node", str(script), index],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="utf-8",
        )

    def ask(self, value: object) -> Any:
        assert self.process.stdin and self.process.stdout
        print(json.dumps(value), file=self.process.stdin, flush=True)
        return json.loads(self.process.stdout.readline())

    def __enter__(self) -> Node:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.process.communicate()


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *arguments: object) -> None:
        pass


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The URL of a folder's files."""
    handler = functools.partial(_Quiet, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        # It looks every so many seconds whether it is to end.
        threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
