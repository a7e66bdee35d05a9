"""The words by which code knows what a sentence tells, a module for each kind of record."""
