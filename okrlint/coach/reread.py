"""The line under the line: how what is being typed would be read, and what the rules would say of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from okrlint.cards.card import texts_in
from okrlint.engine.languages import language, read_as
from okrlint.engine.line import parts
from okrlint.engine.read import read
from okrlint.engine.rulebook import Rule
from okrlint.errors import EditError
from okrlint.model.change import Reword, changed
from okrlint.reading.document import ReadDocument, ReadStatement
from okrlint.reading.types import Reading


def told(line: str, one: ReadStatement, say: Mapping[str, str]) -> str:
    """Say in one line how a line would be read; fast enough for every key."""
    try:
        sentence, fields = parts(line, one)
    except EditError as error:
        return str(error.args[0])
    said: list[str] = []
    if sentence:
        said += _read(read_as(sentence, one.role, one.reading.language), say)
    if fields:
        said.append(say["fields"].format(names=", ".join(fields)))
    return language(one.reading.language).typeset(" · ".join(said))


def _read(reading: Reading, say: Mapping[str, str]) -> list[str]:
    said = [say["reads"].format(kind=say[reading.kind])]
    measure = reading.measure
    if measure.baseline_words and measure.target_words:
        said.append(say["from_to"].format(baseline=measure.baseline_words.text, target=measure.target_words.text))
    elif measure.target_words:
        said.append(say["to"].format(target=measure.target_words.text))
    if measure.deadline:
        said.append(say["until"].format(deadline=measure.deadline.text))
    return said


def still_drawn(line: str, one: ReadStatement, document: ReadDocument, rules: Sequence[Rule]) -> list[str]:
    """Return the titles of the rules on wording that a sentence would draw in the place of a statement."""
    sentence, _ = parts(line, one)
    if not sentence:
        return []
    again = read(next(changed(document.document, one.statement, Reword(sentence))), None, document.today)
    drawn = {
        rule.card.code: rule
        for rule in rules
        if rule.severity != "info"
        for hit in rule.kind.run(rule.parameters, frozenset(rule.card.applies_to), again)
        if hit.statement is not None and hit.statement.ident == one.ident
    }
    titles: list[str] = []
    for rule in drawn.values():
        if any(rule.card.code in other.card.instead_of for other in drawn.values()):
            continue
        code, texts = texts_in(rule.card, one.reading.language)
        titles.append(language(code).typeset(texts.title))
    return titles
