"""Every rule has a page in both languages, and the page is what the card says today."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

import pytest

from okrlint.cards import Source, builtin_rules, read_cards, read_profiles
from okrlint.coaching.page import page_of
from okrlint.coaching.page_as import as_markdown
from okrlint.engine.rulebook import measured
from okrlint_french.typography import typeset
from tests.conftest import ROOT, Run

PAGES: Final = ROOT / "docs" / "rules"
CARDS: Final = {card.code: card for card in read_cards(builtin_rules())}
each_code = pytest.mark.parametrize("code", ["en", "fr"])


def test_the_pages_are_those_of_the_cards(run: Run, tmp_path: Path) -> None:
    """None is missing, none is left over, none is out of date: `okrlint rules pages docs/rules` writes them."""
    done = run("rules", "pages", "new", cwd=tmp_path)

    assert (done.code, done.err) == (0, "")
    written = {path.name: path.read_text("utf-8") for path in (tmp_path / "new").iterdir()}
    assert written == {path.name: path.read_text("utf-8") for path in PAGES.iterdir()}
    assert len(written) == 2 * (len(CARDS) + 1)


@each_code
@pytest.mark.parametrize("name", CARDS)
def test_a_page_says_all_of_the_card(name: str, code: str) -> None:
    """Why, the question, both kinds of examples, everybody who holds it or does not, and how to be rid of it."""
    card = CARDS[name]
    page = as_markdown(page_of(card, code))
    texts, set_ = card.texts[code], typeset if code == "fr" else str

    for words in (texts.title, texts.why, texts.question[-1], *(source.who for source in card.sources)):
        assert set_(words) in page
    assert page.count("\n## ") >= 7
    assert f"--ignore {name}" in page or f"rules.{name}.severity" in page
    assert "{" not in re.sub(r"```.*?```", "", page, flags=re.DOTALL)


@each_code
def test_what_was_measured_stands_on_the_page(code: str) -> None:
    """The figures are those of docs/accuracy.md, with how many statements they rest on."""
    accuracy = (ROOT / "docs" / "accuracy.md").read_text("utf-8")
    language = {"en": "## English", "fr": "## French"}[code]
    part = accuracy[accuracy.index(language) :]
    rows = re.findall(
        r"^\| ([A-Z]{3}\d{3}) \S+ \| ([\d.]+) \| ([\d.]+) \| (\d+) \|$", part.split("### How sure")[0], re.MULTILINE
    )

    assert len(rows) >= 9
    for name, precision, recall, n in rows:
        figures = measured()[name][code]
        assert (figures.precision, figures.recall, figures.n) == (float(precision), float(recall), int(n))
        if figures.n == 0:
            continue
        shown = " ".join(line for one in page_of(CARDS[name], code).sections for line in one.lines)
        assert re.search(rf"\b{round(float(precision) * 100)}.?%", shown)
        assert f" {n} " in shown


def test_what_somebody_holds_is_told_in_both_languages() -> None:
    """No page mixes two languages."""
    sources: list[Source] = [one for card in CARDS.values() for one in card.sources]
    sources += [one for profile in read_profiles(builtin_rules()) for one in profile.sources]

    assert [one for one in sources if isinstance(one.says, str) and one.says] == []
    assert {frozenset(one.says) for one in sources if not isinstance(one.says, str)} == {frozenset({"en", "fr"})}


def test_a_house_publishes_its_own_rulebook(run: Run, tmp_path: Path) -> None:
    """Its cards and its words are among the pages; a folder that cannot be written is told in a sentence."""
    rules = tmp_path / ".okrlint" / "rules"
    rules.mkdir(parents=True)
    (rules / "own.yaml").write_text("overrides: IMP001\ntexts:\n  en:\n    title: Work again\n", encoding="utf-8")
    (tmp_path / "taken").write_text("", encoding="utf-8")

    assert run("rules", "pages", "book", cwd=tmp_path).code == 0
    assert "# IMP001 Work again" in (tmp_path / "book" / "IMP001.md").read_text("utf-8")
    refused = run("rules", "pages", "taken/book", cwd=tmp_path)
    assert refused.code == 2
    assert "taken/book: cannot be written" in refused.err
