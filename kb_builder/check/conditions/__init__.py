"""Rules told as data: one description of a condition, from which Python and the browser both judge."""
