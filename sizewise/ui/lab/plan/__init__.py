"""Plan: what a workload costs over a year, how sure that is, and how to pay less."""
