"""JUnit XML, for servers that show tests: a suite for each document, a case for each statement.

A case fails only where the build does (`fail_on`); what is there to talk about stands in its output.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final
from xml.etree import ElementTree as ET

from okrlint.errors import Aside, OkrlintError
from okrlint.hookspecs import Page
from okrlint.record import NoteRecord, Record
from okrlint.review import Review, fails
from okrlint_reports.lay import where
from okrlint_reports.told import from_root, text_of

#: What XML 1.0 cannot hold, whatever the escape.
_FORBIDDEN: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def write(review: Review, page: Page) -> Iterator[str]:
    """Yield one XML document."""
    del page
    suites = [_suite(document) for document in review.documents]
    faults = [error for error in review.errors if not isinstance(error, Aside)]
    suites += [_unread(faults)] if faults else []
    root = ET.Element("testsuites", _counts(suites, name="okrlint"))
    root.extend(suites)
    ET.indent(root)
    yield ET.tostring(root, encoding="unicode", xml_declaration=True).replace("'", '"', 4) + "\n"


def _suite(document: Record) -> ET.Element:
    about: dict[str | None, list[NoteRecord]] = defaultdict(list)
    for note in document.notes:
        about[None if note.gathers else note.finding.statement].append(note)
    path = from_root(document.path)
    cases = [
        _case(path, f"{one.id} {one.text}", one.place.line, document, about[one.id]) for one in document.statements
    ]
    if about[None]:
        cases.append(_case(path, "OKR", 1, document, about[None]))
    suite = ET.Element("testsuite", {"name": _plain(path)})
    suite.extend(cases)
    suite.attrib.update(_counts([suite]))
    return suite


def _case(path: str, name: str, line: int, document: Record, notes: Sequence[NoteRecord]) -> ET.Element:
    case = ET.Element("testcase", {"classname": _plain(path), "name": _plain(name), "file": _plain(path)})
    case.set("line", str(line))
    case.set("time", "0")
    failing = [note for note in notes if any(fails(each, document) for each in note.gathered)]
    for note in failing:
        place = f"{path}:{where(note.finding.place)}"
        failure = ET.SubElement(case, "failure", {"type": note.finding.code, "message": _plain(note.title)})
        failure.text = _plain(f"{place}\n{text_of(note, chr(10))}")
    rest = [note for note in notes if note not in failing]
    if rest:
        out = ET.SubElement(case, "system-out")
        out.text = _plain("\n\n".join(f"{note.finding.code} {note.title}\n{text_of(note, chr(10))}" for note in rest))
    return case


def _unread(faults: Sequence[OkrlintError]) -> ET.Element:
    suite = ET.Element("testsuite", {"name": "okrlint"})
    for error in faults:
        case = ET.SubElement(suite, "testcase", {"classname": "okrlint", "name": _plain(str(error)), "time": "0"})
        ET.SubElement(case, "error", {"type": type(error).__name__, "message": _plain(str(error))})
    suite.attrib.update(_counts([suite]))
    return suite


def _counts(suites: Sequence[ET.Element], **more: str) -> dict[str, str]:
    cases = [case for suite in suites for case in suite.iter("testcase")]
    held = {name: sum(case.find(tag) is not None for case in cases) for name, tag in _TAGS}
    return {**more, "tests": str(len(cases)), **{name: str(count) for name, count in held.items()}, "time": "0"}


_TAGS: Final = (("failures", "failure"), ("errors", "error"))


def _plain(text: str) -> str:
    return _FORBIDDEN.sub("\ufffd", text)
