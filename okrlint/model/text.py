"""A piece of text and the place it was cut from."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class Frozen(BaseModel):
    """The base of every model: immutable, and closed to unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Span(Frozen):
    """A stretch of a source, end exclusive.

    `start` and `end` count characters of the decoded source from 0 (a byte order mark is not counted);
    lines and columns count from 1, columns in characters. `cell` names the place where a format
    has names for them: a sheet's cell (`Teams!B7`), a paragraph of Word (`¶12`).
    """

    start: int
    end: int
    line: int
    column: int
    end_line: int
    end_column: int
    cell: str | None = None


class Piece(Frozen):
    r"""A stretch of text that stands in the source between `start` and `end`.

    Mostly the same characters; not where the source escapes or folds them (a JSON `\u00e9`, a YAML line
    break that reads as a blank), and then `verbatim` is false.
    """

    text: str
    start: int
    end: int
    verbatim: bool = True


class Text(Frozen):
    """What was written, with its span.

    Without `pieces` the text is the span, cut out of the source. With them it is their concatenation: text that
    markup interrupts (`**Grow** renewals`), folds or escapes.
    """

    text: str
    span: Span
    pieces: tuple[Piece, ...] = ()

    def __str__(self) -> str:
        return self.text

    def offsets(self, start: int, end: int) -> tuple[int, int]:
        """Return where the characters `start` to `end` of the text stand in the source, as offsets."""
        if not self.pieces:
            return self.span.start + start, self.span.start + end
        return self._offset(start, last=False), self._offset(max(end - 1, start), last=True)

    def _offset(self, position: int, *, last: bool) -> int:
        at = 0
        for piece in self.pieces:
            length = len(piece.text)
            if position < at + length:
                if piece.verbatim:
                    return piece.start + position - at + (1 if last else 0)
                return piece.end if last else piece.start
            at += length
        return self.pieces[-1].end
