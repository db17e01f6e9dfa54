"""Price a prompt: one model's bill, and the same job on other models."""
