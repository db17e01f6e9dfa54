"""Every page of the app. One more is one entry here and one thin file in pages/."""

from typing import NamedTuple


class AppPage(NamedTuple):
    """A page: `pages/<name>.py` draws it, and the navigation leads to it."""

    name: str
    """Its file and its address; the page `home` is the address without a name."""
    title: str
    """What the navigation and the browser's tab call it."""
    icon: str
    """A name of Google's Material Symbols."""
    group: str
    """The heading in the navigation that it stands below."""
    hidden: bool = False
    """Whether only other pages lead to it."""
    own_places: bool = False
    """Whether it has several places, such as parts, and says itself where one arrives."""

    @property
    def path(self) -> str:
        """Its address below the server's."""
        return "" if self.name == "home" else self.name


PAGES = (
    AppPage("home", "Course", "map", "Learn"),
    AppPage("lesson", "Lesson", "menu_book", "Learn", own_places=True),
    AppPage("quiz", "Quiz", "task_alt", "Learn"),
    AppPage("review", "Review", "event_repeat", "Learn"),
    AppPage("class", "Class", "groups", "Learn"),
    AppPage("lab", "Token and cost lab", "calculate", "Try it"),
    AppPage("playground", "Playground", "forum", "Try it"),
    AppPage("benchmark", "Benchmark lab", "speed", "Try it"),
    AppPage("board", "Provider board", "hub", "Try it"),
    AppPage("ladder", "Small-model ladder", "stairs", "Try it"),
    AppPage("models", "Catalogue", "view_list", "Models", own_places=True),
    AppPage("compare", "Compare models", "compare_arrows", "Models"),
    AppPage("choose", "Choose a model", "alt_route", "Models"),
    AppPage("glossary", "Glossary", "dictionary", "Look it up", own_places=True),
    AppPage("faq", "Questions and answers", "contact_support", "Look it up", own_places=True),
    AppPage("checklists", "Checklists", "checklist", "Look it up", own_places=True),
    AppPage("you", "Your progress", "insights", "You"),
    AppPage("mistakes", "Your mistakes", "healing", "You"),
    AppPage("data", "Your data", "shield_person", "You"),
    AppPage("reading", "Reading settings", "text_fields", "You"),
    AppPage("certificate", "Certificate", "workspace_premium", "On paper", hidden=True),
    AppPage("print", "Print for a class", "print", "On paper"),
)
"""In the order of the navigation."""
