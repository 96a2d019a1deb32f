"""What a line is by its build alone: a statement, a group's name, running text, or a pointer to somewhere else."""

from __future__ import annotations

import re
from typing import Final

from okrlint.model import Source
from okrlint.reading.fold import fold
from okrlint_formats.outline import Node
from okrlint_formats.titles import title

#: A line of more words than this is prose, not a statement, where nothing else says that it is one.
LINE: Final = 24
#: A name has at most so many words; a name with a known word in it, so many; a doubt ("Beta on tablets?"), so many.
NAME, LONG_NAME, DOUBT = 2, 4, 6
_GROUP: Final = re.compile(
    r"(?:the )?(?:team|equipe|squad|tribe|department|departement|group|groupe|company|entreprise|personal|individual"
    r"|product|engineering|marketing|sales|finance|people|hr|rh|design|operations?|ops|infra\w*|support|legal|general"
    r"|other|autres?|quarterly|yearly|annual|release|project|features?|pour les? .*|for .*)(?: .{0,20})?"
)
_ISSUE: Final = re.compile(r"(?:epic|issue|ticket)s? #?\d+", re.IGNORECASE)
_LINK: Final = re.compile(
    r"\s*(?:\w{2,8}:\s*)?\[(?P<words>.+?)\]\((?P<to>[^()\s]*(?:\([^()]*\))?[^()\s]*)[^()]*\)\s*(?:\([\w ]{2,12}\))?\s*",
    re.IGNORECASE | re.DOTALL,
)
_AWAY: Final = re.compile(
    r"\bokrs?\b|thread|planning|spread ?sheet|retro|document|slides?|source page|board|notes|archive", re.IGNORECASE
)
_SEE: Final = re.compile(r"\W*(?:see|find|voir|retrouvez|read)\b[^\]]*\]\(", re.IGNORECASE)
_ASKS: Final = re.compile(r"(?:what|how|why|who|which|where|que|quoi|quels?|quelles?|qu'\w+|comment|pourquoi|qui|ou)\b")
#: Words that open an explanation, not a statement.
_TALK: Final = frozenset(
    {
        "we", "this", "these", "the", "our", "it", "by", "in", "for", "as", "here", "there", "that", "while", "if",
        "see", "nous", "cette", "ce", "ces", "les", "la", "le", "notre", "nos", "il", "elle", "ils", "afin", "pour",
        "on", "c'est", "avec", "une", "un", "des", "voir", "aujourd'hui", "l'indicateur", "l'objectif", "l'impact",
    }
)  # fmt: skip


def is_tagged(node: Node) -> bool:
    """Whether a line is marked as a statement: a check box, a priority, an owner, a label, an issue's number."""
    fields = node.cut.fields
    marked = node.boxed or "priority" in fields or "owner" in fields or node.label is not None
    return marked or re.search(r"\[P\d\]|\(\[?#\d+", node.text.text) is not None


def holds_tagged(node: Node) -> bool:
    """Whether bullets with a box or a tag stand right below a heading: then it is no mere group."""
    first = [one for one in node.children if one.block.kind == "item"]
    return bool(first) and all(map(is_tagged, first)) and not node.text.text.endswith(":")


def is_group(text: str) -> bool:
    """Whether a line is the name of a group of statements (a team, a topic), not a statement."""
    words = text.rstrip(" :：").split()
    if text.rstrip().endswith((":", "：")) and len(words) <= LONG_NAME:
        return True
    if any(character.isdigit() for character in text):
        return False
    return len(words) <= NAME or (len(words) <= LONG_NAME and _GROUP.fullmatch(fold(" ".join(words))) is not None)


def is_prose(node: Node) -> bool:
    """Whether a paragraph is running text: long, of several sentences, with an address in it, or a question."""
    words = node.text.text
    if "http://" in words or "https://" in words or words.endswith(("...", "…")):
        return True
    count = len(words.split())
    several = count > LINE and re.search(r"[.!?]\s+[A-ZÀ-Þ]", words) is not None
    asks = words.endswith("?") and (count > DOUBT or _ASKS.match(fold(words)) is not None)
    return several or count > 2 * LINE or asks


def is_compact(node: Node, role: str) -> bool:
    """Whether a paragraph below a title of a role is a statement and no explanation."""
    words = node.text.text
    if role == "initiative" or len(words.split()) > LINE + DOUBT or is_prose(node):
        return False
    opener = fold(words.split()[0])
    if opener not in _TALK and not opener.endswith("ez"):
        return True
    return role == "objective" and len(words.split()) <= LINE and not words.endswith(".")


def is_away(source: Source, node: Node) -> bool:
    """Whether a line is nothing but a link to somewhere else: a table of contents, a planning thread, an issue."""
    raw = source.text[node.block.start : node.block.end]
    found = _LINK.fullmatch(raw)
    if found is None:
        return _SEE.match(raw) is not None or re.fullmatch(r"\s*https?://\S+\s*", raw) is not None
    to, words = found.group("to"), found.group("words")
    named = title(words)
    if named is not None and named.period:
        return True
    return to.startswith(("mailto:", "#")) or bool(_ISSUE.fullmatch(words.strip()) or _AWAY.search(words))


def names_a_list(node: Node) -> bool:
    """Whether a plural label stands above bullets ("Key results: both of us equally")."""
    words = node.text.text[: node.label.length] if node.label else ""
    return words.rstrip(" :：").lower().endswith("s") and any(one.block.kind == "item" for one in node.children)
