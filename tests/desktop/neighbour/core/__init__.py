"""Has the same name as a package of the plugin under test."""
