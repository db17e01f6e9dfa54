"""Models and their dated prices."""
