"""Turns: who is drawn next when a machine has more to draw than it can."""

import asyncio

from sizewise.ui.web import turns as module
from sizewise.ui.web.turns import Guest, Turns
from tests.ui.web.asgi import run


class Clock:
    """Time that passes when told to."""

    def __init__(self):
        self.now = 100.0

    def __call__(self):
        return self.now


class Room:
    """Guests of one room, who say when their turn has come."""

    def __init__(self, places):
        self.clock = Clock()
        self.turns = Turns(places, self.clock)
        self.called = []
        self.tasks = []

    async def asks(self, name, guest):
        """A guest asks for a turn, and waits for it while others go on."""

        async def wait():
            await self.turns.take(guest)
            self.called.append(name)

        self.tasks.append(asyncio.create_task(wait()))
        await self.settles()
        return self.tasks[-1]

    async def settles(self):
        for _ in range(5):
            await asyncio.sleep(0)

    async def ends(self, guest):
        self.turns.end(guest)
        await self.settles()

    async def reads(self, guest, times=5):
        """A guest who looks at each page that is drawn."""
        for _ in range(times):
            await self.turns.take(guest)
            self.turns.end(guest)
            self.clock.now += 1

    async def floods(self, guest, times=5):
        """A guest who asks again as soon as a page is drawn."""
        for _ in range(times):
            await self.turns.take(guest)
            self.turns.end(guest)


def test_so_many_turns_as_there_are_places_and_then_in_order():
    async def scene():
        room, (ann, bob, cem) = Room(2), (Guest() for _ in range(3))
        await room.asks("ann", ann)
        await room.asks("bob", bob)
        await room.asks("cem", cem)
        before = list(room.called)
        await room.ends(bob)
        return before, room.called

    assert run(scene()) == (["ann", "bob"], ["ann", "bob", "cem"])


def test_who_reads_goes_before_a_hundred_who_flood():
    async def scene():
        room, reader, floods = Room(1), Guest(), [Guest() for _ in range(100)]
        await room.reads(reader)
        for each in floods:
            await room.floods(each)
        for each in floods:
            await room.asks("flood", each)
        await room.asks("reader", reader)
        await room.ends(floods[0])
        for each in room.tasks:
            each.cancel()
        return room.called

    assert run(scene()) == ["flood", "reader"]


def test_who_has_just_come_goes_before_a_flood_and_after_a_reader():
    async def scene():
        room, (reader, newcomer, flood) = Room(1), (Guest() for _ in range(3))
        await room.reads(reader)
        await room.floods(flood, 8)
        await room.asks("busy", busy := Guest())
        for name, each in [("flood", flood), ("newcomer", newcomer), ("reader", reader)]:
            await room.asks(name, each)
        for each in (busy, reader, newcomer):
            await room.ends(each)
        return room.called

    assert run(scene()) == ["busy", "reader", "newcomer", "flood"]


def test_who_has_just_come_does_not_wait_behind_readers_for_ever():
    """In a crowd that always waits, somebody who came early is always there again."""

    async def scene():
        room, (reader, newcomer) = Room(1), (Guest() for _ in range(2))
        await room.reads(reader, 20)
        await room.asks("busy", busy := Guest())
        await room.asks("newcomer", newcomer)
        room.clock.now += 6
        await room.asks("reader", reader)
        await room.ends(busy)
        await room.ends(newcomer)
        return room.called

    assert run(scene()) == ["busy", "newcomer", "reader"]


def test_nobody_has_two_turns_at_once():
    async def scene():
        room, ann = Room(2), Guest()
        await room.asks("first", ann)
        await room.asks("second", ann)
        before = list(room.called)
        await room.ends(ann)
        return before, room.called

    assert run(scene()) == (["first"], ["first", "second"])


def test_ending_a_turn_twice_frees_one_place():
    async def scene():
        room, ann = Room(1), Guest()
        await room.asks("ann", ann)
        await room.ends(ann)
        await room.ends(ann)
        await room.asks("bob", Guest())
        waiting = await room.asks("cem", Guest())
        waiting.cancel()
        return room.called

    assert run(scene()) == ["ann", "bob"]


def test_a_turn_that_lasts_too_long_makes_room(monkeypatch):
    monkeypatch.setattr(module, "LONGEST", 0.05)

    async def scene():
        room = Room(1)
        await room.asks("slow", Guest())
        await room.asks("next", Guest())
        await asyncio.sleep(0.2)
        return room.called

    assert run(scene()) == ["slow", "next"]


def test_who_leaves_while_waiting_keeps_no_place():
    async def scene():
        room, ann = Room(1), Guest()
        await room.asks("ann", ann)
        gone = await room.asks("gone", Guest())
        await room.asks("cem", Guest())
        gone.cancel()
        await room.settles()
        await room.ends(ann)
        return room.called

    assert run(scene()) == ["ann", "cem"]
