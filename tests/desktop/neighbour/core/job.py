"""Has the same name as a module of the plugin under test."""

WHOSE = "the neighbour's"
