"""``python -m grading watch``: grade what comes in as it comes in."""
