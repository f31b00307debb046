"""Loader: the guidance as domain objects, in the words of one language.

What is asked when, and of what kind it is, stands in the English files alone. Another language has
files of the same names that hold the words: records found by their id, texts by their key. A text
that is not there, or is empty, is English.
"""

import tomllib
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from journal_app.domain.prompt import Prompt
from journal_app.domain.skill import Experiment, Skill
from journal_app.domain.step import Mode, Step
from journal_app.paths import resources_dir


class GuidanceError(Exception):
    """A guidance file says something the program cannot use; the message names file and id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Guidance:
    """Everything the guide asks and says, in one language."""

    steps: tuple[Step, ...]
    prompts: tuple[Prompt, ...]
    skills: tuple[Skill, ...]
    copy: dict[str, Any]
    language: str = "en"

    def steps_of(self, mode: Mode, pages: Collection[str] = ()) -> tuple[Step, ...]:
        """The screens of one version of the guide, in order, with the longer looks wanted."""
        return tuple(
            step
            for step in self.steps
            if mode in step.minutes and (not step.page or step.page in pages)
        )

    def step(self, step_id: str) -> Step:
        """One screen."""
        return next(step for step in self.steps if step.id == step_id)

    def prompt(self, prompt_id: str) -> Prompt:
        """One question."""
        return next(prompt for prompt in self.prompts if prompt.id == prompt_id)

    def text(self, key: str) -> str:
        """One text of copy.toml, by ``table.key``."""
        table, _, name = key.partition(".")
        return str(self.copy[table][name])

    def every_text(self) -> Iterator[str]:
        """Whatever the guidance says anywhere."""
        for step in self.steps:
            yield from (step.name, step.title, step.question)
        yield from (prompt.text for prompt in self.prompts)
        for skill in self.skills:
            yield from (skill.name, skill.meaning, *skill.levels)
            yield from (experiment.text for experiment in skill.experiments)
        for table in self.copy.values():
            for text in table.values():
                yield from ([text] if isinstance(text, str) else text)

    def texts(self, key: str) -> tuple[str, ...]:
        """One list of words or sentences of copy.toml."""
        table, _, name = key.partition(".")
        return tuple(self.copy[table][name])


def load(language: str = "en", folder: Path | None = None) -> Guidance:
    """Read the guidance of a language; English where the language is not shipped."""
    root = folder or resources_dir() / "guidance"
    spoken = language if (root / language).is_dir() else "en"
    return Guidance(
        steps=tuple(_step(record) for record in _said(root, spoken, "steps")["steps"]),
        prompts=tuple(_prompt(record) for record in _said(root, spoken, "prompts")["prompts"]),
        skills=tuple(_skill(record) for record in _said(root, spoken, "skills")["skills"]),
        copy=_said(root, spoken, "copy"),
        language=spoken,
    )


def _said(root: Path, language: str, name: str) -> dict[str, Any]:
    """One file, in the words of a language."""
    shape = read(root / "en", name)
    if language == "en" or not (root / language / f"{name}.toml").exists():
        return shape
    said: dict[str, Any] = overlaid(shape, read(root / language, name))
    return said


def overlaid(shape: Any, said: Any) -> Any:
    """The same shape, in other words wherever there are some."""
    if isinstance(shape, dict) and isinstance(said, dict):
        return {key: overlaid(value, said.get(key)) for key, value in shape.items()}
    if isinstance(shape, list) and shape and isinstance(shape[0], dict):
        found = {record.get("id"): record for record in said or ()}
        return [overlaid(record, found.get(record.get("id"))) for record in shape]
    return said if said and isinstance(said, type(shape)) else shape


def read(folder: Path, name: str) -> dict[str, Any]:
    """One file as it stands."""
    path = folder / f"{name}.toml"
    try:
        with path.open("rb") as file:
            return tomllib.load(file)
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise GuidanceError(f"{path.name}: {error}") from error


def _step(record: dict[str, Any]) -> Step:
    return Step(
        id=record["id"],
        name=record["name"],
        title=record["title"],
        question=record["question"],
        minutes={Mode(mode): float(share) for mode, share in record["minutes"].items()},
        prompt_id=record.get("prompt", ""),
        others=tuple(record.get("others", ())),
        page=record.get("page", ""),
        ahead=record.get("ahead", False),
    )


def _prompt(record: dict[str, Any]) -> Prompt:
    try:
        return Prompt(**record)
    except TypeError as error:
        raise GuidanceError(f"prompts.toml: {record.get('id', 'no id')}: {error}") from error


def _skill(record: dict[str, Any]) -> Skill:
    levels = record["levels"]
    if len(levels) != 4:
        raise GuidanceError(f"skills.toml: {record['id']}: a skill has four sentences")
    return Skill(
        id=record["id"],
        name=record["name"],
        meaning=record["meaning"],
        levels=(levels[0], levels[1], levels[2], levels[3]),
        experiments=tuple(
            Experiment(id=f"{record['id']}.e{number}", text=text)
            for number, text in enumerate(record["experiments"], start=1)
        ),
        light=tuple(record.get("light", ())),
    )
