"""Merkle logs: published roots first, then every size up to 64 against the definition."""

from __future__ import annotations

import pytest

from tequio_standards.vc import CredentialError
from tequio_standards.vc.merkle import (
    EMPTY_ROOT,
    Edge,
    consistency_proof,
    inclusion_proof,
    is_consistent,
    is_included,
    leaf_hash,
    root_of,
)

# Inputs and roots of Certificate Transparency's reference tests (RFC 6962), as published with its libraries.
INPUTS = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"]
ROOTS = [
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]
LEAVES = [leaf_hash(bytes([num])) for num in range(64)]


@pytest.mark.parametrize("size", range(1, 9))
def test_published_roots_come_out(size):
    assert root_of([leaf_hash(bytes.fromhex(text)) for text in INPUTS[:size]]).hex() == ROOTS[size - 1]


def test_an_empty_log_has_the_root_of_nothing():
    assert Edge().root == EMPTY_ROOT


@pytest.mark.parametrize("size", range(1, 65))
def test_every_leaf_is_proved_and_no_other(size):
    leaves, root = LEAVES[:size], root_of(LEAVES[:size])
    for num in range(size):
        path = inclusion_proof(leaves, num)
        assert is_included(leaves[num], num, size, path, root)
        assert not is_included(leaf_hash(b"another"), num, size, path, root)
        assert not is_included(leaves[num], num + 1, size, path, root)
        assert not is_included(leaves[num], num, size, (*path, root), root)
        assert not path or not is_included(leaves[num], num, size, path[:-1], root)


@pytest.mark.parametrize("size", [1, 2, 3, 7, 8, 13, 32, 64])
def test_a_log_that_only_grew_is_consistent(size):
    root = root_of(LEAVES[:size])
    for first in range(1, size + 1):
        path, old = consistency_proof(LEAVES[:size], first), root_of(LEAVES[:first])
        assert is_consistent(first, size, path, old, root)
        assert not is_consistent(first, size, path, leaf_hash(b"rewritten"), root)
        assert first == size or not is_consistent(first, size, path, old, leaf_hash(b"rewritten"))


def test_a_rewritten_log_is_not_consistent():
    changed = [leaf_hash(b"changed"), *LEAVES[1:13]]
    path = consistency_proof(changed, 8)
    assert not is_consistent(8, 13, path, root_of(LEAVES[:8]), root_of(changed))


def test_an_edge_survives_being_kept():
    edge = Edge()
    for leaf in LEAVES[:37]:
        edge = edge.appended(leaf)
    assert Edge.from_bytes(37, edge.to_bytes()) == edge
    with pytest.raises(CredentialError):
        Edge.from_bytes(36, edge.to_bytes())


@pytest.mark.parametrize("ask", [lambda: inclusion_proof(LEAVES, 64), lambda: consistency_proof(LEAVES, 0)])
def test_what_the_log_does_not_have_is_refused(ask):
    with pytest.raises(CredentialError):
        ask()
