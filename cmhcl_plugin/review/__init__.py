"""Review of footprints one by one."""
