"""Files: archives of articles to read, and tables of records to write."""
