"""Acts: what is done by saying it, at whom it is aimed and of whom it speaks."""
