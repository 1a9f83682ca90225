package dev.loopscope.scaffold.answers.question;

import dev.loopscope.scaffold.answers.resource.Resource;
import dev.loopscope.scaffold.answers.resource.ResourceKind;
import dev.loopscope.scaffold.answers.resource.Resources;
import java.util.List;

/**
 * What a template sees of an answer, as a function of the answer's text: so few functions that they
 * can be said in an archetype's language as well.
 */
public sealed interface Variable {
  /** What templates call it. */
  String name();

  /** A flag: whether something holds of the text. */
  sealed interface YesOrNo extends Variable {
    /** The value for an answer. */
    boolean of(String text);
  }

  /**
   * The text, for {@code ${name}} and comparisons.
   *
   * @param removed what is left out of it wherever it stands; empty: nothing
   */
  record Text(String name, String removed) implements Variable {
    /** The value for an answer. */
    public String of(String text) {
      return removed.isEmpty() ? text : text.replace(removed, "");
    }
  }

  /**
   * The text without what matches a regular expression.
   *
   * @param removed without quotes
   */
  record Part(String name, String removed) implements Variable {
    /** The value for an answer. */
    public String of(String text) {
      return text.replaceAll(removed, "");
    }
  }

  /**
   * Whether the whole text matches a regular expression.
   *
   * @param regex without quotes
   */
  record Matching(String name, String regex) implements YesOrNo {
    @Override
    public boolean of(String text) {
      return text.matches(regex);
    }
  }

  /**
   * Whether a word is the text, or one of those that commas separate in it.
   *
   * @param word letters and digits
   */
  record Flag(String name, String word) implements YesOrNo {
    @Override
    public boolean of(String text) {
      return ("," + text + ",").contains("," + word + ",");
    }
  }

  /**
   * The words that something separates in the text.
   *
   * @param separator a comma or a space
   */
  record Items(String name, String separator) implements Variable {
    /** The words that commas separate. */
    public Items(String name) {
      this(name, ",");
    }

    /** The value for an answer. */
    public List<String> of(String text) {
      return List.of(text.split(separator, -1));
    }
  }

  /**
   * The text, and what follows it in a list.
   *
   * @param words all texts there can be
   */
  record Onwards(String name, List<String> words) implements Variable {
    /** Keeps an unmodifiable copy. */
    public Onwards {
      words = List.copyOf(words);
    }

    /** The value for an answer. */
    public List<String> of(String text) {
      return words.subList(words.indexOf(text), words.size());
    }
  }

  /**
   * The resources that the text stands for, a record each.
   *
   * @param kinds those that there are; a resource of no stated kind is of the first
   * @param each whether there is a record for each resource; or one for each kind among them
   */
  record Records(String name, List<ResourceKind> kinds, boolean each) implements Variable {
    /** Keeps an unmodifiable copy. */
    public Records {
      kinds = List.copyOf(kinds);
    }

    /** The value for an answer. */
    public List<Resource> of(String text) {
      return Resources.parse(text, kinds).inOrder();
    }
  }

  /**
   * Whether one of the resources that the text stands for is of this kind.
   *
   * @param usual the kind of a resource of no stated kind
   */
  record OfKind(String name, String kind, String usual) implements YesOrNo {
    @Override
    public boolean of(String text) {
      for (String resource : text.split(",", -1)) {
        String[] parts = resource.split(":", -1);
        if (kind.equals(parts.length > 1 ? parts[1] : usual)) {
          return true;
        }
      }
      return false;
    }
  }

  /** Whether commas separate several words in the text. */
  record Several(String name) implements YesOrNo {
    @Override
    public boolean of(String text) {
      return text.indexOf(',') >= 0;
    }
  }
}
