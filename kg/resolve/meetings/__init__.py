"""Meetings: all that an article tells of one meeting, together."""
