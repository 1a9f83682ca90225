"""What a run keeps for the next one can be read in it."""

import pytest


def test_keeps(request):
    cache = getattr(request.config, "cache", None)
    if cache is None:
        return
    assert cache.get("traced/kept", None) is None
    cache.set("traced/kept", [1])
    assert cache.get("traced/kept", None) == [1]
    (cache.mkdir("traced") / "kept").write_text("1")
    assert (cache.mkdir("traced") / "kept").read_text() == "1"
    with pytest.raises(TypeError):
        cache.set("traced/odd", object())
