"""Times: expressions that tell a day, week, month or year."""
