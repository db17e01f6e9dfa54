"""The OpenAI-compatible protocol over HTTP: who may be reached, and what comes back."""
