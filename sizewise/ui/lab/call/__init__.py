"""Build a call: everything one request sends, where its tokens go, and how a chat grows."""
