"""Mentions: names, descriptions and pronouns, and what the text tells of each."""
