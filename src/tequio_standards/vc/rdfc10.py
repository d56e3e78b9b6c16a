"""RDF Dataset Canonicalization (RDFC-1.0): one order and one set of blank node labels for one dataset.

Own, because the Python ones differ from the standard on self-references, proof graphs or control characters. Work is
limited: a small hostile graph ("poison") makes the algorithm take years.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterable
from itertools import permutations
from typing import Literal

from tequio_standards.vc.errors import CredentialError
from tequio_standards.vc.terms import Quad, is_blank

Algorithm = Literal["sha256", "sha384"]
MOST_WORK = 100_000  # steps of some 0.4 µs; a large published badge needs 18,000, the hardest test 40,000
_HASH = 10  # steps that one digest is worth
MOST_DEPTH = 100  # nameless nodes in a row, long before Python's own limit


def canonical_quads(
    quads: Iterable[Quad], *, algorithm: Algorithm = "sha256", most_work: int = MOST_WORK
) -> str:
    """The canonical N-Quads of a dataset (RDFC-1.0 §4.4); CredentialError `too_complex` beyond `most_work`."""
    dataset = list(dict.fromkeys(quads))
    labels = canonical_labels(dataset, algorithm=algorithm, most_work=most_work)
    return "".join(sorted(_relabel(quad, labels).line() for quad in dataset))


def canonical_labels(
    quads: Iterable[Quad], *, algorithm: Algorithm = "sha256", most_work: int = MOST_WORK
) -> dict[str, str]:
    """Each blank node's canonical label: `_:e0` → `c14n0` (the issued identifiers map)."""
    return _Canonicaliser(list(dict.fromkeys(quads)), algorithm, most_work).labels()


def _relabel(quad: Quad, labels: dict[str, str]) -> Quad:
    return Quad(*(f"_:{labels[term]}" if is_blank(term) else term for term in quad))


class _Issuer:
    """Hands out `prefix0`, `prefix1`, … in order of asking (§4.5)."""

    def __init__(self, prefix: str, issued: dict[str, str] | None = None) -> None:
        self.prefix = prefix
        self.issued = dict(issued or {})

    def issue(self, node: str) -> str:
        return self.issued.setdefault(node, f"{self.prefix}{len(self.issued)}")

    def copy(self) -> "_Issuer":
        return _Issuer(self.prefix, self.issued)


class _Canonicaliser:
    def __init__(self, quads: list[Quad], algorithm: Algorithm, most_work: int) -> None:
        self._quads_of: dict[str, list[Quad]] = defaultdict(list)
        for quad in quads:
            for node in dict.fromkeys(filter(is_blank, quad)):
                self._quads_of[node].append(quad)
        self._algorithm: Algorithm = algorithm
        self._work_left = most_work
        self._depth = 0
        self._canonical = _Issuer("c14n")
        self._first: dict[str, str] = {}

    def labels(self) -> dict[str, str]:
        groups: dict[str, list[str]] = defaultdict(list)
        for node in self._quads_of:
            groups[self._first_degree(node)].append(node)
        for nodes in (groups[digest] for digest in sorted(groups)):
            if len(nodes) == 1:
                self._canonical.issue(nodes[0])
        for nodes in (groups[digest] for digest in sorted(groups)):
            if len(nodes) > 1:
                self._label_alike(nodes)
        return self._canonical.issued

    def _label_alike(self, nodes: list[str]) -> None:
        found: list[tuple[str, _Issuer]] = []
        for node in nodes:
            if node not in self._canonical.issued:
                issuer = _Issuer("b")
                issuer.issue(node)
                found.append(self._n_degree(node, issuer))
        for _, issuer in sorted(found, key=lambda result: result[0]):
            for node in issuer.issued:
                self._canonical.issue(node)

    def _digest(self, text: str) -> str:
        return hashlib.new(self._algorithm, text.encode("utf-8")).hexdigest()

    def _first_degree(self, node: str) -> str:
        """§4.6: the node by its own statements, every other blank node being just another."""
        if node not in self._first:
            lines = sorted(
                Quad(*(_stand_in(term, node) for term in quad)).line() for quad in self._quads_of[node]
            )
            self._first[node] = self._digest("".join(lines))
        return self._first[node]

    def _related(self, node: str, quad: Quad, issuer: _Issuer, position: str) -> str:
        """§4.7: a neighbour by how it is reached and by the best name it has so far."""
        name = self._canonical.issued.get(node) or issuer.issued.get(node)
        self._spend(_HASH)
        reached = position if position == "g" else position + quad.predicate
        return self._digest(reached + (f"_:{name}" if name else self._first_degree(node)))

    def _n_degree(self, node: str, issuer: _Issuer) -> tuple[str, _Issuer]:
        """§4.8: the node by its neighbours' neighbours; exponential where they are all alike, hence the limit."""
        self._spend(_HASH)
        data = ""
        neighbours = self._neighbours(node, issuer)
        for digest in sorted(neighbours):
            path, issuer = self._best_path(neighbours[digest], issuer)
            data += digest + path
        return self._digest(data), issuer

    def _neighbours(self, node: str, issuer: _Issuer) -> dict[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for quad in self._quads_of[node]:
            for position, term in (("s", quad.subject), ("o", quad.object), ("g", quad.graph)):
                if is_blank(term) and term != node:
                    found[self._related(term, quad, issuer, position)].append(term)
        return found

    def _best_path(self, nodes: list[str], issuer: _Issuer) -> tuple[str, _Issuer]:
        best: tuple[str, _Issuer] | None = None
        for order in permutations(nodes):
            found = self._path(order, issuer.copy(), best[0] if best else "")
            if found is not None and (best is None or found[0] < best[0]):
                best = found
        if best is None:
            raise AssertionError("Every blank node has at least one order.")
        return best

    def _path(self, order: tuple[str, ...], issuer: _Issuer, best: str) -> tuple[str, _Issuer] | None:
        """One order of neighbours as a text, or None as soon as it cannot beat `best`."""
        path, unseen = "", []
        for node in order:
            self._spend()
            if node in self._canonical.issued:
                path += f"_:{self._canonical.issued[node]}"
                continue
            if node not in issuer.issued:
                unseen.append(node)
            path += f"_:{issuer.issue(node)}"
            if _loses(path, best):
                return None
        for node in unseen:
            digest, deeper = self._deeper(node, issuer)
            path += f"_:{issuer.issue(node)}<{digest}>"
            issuer = deeper
            if _loses(path, best):
                return None
        return path, issuer

    def _deeper(self, node: str, issuer: _Issuer) -> tuple[str, _Issuer]:
        if self._depth >= MOST_DEPTH:
            self._spend(self._work_left + 1)
        self._depth += 1
        try:
            return self._n_degree(node, issuer)
        finally:
            self._depth -= 1

    def _spend(self, work: int = 1) -> None:
        self._work_left -= work
        if self._work_left < 0:
            raise CredentialError(
                "too_complex", "The document is built so that checking it would take too long."
            )


def _stand_in(term: str, node: str) -> str:
    if not is_blank(term):
        return term
    return "_:a" if term == node else "_:z"


def _loses(path: str, best: str) -> bool:
    return bool(best) and len(path) >= len(best) and path > best
