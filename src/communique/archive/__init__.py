"""Archives: many articles through one store, which knows what is done and what was paid for."""
