"""Prompt: one question of the guide, and when it may be asked."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Prompt:
    """A question. ``when`` is what must hold before it is asked, such as ``chip:conflict``.

    ``answer`` says where it is answered: in the step's own ``form``, in the ``doubt`` box, or in
    ``words`` of their own.
    """

    id: str
    step: str
    when: str
    text: str
    outside: bool = False
    answer: str = "form"

    @property
    def needs_person(self) -> bool:
        """True when the question names a person."""
        return "{person}" in self.text

    @property
    def needs_skill(self) -> bool:
        """True when the question names a skill."""
        return "{skill}" in self.text

    @property
    def needs_cue(self) -> bool:
        """True when the question names the moment a plan waits for."""
        return "{cue}" in self.text

    def fill(self, *, person: str = "", skill: str = "", cue: str = "") -> str:
        """The question with its names put in."""
        text = self.text
        for token, value in (("{person}", person), ("{skill}", skill), ("{cue}", cue)):
            text = text.replace(token, value)
        return text
