"""The course on dates: time line, month grid, delays and holds with the difference they make."""
