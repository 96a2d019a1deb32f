"""A small trained network, asked where the light reading is unsure: how likely is each kind, and on which words?

It is a cut-down sentence encoder (BERT: Devlin et al. 2019) in plain numpy. Its last step is a mean over the words and
one linear map, so what it says of a kind is exactly the sum of what it says of each word: those it shows.
`benchmarks/network.py` trains it and says from what.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Array = NDArray[np.float32]

FILE: Final = "network.npz"
VOCABULARY: Final = "network.txt"
#: Pieces beyond this are not read: a statement is one sentence.
LONGEST: Final = 64
#: So many statements are worked out at once.
BATCH: Final = 8
#: How a role is told to the network, before the statement.
ROLES: Final = {"objective": "objective", "key_result": "result", "initiative": "initiative"}
_UNKNOWN: Final = "[UNK]"
#: No piece is longer than this.
_WIDEST: Final = 24


class Piece(NamedTuple):
    """A word or a part of one, with its place in the statement; a place of no width belongs to the role."""

    number: int
    start: int
    end: int


class Opinion(NamedTuple):
    """What the network says of one statement.

    `kinds` are chances in the order of `KINDS`; `words` gives for each word its place and its part in the logit of each
    kind.
    """

    kinds: tuple[float, ...]
    words: tuple[tuple[int, int, tuple[float, ...]], ...]


@dataclass(frozen=True, eq=False)
class Network:
    """A network at a place, read when it is first asked.

    Attributes:
        folder: Holds `network.npz` (matrices in eight bits with a scale a row) and `network.txt` (its pieces).
    """

    folder: Path

    @cached_property
    def pieces(self) -> Mapping[str, int]:
        """The numbers of its pieces."""
        return {piece: number for number, piece in enumerate((self.folder / VOCABULARY).read_text("utf-8").split("\n"))}

    @cached_property
    def arrays(self) -> Mapping[str, Any]:
        """Its matrices, by name, as 32-bit floats."""
        import numpy  # noqa: PLC0415, ICN001 - not before a statement needs it

        with numpy.load(self.folder / FILE, allow_pickle=False) as stored:
            names = [name for name in stored.files if not name.endswith(".scale")]
            return {
                name: stored[name].astype(numpy.float32) * stored[f"{name}.scale"]
                if f"{name}.scale" in stored.files
                else stored[name]
                for name in names
            }


def ask(network: Network, statements: Sequence[tuple[str, str]]) -> list[Opinion]:
    """Return what the network says of statements, each a pair of role and text."""
    told = [_pieces(network.pieces, role, text) for role, text in statements]
    # Statements of like length go together: a row is as long as the longest beside it.
    order = sorted(range(len(told)), key=lambda index: len(told[index]))
    said: dict[int, Opinion] = {}
    for at in range(0, len(order), BATCH):
        some = order[at : at + BATCH]
        said |= zip(some, _ask(network, [told[index] for index in some]), strict=True)
    return [said[index] for index in range(len(told))]


def _ask(network: Network, told: Sequence[Sequence[Piece]]) -> list[Opinion]:
    import numpy as np  # noqa: PLC0415 - not before a statement needs it

    width = max(map(len, told))
    numbers = np.zeros((len(told), width), dtype=np.int64)
    mask = np.zeros((len(told), width), dtype=np.float32)
    for row, pieces in enumerate(told):
        numbers[row, : len(pieces)] = [piece.number for piece in pieces]
        mask[row, : len(pieces)] = 1.0
    hidden = _encode(network.arrays, numbers, mask)
    share = hidden @ network.arrays["head"].T / mask.sum(1)[:, None, None] * mask[:, :, None]
    logits = share.sum(1) + network.arrays["head.bias"]
    return [_opinion(pieces, share[row], logits[row]) for row, pieces in enumerate(told)]


def _opinion(pieces: Sequence[Piece], share: Array, logits: Array) -> Opinion:
    import numpy as np  # noqa: PLC0415

    powers = np.exp(logits - logits.max())
    words: dict[tuple[int, int], Array] = {}
    for piece, part in zip(pieces, share, strict=False):
        if piece.end > piece.start:
            place = (piece.start, piece.end)
            words[place] = words[place] + part if place in words else part
    return Opinion(
        tuple(float(one) for one in powers / powers.sum()),
        tuple((start, end, tuple(map(float, part))) for (start, end), part in words.items()),
    )


def _encode(arrays: Mapping[str, Any], numbers: NDArray[np.int64], mask: Array) -> Array:
    """Run the layers: attention, then a step of its own for each word, each added and evened out.

    All words of all statements are rows of one matrix, and what attention multiplies is laid out in one piece: numpy is
    ten times slower on anything else.
    """
    import numpy as np  # noqa: PLC0415

    heads = int(arrays["heads"])
    many, length = numbers.shape
    x: Array = arrays["word"][numbers] + arrays["place"][:length]
    wide = x.shape[-1]
    x = _even(x.reshape(many * length, wide), arrays["even.0"])
    unseen = (mask[:, None, None, :] - np.float32(1)) * np.float32(1e4)
    for layer in range(int(arrays["layers"])):

        def step(name: str, value: Array, layer: int = layer) -> Array:
            out: Array = value @ arrays[f"{layer}.{name}"].T + arrays[f"{layer}.{name}.bias"]
            return out

        def split(value: Array, *axes: int) -> Array:
            return np.ascontiguousarray(value.reshape(many, length, heads, wide // heads).transpose(axes))

        query, value = (split(step(name, x), 0, 2, 1, 3) for name in ("query", "value"))
        scores = query @ split(step("key", x), 0, 2, 3, 1) * np.float32((wide / heads) ** -0.5) + unseen
        scores = np.exp(scores - scores.max(-1, keepdims=True))
        seen = (scores / scores.sum(-1, keepdims=True)) @ value
        mixed = np.ascontiguousarray(seen.transpose(0, 2, 1, 3)).reshape(many * length, wide)
        x = _even(x + step("mix", mixed), arrays[f"{layer}.even.1"])
        x = _even(x + step("narrow", _bend(step("widen", x))), arrays[f"{layer}.even.2"])
    return x.reshape(many, length, wide)


def _bend(x: Array) -> Array:
    """Return the Gaussian error linear unit of each number, by its usual approximation with tanh."""
    import numpy as np  # noqa: PLC0415

    bent: Array = np.tanh(0.7978845608 * x * (1.0 + 0.044715 * x * x))
    return 0.5 * x * (1.0 + bent)


def _even(x: Array, weights: Array) -> Array:
    import numpy as np  # noqa: PLC0415

    centred = x - x.mean(-1, keepdims=True)
    out: Array = centred / np.sqrt((centred**2).mean(-1, keepdims=True) + 1e-12) * weights[0] + weights[1]
    return out


def _pieces(known: Mapping[str, int], role: str, text: str) -> list[Piece]:
    begin = [Piece(known["[CLS]"], 0, 0)]
    begin += [Piece(known.get(piece, known[_UNKNOWN]), 0, 0) for piece in (ROLES.get(role, "statement"), ":")]
    told = [piece for start, end, word in _words(text) for piece in _split(known, word, start, end)]
    return [*begin, *told[: LONGEST - len(begin) - 1], Piece(known["[SEP]"], 0, 0)]


def _words(text: str) -> list[tuple[int, int, str]]:
    """Return words and single marks, in lower case and without accents, each with its place."""
    found: list[tuple[int, int, str]] = []
    start, word = 0, ""
    for place, sign in enumerate(text[: LONGEST * 20]):
        if sign.isalnum():
            start, word = (start, word) if word else (place, "")
            word += "".join(
                one for one in unicodedata.normalize("NFD", sign.lower()) if unicodedata.category(one) != "Mn"
            )
            continue
        if word:
            found.append((start, place, word))
            word = ""
        if not sign.isspace() and unicodedata.category(sign)[0] not in "CM":
            found.append((place, place + 1, sign))
    return [*found, (start, min(len(text), LONGEST * 20), word)] if word else found


def _split(known: Mapping[str, int], word: str, start: int, end: int) -> list[Piece]:
    """Split a word into the longest pieces that are known; a word with an unknown rest is unknown."""
    pieces: list[Piece] = []
    at = 0
    while at < len(word):
        before = "##" if at else ""
        size = min(len(word) - at, _WIDEST)
        while size and before + word[at : at + size] not in known:
            size -= 1
        if not size:
            return [Piece(known[_UNKNOWN], start, end)]
        pieces.append(Piece(known[before + word[at : at + size]], start, end))
        at += size
    return pieces
