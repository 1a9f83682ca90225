package dev.loopscope.scaffold.template.dialect;

import java.util.List;

/** A part of a template in the dialect: what {@link DialectParser} reads and an emitter writes. */
public sealed interface TemplateNode {

  /**
   * Whole lines of text, and values in them.
   *
   * @param pieces in their order
   */
  record Text(List<Piece> pieces) implements TemplateNode {
    /** Keeps unmodifiable copies. */
    public Text {
      pieces = List.copyOf(pieces);
    }
  }

  /**
   * {@code <#if>} to {@code </#if>}: the first branch whose condition holds, or else {@code
   * otherwise}.
   *
   * @param branches at least one, in their order
   * @param otherwise what {@code <#else>} holds; nothing without one
   */
  record Choice(List<Branch> branches, List<TemplateNode> otherwise) implements TemplateNode {
    /** Keeps unmodifiable copies. */
    public Choice {
      branches = List.copyOf(branches);
      otherwise = List.copyOf(otherwise);
    }
  }

  /**
   * {@code <#list>} to {@code </#list>}: the body once for each item.
   *
   * @param list a declared list, of strings or of records
   * @param item the name of the current item in the body
   * @param body what is repeated
   */
  record Repetition(String list, String item, List<TemplateNode> body) implements TemplateNode {
    /** Keeps unmodifiable copies. */
    public Repetition {
      body = List.copyOf(body);
    }
  }

  /**
   * One branch of a {@link Choice}.
   *
   * @param condition when it is taken
   * @param body what it holds
   */
  record Branch(Condition condition, List<TemplateNode> body) {
    /** Keeps unmodifiable copies. */
    public Branch {
      body = List.copyOf(body);
    }
  }

  /** A part of a line. */
  sealed interface Piece {}

  /**
   * Text that stands for itself, whatever characters it has.
   *
   * @param text the text
   */
  record Literal(String text) implements Piece {}

  /**
   * The value of a string: <code>${name}</code> or <code>${item.field}</code>.
   *
   * @param name a declared string, the item of a list of strings around it, or {@code list.field}
   *     for the field of a record: the list names it, whatever its item is called
   */
  record Value(String name) implements Piece {}
}
