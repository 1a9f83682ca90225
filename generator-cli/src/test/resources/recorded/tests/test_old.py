import unittest


class TestOld(unittest.TestCase):
    async def test_nobody_runs(self):
        assert False
