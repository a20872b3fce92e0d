"""How the program looks: one table of tokens, and what is made from it."""
