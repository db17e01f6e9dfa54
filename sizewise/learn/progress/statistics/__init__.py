"""What the answers of many learners say about the items they were given."""
