"""The door to model providers: messages go out, events come back, whoever answers.

`protocol` holds the shapes. The sources are `local` (a small model on this machine), `endpoint`
(any OpenAI-compatible address) and `recorded` (what was answered before). The client and the engine
are imported when a request is sent, and not before.
"""
