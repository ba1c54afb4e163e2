"""What an instructor runs: it plugs into nbgrader and imports lib, never the reverse."""
