"""How a picture becomes tokens: one file for each rule that makers publish.

Every rule is asked alike, with a size and a detail, also one that does not need them all.
"""
