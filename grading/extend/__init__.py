"""``python -m grading extend``: more time for some students."""
