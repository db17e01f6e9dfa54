"""Is everything there, once, and does it fit together?"""
