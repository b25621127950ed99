"""Who is due on a day and what is missing."""
