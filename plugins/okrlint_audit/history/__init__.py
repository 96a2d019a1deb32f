"""What audits leave behind, one after the other, in a file that anyone with DuckDB can read. docs/history.md has it."""
