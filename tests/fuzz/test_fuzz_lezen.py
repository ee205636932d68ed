"""The short run of the fuzzer, with fixed documents; and that it would see something."""

import pytest

from tests.fuzz import fuzz_lezen


def test_damaged_documents_give_only_our_own_errors() -> None:
    outcome = fuzz_lezen.run(4_000)
    assert outcome.problems == []
    assert sum(outcome.counts.values()) == 4_000
    assert {"gelezen", "STR002", "STR003", "STR004", "STR005", "STR006", "STR009"} <= set(outcome.counts)


def test_the_fuzzer_sees_a_crash(monkeypatch: pytest.MonkeyPatch) -> None:
    def crash(_content: bytes) -> str:
        raise ValueError("onverwacht")

    monkeypatch.setattr(fuzz_lezen, "decode", crash)
    assert len(fuzz_lezen.run(3).problems) == 3
