"""Attributions: which words are said, by which cue, and who is told to say them."""
