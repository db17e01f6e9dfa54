"""The learner's own data: seen, taken along, brought, deleted."""
