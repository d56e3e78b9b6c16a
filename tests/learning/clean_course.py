"""A small course folder without a fault, written by code, so that every test starts from the same clean state."""

from __future__ import annotations

from pathlib import Path

COURSE = """\
format: 1
key: safe-kitchen
title: {es: Cocina segura, en: A safe kitchen}
summary: {es: Dos hábitos que evitan enfermar, en: Two habits that keep people well}
languages: [es, en]
licence: CC-BY-4.0
authors: [Ana Prueba, Luz Ensayo]
hours: PT1H
reading_level: {es: B1, en: B1}
audience: {es: Para quienes cocinan; basta un teléfono, en: For people who cook; a phone is enough}
outcomes:
  - key: wash-hands
    statement: {es: Lava sus manos en el momento debido, en: Washes hands at the right moment}
    level: apply
    alignments:
      - uri: http://data.europa.eu/esco/skill/0ff99f51-0000-4000-8000-000000000001
        label: {es: cumplir las normas de higiene, en: comply with hygiene rules}
        framework: ESCO
        version: "1.2"
  - key: keep-cold
    statement: {es: Mantiene fría la comida que lo necesita, en: Keeps food cold that needs it}
    level: understand
    alignments:
      - uri: http://data.europa.eu/esco/skill/ca55d9dd-0000-4000-8000-000000000002
        label: {es: conservar alimentos, en: preserve food}
        framework: ESCO
        version: "1.2"
modules: [clean-hands, cold-chain]
certificate:
  means: {es: "- Respondió por su cuenta", en: "- Answered on their own"}
  does_not_mean: {es: "- No es un permiso sanitario", en: "- It is not a food permit"}
  assessment: {es: "- Cuatro reactivos de opción", en: "- Four choice items"}
final_check:
  title: {es: Comprobación final, en: Final check}
  minutes: 10
  tries: 3
  wait_hours: 24
  cut: 0.75
  cut_method: {es: Acordado por dos docentes, en: Agreed by two teachers}
  blueprint:
    - {outcome: wash-hands, count: 2}
    - {outcome: keep-cold, count: 2}
expires: 2029-11-30
sources:
  - {title: Five keys to safer food, url: "https://example.org/keys", date: 2024-05-01}
"""

MODULE = """\
title: {{es: Módulo {es}, en: Module {en}}}
summary: {{es: Lo básico de {es}, en: The basics of {en}}}
minutes: 12
outcome: {outcome}
licence: CC-BY-4.0
steps:
  - {{key: hook, kind: task, minutes: 2, title: {{es: Empieza, en: Begin}}}}
  - {{key: why, kind: explanation, minutes: 3, title: {{es: Por qué, en: Why}}}}
  - {{key: example, kind: example, minutes: 2, title: {{es: Un ejemplo, en: An example}}}}
  - {{key: practice, kind: practice, minutes: 3, title: {{es: Practica, en: Practise}}, items: [{p}-1, {p}-2]}}
  - {{key: exit, kind: check, minutes: 2, title: {{es: Antes de salir, en: Before you leave}}, items: [{p}-3]}}
"""

BODY = {
    "es": """\
Piensa en tu última comida: **¿quién** la tocó y con qué manos?

## Qué hacer

1. Abre la llave.
2. Cuenta hasta veinte.

| Momento | Por qué |
|---|---|
| Antes | Quita polvo |
| Después | Quita bacterias |

La mitad es $\\frac{1}{2}$ y cuesta $20 o $30.
""",
    "en": """\
Think of your last meal: **who** touched it, and with what hands?

## What to do

1. Open the tap.
2. Count to twenty.

| Moment | Why |
|---|---|
| Before | Takes off dust |
| After | Takes off bacteria |

One half is $\\frac{1}{2}$ and it costs $20 or $30.
""",
}

ITEM = """\
- key: {key}
  kind: single
  level: {level}
  seconds: 45
  stem:
    es: |
      Caso {key} de {topic}: ¿qué haces primero?
    en: |
      Case {key} about {topic}: what do you do first?
  choices:
    - key: a
      text: {{es: Espero un poco, en: I wait a little}}
      rationale: {{es: Esperar deja crecer bacterias, en: Waiting lets bacteria grow}}
    - key: b
      text: {{es: Actúo ahora, en: I act at once}}
      rationale: {{es: Actuar pronto las detiene, en: Acting soon stops them}}
    - key: c
      text: {{es: Pregunto mañana, en: I ask tomorrow}}
      rationale: {{es: Mañana ya es tarde, en: Tomorrow is too late}}
  correct: [b]
"""
TEACHING = """\
  hints:
    - {es: Piensa en el tiempo, en: Think of time}
    - {es: Piensa en el frío, en: Think of cold}
    - {es: No esperes, en: Do not wait}
  explanation: {es: Actuar pronto evita enfermar, en: Acting soon keeps people well}
"""

MODULES = {
    "clean-hands": {"outcome": "wash-hands", "es": "manos", "en": "hands", "p": "p-hands"},
    "cold-chain": {"outcome": "keep-cold", "es": "frío", "en": "cold", "p": "p-cold"},
}
POOLS = {"practice": ("p", 3), "final": ("f", 6), "delayed": ("d", 2)}
# A picture with alternative text, one pixel, so that the clean course has an image too.
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360f8cf500f0003860180"
    "5a347d6b0000000049454e44ae426082"
)


def write(folder: Path) -> Path:
    """Write the clean course into `folder` (which may not exist yet) and return it."""
    _put(folder / "course.yaml", COURSE)
    for key, words in MODULES.items():
        _write_module(folder / "modules" / key, words)
    for pool, (letter, count) in POOLS.items():
        for words in MODULES.values():
            _put(folder / "items" / pool / f"{words['outcome']}.yaml", _items(pool, letter, count, words))
    return folder


def _write_module(folder: Path, words: dict[str, str]) -> None:
    _put(folder / "module.yaml", MODULE.format(**words))
    for language, body in BODY.items():
        _put(folder / f"why.{language}.md", body)
        for step in ("hook", "example"):
            _put(folder / f"{step}.{language}.md", body.splitlines()[0])
    picture = "\n![Un grano de arroz](grain.png)\n"
    _put(folder / "why.es.md", BODY["es"] + picture)
    (folder / "grain.png").write_bytes(PIXEL)


def _items(pool: str, letter: str, count: int, words: dict[str, str]) -> str:
    level = "apply" if words["outcome"] == "wash-hands" else "understand"
    stem = letter + words["p"][1:]
    topic = words["p"][2:]
    texts = (ITEM.format(key=f"{stem}-{n}", level=level, topic=topic) for n in range(1, count + 1))
    return "".join(text + (TEACHING if pool == "practice" else "") for text in texts)


def _put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
