"""``python -m grading init FOLDER``: a course of one's own."""
