"""Words: what cues, verbs and nouns of the language of news tell by themselves."""
