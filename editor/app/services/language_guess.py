"""In which language the pages of a site are, where it does not say: told by its small words."""

import re
from collections import Counter
from collections.abc import Iterable

_WORDS = {
    "de": "der die das und ist nicht mit für auf eine wir sich auch werden",
    "en": "the and of to is that for with are this you we from have",
    "es": "el los las que una para con por del se más como está",
    "fr": "le les des que une pour dans est avec sur nous pas plus",
    "it": "il gli che una per con del della sono non più anche",
    "nl": "het een van voor met zijn niet ook wordt deze naar aan",
}
_LANGUAGES = {word: language for language, words in _WORDS.items() for word in words.split()}
_MOST_PAGES = 40
_LONGEST = 20_000


def guess_language(texts: Iterable[str]) -> str:
    """Guess the language of pages.

    Args:
        texts: The pages.

    Returns:
        ISO 639-1 code; "en" where no small word is known.
    """
    counts: Counter[str] = Counter()
    for text in list(texts)[:_MOST_PAGES]:
        words = re.findall(r"[^\W\d_]+", text[:_LONGEST].lower())
        counts.update(_LANGUAGES[word] for word in words if word in _LANGUAGES)
    return counts.most_common(1)[0][0] if counts else "en"
