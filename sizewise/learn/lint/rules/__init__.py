"""The rules, one a file. Each file holds its RULE and the CHECKS that find where it is broken."""
