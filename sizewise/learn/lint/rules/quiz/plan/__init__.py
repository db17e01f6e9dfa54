"""Does the bank as a whole measure what it should?"""
