"""What code recognises in sentences: the words that decide fields which a small model guesses."""
