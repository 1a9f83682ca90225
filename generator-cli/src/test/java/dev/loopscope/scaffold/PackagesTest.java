package dev.loopscope.scaffold;

import static com.tngtech.archunit.lang.conditions.ArchConditions.accessTargetWhere;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import dev.loopscope.scaffold.sample.Outer;
import dev.loopscope.scaffold.sample.inner.Inner;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.FileReader;
import java.io.FileWriter;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** Holds the lines of the design page's table of packages. */
class PackagesTest {
  private static final String BASE = "dev.loopscope.scaffold";
  private static final JavaClasses PRODUCT =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(BASE);

  private static final Set<String> WRITING_METHODS =
      Set.of(
          "copy",
          "createDirectories",
          "createDirectory",
          "createFile",
          "createLink",
          "createSymbolicLink",
          "createTempDirectory",
          "createTempFile",
          "delete",
          "deleteIfExists",
          "move",
          "newBufferedWriter",
          "newOutputStream",
          "setAttribute",
          "setLastModifiedTime",
          "setOwner",
          "setPosixFilePermissions",
          "write",
          "writeString");

  private static final Set<Class<?>> WRITERS =
      Set.of(FileOutputStream.class, FileWriter.class, RandomAccessFile.class);

  private static final DescribedPredicate<JavaAccess<?>> WRITES_A_FILE =
      DescribedPredicate.describe("write a file", PackagesTest::writesFile);

  /** Every package is a slice of its own, apart from those inside it. */
  private static final SliceAssignment EACH_PACKAGE =
      new SliceAssignment() {
        @Override
        public String getDescription() {
          return "each package";
        }

        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
          return SliceIdentifier.of(type.getPackageName());
        }
      };

  private static final Set<String> READING_METHODS =
      Set.of(
          "find",
          "lines",
          "list",
          "newBufferedReader",
          "newByteChannel",
          "newDirectoryStream",
          "newInputStream",
          "readAllBytes",
          "readAllLines",
          "readString",
          "walk",
          "walkFileTree");

  private static final Set<Class<?>> READERS =
      Set.of(FileInputStream.class, FileReader.class, RandomAccessFile.class, FileChannel.class);

  private static final DescribedPredicate<JavaAccess<?>> READS_A_FILE =
      DescribedPredicate.describe("read a file", PackagesTest::readsFile);

  private static boolean readsFile(JavaAccess<?> access) {
    JavaClass owner = access.getTargetOwner();
    boolean throughFiles =
        owner.isEquivalentTo(Files.class) && READING_METHODS.contains(access.getTarget().getName());
    return throughFiles || READERS.stream().anyMatch(owner::isEquivalentTo);
  }

  private static boolean writesFile(JavaAccess<?> access) {
    JavaClass owner = access.getTargetOwner();
    if (owner.isEquivalentTo(FileChannel.class) && access.getTarget().getName().equals("open")) {
      return true;
    }
    boolean throughFiles =
        owner.isEquivalentTo(Files.class) && WRITING_METHODS.contains(access.getTarget().getName());
    return throughFiles || WRITERS.stream().anyMatch(owner::isEquivalentTo);
  }

  private static void holds(ArchRule rule) {
    rule.allowEmptyShould(false).check(PRODUCT);
  }

  @Test
  void theClassesAreThere() {
    assertThat(PRODUCT).hasSizeGreaterThan(10);
  }

  @Test
  void refusalDependsOnTheJdkAlone() {
    onlyDependsOn("refusal");
  }

  @Test
  void filesDependOnRefusal() {
    onlyDependsOn("files", "refusal");
  }

  @Test
  void answersDependOnRefusalAndText() {
    onlyDependsOn("answers", "refusal", "text");
  }

  @Test
  void templateDependsOnAnswers() {
    onlyDependsOn("template", "answers", "refusal");
  }

  @Test
  void dialectKnowsNeitherEngineNorAnswers() {
    onlyDependsOn("template.dialect", "refusal");
  }

  @Test
  void templatesKnowNoRelease() {
    holds(
        noClasses()
            .that()
            .resideInAnyPackage(BASE + ".template", BASE + ".template.dialect..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(BASE + ".template.release.."));
  }

  @Test
  void archetypeDependsOnTemplateAndAnswers() {
    onlyDependsOn("archetype", "template", "answers", "refusal");
  }

  @Test
  void changeDependsOnFilesTemplateAndText() {
    onlyDependsOn("change", "files", "template", "answers", "refusal", "text");
  }

  @Test
  void pythonDependsOnTheJdkAlone() {
    onlyDependsOn("python");
    holds(
        classes()
            .that()
            .resideInAPackage(BASE + ".python..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.jspecify.annotations..", BASE + ".python.."));
  }

  @Test
  void literalsKnowNeitherTokensNorTheTree() {
    onlyDependsOn("python.literal");
  }

  @Test
  void readingPythonGoesFromSourceToTokensToTheTree() {
    holds(slices().matching(BASE + ".python.(*)..").should().beFreeOfCycles());
  }

  @Test
  void textDependsOnTheJdkAlone() {
    onlyDependsOn("text");
  }

  @Test
  void suiteDependsOnFilesPythonAndText() {
    onlyDependsOn("suite", "files", "python", "refusal", "text");
  }

  @Test
  void theModulesOfASuiteDependOnFilesPythonAndText() {
    onlyDependsOn("suite.module", "files", "python", "refusal", "text");
  }

  @Test
  void checkDependsOnSuiteAndPython() {
    onlyDependsOn("check", "suite", "files", "python", "text", "refusal");
  }

  @Test
  void projectDependsOnSuiteAndFiles() {
    onlyDependsOn("project", "suite", "files", "python", "text", "refusal");
  }

  @Test
  void placingDependsOnTheProjectTheTemplatesAndTheChange() {
    onlyDependsOn(
        "placing",
        "project",
        "answers",
        "template",
        "change",
        "suite",
        "files",
        "python",
        "text",
        "refusal");
  }

  @Test
  void adoptingDependsOnWhatAProjectIsAndOnWhatReleasesWrite() {
    onlyDependsOn(
        "adopting",
        "placing",
        "project",
        "answers",
        "template",
        "change",
        "suite",
        "files",
        "python",
        "text",
        "refusal");
  }

  @Test
  void tracesDependOnTextAlone() {
    onlyDependsOn("trace", "text");
  }

  @Test
  void mapsDependOnTextAlone() {
    onlyDependsOn("map", "text");
  }

  @Test
  void predictionsDependOnTheSuiteTheFindingsAndTheMap() {
    onlyDependsOn("prediction", "map", "check", "suite", "files", "python", "text", "refusal");
    holds(
        noClasses()
            .that()
            .resideInAPackage(BASE + ".prediction..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(BASE + ".check.rules.."));
  }

  @Test
  void theWitnessDependsOnTheCheckTheSuiteAndTheTrace() {
    onlyDependsOn("witness", "check", "suite", "python", "trace");
  }

  @Test
  void reportsKnowNoRule() {
    holds(
        noClasses()
            .that()
            .resideInAPackage(BASE + ".check.report..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(BASE + ".check.rules.."));
  }

  @Test
  void rulesKnowNoReport() {
    holds(
        noClasses()
            .that()
            .resideInAPackage(BASE + ".check.rules..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(BASE + ".check.report.."));
  }

  @Test
  void nothingDependsOnCli() {
    holds(
        noClasses()
            .that()
            .resideOutsideOfPackage(BASE + ".cli..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(BASE + ".cli.."));
  }

  @Test
  void packagesHaveNoCycles() {
    holds(slices().matching(BASE + ".(*)..").should().beFreeOfCycles());
  }

  @Test
  void packagesInsideAPackageHaveNoCycles() {
    Set<String> outer =
        PRODUCT.stream()
            .map(type -> type.getPackage().getParent())
            .flatMap(Optional::stream)
            .map(JavaPackage::getName)
            .filter(name -> name.startsWith(BASE))
            .collect(Collectors.toSet());
    assertThat(outer).contains(BASE + ".suite", BASE + ".suite.config", BASE + ".check.rules");
    for (String name : outer) {
      holds(slices().matching(name + ".(*)..").should().beFreeOfCycles());
    }
  }

  @Test
  void aPackageAndThoseInsideItHaveNoCycles() {
    holds(slices().assignedFrom(EACH_PACKAGE).should().beFreeOfCycles());
  }

  @Test
  void aCycleOfAPackageAndOneInsideItIsSeen() {
    JavaClasses both = new ClassFileImporter().importClasses(Outer.class, Inner.class);
    assertThat(
            slices()
                .assignedFrom(EACH_PACKAGE)
                .should()
                .beFreeOfCycles()
                .evaluate(both)
                .hasViolation())
        .isTrue();
  }

  @Test
  void onlyTheRendererUsesFreeMarker() {
    holds(
        noClasses()
            .that()
            .haveNameNotMatching(".*\\.template\\.(Renderer|TemplateValues)(\\$.*)?")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("freemarker.."));
  }

  @Test
  void onlyTheMergeUsesJGit() {
    holds(
        noClasses()
            .that()
            .resideOutsideOfPackage(BASE + ".change.merge")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.eclipse.jgit.."));
  }

  @Test
  void onlyTheCommandLineUsesPicocli() {
    holds(
        noClasses()
            .that()
            .resideOutsideOfPackage(BASE + ".cli..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("picocli.."));
  }

  @Test
  void onlyPlanWriterWritesFiles() {
    // PlanWriter's disk, that is. Main opens file streams too, but over the descriptors that the
    // process was given.
    holds(
        noClasses()
            .that()
            .haveNameNotMatching(
                ".*\\.(change\\.disk\\.RealDisk|archetype\\.ArchetypeWriter|cli\\.Main)(\\$.*)?")
            .should(accessTargetWhere(WRITES_A_FILE).as("write a file")));
  }

  @Test
  void onlyFilesReadsTheUsersFiles() {
    // The writer compares the disk with what was read before it writes, and reads its own journal.
    // What the build reads and writes is no user's. A descriptor that the process was given is no
    // file that it looks for.
    holds(
        noClasses()
            .that()
            .resideOutsideOfPackages(
                BASE + ".files..", BASE + ".change.disk..", BASE + ".archetype..")
            .should(accessTargetWhere(READS_A_FILE).as("read a file or list a directory")));
  }

  @Test
  void noClassTouchesTheStandardStreams() {
    holds(
        noClasses()
            .that()
            .doNotHaveFullyQualifiedName(BASE + ".cli.Main")
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .orShould()
            .accessField(System.class, "in"));
  }

  @Test
  void noClassEndsTheProcess() {
    holds(
        noClasses()
            .that()
            .doNotHaveFullyQualifiedName(BASE + ".cli.Main")
            .should()
            .callMethod(System.class, "exit", int.class)
            .orShould()
            .callMethod(Runtime.class, "exit", int.class)
            .orShould()
            .callMethod(Runtime.class, "halt", int.class));
  }

  @Test
  void noClassIsCalledUtilHelperOrManager() {
    holds(
        noClasses()
            .should()
            .haveSimpleNameContaining("Util")
            .orShould()
            .haveSimpleNameContaining("Helper")
            .orShould()
            .haveSimpleNameContaining("Manager"));
  }

  @Test
  void everyPackageIsNullMarked() {
    Set<JavaClass> inPackages = Set.copyOf(PRODUCT);
    assertThat(inPackages)
        .allSatisfy(
            type ->
                assertThat(type.getPackage().isAnnotatedWith(NullMarked.class))
                    .as(type.getPackageName())
                    .isTrue());
  }

  private static void onlyDependsOn(String name, String... allowed) {
    Set<String> mayUse = Set.of(allowed);
    holds(
        classes()
            .that()
            .resideInAPackage(BASE + "." + name + "..")
            .should()
            .onlyDependOnClassesThat(
                DescribedPredicate.describe(
                    "are outside the product, or in " + name + " " + mayUse,
                    type ->
                        !isBelow(type, BASE)
                            || isBelow(type, BASE + "." + name)
                            || mayUse.stream().anyMatch(it -> isBelow(type, BASE + "." + it)))));
  }

  private static boolean isBelow(JavaClass type, String packageName) {
    return (type.getPackageName() + ".").startsWith(packageName + ".");
  }
}
