package dev.loopscope.scaffold.placing;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Files of repositories, in the styles in which people write them. */
final class RandomHostFiles {
  private static final List<String> OTHERS =
      List.of(
          "attrs",
          "coverage[toml]>=7",
          "mypy",
          "zope.interface",
          "hypothesis ; python_version > '3'");

  private final Random random;

  /**
   * A project file.
   *
   * @param poetry whether its requirements are in Poetry's table
   * @param warningsAreErrors whether the option has to be set that pytest-asyncio warns about
   */
  record Sample(String text, boolean poetry, boolean warningsAreErrors) {}

  RandomHostFiles(Random random) {
    this.random = random;
  }

  Sample pyproject() {
    boolean poetry = random.nextInt(5) == 0;
    boolean errors = random.nextBoolean();
    StringBuilder text = new StringBuilder(pick("", "# top # of it\n", "\n\n"));
    text.append(poetry ? poetry() : project());
    text.append(pick("\n", "", "\n# between\n\n"));
    text.append(pytest(errors));
    if (!poetry && random.nextBoolean()) {
      text.append("\n[tool.ruff]\nselect = ['ALL'] # all [of] them\n");
    }
    return new Sample(finished(text.toString()), poetry, errors);
  }

  private String poetry() {
    return "[tool.poetry]\n"
        + "name = \"it\"\n"
        + "version = \"1\"\n\n"
        + "[tool.poetry.dependencies]\n"
        + "python = \"^3.12\"\n\n"
        + "[tool.poetry.group.test.dependencies]"
        + pick("", " # theirs")
        + "\npytest = "
        + pick("\"^9.0\"", "'*'", "{ version = \">=9\" }")
        + pick("\n", " # and why\n", "\n# below\n")
        + pick("", "mypy = \"*\"\n");
  }

  private String project() {
    String head = "[project]\nname = \"it\"\nversion = \"1\"\nrequires-python = \">=3.12\"\n";
    String list = list();
    return switch (random.nextInt(4)) {
      case 0 -> head + "\n[dependency-groups]\ndev = ['ruff']\ntest = " + list + "\n";
      case 1 -> head + "\n[project.optional-dependencies]\ntest = " + list + "\ndocs = []\n";
      case 2 -> head + "optional-dependencies.test = " + list + "\n";
      default -> head + "\n[tool.pdm.dev-dependencies]\ntest = " + list + "# end\n";
    };
  }

  /** A list of requirements in brackets, with pytest among them. */
  private String list() {
    List<String> items = items();
    String quote = pick("\"", "'");
    if (quote.equals("'")) {
      items.replaceAll(it -> it.replace('\'', '"'));
    }
    items.replaceAll(it -> quote + it + quote);
    if (random.nextInt(3) == 0) {
      return "[" + pick("", " ") + String.join(pick(", ", ","), items) + pick("", ",", " ") + "]";
    }
    String indent = pick("    ", "  ", "\t", "");
    StringBuilder list = new StringBuilder("[").append(pick("", " # all of them")).append('\n');
    for (int at = 0; at < items.size(); at++) {
      boolean last = at == items.size() - 1;
      list.append(random.nextInt(5) == 0 ? indent + "# [a, 'comment\n" : "");
      list.append(indent).append(items.get(at)).append(last ? pick("", ",") : ",");
      list.append(pick("", "", " # why, \"this\"]"));
      list.append(
          !last || random.nextInt(4) > 0
              ? "\n"
              : list.indexOf("# why", list.lastIndexOf("\n")) < 0 ? "" : "\n");
    }
    return list.append(pick("", indent)).append("]").toString();
  }

  private List<String> items() {
    List<String> items = new ArrayList<>();
    for (String other : OTHERS) {
      if (random.nextInt(3) == 0) {
        items.add(other);
      }
    }
    items.add(
        random.nextBoolean() ? 0 : items.size(), pick("pytest", "pytest>=8.4", "pytest ~= 9.0"));
    if (random.nextBoolean()) {
      items.sort(String::compareTo);
    }
    return items;
  }

  private String pytest(boolean errors) {
    String filters =
        pick(
            "filterwarnings = [\"error\"]\n",
            "filterwarnings = [\n  'error', # all\n]\n",
            "filterwarnings = \"\"\"\nerror\n\"\"\"\n");
    return "[tool.pytest.ini_options]"
        + pick("", "  # ours")
        + "\n"
        + pick("", "addopts = \"-ra\"\n", "addopts = '''\n  -ra\n  '''\n")
        + (errors ? filters : "")
        + pick("", "xfail_strict = true # yes\n", "markers = ['slow: # not a comment']\n");
  }

  String requirements() {
    StringBuilder text = new StringBuilder(pick("", "# tests\n", "-r requirements.txt\n"));
    for (String item : items()) {
      text.append(item).append(pick("", "", "  # why")).append('\n');
      text.append(pick("", "", "", "\n", "# and\n"));
    }
    return pick("", "", "\uFEFF") + finished(text.toString());
  }

  String tox() {
    return finished(
        pick("", "; top\n")
            + "[tox]\nenvlist = py312\n\n[testenv]\n"
            + pick("", "description = runs = them\n")
            + "deps ="
            + values()
            + pick("commands = pytest {posargs}\n", "", "# after\ncommands =\n  pytest {posargs}\n")
            + pick("", "\n[flake8]\nignore = E1\n"));
  }

  String setupCfg() {
    return finished(
        "[metadata]\n"
            + "name = it\n"
            + "version = 1\n\n"
            + "[options]\n"
            + "packages = it\n\n"
            + "[options.extras_require]\n"
            + pick("", "docs = sphinx\n")
            + "test ="
            + values()
            + pick("", "\n[tool:pytest]\naddopts = -ra\n"));
  }

  /** The pom of a reactor, with these modules. */
  String pom(List<String> modules) {
    String indent = pick("  ", "    ", "\t", "");
    String twice = indent + indent;
    StringBuilder pom = new StringBuilder(pick("", "<?xml version='1.0' encoding=\"UTF-8\"?>\n"));
    pom.append(pick("", "<!-- <project><modules/></project> ü -->\n"));
    pom.append(pick("<project>", "<project xmlns=\"urn:pom\"\n   a='>'>")).append('\n');
    String packaging = indent + "<packaging>pom</packaging>\n";
    String profile =
        indent + "<profiles><profile><modules><module>x</module></modules></profile></profiles>\n";
    boolean first = random.nextBoolean();
    pom.append(first ? packaging : "").append(random.nextBoolean() ? profile : "");
    if (modules.isEmpty()) {
      pom.append(
          pick(
              "",
              indent + "<modules/>\n",
              indent + "<modules></modules> <!-- none -->\n",
              indent + "<modules>\n" + twice + "<!-- none -->\n" + indent + "</modules>\n"));
    } else if (random.nextInt(3) == 0) {
      pom.append(indent).append("<modules>");
      modules.forEach(
          it -> pom.append("<module>").append(it).append("</module>").append(pick("", " ")));
      pom.append("</modules>\n");
    } else {
      pom.append(indent).append("<modules>").append(pick("", " <!-- all -->")).append('\n');
      for (String module : modules) {
        pom.append(twice)
            .append("<module>")
            .append(pick(module, "\n" + twice + module + "\n" + twice));
        pom.append("</module>").append(pick("", " ", " <!-- why -->", " <!-- why\n and how -->"));
        pom.append('\n');
      }
      pom.append(pick("", twice + "<!-- <module>old</module> -->\n")).append(indent);
      pom.append("</modules>\n");
    }
    pom.append(first ? "" : packaging);
    pom.append(pick("", indent + "<name><![CDATA[</modules> ]]></name>\n"));
    return finished(pom.append("</project>\n").toString());
  }

  private String values() {
    List<String> items = items();
    items.removeIf(it -> it.contains(";"));
    if (random.nextInt(4) == 0) {
      return pick(" ", "") + pick("pytest", "pytest>=8.4") + "\n";
    }
    String indent = pick("    ", "  ", "\t");
    StringBuilder values = new StringBuilder("\n");
    for (String item : items) {
      values.append(random.nextInt(6) == 0 ? indent + "# why\n" : "");
      values.append(indent).append(item).append('\n');
    }
    return values.toString();
  }

  /** With the line ends and the first and last bytes that editors leave. */
  private String finished(String text) {
    String ended = random.nextInt(4) == 0 ? text.replaceFirst("\\s+$", "") : text;
    String lines = random.nextInt(3) == 0 ? ended.replace("\n", "\r\n") : ended;
    return lines;
  }

  private String pick(String... texts) {
    return texts[random.nextInt(texts.length)];
  }
}
