"""The page at /glossary: see sizewise/ui/glossary.py."""

from sizewise.ui import glossary

glossary.draw()
