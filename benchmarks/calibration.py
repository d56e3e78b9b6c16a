"""One line that says how fast this machine was just now, so that other figures can be read beside it."""

from __future__ import annotations

import hashlib
import time


def calibrate() -> dict[str, float]:
    """SHA-256 of 1 KiB blocks and empty-loop rounds, each a second of CPU or less."""
    block = b"x" * 1024
    began = time.process_time()
    for _ in range(100_000):
        hashlib.sha256(block).digest()
    hashing = time.process_time() - began
    began = time.process_time()
    total = 0
    for number in range(2_000_000):
        total += number
    looping = time.process_time() - began
    return {
        "sha256_1k_per_second": round(100_000 / hashing),
        "loop_rounds_per_second": round(2_000_000 / looping),
    }
