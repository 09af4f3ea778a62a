"""Statistics of cases, from the tables that the work itself writes: nothing is counted up beside them."""
