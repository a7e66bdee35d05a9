"""Exit statuses of the command line; 2 is wrong usage, by typer."""

FATAL = 1
INCOMPLETE = 3
STOPPED = 4
INTERRUPTED = 130
