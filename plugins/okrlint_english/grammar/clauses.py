"""Where a reason, a means, an aside or a second commitment begins in English."""

from __future__ import annotations

from typing import Final

PURPOSE: Final = (
    r"(?:\bin order to|\bso as to|\bso that|\bsuch that|\baimed at|\bwith the (?:aim"
    r"|goal|purpose|objective) of|(?<!from )(?<!able )(?<!access )(?<!up )(?<!due )(?<!easy )(?<!need )"
    r"(?<!want )(?<!likely )(?<!ready )(?<!willing )(?<!how )(?<!where )(?<!what )(?<!when )\bto"
    r"(?= [a-z]))"
)

MEANS: Final = (
    r"\b(?:by(?= [a-z]+ing\b)|through|thanks to|with(?= (?:the |a |an |our )?(?:help"
    r"|support|use|launch|introduction|new|redesigned)\b)|via|using|leveraging"
    r"|by means of)\b"
)

JOINTS: Final = (
    r"(?:;|\band\b|&|\+|, (?=[a-z]+ing\b)|\bwhile\b|\bwithout\b|\bplus\b|\bas well as\b"
    r"|, then\b|\bthen\b|\. (?=[a-z]))"
)

ASIDES: Final = r"\b(?:including|such as|e\.g\.|i\.e\.|like|especially|particularly|namely|for example)\b"
