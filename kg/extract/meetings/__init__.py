"""Meetings: who meets whom, where, when and about what."""
