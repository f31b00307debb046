"""The nouns and rules of Tend, readable without knowing Qt or SQL."""
