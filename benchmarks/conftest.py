"""The tables of the benchmarks, printed under pytest's own."""

import pytest


class Table:
    """Collects lines and prints them under pytest's own tables."""

    def __init__(self):
        self.lines = []

    @pytest.hookimpl(trylast=True)
    def pytest_terminal_summary(self, terminalreporter):
        for line in ["", *self.lines]:
            terminalreporter.write_line(line)


@pytest.fixture
def table(pytestconfig):
    table = Table()
    pytestconfig.pluginmanager.register(table)
    return table
