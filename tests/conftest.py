"""The scores of the answer table, printed when the tests have run, also where several processes run them."""


def pytest_terminal_summary(terminalreporter):
    reports = [report for outcome in ("passed", "failed") for report in terminalreporter.stats.get(outcome, [])]
    scores = [value for report in reports for name, value in report.user_properties if name == "score"]
    if scores:
        terminalreporter.section("answers judged")
        for line in scores:
            terminalreporter.write_line(line)
