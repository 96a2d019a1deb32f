"""Measure start-up, the first check and throughput, each against something that anybody can run on the same machine.

    python benchmarks/speed.py [FILE...] [--runs 7]

FILE holds statements, one JSON object a line, for the throughput; without one, the own corpus is read. Every line is a
ratio of two medians that were taken in turn in this one run, beside its budget. Nothing fails on a figure.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))  # run as a script: find its sisters

ROOT = Path(__file__).parent.parent
CORPUS = ROOT / "benchmarks" / "corpus"
#: What okrlint stands on before it reads a word.
FLOOR = "import click, pydantic, pluggy, yaml"
#: What a checker that always asks the model would do before its first verdict.
ASK_THE_MODEL = """
import sys, spacy
nlp = spacy.load(sys.argv[1], exclude=["ner", "lemmatizer", "attribute_ruler"])
list(nlp.pipe(open(sys.argv[2], encoding="utf-8").read().splitlines()))
"""
EXAMPLES = {"en": "examples/en/support.md", "fr": "examples/fr/relation-client.md"}


def once(command: Sequence[str]) -> float:
    """Return the seconds that a command takes from start to end."""
    start = time.perf_counter()
    subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL, env={**os.environ, "NO_COLOR": "1"})
    return time.perf_counter() - start


def in_turn(commands: Sequence[Sequence[str]], runs: int) -> list[float]:
    """Return the median seconds of each command, run one after the other in every round; the first round warms up."""
    rounds = [[once(command) for command in commands] for _ in range(runs + 1)]
    return [statistics.median(column) for column in zip(*rounds[1:], strict=True)]


def model_of(code: str) -> str:
    """Return the first of a language's models that is installed."""
    from okrlint.engine.languages import language  # noqa: PLC0415 - starting up is measured without it

    return next(name for name in language(code).models if importlib.util.find_spec(name))


def say(what: str, ratio: float, budget: str, seconds: float) -> None:
    """Print one line of figures."""
    print(f"{what:<58} {ratio:>6.2f} x   {budget:<14} ({seconds * 1000:,.0f} ms)")


def start_up(runs: int) -> None:
    """Print what starting costs against importing the four libraries that okrlint stands on."""
    own = [["--version"], ["--help"], ["rules"], ["explain", "IMP001"]]
    commands = [[sys.executable, "-c", FLOOR], *([sys.executable, "-m", "okrlint", *words] for words in own)]
    floor, *measured = in_turn(commands, runs)
    for words, seconds in zip(own, measured, strict=True):
        say(f"okrlint {' '.join(words)} / importing click, pydantic …", seconds / floor, "no budget", seconds)


def first_check(runs: int) -> None:
    """Print what the first check of one document costs against tagging its statements with the model."""
    with tempfile.TemporaryDirectory() as folder:
        asked = []
        for code, example in EXAMPLES.items():
            lines = Path(folder) / f"{code}.txt"
            lines.write_text("\n".join(_statements(example)), "utf-8")
            asked.append([sys.executable, "-c", ASK_THE_MODEL, model_of(code), str(lines)])
        checks = [[sys.executable, "-m", "okrlint", "check", "--no-cache", example] for example in EXAMPLES.values()]
        english_model, french_model, english, french = in_turn([*asked, *checks], runs)
    say("first check of an English document / loading and tagging", english / english_model, "at most 1.25", english)
    say("first check of a French document / loading and tagging", french / french_model, "no budget", french)
    say("first check of a French document / of an English one", french / english, "at most 1.3", french)


def unchanged(runs: int) -> None:
    """Print what a check costs where nothing changed: as a whole, and where one document of two hundred did."""
    with tempfile.TemporaryDirectory() as folder:
        then = time.time() - 60
        for number in range(100):
            for code, example in EXAMPLES.items():
                path = Path(folder) / f"{code}{number}.md"
                path.write_text(f"{(ROOT / example).read_text('utf-8')}\n<!-- {number} -->\n", "utf-8")
                os.utime(path, (then, then))
        os.environ["OKRLINT_CACHE_DIR"] = f"{folder}/.cache"
        check = [sys.executable, "-m", "okrlint", "check", folder]
        floor, same = in_turn([[sys.executable, "-c", FLOOR], check], runs)
        say("200 unchanged documents / importing click, pydantic …", same / floor, "at most 2", same)
        taken = []
        for number in range(runs):
            (Path(folder) / "en0.md").write_text(
                f"# Objective 1: Boats land\n- KR 1: Wait down by {number}%\n", "utf-8"
            )
            taken.append(once(check))
        one = statistics.median(taken)
        say("200 documents, one changed / importing click, pydantic …", one / floor, "no budget", one)
        del os.environ["OKRLINT_CACHE_DIR"]


def _statements(example: str) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-m", "okrlint", "inspect", example, "--format", "jsonl"],
        cwd=ROOT, check=True, capture_output=True,
    )  # fmt: skip
    return [json.loads(line)["text"] for line in done.stdout.decode("utf-8").splitlines()]


def throughput(paths: Sequence[Path], runs: int) -> None:
    """Print how many statements a second are read, against bare `nlp.pipe` with tagger and parser."""
    import spacy  # noqa: PLC0415 - heavy, and only measured here

    from okrlint.engine.languages import language  # noqa: PLC0415
    from okrlint.reading import read_statement  # noqa: PLC0415

    entries = [json.loads(line) for path in paths for line in path.read_text("utf-8").splitlines() if line.strip()]
    for code in EXAMPLES:
        mine = [entry for entry in entries if entry["language"] == code]
        if not mine:
            continue
        spoken = language(code)
        nlp = spacy.load(model_of(code), exclude=["ner", "lemmatizer", "attribute_ruler"])

        def ours() -> object:
            return [read_statement(e["text"], e.get("role", "key_result"), spoken) for e in mine]  # noqa: B023

        def bare() -> object:
            return list(nlp.pipe(e["text"] for e in mine))  # noqa: B023

        reading, piping = _both(ours, bare, runs)
        say(f"{len(mine)} statements ({code}): nlp.pipe / okrlint", piping / reading, "at least 2", reading)
        print(f"{'':<58} {len(mine) / reading:>6,.0f} statements a second against {len(mine) / piping:,.0f}")


def _both(left: Callable[[], object], right: Callable[[], object], runs: int) -> tuple[float, float]:
    rounds = [(_timed(left), _timed(right)) for _ in range(runs + 1)][1:]
    return statistics.median(one for one, _ in rounds), statistics.median(two for _, two in rounds)


def _timed(call: Callable[[], object]) -> float:
    start = time.perf_counter()
    call()
    return time.perf_counter() - start


def main() -> None:
    """Print every figure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE")
    parser.add_argument("--runs", type=int, default=7)
    args = parser.parse_args()
    start_up(args.runs)
    first_check(args.runs)
    unchanged(args.runs)
    throughput(args.files or sorted(CORPUS.glob("*.jsonl")), max(1, args.runs // 2))


if __name__ == "__main__":
    main()
