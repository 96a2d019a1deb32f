"""`okrlint rules pages`: the rulebook as a folder of pages, in every language that the cards speak."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from okrlint.commands.options import emit
from okrlint.errors import ConfigError


@click.command("pages")
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
def pages(folder: Path) -> int:
    """Write the rulebook into FOLDER: a Markdown page for each rule in each language, and a list.

    The cards of the house (`.okrlint/rules`) are among them. Pages that were there before are written anew.
    """
    count = 0
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in _files():
            (folder / name).write_text(text, encoding="utf-8", newline="\n")
            count += 1
    except OSError as error:
        raise ConfigError(f"cannot be written: {error.strerror}", culprit=str(folder)) from None
    emit([f"{count} pages in {folder}\n"])
    return 0


def _files() -> Iterator[tuple[str, str]]:
    from okrlint.coaching.page import page_of  # noqa: PLC0415 - `--help` needs no cards
    from okrlint.coaching.page_as import as_markdown, index  # noqa: PLC0415 - as above
    from okrlint.coaching.page_words import WORDS  # noqa: PLC0415 - as above
    from okrlint.config import find_house  # noqa: PLC0415 - as above
    from okrlint.engine.rulebook import cards  # noqa: PLC0415 - as above

    every = [card for _, card in cards(find_house(Path.cwd()))]
    every.sort(key=lambda card: (list(WORDS["en"]).index(card.family), card.code))
    for code, say in WORDS.items():
        end = _end(code)
        others = [other for other in WORDS if other != code]
        listed = []
        for card in every:
            page = page_of(card, code)
            links = " · ".join(f"[{WORDS[one]['read']}]({card.code}{_end(one)})" for one in others)
            yield f"{card.code}{end}", as_markdown(page, links, f"[{say['list']}](index{end})")
            listed.append((page, say[card.family], f"{card.code}{end}"))
        links = " · ".join(f"[{WORDS[one]['read']}](index{_end(one)})" for one in others)
        yield f"index{end}", index(say["list"], links, listed)


def _end(code: str) -> str:
    return ".md" if code == "en" else f".{code}.md"
