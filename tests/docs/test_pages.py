"""The pages for users are whole: both languages, every hook, every kind of check, every key, and no dead link."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from okrlint import hookspecs
from okrlint.checks import BUILTIN
from okrlint.config import Config
from okrlint.reading import FLAGS, KINDS
from okrlint_french.typography import typeset
from tests.conftest import ROOT

DOCS = ROOT / "docs"
PAGES = sorted(DOCS.glob("*.md"))
HOOKS = sorted(name for name in vars(hookspecs) if name.startswith("okrlint_"))


def page(name: str, language: str) -> str:
    """Return a page in a language."""
    return (DOCS / (f"{name}.md" if language == "en" else f"{name}.{language}.md")).read_text("utf-8")


def test_every_page_stands_in_both_languages() -> None:
    """French equals English."""
    english = {path.stem for path in PAGES if not path.stem.endswith(".fr")}

    assert english == {path.stem.removesuffix(".fr") for path in PAGES if path.stem.endswith(".fr")}
    assert len(english) >= 8


@pytest.mark.parametrize("path", [*PAGES, ROOT / "README.md", ROOT / "README.fr.md"], ids=lambda path: path.name)
def test_no_link_leads_nowhere(path: Path) -> None:
    """Links between pages and to files of the repository."""
    for target in re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", path.read_text("utf-8")):
        if not target.startswith(("http://", "https://", "mailto:")):
            assert (path.parent / target).exists(), target


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_hook_has_its_place(language: str) -> None:
    """No hook without a word on when it is called and what it returns."""
    text = page("writing-plugins", language)

    assert HOOKS
    assert [hook for hook in HOOKS if hook not in text] == []


@pytest.mark.parametrize("hook", HOOKS)
def test_every_hook_has_a_user(hook: str) -> None:
    """No hook that nobody implements."""
    sources = "".join(path.read_text("utf-8") for path in (ROOT / "plugins").rglob("__init__.py"))

    assert f"def {hook}(" in sources


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_kind_of_check_has_its_place(language: str) -> None:
    """With each of its parameters."""
    text = page("writing-rules", language)

    for kind in BUILTIN:
        assert kind.name in text
        assert [name for name in kind.parameters.model_fields if name not in text] == []


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_key_and_its_default_has_its_place(language: str) -> None:
    """What a house can decide is written down, and the default that is told is the one that holds."""
    text = page("configuration", language)

    assert [name for name in Config.model_fields if f"`{name}`" not in text] == []
    assert str(Config().question_below).replace(".", "," if language == "fr" else ".") in text or (
        str(Config().question_below) in text
    )


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_kind_and_label_of_a_reading_has_its_place(language: str) -> None:
    """The names that `inspect` prints are defined."""
    text = page("labels", language)

    assert [name for name in (*KINDS, *FLAGS) if f"`{name}`" not in text] == []


@pytest.mark.parametrize("path", [ROOT / "README.fr.md", *sorted(DOCS.glob("*.fr.md"))], ids=lambda path: path.name)
def test_french_pages_are_set_as_french_is(path: Path) -> None:
    """No-break spaces before high marks and inside guillemets, curly apostrophes; code stands as it is typed."""
    parts = re.split(r"(```.*?```|`[^`\n]*`|\]\([^)]*\))", path.read_text("utf-8"), flags=re.DOTALL)
    prose = parts[::2]

    assert [text for text in prose if typeset(text) != text] == []
