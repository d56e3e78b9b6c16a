"""Words that are not ours: GLOSSARY.md's "say not", diplomas we do not award, forms with x or @, and usted."""

from __future__ import annotations

import re

_ENGLISH = re.compile(
    r"\b(users?|students?|pupils?|tenants?|lessons?|quiz(?:zes)?|coupons?|proctors?|dashboards?|submissions?|"
    r"subscriptions?|competenc(?:y|ies)|diplomas?|degrees?|badges?|questions?|beta)\b",
    re.IGNORECASE,
)
_SPANISH = re.compile(
    r"\b(usuari[oa]s?|alumn[oa]s?|estudiantes?|inquilin[oa]s?|lecci(?:ón|ones)|quiz(?:zes)?|cup(?:ón|ones)|"
    r"diplomas?|t[ií]tulos?|insignias?|cuestionarios?|"
    r"preguntas|(?:la|una|esta|cada|otra) pregunta|ítems?|competencias?|beta)\b",
    re.IGNORECASE,
)
_INCLUSIVE = re.compile(
    r"\b\w*[a-záéíóúñ](?:@s?|xs)(?![\w.@])|\b(?:todx|todes|elles|elle|amigues|niñes)\b", re.IGNORECASE
)
# Orders and questions to usted at the start of a sentence; "su" alone may well be somebody else's.
_USTED = re.compile(
    r"\b(ustedes|usted|desea|le pedimos|le enviamos)\b|(?:^|[.:;!?¿¡(]\s*|\by )("
    r"haga|escriba|ingrese|introduzca|seleccione|elija|escoja|presione|pulse|oprima|espere|vuelva|revise|abra|"
    r"guarde|intente|verifique|busque|lea|vea|vaya|ponga|use|utilice|pida|pregunte|mire|pruebe|regrese|continúe|"
    r"inicie|cierre|suba|baje|descargue|imprima|copie|pegue|borre|cambie|envíe|responda|conteste|firme|toque|"
    r"recuerde|tenga|sea|diga|dé|no olvide)\b",
    re.IGNORECASE,
)


def english_faults(text: str) -> set[str]:
    """Words of an English message that our glossary replaces by others."""
    return {found[0].lower() for found in _ENGLISH.finditer(text.replace("Open Badges", ""))}


def spanish_faults(text: str) -> set[str]:
    """The same for Spanish, and forms that do not speak to a person as tú or leave somebody out."""
    plain = re.sub(r"\S+@\S+\.\w+|%\(\w+\)\w|\{\w*\}", "", text)
    found = [*_SPANISH.finditer(plain), *_INCLUSIVE.finditer(plain)]
    return {one[0].lower() for one in found} | {(one[1] or one[2]).lower() for one in _USTED.finditer(plain)}
