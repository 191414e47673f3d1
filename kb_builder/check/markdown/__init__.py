"""A record's Markdown as rules read it: what is prose, code and link, and where it stands."""
