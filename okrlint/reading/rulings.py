"""The guideline's order of thought, written down: which of its rulings speak for a statement, and on which words.

Each ruling is a question about what things are (whose doing, what kind of object, which quantity), asked in the order
of guideline section 1. A ruling does not decide: it is a signal among others, and the weights say how far to trust it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final, NamedTuple

from okrlint.reading.clauses import Clauses
from okrlint.reading.quantities import SHORT, Quantities, Quantity
from okrlint.reading.tokens import Token

_LONG: Final = frozenset({"day", "week", "month", "year", "quarter"})
_PEOPLE: Final = ("people_outside", "people_inside")
_OWN: Final = ("artefact", "event", "making_indicator", "own_scope")
_MOVES: Final = ("increase", "decrease", "increase_noun", "decrease_noun", "changed")
#: How many words behind a number may still name what it counts.
NEAR: Final = 5


class Ruling(NamedTuple):
    """A ruling that speaks, with the words that it rests on."""

    name: str
    start: int
    end: int


@dataclass(frozen=True)
class Facts:
    """What the rulings ask about: the commitment's words, its head, its subject, its targets.

    `head` is the first word of content; `verb` the first word that names a doing; `subject` the thing or the people
    that stand before it.
    """

    words: tuple[Token, ...]
    inside: tuple[Token, ...]
    head: Token | None
    verb: Token | None
    subject: Token | None
    targets: tuple[Quantity, ...]
    counted: tuple[Token, ...]
    asks: bool
    moves: bool

    def any(self, *names: str) -> Token | None:
        """Return the first word of one of these classes."""
        return next((token for token in self.words if token.has(*names)), None)

    def after(self, token: Token, *names: str) -> Token | None:
        """Return the first word of one of these classes behind another word."""
        return next((one for one in self.words if one.start > token.start and one.has(*names)), None)


_DOINGS: Final = (
    "make", "finish", "increase", "decrease", "keep", "reach", "hollow", "learn", "aspire", "behave", "operate",
    "decide_input",
)  # fmt: skip
_THINGS: Final = (
    "indicator", "making_indicator", "construct", "exposure", "people_outside", "people_inside", "gatekeeper",
    "credential", "artefact", "event", "system", "own_scope", "measure_word", "make_noun", "increase_noun",
    "decrease_noun",
)  # fmt: skip


def facts(tokens: tuple[Token, ...], quantities: Quantities, clauses: Clauses) -> Facts:
    """Gather what the rulings ask about."""
    start, end = clauses.commitment
    inside = tuple(token for token in tokens if start <= token.start < end)
    words = tuple(token for token in inside if token.kind == "word")
    targets = tuple(one for one in quantities.targets if start <= one.start < end) or quantities.targets
    head = next((token for token in words if token.has(*_DOINGS, *_THINGS, "finished") and not _light(token)), None)
    verb, subject = _verb_and_subject(words, head)
    counted: tuple[Token, ...] = ()
    if targets:
        behind = [token for token in tokens if token.start >= targets[0].end and token.kind == "word"][:NEAR]
        counted = tuple(token for token in behind if token.has(*_THINGS))
    asks = any(token.has("question") for token in tokens if token.start >= end)
    moves = bool(quantities.baselines and targets)
    return Facts(words, inside, head, verb, subject, targets, counted, asks, moves)


def _light(token: Token) -> bool:
    return token.has("function") and not token.has("make", "learn")


def _verb_and_subject(words: tuple[Token, ...], head: Token | None) -> tuple[Token | None, Token | None]:
    if head is None:
        return None, None
    if head.has(*_DOINGS) and not (
        head.has(*_THINGS) and head.form in {"base", "plural"} and _verb_follows(words, head)
    ):
        return head, None
    subject = head
    verb = next(
        (token for token in words if token.start > head.start and token.has(*_DOINGS) and not _light(token)),
        None,
    )
    return verb, subject


def _verb_follows(words: tuple[Token, ...], head: Token) -> bool:
    """Whether a head that could be noun or verb is a subject: another verb form follows it."""
    return any(
        token.start > head.start and token.has(*_DOINGS) and token.form in {"present", "past"} for token in words
    )


def rulings(known: Facts) -> list[Ruling]:
    """Return the rulings that speak, in the guideline's order; the first is named `first` too."""
    found = [Ruling(name, token.start, token.end) for name, ask in _ORDER for token in _one(ask(known))]
    if found:
        found.append(Ruling(f"first {found[0].name}", found[0].start, found[0].end))
    return found


def _one(token: Token | None) -> Iterator[Token]:
    if token is not None:
        yield token


def _question(known: Facts) -> Token | None:
    """Step 2: success is a piece of knowledge."""
    token = known.any("learn")
    if token is None:
        return None
    phrase = " " in token.word
    asks = known.after(token, "question") is not None or known.asks
    return token if phrase or asks else None


def _operation_rate(known: Facts) -> Token | None:
    """3a, 3d: an indicator of an effect or an operation, and nothing of the making before it."""
    token = known.any("indicator")
    if token is None or known.any("making_indicator"):
        return None
    maker = known.verb is not None and known.verb.has("make") and not known.verb.has(*_MOVES, "reach", "keep", "behave")
    return None if maker and known.verb is not None and known.verb.start < token.start else token


def _indicator_target(known: Facts) -> Token | None:
    """3d: an indicator with a target."""
    return _operation_rate(known) if known.targets else None


def _moved_effect(known: Facts) -> Token | None:
    """3e: a word of movement, and what moves is an effect."""
    mover = known.any(*_MOVES)
    if mover is None:
        return None
    thing = next(
        (
            one
            for one in known.words
            if one is not mover and one.has("indicator", "construct", "system", "behave", "exposure")
        ),
        None,
    )
    own = known.any("artefact", "making_indicator", "event")
    return thing if thing is not None and (own is None or thing.start < own.start) else None


def _moved_own(known: Facts) -> Token | None:
    """3e: a word of movement or hollow verb over the team's own artefacts, events or making."""
    verb = known.verb
    if verb is None or not verb.has(*_MOVES, "hollow", "reach", "keep"):
        return None
    thing = known.after(verb, *_THINGS)
    return (
        thing
        if thing is not None and thing.has(*_OWN) and not thing.has("indicator", "construct", "people_outside")
        else None
    )


def _score(known: Facts) -> Token | None:
    """A score or a time taken is a target: a quality in use."""
    if known.targets and known.head is not None:
        unit = known.targets[0].number.unit
        if unit == "score" or unit in SHORT or (unit in _LONG and known.targets[0].comparator in {"<", "<="}):
            return known.head
    return None


def _people_do(known: Facts) -> Token | None:
    """3c, 3f: people do or feel something of their own accord."""
    subject, verb = known.subject, known.verb
    if subject is None or verb is None or not subject.has(*_PEOPLE):
        return None
    return verb if verb.has("behave", "aspire", "operate", "learn") or verb.form == "present" else None


def _used(known: Facts) -> Token | None:
    """3c: something is used, adopted, understood: what people do, told from the other side."""
    used = next(
        (t for t in known.words if t.form == "past" and t.has("behave") and not t.has("make", "finished")),
        None,
    )
    return used if used is not None and used is not known.head else None


def _measured(known: Facts) -> Token | None:
    """3e: a number or a share of something that is not the team's own making."""
    word = known.any("measure_word")
    if word is None or (known.verb is not None and known.verb.start < word.start and known.verb.has("make")):
        return None
    thing = known.after(word, *_THINGS)
    return word if thing is None or not thing.has(*_OWN) or thing.has("indicator", "system", *_PEOPLE) else None


def _measured_own(known: Facts) -> Token | None:
    """3e: a number or a share of the team's own things."""
    word = known.any("measure_word")
    thing = known.after(word, *_THINGS) if word is not None else None
    return thing if thing is not None and thing.has(*_OWN) and not thing.has("indicator", *_PEOPLE) else None


def _from_to(known: Facts) -> Token | None:
    """3d: a start and a target: something moves, unless it is the team's own making."""
    if not known.moves or known.head is None:
        return None
    return None if known.any(*_OWN) and not known.any("indicator", "construct", "system") else known.head


def _share_of_people(known: Facts) -> Token | None:
    """A share of people, and what they do."""
    if not known.targets or known.targets[0].number.unit != "%" or not known.counted:
        return None
    people = known.counted[0]
    return people if people.has(*_PEOPLE) else None


def _participation(known: Facts) -> Token | None:
    """3c: people counted or taken through the organisation's own programme."""
    event = known.any("event")
    people = known.any(*_PEOPLE)
    trained = known.any("enrol")
    if people is None:
        return None
    return trained or (event if event is not None and known.targets else None)


def _share_of_scope(known: Facts) -> Token | None:
    """3a: a share of the team's own plan or making."""
    if not known.targets or known.targets[0].number.unit != "%" or not known.counted:
        return None
    thing = known.counted[0]
    return thing if thing.has("own_scope", "artefact") and not thing.has(*_PEOPLE) else None


def _gatekeeper(known: Facts) -> Token | None:
    """3b: an input or a permission from a gatekeeper."""
    verb = known.verb or known.head
    thing = known.any("credential", "gatekeeper")
    if thing is None or verb is None:
        return None
    return thing if verb.has("decide_input", "reach", "make", "finish") or verb is thing else None


def _outsiders_counted(known: Facts) -> Token | None:
    """3b, 3c: outsiders who come, sign or pay are counted, and no programme takes them through."""
    if not known.counted or known.targets[0].number.unit == "%":
        return None
    thing = known.counted[0]
    work = known.verb is not None and known.verb.has("make") and not known.verb.has("decide_input", "reach", "increase")
    return thing if thing.has("people_outside", "exposure", "qualifier", "indicator") and not work else None


def _tally(known: Facts) -> Token | None:
    """3d: a tally of what the team made or held."""
    if not known.counted or known.targets[0].number.unit not in {None, "ratio"}:
        return None
    thing = known.counted[0]
    return thing if thing.has("artefact", "event", "make_noun", "credential", "gatekeeper") else None


def _none_left(known: Facts) -> Token | None:
    """Zero of something that happens in operation."""
    if known.targets and known.targets[0].number.value == 0:
        return known.counted[0] if known.counted else known.head
    return None


def _finished(known: Facts) -> Token | None:
    """Step 4: a finished state of the team's own work."""
    state = next((t for t in reversed(known.words) if t.has("finished") and t.form in {"past", "base", "plural"}), None)
    if state is None:
        return None
    if state is known.head:
        return state if state.form == "past" and state.has("make", "finish") else None
    owner = next(
        (
            t
            for t in known.words
            if t.start < state.start and t.has("artefact", "event", "credential", "system", "make_noun", "own_scope")
        ),
        None,
    )
    return state if owner is not None else None


def _made(known: Facts) -> Token | None:
    """Step 4: it only names the doing."""
    head = known.head
    if head is None or not head.has("make", "finish", "make_noun") or head.has("reach"):
        return None
    return head if head.form in {"base", "gerund", "plural"} else None


def _made_count(known: Facts) -> Token | None:
    """Step 4: the doing, and a number of things done."""
    return _made(known) if known.targets else None


def _hollow(known: Facts) -> Token | None:
    """A verb without a finish line."""
    return known.head if known.head is not None and known.head.has("hollow") else None


def _capability(known: Facts) -> Token | None:
    """Section 6: capability wording, the finished state of a product."""
    return known.any("capability")


def _ideal(known: Facts) -> Token | None:
    """Step 3: an identity, a superlative, a bare ideal."""
    if known.targets:
        return None
    ideal = known.any("superlative")
    if known.head is not None and known.head.has("aspire") and not known.head.has("make", "increase"):
        return known.head
    return ideal if ideal is not None and (known.verb is None or known.verb.has("aspire", "reach")) else None


def _slogan(known: Facts) -> Token | None:
    """A bare ideal: nothing but evaluative nouns."""
    bare = known.verb is None and not known.targets and 0 < len(known.words) <= 3
    return known.any("slogan_noun") if bare else None


def _bare_indicator(known: Facts) -> Token | None:
    """Section 6: an indicator with neither direction nor target."""
    bare = known.verb is None and not known.targets
    return known.any("indicator", "measure_word") if bare else None


def _fragment(known: Facts) -> Token | None:
    """Step 1: a thing is named, and no commitment can be found."""
    bare = known.verb is None and not known.targets and not known.any("make_noun", "finished", *_MOVES)
    return known.words[0] if bare and known.words else None


_ORDER: Final[tuple[tuple[str, Callable[[Facts], Token | None]], ...]] = (
    ("2 question", _question),
    ("3 ideal", _ideal),
    ("3 slogan", _slogan),
    ("3a operation", _operation_rate),
    ("3d indicator with target", _indicator_target),
    ("3d score or time", _score),
    ("3d none left", _none_left),
    ("3c participation", _participation),
    ("3b gatekeeper", _gatekeeper),
    ("3c people do", _people_do),
    ("3c used", _used),
    ("3c share of people", _share_of_people),
    ("3e measure of an effect", _measured),
    ("3e measure of own work", _measured_own),
    ("3a share of scope", _share_of_scope),
    ("3b outsiders counted", _outsiders_counted),
    ("3d tally", _tally),
    ("3d from start to target", _from_to),
    ("3e effect moves", _moved_effect),
    ("3e own work moves", _moved_own),
    ("6 capability", _capability),
    ("4 finished", _finished),
    ("4 number done", _made_count),
    ("4 doing", _made),
    ("4 hollow", _hollow),
    ("6 bare indicator", _bare_indicator),
    ("1 fragment", _fragment),
)
