"""English inflection read backwards: from a form in a sentence to the lemmas it may come from."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

_IRREGULAR: Final = {
    "built": "build", "written": "write", "wrote": "write", "made": "make", "done": "do", "did": "do",
    "held": "hold", "ran": "run", "run": "run", "met": "meet", "sent": "send", "set": "set", "cut": "cut",
    "taught": "teach", "grew": "grow", "grown": "grow", "rose": "rise", "risen": "rise", "fell": "fall",
    "fallen": "fall", "shrunk": "shrink", "shrank": "shrink", "kept": "keep", "got": "get", "gotten": "get",
    "had": "have", "has": "have", "was": "be", "were": "be", "been": "be", "is": "be", "are": "be", "am": "be",
    "became": "become", "knew": "know", "known": "know", "found": "find", "understood": "understand",
    "felt": "feel", "chose": "choose", "chosen": "choose", "bought": "buy", "paid": "pay", "spent": "spend",
    "came": "come", "went": "go", "gone": "go", "left": "leave", "lost": "lose", "won": "win", "sold": "sell",
    "told": "tell", "said": "say", "spoke": "speak", "spoken": "speak", "took": "take", "taken": "take",
    "gave": "give", "given": "give", "drew": "draw", "drawn": "draw", "drove": "drive", "driven": "drive",
    "led": "lead", "brought": "bring", "thought": "think", "read": "read", "put": "put", "spread": "spread",
    "shown": "show", "began": "begin", "begun": "begin", "broke": "break", "broken": "break", "hit": "hit",
    "beat": "beat", "beaten": "beat", "rewritten": "rewrite", "rebuilt": "rebuild", "overhauled": "overhaul",
    "shipped": "ship", "laid": "lay", "sat": "sit", "stood": "stand", "withdrawn": "withdraw",
}  # fmt: skip
_PLURALS: Final = {"people": "person", "children": "child", "men": "man", "women": "woman", "criteria": "criterion",
                   "analyses": "analysis", "indices": "index", "data": "data"}  # fmt: skip
_PAST: Final = frozenset({"been", "built", "made"})


def inflections(word: str) -> Iterator[tuple[str, str]]:
    """Yield (lemma, form) pairs for a folded English word, likeliest first; unknown words yield guesses too."""
    if word in _IRREGULAR:
        lemma = _IRREGULAR[word]
        if word not in {"is", "are", "am", "has"} and lemma != word:
            yield lemma, "past"
        else:
            yield lemma, "present"
    if word in _PLURALS:
        yield _PLURALS[word], "plural"
    for prefix in ("re-", "pre-", "co-", "re", "pre"):
        rest = word.removeprefix(prefix)
        if rest != word and len(rest) > 4:
            yield from ((lemma, form) for lemma, form in _regular(rest) if form != "plural")
            yield rest, "base"
            break
    yield from _regular(word)


def _regular(word: str) -> Iterator[tuple[str, str]]:
    if word.endswith("ies") and len(word) > 4:
        yield word[:-3] + "y", "plural"
        yield word[:-3] + "y", "present"
    elif word.endswith(("ses", "xes", "zes", "ches", "shes", "oes")):
        for stem in (word[:-2], word[:-1]):
            yield stem, "plural"
            yield stem, "present"
    elif word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3:
        yield word[:-1], "plural"
        yield word[:-1], "present"
    if word.endswith("'s"):
        yield word[:-2], "plural"
    if word.endswith("ied"):
        yield word[:-3] + "y", "past"
    elif word.endswith("ed") and len(word) > 4:
        yield from ((stem, "past") for stem in _stems(word[:-2]))
    elif word.endswith("ing") and len(word) > 5:
        yield from ((stem, "gerund") for stem in _stems(word[:-3]))
    british = word.replace("isation", "ization").replace("ise", "ize").replace("our", "or")
    if british != word:
        yield british, "base"


def _stems(stem: str) -> Iterator[str]:
    yield stem
    yield stem + "e"
    if len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] in "bdgklmnprt":
        yield stem[:-1]
