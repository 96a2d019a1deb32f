"""Parts of speech in the light: what acts as a verb, which noun a phrase is about, and what only qualifies it.

"Reports" may be what readers do or what a team writes, and "error" in "error reporting" is not what is improved. A walk
from left to right settles both well enough for short sentences: small words tell what comes next, and a phrase is about
its last noun (English) or its first (French).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Literal

from okrlint.reading.language import VERB_CLASSES, Language
from okrlint.reading.tokens import Token

#: Classes that say what a noun is; a word that only qualifies another noun loses them.
NOUN_CLASSES: Final = frozenset(
    {
        "artefact", "event", "system", "indicator", "making_indicator", "measure_word", "construct", "exposure",
        "people_outside", "people_inside", "gatekeeper", "credential", "own_scope", "make_noun", "increase_noun",
        "decrease_noun",
    }
)  # fmt: skip
Part = Literal["verb", "noun", "modifier", "other"]
_STATE: Final = frozenset({"finished", "changed"})
_NONE: Final[frozenset[str]] = frozenset()


def settle(tokens: Sequence[Token], language: Language) -> list[Token]:
    """Return the tokens with their part, and with the classes that they have in that part alone."""
    parts = _parts(tokens)
    if language.head_last:
        _after_verbs(tokens, parts)
    _choose_heads(tokens, parts, last=language.head_last)
    return [_as(token, part) for token, part in zip(tokens, parts, strict=True)]


def _as(token: Token, part: Part) -> Token:
    if part == "other":
        return token
    classes, lost = token.classes, _NONE
    if part == "verb" and _verbal(token):
        classes -= NOUN_CLASSES
    elif part == "noun" and classes & NOUN_CLASSES and token.form in {"base", "plural", "present"}:
        classes = classes - VERB_CLASSES - (_STATE - {"changed"})
    elif part == "modifier":
        lost = classes & (NOUN_CLASSES | VERB_CLASSES)
        classes -= lost
    # Written out: `replace` costs more than all the rest of this module.
    return Token(token.start, token.end, token.word, token.kind, token.lemma, token.form, classes, part, lost)


def _verbal(token: Token) -> bool:
    return bool(token.classes & VERB_CLASSES)


def _parts(tokens: Sequence[Token]) -> list[Part]:
    """Walk from left to right: `after` is what the last small word, number or verb lets one expect."""
    parts: list[Part] = []
    after: Literal["start", "verb", "phrase", "subject"] = "start"
    for index, token in enumerate(tokens):
        if token.kind == "number":
            parts.append("other")
            after = "phrase"
        elif token.kind != "word":
            parts.append("other")
            after = "start" if token.word in {".", ";", ":", "?", "!", "(", ","} and after != "phrase" else after
        elif token.has("leads_verb"):
            parts.append("other")
            after = "start"
        elif token.has("leads_noun"):
            parts.append("other")
            after = "phrase"
        elif token.has("auxiliary"):
            parts.append("verb")
            after = "verb"
        elif token.has("function") and not _verbal(token):
            parts.append("other")
        else:
            part = _part(token, tokens[index + 1 :], after, parts[-1] if parts else "other", tokens[index - 1 : index])
            parts.append(part)
            after = "verb" if part == "verb" else "subject" if after in {"start", "subject"} else after
    return parts


def _after_verbs(tokens: Sequence[Token], parts: list[Part]) -> None:
    """Take a bare verb right behind another for a noun ("get help"): in English a "to" would stand between them."""
    for index in range(1, len(tokens)):
        bare = tokens[index].form == "base" and not tokens[index].classes & NOUN_CLASSES
        if parts[index] == parts[index - 1] == "verb" and bare and not tokens[index - 1].has("auxiliary"):
            parts[index] = "modifier"


def _part(token: Token, rest: Sequence[Token], after: str, before: Part, last: Sequence[Token]) -> Part:
    verb, noun = _verbal(token), bool(token.classes & NOUN_CLASSES)
    following = next((one for one in rest if one.kind != "mark"), None)
    if not verb:
        return "noun"
    if token.form == "past":
        return "verb"
    if token.form == "gerund":
        return "noun" if after == "phrase" and not _opens_phrase(following) else "verb"
    if not noun and after != "phrase":
        return "verb"
    if after == "start":
        return "noun" if following is not None and (following.has("auxiliary") or following.word == "of") else "verb"
    if after == "subject" and before == "noun" and last:
        plural = last[0].form == "plural" or last[0].has("people_outside", "people_inside")
        return "verb" if plural and token.form == "base" else "noun"
    if after == "phrase" and before == "noun" and not noun:
        return "verb"
    return "noun"


def _opens_phrase(token: Token | None) -> bool:
    return token is not None and (token.kind == "number" or token.has("leads_noun"))


def _choose_heads(tokens: Sequence[Token], parts: list[Part], *, last: bool) -> None:
    """Among nouns side by side, leave one the head and make modifiers of the others."""
    run: list[int] = []
    for index in range(len(tokens) + 1):
        joins = index < len(tokens) and (parts[index] == "noun" or (bool(run) and last and tokens[index].word == "-"))
        gap = joins and run and tokens[index].start - tokens[run[-1]].end > 1
        if joins and not gap:
            if parts[index] == "noun":
                run.append(index)
            continue
        known = [one for one in run if tokens[one].classes & NOUN_CLASSES]
        if len(known) > 1 or (known and last and len(run) > 1 and known[-1] != run[-1]):
            head = known[-1] if last else known[0]
            for one in run:
                if one != head and tokens[one].classes & NOUN_CLASSES:
                    parts[one] = "modifier"
        run = [index] if joins else []
