"""The page at /glossary: see sizewise/ui/lookup/glossary.py."""

from sizewise.ui.lookup import glossary

glossary.draw()
