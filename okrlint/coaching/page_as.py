"""The two looks of a rule's page: text for a terminal, Markdown for a folder of pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from okrlint.coaching.page import CardPage, Section


def as_text(page: CardPage) -> Iterator[str]:
    """Yield a page as text, part by part."""
    yield f"{page.code} {page.name} · {page.facts}\n\n{page.title}\n\n"
    for at, section in enumerate(page.sections):
        lines = [line if section.quoted else line.replace("`", "") for line in section.lines]
        shown = "".join("  " + line.strip().replace("\n", "\n  ") + "\n" for line in lines)
        yield f"{section.heading}\n{shown}" + ("\n" if at + 1 < len(page.sections) else "")


def as_markdown(page: CardPage, other: str = "", back: str = "") -> str:
    """Return a page in Markdown; `other` links to the same page in the other language, `back` to the list."""
    links = " · ".join(link for link in (other, back) if link)
    parts = [f"# {page.code} {page.title}", *([links] if links else []), f"`{page.name}` · {page.facts}"]
    for section in page.sections:
        parts += [f"## {section.heading}", *_body(section)]
    return "\n\n".join(parts) + "\n"


def _body(section: Section) -> Iterator[str]:
    if not section.quoted:
        yield "\n".join(f"- {line}" for line in section.lines) if len(section.lines) > 1 else section.lines[0]
        return
    short: list[str] = []
    for line in section.lines:
        if "\n" not in line:
            short.append(f"- {_escaped(line)}")
            continue
        if short:
            yield "\n".join(short)
            short = []
        yield f"```\n{line}\n```"
    if short:
        yield "\n".join(short)


def _escaped(line: str) -> str:
    """Return a sentence that Markdown shows as it is."""
    return "".join("\\" + sign if sign in "\\`*_[]<>|#" else sign for sign in line)


def index(title: str, other: str, pages: Iterable[tuple[CardPage, str, str]]) -> str:
    """Return the list of pages in Markdown: each page with its family and its file, families one after the other."""
    lines = [f"# {title}", "", other, ""]
    family = ""
    for page, name, file in pages:
        if name != family:
            lines += ([""] if family else []) + [f"## {name.capitalize()}", ""]
            family = name
        lines.append(f"- [{page.code}]({file}) {page.title}")
    return "\n".join(lines) + "\n"
