"""Can the key be found without reading the lesson?"""
