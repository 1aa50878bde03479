"""What a reader takes for granted, said once each, with how often and where first."""


class Assumptions:
    def __init__(self) -> None:
        self._lines: dict[str, list[int]] = {}

    def take(self, sentence: str, line: int | None = None) -> None:
        """The same sentence again only counts; lines are physical ones."""
        lines = self._lines.setdefault(sentence, [])
        if line is not None:
            lines.append(line)

    def sentences(self) -> tuple[str, ...]:
        return tuple(_with_lines(sentence, lines) for sentence, lines in self._lines.items())


def _with_lines(sentence: str, lines: list[int]) -> str:
    if not lines:
        return sentence
    more = f" and {len(lines) - 1} more" if len(lines) > 1 else ""
    return f"{sentence} (line {lines[0]}{more})"
