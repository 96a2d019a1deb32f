"""Feed a format with bytes that a fuzzer grows from good files: a document or one plain sentence, in bounded time.

    pip install ".[fuzz]"
    python benchmarks/fuzz.py FORMAT [--seconds 600] [--corpus FOLDER]

FORMAT is a name of `okrlint plugins` (markdown, yaml, xlsx …). What a person could read as a fault of okrlint stops the
run: an exception other than okrlint's own, a span that lies outside of the source, more than 20 seconds or 4 GB for one
file. Archives (docx, xlsx, ods) are also fuzzed inside: one part of a good file is replaced.
"""

from __future__ import annotations

import argparse
import copy
import importlib
import io
import pkgutil
import sys
import tempfile
import zipfile
from functools import partial
from pathlib import Path
from random import Random
from xml.etree import ElementTree as ET

import atheris

with atheris.instrument_imports(include=["okrlint_formats", "okrlint.model", "okrlint.engine.formats"]):
    import okrlint_formats
    from okrlint.engine.formats import formats, read_document, write_document
    from okrlint.errors import OkrlintError, PluginError
    from okrlint.model import Document, Span, walk

    # The formats import their readers with the first document; what is imported later is not watched.
    for found in pkgutil.walk_packages(okrlint_formats.__path__, "okrlint_formats."):
        importlib.import_module(found.name)

ROOT = Path(__file__).parent.parent
#: Good files of each format to begin with; the others are written from a Markdown page.
SEEDS = {
    "markdown": "tests/formats/layouts/*.md", "text": "tests/formats/layouts/*.txt",
    "html": "tests/formats/layouts/*.html", "csv": "tests/formats/exports/*.csv",
    "yaml": "tests/formats/layouts/*.yaml",
    "json": "tests/formats/layouts/*.json", "jsonl": "examples/*/*.jsonl", "toml": "",
}  # fmt: skip
TOML = b'team = "Quay"\n[[objectives]]\nobjective = "Boats leave on time"\n[[objectives.key_results]]\ntext = "a b c"\n'
MOST_ELEMENTS = 3_000
#: The fuzzer keeps the smallest of files that run the same lines: so many times in one, a good part is taken anew.
ANEW = 0.5
#: What takes the place of an attribute or of words.
VALUES = (
    "", "0", "-1", "1", "99999999999", "1e309", "A1:ZZZ9", "A1:XFD1048576", "true", "rId1", "rId99", "Objective",
    "Key result", "KR 1: Boats leave on time", "on", "x" * 6_000, "../../etc/passwd", "[b](c) ** `", "inlineStr", "s",
)  # fmt: skip
ZIPPED = frozenset({"docx", "xlsx", "ods"})


def seeds(name: str) -> list[bytes]:
    """Return good files of a format."""
    found = [path.read_bytes() for path in sorted(ROOT.glob(SEEDS.get(name) or "nothing"))]
    if found or name not in ZIPPED:
        return found or [TOML]
    return [_archive(name)]


def _archive(name: str) -> bytes:
    page = next(ROOT.glob("tests/formats/layouts/headings.md"))
    document = read_document(str(page), page.read_bytes())
    packed = io.BytesIO()
    if name == "xlsx":
        return write_document(document, "xlsx", "en")
    if name == "docx":
        import docx  # noqa: PLC0415 - only this format needs it

        word = docx.Document()
        for one, _, _ in walk(document):
            word.add_paragraph(f"{one.role}: {one.text}", style="List Bullet")
        word.add_table(2, 3)
        word.save(packed)
        return packed.getvalue()
    import odfdo  # noqa: PLC0415 - as above

    book = odfdo.Document("spreadsheet")
    sheet = odfdo.Table("OKR", width=3, height=3)
    sheet.set_values([["Objective", "Key result", "Owner"], ["Boats leave on time", "From 3 to 5", "Ana"]])
    book.body.append(sheet)
    book.save(packed)
    return packed.getvalue()


def check(path: str, data: bytes) -> None:
    """Read bytes and raise where okrlint is at fault."""
    try:
        document = read_document(path, data)
    except PluginError:
        raise
    except OkrlintError as error:
        if "\n" in str(error).strip() or len(str(error)) > 400:
            raise RuntimeError(f"no plain sentence: {error!s:.600}") from None
        return
    for span in _spans(document):
        if not 0 <= span.start <= span.end <= len(document.source.text):
            raise RuntimeError(f"a span outside of the source: {span}")


def _spans(document: Document) -> list[Span]:
    return [one.text.span for one, _, _ in walk(document)] + [one.text.span for one in document.skipped]


def _with_part(archive: bytes, data: bytes) -> bytes:
    """Replace a part of an archive, chosen by the first byte."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as old, zipfile.ZipFile(packed, "w") as new:
        parts = [part for part in old.infolist() if part.filename.endswith((".xml", ".rels"))]
        chosen = parts[data[0] % len(parts)].filename
        for part in old.infolist():
            new.writestr(part.filename, data[1:] if part.filename == chosen else old.read(part))
    return packed.getvalue()


def _parts(data: bytes) -> list[bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = [part for part in archive.infolist() if part.filename.endswith((".xml", ".rels"))]
        return [bytes([number]) + archive.read(part) for number, part in enumerate(parts)]


def _of_xml(good: list[bytes], data: bytes, most: int, seed: int) -> bytes:
    """Change a part of an archive so that it stays XML: an element taken out, doubled or moved, a value replaced."""
    random = Random(seed)  # noqa: S311 - no secret: the fuzzer wants the same change for the same seed
    if random.random() < ANEW:
        data = random.choice(good)
    try:
        root = ET.fromstring(data[1:])  # noqa: S314 - our own good parts and what was made of them
    except (ET.ParseError, ValueError, LookupError):
        return bytes(atheris.Mutate(data, most))
    for _ in range(random.randint(1, 4)):
        every = list(root.iter())
        one, other = random.choice(every), random.choice(every)
        turn = random.randrange(5)
        if turn == 0 and len(one):
            one.remove(random.choice(list(one)))
        elif turn == 1 and len(one) and len(every) < MOST_ELEMENTS:
            one.insert(random.randint(0, len(one)), copy.deepcopy(random.choice(list(one))))
        elif turn == 2 and one.attrib:
            one.set(random.choice(list(one.attrib)), random.choice(VALUES))
        elif turn == 3:
            one.text = random.choice(VALUES)
        elif other not in one.iter() and one not in other.iter() and one is not root:
            other.append(copy.deepcopy(one))
    return (data[:1] + ET.tostring(root))[:most]


def main(argv: list[str] | None = None) -> None:
    """Fuzz until the time is up or something is wrong."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("format")
    parser.add_argument("--seconds", type=int, default=600)
    parser.add_argument("--corpus", type=Path)
    args = parser.parse_args(argv)
    suffix = next(one.suffixes[0] for _, one in formats() if one.name == args.format)
    good = seeds(args.format)
    folder = args.corpus or Path(tempfile.mkdtemp(prefix=f"fuzz-{args.format}-"))
    folder.mkdir(exist_ok=True)
    for number, data in enumerate(good):
        (folder / f"seed-{number}").write_bytes(data)
        if args.format in ZIPPED:
            for at, part in enumerate(_parts(data)):
                (folder / f"part-{at}").write_bytes(part)

    def one(data: bytes) -> None:
        inner = args.format in ZIPPED and data and not data.startswith(b"PK")
        check(f"okr{suffix}", _with_part(good[0], data) if inner else data)

    limits = ["-timeout=20", "-rss_limit_mb=4000", "-max_len=200000", f"-max_total_time={args.seconds}"]
    mutate = {"custom_mutator": partial(_of_xml, _parts(good[0]))} if args.format in ZIPPED else {}
    atheris.Setup([sys.argv[0], *limits, f"-artifact_prefix={folder}/", str(folder)], one, **mutate)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
