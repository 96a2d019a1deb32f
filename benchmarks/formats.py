"""How fast each format is read, in how much memory, and how both grow with the size of the file.

    python benchmarks/formats.py [FORMAT...]

Each file is read in a process of its own, without any reading of what the sentences mean: files of 50, 500 and 5,000
statements, the same text in each format. Time is the best of three; memory is what the process grew by at its highest.
`growth` is the time for a statement over that in the file before it: 1.0 where cost grows in line with size.
"""

from __future__ import annotations

import argparse
import io
import json
import subprocess
import sys
import tempfile
from pathlib import Path

from okrlint.engine.formats import formats, write_document
from okrlint.model import Document, KeyResult, Objective, OkrSet, Source, Span, Text, walk

SIZES = (1, 10, 100)
NOWHERE = Span(start=0, end=0, line=1, column=1, end_line=1, end_column=1)
READ = """
import json, resource, sys, time
from okrlint.engine.formats import read_document
from okrlint.model import walk
path, small = sys.argv[1:]
read_document(small, open(small, "rb").read())  # the parser is imported
data = open(path, "rb").read()
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
times = []
for _ in range(3):
    start = time.perf_counter()
    document = read_document(path, data)
    times.append(time.perf_counter() - start)
after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(json.dumps([min(times), (after - before) / 1024, len(list(walk(document)))]))
"""


def document(times: int) -> Document:
    """Return a document of ten objectives with four key results each, so many times."""

    def text(words: str) -> Text:
        return Text(text=words, span=NOWHERE)

    objectives = tuple(
        Objective(
            text=text(f"Passengers of pier {number} board without waiting"),
            key_results=tuple(
                KeyResult(text=text(f"Boardings on time at gate {number}-{gate} from 70% to 90%"), owner=text("Ana"))
                for gate in range(1, 5)
            ),
        )
        for number in range(1, 10 * times + 1)
    )
    return Document(
        path="okr.md",
        format="markdown",
        source=Source("okr.md", ""),
        language="en",
        sets=(OkrSet(objectives=objectives),),
    )


def written(name: str, held: Document) -> bytes:
    """Return a document in a format, also in one that okrlint only reads."""
    if name in {"markdown", "yaml", "json", "csv", "xlsx"}:
        return write_document(held, name, "en")
    page = write_document(held, "markdown", "en").decode().split("---\n")[-1]
    if name == "text":
        return page.replace("## ", "").encode()
    if name == "html":
        from markdown_it import MarkdownIt  # noqa: PLC0415 - only this format needs it

        return str(MarkdownIt().render(page)).encode()
    if name == "jsonl":
        lines = [json.dumps({"text": one.text.text, "role": one.role}) for one, _, _ in walk(held)]
        return ("\n".join(lines) + "\n").encode()
    if name == "toml":
        return "\n".join(_toml(held)).encode()
    return _word(held) if name == "docx" else _ods(held)


def _toml(held: Document) -> list[str]:
    lines = []
    for one, _, _ in walk(held):
        kind = "objectives" if one.role == "objective" else "objectives.key_results"
        lines += [f"[[{kind}]]", f'text = "{one.text}"', *(['owner = "Ana"'] if one.owner else [])]
    return lines


def _word(held: Document) -> bytes:
    import docx  # noqa: PLC0415 - as above

    word = docx.Document()
    for one, _, _ in walk(held):
        if one.role == "objective":
            word.add_heading(f"Objective: {one.text}", 2)
        else:
            word.add_paragraph(f"Key result: {one.text}", style="List Bullet")
            word.add_paragraph("Owner: Ana", style="List Bullet 2")
    packed = io.BytesIO()
    word.save(packed)
    return packed.getvalue()


def _ods(held: Document) -> bytes:
    import odfdo  # noqa: PLC0415 - as above

    rows = [["Objective", "Key result", "Owner"]]
    rows += [
        [str(one.text), "", ""] if one.role == "objective" else ["", str(one.text), "Ana"] for one, _, _ in walk(held)
    ]
    book = odfdo.Document("spreadsheet")
    book.body.clear()
    sheet = odfdo.Table("OKR", width=3, height=len(rows))
    sheet.set_values(rows)
    book.body.append(sheet)
    packed = io.BytesIO()
    book.save(packed)
    return packed.getvalue()


def main(argv: list[str] | None = None) -> int:
    """Print the table and return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("formats", nargs="*")
    names = parser.parse_args(argv).formats or [one.name for _, one in formats()]
    print("| format | statements | KB | MB/s | ms a statement | memory, MB | growth |")
    print("|---|---|---|---|---|---|---|")
    for name in names:
        suffix = next(one.suffixes[0] for _, one in formats() if one.name == name)
        before = None
        with tempfile.TemporaryDirectory() as folder:
            small = Path(folder) / f"okr{suffix}"
            for times in SIZES:
                path = Path(folder) / f"okr-{times}{suffix}"
                path.write_bytes(written(name, document(times)))
                small.write_bytes(written(name, document(1)))
                command = [sys.executable, "-c", READ, str(path), str(small)]
                run = subprocess.run(command, capture_output=True, text=True, check=True)
                seconds, memory, count = json.loads(run.stdout)
                size = path.stat().st_size
                each = seconds / max(count, 1)
                growth = f"{each / before:.2f}" if before else ""
                print(
                    f"| {name} | {count:,} | {size / 1000:,.0f} | {size / 1e6 / seconds:.2f} | {1000 * each:.3f} "
                    f"| {memory:.0f} | {growth} |"
                )
                before = each
    return 0


if __name__ == "__main__":
    sys.exit(main())
