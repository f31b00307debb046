"""My growth: the parts of the page about the leader's own learning."""
