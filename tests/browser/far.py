"""A server that is far away: every packet to it and from it takes its time."""

import asyncio
import threading
from contextlib import suppress

CHUNK = 65_536

Packets = asyncio.Queue[tuple[float, bytes]]
"""What is on its way, each with the moment when it arrives; an empty packet is the last."""


class Distance:
    """A port of this machine behind which another one lies `delay` seconds away, each way.

    What is on its way is not held up by what comes behind it: it is far, and no narrow line. The
    delay may be changed while connections are open.
    """

    def __init__(self, port: int, delay: float = 0.0) -> None:
        self.delay = delay
        self.port = 0
        self._behind = port
        self._open = threading.Event()
        self._thread = threading.Thread(target=lambda: asyncio.run(self._serve()), daemon=True)

    @property
    def url(self) -> str:
        """Where the far server seems to be."""
        return f"http://localhost:{self.port}"

    def __enter__(self) -> "Distance":
        """Carry packets until the block ends."""
        self._thread.start()
        self._open.wait()
        return self

    def __exit__(self, *_: object) -> None:
        self._loop.call_soon_threadsafe(self._over.set)
        self._thread.join()

    async def _serve(self) -> None:
        self._loop, self._over = asyncio.get_running_loop(), asyncio.Event()
        server = await asyncio.start_server(self._meet, "127.0.0.1", 0)
        self.port = server.sockets[0].getsockname()[1]
        self._open.set()
        await self._over.wait()
        server.close()

    async def _meet(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        far_reader, far_writer = await asyncio.open_connection("127.0.0.1", self._behind)
        with suppress(asyncio.CancelledError):  # the test is over
            await asyncio.gather(self._carry(reader, far_writer), self._carry(far_reader, writer))
        writer.close()
        far_writer.close()

    async def _carry(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Carry packets one way, in their order."""
        packets = Packets()
        arrivals = asyncio.create_task(_arrive(packets, writer))
        packet = b"..."
        while packet:
            packet = await _read(reader)
            packets.put_nowait((self._loop.time() + self.delay, packet))
        await arrivals


async def _read(reader: asyncio.StreamReader) -> bytes:
    with suppress(ConnectionError):
        return await reader.read(CHUNK)
    return b""


async def _arrive(packets: Packets, writer: asyncio.StreamWriter) -> None:
    with suppress(ConnectionError):
        while True:
            when, packet = await packets.get()
            await asyncio.sleep(when - asyncio.get_running_loop().time())
            if not packet:
                break
            writer.write(packet)
            await writer.drain()
    writer.close()
