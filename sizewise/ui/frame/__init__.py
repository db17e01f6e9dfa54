"""The frame around every page: its address and what the tab remembers."""
