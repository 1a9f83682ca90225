package dev.loopscope.scaffold.suite.resource;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.scaffold.suite.WrittenSuite;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From which tests code can be reached that makes something once, and keeps it. */
class MadeOnceTest {
  @TempDir Path directory;

  private boolean isReached(String... pathsAndTexts) {
    WrittenSuite suite = WrittenSuite.in(directory, pathsAndTexts);
    return MadeOnce.reaching(suite.model().resolver().sources())
        .isReachedBy(suite.test("test_it").file());
  }

  private boolean isReachedIn(String function) {
    return isReached(
        "pool.py", function, "test_it.py", "import pool\n\nasync def test_it():\n    pass\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "def get(self):\n    if self.pool is None:\n        self.pool = make()\n",
        "def get(self):\n    if not self.pool:\n        pool = self.pool = make()\n",
        "def get(self):\n    if pool is None:\n        pool = self.pool = make()\n",
        "def get():\n    global pool\n    if pool is None:\n        pool = make()\n",
        "def get(key):\n    if key not in POOLS:\n        POOLS[key] = make()\n",
        "def get(key):\n    if POOLS[key[']']]:\n        POOLS[key[']']][0] = make()\n",
        """
        def get(key):
            if key not in POOLS:
                POOLS[
                    key
                ] = make()
        """,
        """
        def get(self):
            if (
                ')' and
                self.pool is None
            ):
                self.pool = make()
        """,
        """
        def get(self):
            if self.wide and \\
                self.pool is None:
                self.pool = make()
        """,
        """
        def get(self):
            if self.wide:
                pass
            elif not self.pool:
                self.pool = make()
        """,
        """
        def outer():
            class It:
                def get(self):
                    if not self.pool:
                        self.pool = make()
        """,
        """
        class It:
            if True:
                def get(self):
                    if not self.pool:
                        self.pool \\
                            = make()
        """,
        "import functools\n\n@functools.lru_cache\ndef get():\n    return make()\n",
        "from async_lru import *\n",
      })
  void whatIsMadeIfNothingIsThereIs(String function) {
    assertThat(isReachedIn(function)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "def get(self):\n    if self.wide:\n        self.pool = make()\n",
        "def get(self):\n    self.pool = make()\n    if self.pool is None:\n        fail()\n",
        "def get(pool):\n    if pool is None:\n        pool = make()\n",
        "def get(self):\n    if self.count == 0:\n        self.count += 1\n",
        "def get(self):\n    if self.loop is None:\n        self.loop = make()\n",
        """
        def get(self):
            if not self.pool:
                fail()

        def put(self):
            if self.wide:
                self.pool = make()
        """,
        "import functools\n\nget = functools.partial(make)\n",
        "def get():\n    return 'cached by functools'\n",
      })
  void whatIsMadeEachTimeIsNot(String function) {
    assertThat(isReachedIn(function)).isFalse();
  }

  @Test
  void nameOfADecoratorThatAnotherModuleGivesItIsFollowed() {
    assertThat(
            isReached(
                "names.py", "from functools import lru_cache as once\n",
                "pool.py", "from names import once\n\n@once\ndef get():\n    return make()\n",
                "test_it.py", "import pool\n\nasync def test_it():\n    pass\n"))
        .isTrue();
  }

  @Test
  void functionOfVeryManyConditionsMay() {
    StringBuilder function = new StringBuilder("def get(self):\n");
    for (int at = 0; at < 600; at++) {
      function.append("    if self.a%d:\n        self.b%d = 1\n".formatted(at, at));
    }
    assertThat(isReachedIn(function.toString())).isTrue();
  }
}
