"""Holds XML against as much of XML Schema as the published schema of JUnit reports uses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

XS = "{http://www.w3.org/2001/XMLSchema}"


class Schema:
    def __init__(self, file: Path) -> None:
        self.root = ET.parse(file).getroot()
        self.elements = {e.get("name"): e for e in self.root.findall(f"{XS}element")}
        self.types = {str(e.get("name")): e for e in self.root if e.tag.endswith("Type")}

    def faults(self, element: ET.Element) -> Iterator[str]:
        """What is wrong in the document whose root is `element`."""
        declared = self.elements.get(element.tag)
        if declared is None:
            yield f"<{element.tag}> is not declared"
            return
        kind = declared.find(f"{XS}complexType")
        if kind is None:
            assert declared.get("type") == "xs:string", "a type that is not known here"
            if len(element) or element.attrib:
                yield f"<{element.tag}> is a text only"
            return
        yield from self._attributes(element, kind)
        model = "".join(self._model(child) for child in kind)
        if not re.fullmatch(model, "".join(f"{child.tag};" for child in element)):
            yield f"<{element.tag}> holds what it may not, or in another order"
        is_mixed = kind.get("mixed") == "true"
        texts = [element.text, *(child.tail for child in element)]
        if not is_mixed and any(text and text.strip() for text in texts):
            yield f"<{element.tag}> holds text"
        for child in element:
            yield from self.faults(child)

    def _attributes(self, element: ET.Element, kind: ET.Element) -> Iterator[str]:
        known = {a.get("name"): a for a in kind.findall(f"{XS}attribute")}
        for name, value in element.attrib.items():
            if name not in known:
                yield f"<{element.tag}> has no attribute {name}"
            elif (wanted := str(known[name].get("type"))) != "xs:string":
                pattern = self.types[wanted].find(f"{XS}restriction/{XS}pattern")
                assert pattern is not None
                if not re.fullmatch(str(pattern.get("value")), value):
                    yield f"{name}={value!r} is no {wanted}"
        required = [name for name, a in known.items() if a.get("use") == "required"]
        for needed in required:
            if needed not in element.attrib:
                yield f"<{element.tag}> lacks {needed}"

    def _model(self, particle: ET.Element) -> str:
        """The content model as a regular expression for the names of the children."""
        match particle.tag.removeprefix(XS):
            case "element":
                inner = re.escape(f"{particle.get('ref')};")
            case "sequence":
                inner = "".join(map(self._model, particle))
            case "choice":
                inner = "|".join(map(self._model, particle))
            case "attribute":
                return ""
            case unknown:
                raise AssertionError(f"{unknown} is not known here")
        least, most = particle.get("minOccurs", "1"), particle.get("maxOccurs", "1")
        return f"(?:{inner}){{{least},{'' if most == 'unbounded' else most}}}"
