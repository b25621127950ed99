"""Signing in, the locked screen, and when it locks."""
