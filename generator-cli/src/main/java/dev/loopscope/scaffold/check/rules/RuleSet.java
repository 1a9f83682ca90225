package dev.loopscope.scaffold.check.rules;

import dev.loopscope.scaffold.check.Rule;
import dev.loopscope.scaffold.check.rules.anyio.AsyncioOnlyUnderTrio;
import dev.loopscope.scaffold.check.rules.anyio.AutoModeWithAnyioMarks;
import dev.loopscope.scaffold.check.rules.anyio.BackendNameInWiderFixture;
import dev.loopscope.scaffold.check.rules.anyio.BackendNarrowerThanFixture;
import dev.loopscope.scaffold.check.rules.anyio.BackendOverriddenWhileHeld;
import dev.loopscope.scaffold.check.rules.anyio.BackendParamsIgnored;
import dev.loopscope.scaffold.check.rules.anyio.FixtureOfTheOtherPlugin;
import dev.loopscope.scaffold.check.rules.anyio.MarkerAddedDuringCollection;
import dev.loopscope.scaffold.check.rules.anyio.WideFixtureWithoutBackend;
import dev.loopscope.scaffold.check.rules.classes.AsyncSetupMethodNeverAwaited;
import dev.loopscope.scaffold.check.rules.classes.AsyncTestInTestCase;
import dev.loopscope.scaffold.check.rules.classes.ClassFixtureAsInstanceMethod;
import dev.loopscope.scaffold.check.rules.classes.ClassmethodAboveFixture;
import dev.loopscope.scaffold.check.rules.classes.SessionFixtureAsMethod;
import dev.loopscope.scaffold.check.rules.config.OptionMissingForAllowedVersion;
import dev.loopscope.scaffold.check.rules.config.OptionUnknownToAllowedVersion;
import dev.loopscope.scaffold.check.rules.config.PluginFloorBelowFeature;
import dev.loopscope.scaffold.check.rules.eventloop.EventLoopFixtureOverridden;
import dev.loopscope.scaffold.check.rules.eventloop.EventLoopFixtureRequested;
import dev.loopscope.scaffold.check.rules.eventloop.EventLoopPolicyOverridden;
import dev.loopscope.scaffold.check.rules.eventloop.LoopBoundObjectAtModuleLevel;
import dev.loopscope.scaffold.check.rules.eventloop.LoopDrivenByHand;
import dev.loopscope.scaffold.check.rules.eventloop.SetupOnALoopOfItsOwn;
import dev.loopscope.scaffold.check.rules.fixture.AsyncFixtureByGetfixturevalue;
import dev.loopscope.scaffold.check.rules.fixture.AsyncPytestFixtureInStrictMode;
import dev.loopscope.scaffold.check.rules.fixture.CancelScopeAcrossYield;
import dev.loopscope.scaffold.check.rules.hypothesis.GivenInBaseWithTwoSubclasses;
import dev.loopscope.scaffold.check.rules.hypothesis.GivenOverSeveralBackends;
import dev.loopscope.scaffold.check.rules.loopscope.ClassLoopScopeOutsideClass;
import dev.loopscope.scaffold.check.rules.loopscope.FixtureDefaultWithoutTestDefault;
import dev.loopscope.scaffold.check.rules.loopscope.FixtureScopeWiderThanLoop;
import dev.loopscope.scaffold.check.rules.loopscope.FixturesOnDifferentLoops;
import dev.loopscope.scaffold.check.rules.loopscope.LoopScopeLeftToChangingDefault;
import dev.loopscope.scaffold.check.rules.loopscope.LoopScopeValueInvalid;
import dev.loopscope.scaffold.check.rules.loopscope.PackageLoopScope;
import dev.loopscope.scaffold.check.rules.loopscope.TestClientOnItsOwnLoop;
import dev.loopscope.scaffold.check.rules.loopscope.TestLoopDiffersFromFixtureLoop;
import dev.loopscope.scaffold.check.rules.mark.BareMarkUnderScopedClassMark;
import dev.loopscope.scaffold.check.rules.mark.BaseAndSubclassMarksDisagree;
import dev.loopscope.scaffold.check.rules.mark.MarkArgumentsInvalid;
import dev.loopscope.scaffold.check.rules.mark.MarkOnFixture;
import dev.loopscope.scaffold.check.rules.mark.MarkScopeKeyword;
import dev.loopscope.scaffold.check.rules.unrun.AsyncTestNobodyRuns;
import dev.loopscope.scaffold.check.rules.unrun.BackendNobodyReads;
import dev.loopscope.scaffold.check.rules.unrun.MarkInConftest;
import dev.loopscope.scaffold.check.rules.unrun.OptionNobodyReads;
import dev.loopscope.scaffold.check.rules.unrun.RunningLoopInSyncTest;
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
          new BackendParamsIgnored(), // LS040
          new AsyncTestNobodyRuns(), // LS041
          new OptionNobodyReads(), // LS042
          new MarkInConftest(), // LS043
          new RunningLoopInSyncTest(), // LS044
          new BackendNobodyReads(), // LS045
          new TestClientOnItsOwnLoop(), // LS046
          new SetupOnALoopOfItsOwn() // LS047
          );

  private RuleSet() {}

  /** The rules by id. The list is written down: nothing is looked for on the class path. */
  public static List<Rule> all() {
    return ALL;
  }
}
