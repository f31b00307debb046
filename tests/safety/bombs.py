"""Texts on which a reader of Markdown, or a layout of lines, spends for ever."""

BOMBS = {
    "quotes": ">" * 10_000 + " deep",
    "brackets": "[" * 50_000,
    "closed brackets": "[" * 20_000 + "]" * 20_000,
    "stars": "*" * 1_000_000,
    "underscores": "_a" * 60_000,
    "ticks": "`" * 100_001,
    "links": "[a](" * 20_000,
    "lists": "".join("  " * n + "- x\n" for n in range(600)),
    "tables": "|" * 100_000 + "\n" + "|-" * 50_000,
    "entities": "&" * 100_000,
    "one word": "x" * 1_000_000,
}
