"""Code hosts: repositories, pull requests, what reviewers say of a line."""
