"""Can everybody read it?"""
