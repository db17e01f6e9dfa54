"""Is a lesson short enough, plain enough, and something to do?"""
