"""The MkDocs plugin and the site writer: all that knows MkDocs."""
