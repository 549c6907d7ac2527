"""Has the same name as a module of the plugin beside it."""

WHOSE = "the neighbour's"
