package dev.loopscope.scaffold;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Holds the lines between the rooms of {@code suite}, of {@code check} and of {@code cli}. */
class RoomsTest {
  private static final String BASE = "dev.loopscope.scaffold";
  private static final JavaClasses PRODUCT =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(BASE);

  @Test
  void namesOfAFileKnowNoOtherRoom() {
    room("suite.module.name").knowsOnly();
  }

  @Test
  void modulesOfASuiteKnowTheNamesOfTheirFiles() {
    room("suite.module").knowsOnly("suite.module.name");
  }

  @Test
  void followingNamesKnowsFilesAndTheirNames() {
    room("suite.module.resolve").knowsOnly("suite.module", "suite.module.name");
  }

  @Test
  void documentsOfConfigurationKnowTheModules() {
    room("suite.config.document").knowsOnly("suite.module..");
  }

  @Test
  void versionsKnowTheDocuments() {
    room("suite.config.version").knowsOnly("suite.module..", "suite.config.document");
  }

  @Test
  void statementsOfVersionsKnowVersionsAndDocuments() {
    room("suite.config.stated")
        .knowsOnly("suite.module..", "suite.config.document", "suite.config.version");
  }

  @Test
  void configurationKnowsItsOwnRoomsAndTheModules() {
    room("suite.config")
        .knowsOnly(
            "suite.module..",
            "suite.config.document",
            "suite.config.stated",
            "suite.config.version");
  }

  @Test
  void walkersOverCodeKnowTheModules() {
    room("suite.code").knowsOnly("suite.module..");
  }

  @Test
  void marksKnowCode() {
    room("suite.mark").knowsOnly("suite.module..", "suite.code");
  }

  @Test
  void collectionKnowsMarksCodeAndConfiguration() {
    room("suite.collect").knowsOnly("suite.module..", "suite.code", "suite.mark", "suite.config..");
  }

  @Test
  void fixturesKnowWhatIsCollected() {
    room("suite.fixture").knowsOnly("suite.module..", "suite.code", "suite.mark", "suite.collect");
  }

  @Test
  void loopsKnowFixturesAndNoResource() {
    room("suite.loop")
        .knowsOnly(
            "suite.module..",
            "suite.code",
            "suite.mark",
            "suite.collect",
            "suite.fixture",
            "suite.config..");
  }

  @Test
  void resourcesKnowFixturesAndNoLoop() {
    room("suite.resource")
        .knowsOnly("suite.module..", "suite.code", "suite.mark", "suite.collect", "suite.fixture");
  }

  @Test
  void evidenceKnowsNeitherFindingsNorEdits() {
    room("check.evidence").knowsOnly();
  }

  @Test
  void buildersOfFixesKnowTheEvidence() {
    room("check.edit").knowsOnly();
    room("check.edit.source").knowsOnly("check.edit");
    room("check.edit.config").knowsOnly("check.edit");
    room("check.edit.mark").knowsOnly("check.edit", "check.edit.source", "check.edit.config");
    room("check.edit.loop")
        .knowsOnly("check.edit", "check.edit.source", "check.edit.config", "check.evidence");
    room("check.edit.fixture")
        .knowsOnly(
            "check.edit",
            "check.edit.source",
            "check.edit.mark",
            "check.edit.loop",
            "check.evidence");
  }

  @Test
  void theCheckerKnowsEditsAndWhatARunSaysAndNoRule() {
    room("check").knowsOnly("check.edit", "check.testimony");
  }

  @Test
  void whatARunSaysKnowsNothingElseOfTheCheck() {
    room("check.testimony").knowsOnly();
  }

  @Test
  void wordingKnowsFindingsAndEvidence() {
    room("check.wording").knowsOnly("check", "check.evidence");
  }

  @Test
  void applyingFixesKnowsFindingsAndEdits() {
    room("check.fix").knowsOnly("check", "check.edit");
  }

  @Test
  void repairsKnowEvidenceEditsAndHowFixesAreApplied() {
    room("check.repair")
        .knowsOnly("check", "check.edit..", "check.evidence", "check.fix", "check.wording");
  }

  @Test
  void pagesKnowNothing() {
    room("check.page").knowsOnly();
  }

  @Test
  void reportsKnowFindingsEditsPagesAndWhatARunSays() {
    room("check.report").knowsOnly("check", "check.edit", "check.page", "check.testimony");
  }

  @Test
  void settingsKnowTheListOfRules() {
    room("check.settings").knowsOnly("check", "check.rules");
  }

  @Test
  void theListOfRulesKnowsEveryFamily() {
    room("check.rules").knowsOnly("check", "check.edit", "check.rules..");
  }

  @Test
  void familiesOfRulesDoNotKnowEachOther() {
    Set<String> families =
        PRODUCT.stream()
            .map(JavaClass::getPackageName)
            .filter(name -> name.startsWith(BASE + ".check.rules."))
            .collect(Collectors.toSet());
    assertThat(families).hasSizeGreaterThan(7);
    families.forEach(
        family ->
            room(family.substring(BASE.length() + 1))
                .knowsOnly("check", "check.edit..", "check.evidence", "check.wording"));
  }

  @Test
  void theConsoleKnowsNoCommand() {
    room("cli.console").knowsOnly();
  }

  @Test
  void commandLinesKnowNoCommand() {
    room("cli.line").knowsOnly();
  }

  @Test
  void newKnowsNoOtherCommand() {
    room("cli.create").knowsOnly("cli.ask", "cli.console", "cli.line", "cli.plan", "cli.verify");
  }

  @Test
  void askingKnowsNoCommand() {
    room("cli.ask").knowsOnly("cli.console", "cli.line");
  }

  @Test
  void checkKnowsNoOtherCommand() {
    room("cli.check").knowsOnly("cli.console", "cli.line", "cli.picture");
  }

  @Test
  void addKnowsNoOtherCommand() {
    room("cli.add").knowsOnly("cli.ask", "cli.console", "cli.line", "cli.plan", "cli.verify");
  }

  @Test
  void listsOfRequirementsKnowNothingElseOfAProject() {
    room("project.requirement").knowsOnly();
  }

  @Test
  void projectsKnowTheirListsOfRequirements() {
    room("project").knowsOnly("project.requirement");
  }

  @Test
  void explainKnowsNoOtherCommand() {
    room("cli.explain").knowsOnly("cli.console", "cli.line");
  }

  @Test
  void doctorKnowsNoOtherCommand() {
    room("cli.doctor").knowsOnly("cli.console", "cli.line");
  }

  @Test
  void completionKnowsNoOtherCommand() {
    room("cli.completion").knowsOnly("cli.console", "cli.line");
  }

  @Test
  void suitesThatSayWhatTheyWereMadeFromKnowNoCommand() {
    room("cli.recorded").knowsOnly("cli.line");
  }

  @Test
  void updateKnowsNoOtherCommand() {
    room("cli.update").knowsOnly("cli.console", "cli.line", "cli.plan", "cli.recorded");
  }

  @Test
  void plansAsJsonKnowNoCommand() {
    room("cli.plan").knowsOnly();
  }

  @Test
  void adoptKnowsNoOtherCommand() {
    room("cli.adopt").knowsOnly("cli.ask", "cli.console", "cli.line", "cli.plan", "cli.recorded");
  }

  @Test
  void tryingAnAdditionKnowsNoCommand() {
    room("cli.verify").knowsOnly("cli.console", "cli.plan");
  }

  @Test
  void applyKnowsNoOtherCommand() {
    room("cli.apply").knowsOnly("cli.console", "cli.line", "cli.plan");
  }

  @Test
  void undoKnowsNoOtherCommand() {
    room("cli.undo").knowsOnly("cli.console", "cli.line", "cli.recorded");
  }

  @Test
  void traceKnowsNoOtherCommand() {
    room("cli.trace").knowsOnly("cli.console", "cli.line", "cli.picture");
  }

  @Test
  void mapKnowsNoOtherCommand() {
    room("cli.map").knowsOnly("cli.console", "cli.line", "cli.picture");
  }

  @Test
  void picturesKnowNoCommand() {
    room("cli.picture").knowsOnly("cli.line");
  }

  @Test
  void mapsDoNotKnowHowTheyAreDrawn() {
    room("map").knowsOnly();
    room("map.drawing").knowsOnly("map");
  }

  @Test
  void tracesDoNotKnowTheirWords() {
    room("trace").knowsOnly();
    room("trace.words").knowsOnly("trace");
  }

  @Test
  void orderOfItemsDoesNotKnowWhatIsPredictedOfThem() {
    room("prediction.item").knowsOnly();
    room("prediction").knowsOnly("prediction.item");
  }

  @Test
  void everyCommandIsInARoomOfItsOwn() {
    assertThat(
            PRODUCT.stream()
                .filter(type -> type.isTopLevelClass() && Room.isIn(type, "cli.."))
                .filter(type -> type.getSimpleName().endsWith("Command"))
                .map(type -> type.getPackageName().substring(BASE.length() + 1)))
        .containsExactlyInAnyOrder(
            "cli.add",
            "cli.adopt",
            "cli.apply",
            "cli.create",
            "cli.check",
            "cli.completion",
            "cli.doctor",
            "cli.explain",
            "cli.map",
            "cli.trace",
            "cli.update",
            "cli.undo");
  }

  @Test
  void packagesOfRulesHoldRulesAndTheirParts() {
    assertThat(PRODUCT.stream().filter(RoomsTest::isInARulesFamily))
        .filteredOn(type -> !type.isAssignableTo(BASE + ".check.Rule"))
        .extracting(JavaClass::getSimpleName)
        .containsExactlyInAnyOrder("SyncFixtureLoop", "SyncTestLoop");
  }

  private static boolean isInARulesFamily(JavaClass type) {
    return type.getPackageName().startsWith(BASE + ".check.rules.")
        && type.isTopLevelClass()
        && !type.getSimpleName().equals("package-info");
  }

  @Test
  void aNameMeansOneThing() {
    Map<String, List<String>> bySimpleName =
        PRODUCT.stream()
            .filter(JavaClass::isTopLevelClass)
            .filter(type -> !type.getSimpleName().equals("package-info"))
            .collect(
                Collectors.groupingBy(
                    JavaClass::getSimpleName,
                    TreeMap::new,
                    Collectors.mapping(JavaClass::getName, Collectors.toList())));
    bySimpleName.values().removeIf(classes -> classes.size() == 1);
    assertThat(bySimpleName).isEmpty();
  }

  private static Room room(String name) {
    return new Room(name);
  }

  /** The classes of one package, without those inside it. */
  private record Room(String name) {
    /** Its classes know no others of the part of the product that they are in. */
    void knowsOnly(String... others) {
      String part = name.split("\\.", -1)[0];
      classes()
          .that()
          .resideInAPackage(BASE + "." + name)
          .should()
          .onlyDependOnClassesThat(
              DescribedPredicate.describe(
                  "are outside of " + part + ", or in " + name + " " + List.of(others),
                  type ->
                      !isIn(type, part + "..")
                          || isIn(type, name)
                          || List.of(others).stream().anyMatch(it -> isIn(type, it))))
          .check(PRODUCT);
    }

    private static boolean isIn(JavaClass type, String room) {
      String at = BASE + "." + room;
      return room.endsWith("..")
          ? (type.getPackageName() + ".").startsWith(at.substring(0, at.length() - 1))
          : type.getPackageName().equals(at);
    }
  }
}
