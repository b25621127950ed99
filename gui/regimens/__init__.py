"""The regimen files, made readable, and their self-test."""
