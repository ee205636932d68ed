import pytest

from tests.architecture.generate import GENERATED, ROOT


@pytest.mark.parametrize("name", GENERATED)
def test_a_generated_file_is_what_the_code_makes_now(name: str) -> None:
    path = ROOT / name
    stored = path.read_text(encoding="utf-8") if path.exists() else ""
    if stored != GENERATED[name]():
        pytest.fail(
            f"{name} is older than the code: run `make docs` and look at the difference", pytrace=False
        )
