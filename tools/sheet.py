"""The result on one page, for print: ``python -m tools.sheet`` makes docs/sheet.pdf of a cell of notebook 4."""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from matplotlib import get_data_path
from nbconvert.filters.markdown_mistune import MarkdownWithMath

from grading.feedback.links import Pictures
from grading.feedback.page import Renderer
from tools.made_up_course import COURSE, read

PDF = COURSE / "docs" / "sheet.pdf"
BROWSERS = "chromium", "chromium-browser", "google-chrome"
STYLE = """
@page { size: A4; margin: 18mm; }
@font-face { font-family: STIX; src: url("FONTS/STIXGeneral.ttf"); }
@font-face { font-family: STIX; font-weight: bold; src: url("FONTS/STIXGeneralBol.ttf"); }
body { font: 11.5pt/1.4 STIX, serif; }
math { font-family: STIX; }
h3 { font-size: 1.5em; }
table { border-collapse: collapse; width: 100%; }
th, td { border-bottom: 0.5pt solid #888; padding: 7pt 8pt 7pt 0; text-align: left; vertical-align: middle; }
th { border-bottom: 1pt solid; }
menclose {
  background: linear-gradient(to top right, transparent calc(50% - 0.05em), #b84a00 0 calc(50% + 0.05em), #0000 0);
}
"""


def page() -> str:
    """The cell ``sheet`` of notebook 4 as a web page."""
    (cell,) = (cell for cell in read(COURSE / "notebooks", "04-sgd").cells if cell.id == "sheet")
    body = MarkdownWithMath(renderer=Renderer(Pictures(), {})).render(cell.source)
    style = STYLE.replace("FONTS", (Path(get_data_path()) / "fonts/ttf").as_uri())
    return (
        '<!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>The saturated neuron</title>'
        f"<style>{style}</style><body>{body}</body></html>"
    )


def make(path: Path) -> None:
    """Print the page to a PDF file with the browser that is found.

    Raises
    ------
    FileNotFoundError
        If there is no Chromium and no Chrome.
    subprocess.CalledProcessError
        If it fails.
    """
    browser = next(filter(None, map(shutil.which, BROWSERS)), None)
    if browser is None:
        raise FileNotFoundError(f"None of {', '.join(BROWSERS)} is installed: apt-get install chromium")
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "sheet.html"
        source.write_text(page(), encoding="utf-8")
        # The browser's sandbox does not work for root. It is not needed, because the page is our own.
        options = ["--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder}/profile"]
        command = [browser, *options, "--no-pdf-header-footer", f"--print-to-pdf={path}", source.as_uri()]
        subprocess.run(command, check=True, capture_output=True, timeout=300)


def main() -> None:
    try:
        make(PDF)
    except FileNotFoundError as error:
        sys.exit(str(error))
    print(f"The sheet is in {PDF.relative_to(COURSE)}")


if __name__ == "__main__":
    main()
