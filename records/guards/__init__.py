"""What the database itself refuses, whatever program asks: triggers, by topic."""
