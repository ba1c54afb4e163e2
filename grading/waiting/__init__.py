"""``python -m grading waiting``: what waits for a person, and which answers say nothing."""
