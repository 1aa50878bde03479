"""Personal records, and which sets may hold one."""
