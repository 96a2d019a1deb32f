"""Hypothesis strategies that several tests share: text as people and machines write it."""

from __future__ import annotations

from hypothesis import strategies as st

#: é and œ, an emoji beyond the basic plane, no-break spaces, curly quotes, marks that formats care about.
ALPHABET = "abc deéèœ😀\u00a0\u202f’«»%€→·-:#*_`[]()<>&\"'\\/|{}1203,."

WORDS = st.text(alphabet="abcdeéèœ😀’€%12", min_size=1, max_size=8)
#: A sentence that begins with a capital and holds no mark that Markdown or a label would take.
SENTENCES = st.lists(WORDS, min_size=2, max_size=8).map(
    lambda words: "Zz" + "\u00a0".join(words[:2]) + " " + " ".join(words)
)
ANYTHING = st.text(alphabet=ALPHABET, max_size=60)
LINE_ENDS = st.sampled_from(["\n", "\r\n", "\r"])
"""Line ends as editors know them."""
BOMS = st.sampled_from([b"", b"\xef\xbb\xbf"])
