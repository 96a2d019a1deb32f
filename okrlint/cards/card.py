"""The model of a rule card."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any, Final, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

Severity = Literal["error", "warning", "info"]
Family = Literal["impact", "intent", "measure", "learning", "focus"]

#: The three letters that open a rule's code, by family.
LETTERS: Final[Mapping[Family, str]] = {
    "impact": "IMP",
    "intent": "INT",
    "measure": "MEA",
    "learning": "LRN",
    "focus": "FOC",
}
SEVERITIES: Final[tuple[Severity, ...]] = ("error", "warning", "info")

#: A place in a text that the team's own words fill: {metric}.
SLOT: Final = re.compile(r"\{(\w+)\}")

Code = Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}\d{3}$")]
Name = Annotated[str, StringConstraints(pattern=r"^[a-z]+(-[a-z]+)*$")]
Words = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]


class _Closed(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Texts(_Closed):
    """What a card says in one language.

    `noticed`, `question` and `frame` are variants: the first whose `{slots}` can all be filled from the reading is
    used, so the last one has none. A number that nobody gave stays a placeholder in ‹…›.
    """

    title: Words
    noticed: tuple[Words, ...] = Field(min_length=1)
    why: Words
    question: tuple[Words, ...] = Field(min_length=1)
    frame: tuple[Words, ...] = ()
    again: tuple[Words, ...] = Field(
        default=(), description="What was noticed, when a document draws the rule a second time."
    )
    advice: Words | None = None
    gathered: Words | None = Field(
        default=None, description="What was noticed, for a whole set at once: {count} and {total}."
    )


class Source(_Closed):
    """Who holds what the card says, or who does not."""

    who: Words
    where: Words
    position: Literal["for", "against"] = "for"
    says: str | Mapping[str, Words] = Field(default="", description="In words, or in words by language.")


class Examples(_Closed):
    """Documents or statements that must draw the rule (`bad`) and that must not (`good`).

    An entry is a statement in the first role that the card applies to, or a Markdown document where it holds a
    line end. A line of `=====` parts what a document said before from what it says now.
    """

    bad: tuple[Words, ...] = Field(min_length=1)
    good: tuple[Words, ...] = Field(min_length=1)


class Check(_Closed):
    """Which kind of check looks, and with which parameters."""

    model_config = ConfigDict(frozen=True, extra="allow")

    kind: str

    @property
    def parameters(self) -> dict[str, Any]:
        """Everything beside the kind."""
        return dict(self.model_extra or {})


class Card(_Closed):
    """One rule, whole: what it looks for, what it says, who holds it, and the examples that test it.

    `value` orders notes: the higher, the more a conversation about it is worth. `gather` puts all its findings in
    one set into one note. `enabled` says whether the default profile uses it. `of_frames` lets it speak of sentences
    that are still a frame to fill; of those, all other rules keep silent. `instead_of` names rules that say the same
    in more general words: where this one speaks of a statement, they do not. `as_of` is the day from which its
    examples are looked at, where they speak of days.
    """

    code: Code
    name: Name
    family: Family
    severity: Severity
    structural: bool = False
    enabled: bool = True
    value: int = Field(default=50, ge=0, le=100)
    gather: bool = False
    of_frames: bool = False
    as_of: date | None = None
    instead_of: tuple[Code, ...] = ()
    applies_to: tuple[Literal["objective", "key_result", "initiative", "set"], ...] = Field(min_length=1)
    check: Check
    texts: Mapping[str, Texts] = Field(min_length=1)
    sources: tuple[Source, ...] = Field(min_length=1)
    examples: Mapping[str, Examples] = Field(min_length=1)
    origin: str = Field(default="", exclude=True)

    @model_validator(mode="after")
    def _hangs_together(self) -> Self:
        if not self.code.startswith(LETTERS[self.family]):
            raise ValueError(f"a rule of family {self.family} has a code that begins with {LETTERS[self.family]}")
        if self.severity == "error" and not self.structural:
            raise ValueError("only structural rules may be errors: wording never fails a build")
        for language, texts in self.texts.items():
            for field in ("noticed", "question"):
                last = getattr(texts, field)[-1]
                if slots(last):
                    raise ValueError(f"texts.{language}.{field}: the last variant must need no slot, not {last!r}")
            if self.gather and texts.gathered is None:
                raise ValueError(f"texts.{language}.gathered is missing, and the card gathers")
        return self


def texts_in(card: Card, language: str) -> tuple[str, Texts]:
    """Return a card's texts in a language, else in English, else in whichever it has, and that language's code."""
    code = next((one for one in (language, "en") if one in card.texts), next(iter(card.texts)))
    return code, card.texts[code]


def said(source: Source, language: str) -> str:
    """Return what a source says, in a language, else in English, else in whichever it is written in; maybe nothing."""
    if isinstance(source.says, str):
        return source.says
    return next((source.says[one] for one in (language, "en") if one in source.says), next(iter(source.says.values())))


def slots(text: str) -> frozenset[str]:
    """Return the names of the slots that a text needs filled."""
    return frozenset(SLOT.findall(text))
