"""The result on one page, as PDF: what notebook 4 says, with what has cancelled struck out."""

import shutil

import bs4
import pytest

from tools import sheet


def test_the_page_is_the_notebooks_and_asks_no_host():
    soup = bs4.BeautifulSoup(sheet.page(), "html.parser")
    assert soup.h3.get_text() == "The result on one page"
    rows = [[cell.get_text() for cell in row.find_all(["th", "td"])] for row in soup.find_all("tr")]
    assert len(rows) == 10 and rows[0] == ["", "squared error", "cross-entropy"]
    times = next(row for row in soup.find_all("tr") if row.td and row.td.get_text().startswith("times"))
    squared_error, cross_entropy = times.find_all("td")[1:]
    assert not squared_error.find_all("menclose") and len(cross_entropy.find_all("menclose")) == 2
    assert "http" not in sheet.page().replace('xmlns="http://www.w3.org/1998/Math/MathML"', "")
    assert "$" not in soup.get_text()


@pytest.mark.skipif(not any(map(shutil.which, sheet.BROWSERS)), reason="chromium is not installed")
def test_it_is_one_page_of_pdf(tmp_path):
    sheet.make(tmp_path / "sheet.pdf")
    made = (tmp_path / "sheet.pdf").read_bytes()
    assert made.startswith(b"%PDF-") and b"/Count 1\n" in made.replace(b"/Count 1 ", b"/Count 1\n")


def test_where_there_is_no_browser_it_says_what_to_install(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(SystemExit, match="apt-get install chromium"):
        sheet.main()
