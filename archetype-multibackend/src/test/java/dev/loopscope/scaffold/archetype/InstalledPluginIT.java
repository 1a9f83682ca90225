package dev.loopscope.scaffold.archetype;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The goals of the plugin in a reactor, run by Maven itself from what {@code mvn install} left. */
@ExtendWith(InstalledProject.class)
class InstalledPluginIT {
  private static final String PLUGIN = "dev.loopscope:scaffold-maven-plugin:0.2.0:";

  private static final String CHECK_BEFORE_ALL_ELSE =
      """
        <build>
          <plugins>
            <plugin>
              <groupId>dev.loopscope</groupId>
              <artifactId>scaffold-maven-plugin</artifactId>
              <version>0.2.0</version>
              <configuration>
                <severity>warning</severity>
              </configuration>
              <executions>
                <execution>
                  <phase>validate</phase>
                  <goals>
                    <goal>check</goal>
                  </goals>
                </execution>
              </executions>
            </plugin>
          </plugins>
        </build>
      """;

  private static Maven maven = new Maven(Path.of(""));

  @BeforeAll
  static void install(Maven installed) {
    maven = installed;
  }

  @Test
  void newAddsAModuleThatCheckOfTheReactorThenJudgesByItself(@TempDir Path reactor)
      throws IOException, InterruptedException {
    Files.writeString(reactor.resolve("pom.xml"), pom("<modules></modules>"));
    Run written =
        maven.run(
            reactor,
            PLUGIN + "new",
            "-Dscaffold.directory=suite",
            "-Dscaffold.maven",
            "-Dscaffold.backends=asyncio,trio");
    assertThat(written.exitCode()).as(written.output()).isZero();
    assertThat(written.output()).contains("[INFO] Wrote ", " files to suite/");
    assertThat(reactor.resolve("suite/.scaffold/answers.toml"))
        .content()
        .contains("maven = true", "\"trio\"");

    Files.writeString(
        reactor.resolve("pom.xml"),
        pom("<modules><module>suite</module></modules>" + CHECK_BEFORE_ALL_ELSE));
    Files.writeString(reactor.resolve("suite/tests/test_own.py"), "x = 1  # scaffold: ignore\n");
    Run judged = maven.run(reactor, "validate", PLUGIN + "check", "-fae");
    assertThat(judged.exitCode()).as(judged.output()).isEqualTo(1);
    assertThat(judged.output())
        .contains("check (default) @ reactor", "check (default-cli) @ reactor")
        .contains("Nothing to check", "[ERROR] tests/test_own.py:1:8: warning LS000 UnusedIgnore")
        .containsPattern("Failed to execute goal .*:check .* on project suite: Checked 6 files");
  }

  @Test
  void refusalIsMavensErrorAndNamesTheProperty(@TempDir Path empty)
      throws IOException, InterruptedException {
    Run run = maven.run(empty, PLUGIN + "new", "-Dscaffold.directory=a", "-Dscaffold.ci=github-");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.output())
        .contains("on project standalone-pom: `github-` is no", "--ci is -Dscaffold.ci=VALUE");
    assertThat(empty).isEmptyDirectory();
  }

  private static String pom(String rest) {
    return """
    <project xmlns="http://maven.apache.org/POM/4.0.0">
      <modelVersion>4.0.0</modelVersion>
      <groupId>org.example</groupId>
      <artifactId>reactor</artifactId>
      <version>1</version>
      <packaging>pom</packaging>
    """
        + rest
        + "</project>\n";
  }
}
