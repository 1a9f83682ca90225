import pytest
from pytest_asyncio import is_async_test


def pytest_collection_modifyitems(items):
    for item in items:
        if "hooked" in item.nodeid and is_async_test(item):
            item.add_marker(pytest.mark.asyncio(loop_scope="session"), append=False)
