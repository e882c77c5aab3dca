"""How much room words need, without knowing the letters: widths on the safe side for our typeface."""

_NARROW = frozenset("iljtfr.,:;'|!()[] ")
_WIDE = frozenset("mwMWQO@%")


def text_width(text: str, size: float) -> float:
    """About how wide a line is, rather a little too wide."""
    units = sum(0.33 if c in _NARROW else 0.9 if c in _WIDE else 0.58 for c in text)
    return units * size


def broken(text: str, width: float, size: float) -> tuple[str, ...]:
    """The text in lines that fit the width; a word that is too long alone keeps its line."""
    lines: list[str] = []
    for word in text.split():
        if lines and text_width(f"{lines[-1]} {word}", size) <= width:
            lines[-1] = f"{lines[-1]} {word}"
        else:
            lines.append(word)
    return tuple(lines)


def number_words(number: float) -> str:
    """A number on an axis: thousands with commas, no needless places."""
    return f"{number:,.0f}" if number == round(number) else f"{number:,.10g}"
