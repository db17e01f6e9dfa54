"""Does the stem ask one clear question and betray nothing?"""
