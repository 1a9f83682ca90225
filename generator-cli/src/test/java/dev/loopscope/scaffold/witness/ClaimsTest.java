package dev.loopscope.scaffold.witness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Errors by their words: those that pytest, its plugins and Python were seen to raise, and like
 * ones of a test's own. Findings tell of {@code TestPool}, {@code pool}, {@code opened}, {@code
 * user} and the loop scope {@code sesion}.
 */
class ClaimsTest {
  private static final Set<String> TOLD = Set.of("TestPool", "pool", "opened", "user", "sesion");

  private static boolean foretells(String rule, String error) {
    return Claims.of(rule).foretells(error, TOLD::contains);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "LS001 | Failed: ScopeMismatch: You tried to access the function scoped fixture user with a",
        "LS009 | ValueError: mark.asyncio accepts only a keyword argument 'loop_scope'.",
        "LS009 | UsageError: An asyncio pytest marker defines both \"scope\" and \"loop_scope\", but",
        "LS010 | AssertionError: assert 'sesion' in {'class', 'function', 'module', 'package'}",
        "LS010 | FixtureLookupError: ('_sesion_scoped_runner', <SubRequest 'it' for <Coroutine a>>)",
        "LS010 | KeyError: 'sesion'",
        "LS012 | FixtureLookupError: ('event_loop', <FixtureRequest for <Function test_f>>)",
        "LS015 | UsageError: test_a is marked to be run in an event loop with scope class, but is not"
            + " part of any class.",
        "LS018 | AttributeError: 'TestPool' object has no attribute 'pool'",
        "LS019 | FixtureLookupError: ('opened', <FixtureRequest for <Function test_e>>)",
        "LS020 | AttributeError: 'TestPool' object has no attribute 'pool'",
        "LS023 | Failed: 'test_g' requested an async fixture 'user', with no plugin or hook",
        "LS023 | TypeError: 'coroutine' object is not subscriptable",
        "LS028 | RuntimeError: Cannot schedule a coroutine in the test runner while another is already"
            + " running",
        "LS034 | FailedHealthCheck: The method Store.test_keeps was called from multiple different"
            + " executors.",
        "LS046 | RuntimeError: Task <Task pending> got Future <Future> attached to a different loop"
      })
  void theWordsOfPytestAndItsPluginsAreKnown(String rule, String error) {
    assertThat(foretells(rule, error)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "LS001 | AssertionError: assert 'ScopeMismatch' == 'ScopeError'",
        "LS009 | TypeError: unsupported operand type(s) for +: 'int' and 'str'",
        "LS009 | ValueError: invalid literal for int() with base 10: 'x'",
        "LS009 | UsageError: no such option",
        "LS010 | ValueError: Invalid isoformat string: 'x'",
        "LS010 | KeyError: 'price'",
        "LS010 | AssertionError: assert 'price' in {'name': 1}",
        "LS010 | FixtureLookupError: ('price', <FixtureRequest for <Function test_e>>)",
        "LS012 | AssertionError: assert settings['event_loop'] == 'uvloop'",
        "LS015 | UsageError: no such option",
        "LS018 | AttributeError: 'Order' object has no attribute 'pool'",
        "LS018 | AttributeError: 'TestPool' object has no attribute 'price'",
        "LS019 | TypeError: 'int' object is not callable",
        "LS019 | FixtureLookupError: ('price', <FixtureRequest for <Function test_e>>)",
        "LS020 | AttributeError: 'NoneType' object has no attribute 'pool'",
        "LS023 | AssertionError: assert 'coroutine' == 'function'",
        "LS034 | AssertionError: differing_executors",
        "LS046 | ValueError: the account is closed"
      })
  void alikeErrorOfTheTestsOwnIsNone(String rule, String error) {
    assertThat(foretells(rule, error)).isFalse();
  }
}
