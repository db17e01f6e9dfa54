"""A web server on this machine that answers everything alike, and keeps what it was asked."""

import json
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class Answering(ThreadingHTTPServer):
    """Answers each request with one text."""

    def __init__(self, status, kind, text, headers):
        super().__init__(("127.0.0.1", 0), _Handler)
        self.answer = (status, {"content-type": kind, **headers}, text)
        self.refuses = ()
        self.refusal = _unsupported
        self.asked = []
        self.bodies = []

    @property
    def url(self):
        return f"http://127.0.0.1:{self.server_port}/v1"


class _Handler(BaseHTTPRequestHandler):
    def do_POST(self):
        body = json.loads(self.rfile.read(int(self.headers["content-length"])))
        self.server.bodies.append(body)
        self.server.asked.append(dict(self.headers.items()))
        status, headers, text = self.server.answer
        if refused := [name for name in self.server.refuses if name in body]:
            text = json.dumps(self.server.refusal(refused[0], body)).encode()
            headers = {"content-type": "application/json", "content-length": str(len(text))}
            status = 400
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(text)

    def log_message(self, *_):
        """Say nothing."""


def _unsupported(setting, body):
    """As OpenAI's o4-mini answers: https://github.com/microsoft/vscode/issues/253673"""
    said = f"Unsupported value: '{setting}' does not support {body[setting]} with this model."
    error = {"message": said, "type": "invalid_request_error", "param": setting}
    return {"error": {**error, "code": "unsupported_value"}}


@contextmanager
def answering(text="", status=200, kind="text/event-stream", length=None, **headers):
    """`length` is how many bytes it promises, where those are others than it sends."""
    body = text if isinstance(text, bytes) else text.encode()
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    server = Answering(status, kind, body, {"content-length": length or str(len(body)), **named})
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def chunk(text=None, finish=None, delta=None, **more):
    """A chunk of a stream as OpenAI sends it."""
    delta = delta or ({"content": text} if text else {})
    choice = {"index": 0, "delta": delta, "finish_reason": finish}
    head = {"id": "c", "object": "chat.completion.chunk", "created": 0, "model": "m"}
    return f"data: {json.dumps({**head, 'choices': [choice], **more})}\n\n"
