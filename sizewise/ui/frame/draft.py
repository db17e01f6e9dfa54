"""What a page keeps between two draws: in its address, and in this tab.

One rule says who wins: the address, then what this tab remembers, then where a value starts. An
address that Back, Forward or a link brought is whole: what it leaves out is at its start, whatever
the tab remembers. The address is read once a visit, when a page or a view opens or the browser
brings another address; from then on the fields lead and the address follows, so that a slow answer
never undoes what somebody types.
"""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from sizewise.ui import session
from sizewise.ui.frame.address import Nonsense, Parameter, read, starts, written
from sizewise.ui.frame.notice import asked_in_vain

STEPS = "draft_steps"


def steps() -> dict[str, str]:
    """When a change of a parameter of this page is a step of its own."""
    visit, known = session.get(STEPS, (0, ()))
    return dict(known) if visit == session.get(session.VISIT) else {}


class Draft:
    """Some parameters of a page, with their widgets. `name` begins the widgets' keys.

    Two drafts of one name share what the tab remembers: values go along from view to view. One
    that does not remember starts anew on every visit.
    """

    def __init__(
        self,
        name: str,
        parameters: Mapping[str, Parameter],
        prefix: str = "",
        *,
        remembers: bool = True,
    ) -> None:
        self._name, self._parameters = name, parameters
        self._prefix, self._remembers = prefix or name, remembers

    def begin(self) -> dict[str, Any]:
        """The values to draw; on a new visit they come from the address. Call it once a draw."""
        if session.get(self._slot("visit")) != session.get(session.VISIT):
            self._take_address()
        mine = {name: each.kind.step for name, each in self._parameters.items()}
        session.put(STEPS, (session.get(session.VISIT), tuple({**steps(), **mine}.items())))
        self._write()
        return self.values()

    def values(self) -> dict[str, Any]:
        """The values as they were kept last."""
        memory = self._memory()
        return {name: self._known(name, memory) for name in self._parameters}

    def value(self, name: str) -> Any:
        """One value as it was kept last."""
        return self._known(name, self._memory())

    def widget(self, name: str, on_change: Callable[[], None] | None = None) -> dict[str, Any]:
        """What ties a widget to a parameter: it begins with the value, and a change is kept.

        With `on_change` a change is not kept but calls this, which reads `held`.
        """
        key = self.key(name)
        session.once(key, lambda: self._parameters[name].kind.held(self.value(name)))
        change = partial(_answered, on_change or partial(self._take, name))
        return {"key": key, "on_change": change}

    def _take(self, name: str) -> None:
        self.keep(**{name: self.held(name)})

    def held(self, name: str) -> Any:
        """The value that the parameter's widget holds."""
        return self._parameters[name].kind.taken(session.get(self.key(name)))

    def key(self, name: str) -> str:
        """The key of a parameter's widget."""
        return f"{self._prefix}_{name}"

    def keep(self, **values: Any) -> None:
        """Remember these values, and let the address follow."""
        if any(value != self.value(name) for name, value in values.items()):
            self._remember(values)
            if session.get(self._slot("seen")):
                session.drop(self._slot("told"))
        self._write()

    def give(self, **values: Any) -> None:
        """Put values into their widgets, before these are drawn, and keep them."""
        for name, value in values.items():
            session.put(self.key(name), self._parameters[name].kind.held(value))
        self.keep(**values)

    def forget(self) -> None:
        """Let the next visit begin without what the tab remembers."""
        session.drop(self._slot("kept"))

    def address(self) -> dict[str, str]:
        """The query parameters that bring the values as they were kept last."""
        return {name: text for name, text in self._written().items() if text}

    def draw_notices(self) -> None:
        """Say what the address asked for and could not get, until something changes."""
        asked_in_vain(session.get(self._slot("told"), ()))
        session.put(self._slot("seen"), True)

    def _slot(self, what: str) -> str:
        return f"draft_{self._name}_{what}"

    def _take_address(self) -> None:
        anew = session.brought() or not self._remembers
        start = starts(self._parameters) if anew else self.values()
        found = read(session.query, self._parameters, start)
        self._remember(found.values)
        session.put(self._slot("told"), found.notices)
        session.put(self._slot("seen"), False)
        session.put(self._slot("visit"), session.get(session.VISIT))
        for name in self._parameters:
            session.drop(self.key(name))

    def _memory(self) -> dict[str, Any]:
        return dict(session.get(self._slot("kept"), ()))

    def _remember(self, values: Mapping[str, Any]) -> None:
        session.put(self._slot("kept"), tuple({**self._memory(), **values}.items()))

    def _known(self, name: str, memory: Mapping[str, Any]) -> Any:
        """A remembered value that can still be: content may change while a tab is open.

        A choice that must be made, and was sent empty, is at its start.
        """
        start, kind = self._parameters[name].start, self._parameters[name].kind
        value = memory.get(name, start)
        text = kind.write(value)
        try:
            return start if value is None else kind.read(text) if text else value
        except Nonsense:
            return start

    def _written(self) -> dict[str, str]:
        return written(self._parameters, self.values())

    def _write(self) -> None:
        session.set_query(**self._written())


def _answered(change: Callable[[], None]) -> None:
    change()
    session.draw_all_that_changed()
