"""The mark of a static method is read too late to see the override."""

import pytest


class TestStatic:
    @staticmethod
    @pytest.mark.anyio
    async def test_it():
        pass
