"""The tokenizer: spaCy's own for English, with the colon-dash that minutes set after "Resolved:-" cut off its word.

Its list of English contractions and abbreviations is left out: no rule of ours looks at tokens, and the list takes longer to load than
all rules together.
"""

from __future__ import annotations

from collections.abc import Callable

import spacy
from spacy.language import Language
from spacy.tokenizer import Tokenizer


@spacy.registry.tokenizers("minutes_tokenizer.v1")
def create_tokenizer() -> Callable[[Language], Tokenizer]:
    """Factory of the tokenizer, for config files."""

    def make(nlp: Language) -> Tokenizer:
        defaults = nlp.Defaults
        return Tokenizer(
            nlp.vocab,
            prefix_search=spacy.util.compile_prefix_regex(defaults.prefixes or ()).search,
            suffix_search=spacy.util.compile_suffix_regex([*(defaults.suffixes or ()), r":[-–—]+"]).search,
            infix_finditer=spacy.util.compile_infix_regex(defaults.infixes or ()).finditer,
            token_match=defaults.token_match,
            url_match=defaults.url_match,
        )

    return make
