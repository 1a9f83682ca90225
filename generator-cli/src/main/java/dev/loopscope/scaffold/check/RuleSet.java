package dev.loopscope.scaffold.check;

import dev.loopscope.scaffold.check.rules.AsyncFixtureByGetfixturevalue;
import dev.loopscope.scaffold.check.rules.AsyncPytestFixtureInStrictMode;
import dev.loopscope.scaffold.check.rules.AsyncSetupMethodNeverAwaited;
import dev.loopscope.scaffold.check.rules.AsyncTestInTestCase;
import dev.loopscope.scaffold.check.rules.AsyncioOnlyUnderTrio;
import dev.loopscope.scaffold.check.rules.AutoModeWithAnyioMarks;
import dev.loopscope.scaffold.check.rules.BackendNameInWiderFixture;
import dev.loopscope.scaffold.check.rules.BackendNarrowerThanFixture;
import dev.loopscope.scaffold.check.rules.BackendOverriddenWhileHeld;
import dev.loopscope.scaffold.check.rules.BackendParamsIgnored;
import dev.loopscope.scaffold.check.rules.BareMarkUnderScopedClassMark;
import dev.loopscope.scaffold.check.rules.BaseAndSubclassMarksDisagree;
import dev.loopscope.scaffold.check.rules.CancelScopeAcrossYield;
import dev.loopscope.scaffold.check.rules.ClassFixtureAsInstanceMethod;
import dev.loopscope.scaffold.check.rules.ClassLoopScopeOutsideClass;
import dev.loopscope.scaffold.check.rules.ClassmethodAboveFixture;
import dev.loopscope.scaffold.check.rules.EventLoopFixtureOverridden;
import dev.loopscope.scaffold.check.rules.EventLoopFixtureRequested;
import dev.loopscope.scaffold.check.rules.EventLoopPolicyOverridden;
import dev.loopscope.scaffold.check.rules.FixtureDefaultWithoutTestDefault;
import dev.loopscope.scaffold.check.rules.FixtureOfTheOtherPlugin;
import dev.loopscope.scaffold.check.rules.FixtureScopeWiderThanLoop;
import dev.loopscope.scaffold.check.rules.FixturesOnDifferentLoops;
import dev.loopscope.scaffold.check.rules.GivenInBaseWithTwoSubclasses;
import dev.loopscope.scaffold.check.rules.GivenOverSeveralBackends;
import dev.loopscope.scaffold.check.rules.LoopBoundObjectAtModuleLevel;
import dev.loopscope.scaffold.check.rules.LoopDrivenByHand;
import dev.loopscope.scaffold.check.rules.LoopScopeLeftToChangingDefault;
import dev.loopscope.scaffold.check.rules.LoopScopeValueInvalid;
import dev.loopscope.scaffold.check.rules.MarkArgumentsInvalid;
import dev.loopscope.scaffold.check.rules.MarkOnFixture;
import dev.loopscope.scaffold.check.rules.MarkScopeKeyword;
import dev.loopscope.scaffold.check.rules.MarkerAddedDuringCollection;
import dev.loopscope.scaffold.check.rules.OptionMissingForAllowedVersion;
import dev.loopscope.scaffold.check.rules.OptionUnknownToAllowedVersion;
import dev.loopscope.scaffold.check.rules.PackageLoopScope;
import dev.loopscope.scaffold.check.rules.PluginFloorBelowFeature;
import dev.loopscope.scaffold.check.rules.SessionFixtureAsMethod;
import dev.loopscope.scaffold.check.rules.TestLoopDiffersFromFixtureLoop;
import dev.loopscope.scaffold.check.rules.UnusedIgnore;
import dev.loopscope.scaffold.check.rules.WideFixtureWithoutBackend;
import java.util.List;

/** Every rule there is. */
public final class RuleSet {
  private static final List<Rule> ALL =
      List.of(
          new UnusedIgnore(), // LS000
          new FixtureScopeWiderThanLoop(), // LS001
          new TestLoopDiffersFromFixtureLoop(), // LS002
          new FixturesOnDifferentLoops(), // LS003
          new LoopScopeLeftToChangingDefault(), // LS004
          new FixtureDefaultWithoutTestDefault(), // LS005
          new OptionUnknownToAllowedVersion(), // LS006
          new OptionMissingForAllowedVersion(), // LS007
          new MarkScopeKeyword(), // LS008
          new MarkArgumentsInvalid(), // LS009
          new LoopScopeValueInvalid(), // LS010
          new EventLoopFixtureOverridden(), // LS011
          new EventLoopFixtureRequested(), // LS012
          new EventLoopPolicyOverridden(), // LS013
          new PackageLoopScope(), // LS014
          new ClassLoopScopeOutsideClass(), // LS015
          new BaseAndSubclassMarksDisagree(), // LS016
          new BareMarkUnderScopedClassMark(), // LS017
          new ClassFixtureAsInstanceMethod(), // LS018
          new ClassmethodAboveFixture(), // LS019
          new SessionFixtureAsMethod(), // LS020
          new AsyncSetupMethodNeverAwaited(), // LS021
          new AsyncTestInTestCase(), // LS022
          new AsyncPytestFixtureInStrictMode(), // LS023
          new CancelScopeAcrossYield(), // LS024
          new LoopDrivenByHand(), // LS025
          new LoopBoundObjectAtModuleLevel(), // LS026
          new MarkOnFixture(), // LS027
          new AsyncFixtureByGetfixturevalue(), // LS028
          new PluginFloorBelowFeature(), // LS029
          new WideFixtureWithoutBackend(), // LS030
          new BackendNarrowerThanFixture(), // LS031
          new BackendOverriddenWhileHeld(), // LS032
          new GivenOverSeveralBackends(), // LS033
          new GivenInBaseWithTwoSubclasses(), // LS034
          new AutoModeWithAnyioMarks(), // LS035
          new AsyncioOnlyUnderTrio(), // LS036
          new MarkerAddedDuringCollection(), // LS037
          new BackendNameInWiderFixture(), // LS038
          new FixtureOfTheOtherPlugin(), // LS039
          new BackendParamsIgnored() // LS040
          );

  private RuleSet() {}

  /** The rules by id. The list is written down: nothing is looked for on the class path. */
  public static List<Rule> all() {
    return ALL;
  }
}
