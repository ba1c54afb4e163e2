"""Estimate how long a notebook takes, from its words and cells: ``python -m tools.minutes``. Nobody was timed."""

import re

import bs4

from tools.made_up_course import ASSIGNMENTS, COURSE, read

# Silent reading of English non-fiction, adults: M. Brysbaert, How many words do we read per minute? A review and
# meta-analysis of reading rate. Journal of Memory and Language 109 (2019) 104047.
WORDS_A_MINUTE = 238
READINGS = 2  # of a text with formulas, by somebody who wants to use it
# Minutes for each item that is not text. These numbers, and the two readings, are our judgement.
EACH = {
    "formula on a line of its own": 0.25,
    "still figure": 0.5,
    "moving figure": 3,
    "guess": 1,
    "exercise in code": 6,
    "written answer": 10,
}
HIDDEN = re.compile("<!-- BEGIN MARK SCHEME.*?END MARK SCHEME -->", re.S)
HINTS = re.compile("<details><summary>Hint 1.*?</details></details></details>", re.S)
OPTIONAL = re.compile(r"<details><summary>[^<]*\(optional\).*?</details>", re.S)
DISPLAYED = re.compile(r"\$\$.*?\$\$", re.S)


def words(source: str) -> int:
    """Number of words of a text, without hints, mark schemes and optional parts; an inline formula counts as one."""
    text = re.sub(r"\$[^$]+\$", "formula", DISPLAYED.sub("", _read(source)))
    return len(re.findall(r"\w\S*", bs4.BeautifulSoup(text, "html.parser").get_text()))


def count(assignment: str) -> tuple[int, dict[str, int]]:
    """(number of words in the notebook of an assignment, kind of `EACH` -> number of such items)."""
    cells = read(COURSE / "notebooks", assignment).cells
    solutions = [cell for cell in cells if cell.metadata.get("nbgrader", {}).get("solution")]
    code = [cell for cell in cells if cell.cell_type == "code"]
    texts = [cell.source for cell in cells if cell.cell_type == "markdown" and cell not in solutions]
    found = (
        sum(len(DISPLAYED.findall(_read(text))) for text in texts),
        sum(cell.source.startswith("figures.") or "\nfigures." in cell.source for cell in code),
        sum(cell.source.startswith("widgets.") for cell in code),
        sum(cell.id.startswith("guess-") for cell in code),
        sum(cell.cell_type == "code" for cell in solutions),
        sum(cell.cell_type == "markdown" for cell in solutions),
    )
    return sum(map(words, texts)), dict(zip(EACH, found))


def minutes(assignment: str) -> int:
    """The estimate, rounded to 5. The ten questions are optional and not in it."""
    text, things = count(assignment)
    whole = READINGS * text / WORDS_A_MINUTE + sum(EACH[kind] * number for kind, number in things.items())
    return 5 * round(whole / 5)


def _read(source):
    return OPTIONAL.sub("", HINTS.sub("", HIDDEN.sub("", source)))


def main() -> None:
    for assignment in ASSIGNMENTS:
        text, things = count(assignment)
        parts = ", ".join(f"{number} x {kind}" for kind, number in things.items())
        print(f"{assignment}: about {minutes(assignment)} minutes, of {text} words, {parts}")


if __name__ == "__main__":
    main()
