"""Do the options give the key away, or themselves?"""
