"""The scores of the answer table, printed when the tests have run."""

import pytest

SCORES = pytest.StashKey[list]()


def pytest_configure(config):
    config.stash[SCORES] = []


@pytest.fixture(scope="session")
def print_at_the_end(pytestconfig):
    """A function that keeps a line for the end of the run."""
    return pytestconfig.stash[SCORES].append


def pytest_terminal_summary(terminalreporter, config):
    if config.stash[SCORES]:
        terminalreporter.section("answers judged")
        for line in config.stash[SCORES]:
            terminalreporter.write_line(line)
