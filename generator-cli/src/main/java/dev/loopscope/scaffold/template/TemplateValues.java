package dev.loopscope.scaffold.template;

import freemarker.template.ObjectWrapper;
import freemarker.template.SimpleScalar;
import freemarker.template.TemplateBooleanModel;
import freemarker.template.TemplateHashModel;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateSequenceModel;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How FreeMarker sees our values: strings, booleans, lists of strings and lists of records of
 * strings and booleans, and nothing with methods. No bean is ever exposed, so no template can reach
 * into Java.
 */
final class TemplateValues implements ObjectWrapper {
  @Override
  public freemarker.template.@Nullable TemplateModel wrap(@Nullable Object value)
      throws TemplateModelException {
    if (value == null) {
      return null;
    }
    if (value instanceof freemarker.template.TemplateModel model) {
      return model;
    }
    if (value instanceof String text) {
      return new SimpleScalar(text);
    }
    if (value instanceof Boolean flag) {
      return flag ? TemplateBooleanModel.TRUE : TemplateBooleanModel.FALSE;
    }
    throw new TemplateModelException("a template sees no " + value.getClass().getName());
  }

  /** The root of a template's variables, {@code passages} among them. */
  static TemplateHashModel root(TemplateModel model, Passages passages) {
    return new Root(model, passages);
  }

  private static freemarker.template.@Nullable TemplateModel scalar(
      Map<String, String> texts, Map<String, Boolean> flags, String name) {
    String text = texts.get(name);
    if (text != null) {
      return new SimpleScalar(text);
    }
    Boolean flag = flags.get(name);
    if (flag == null) {
      return null;
    }
    return flag ? TemplateBooleanModel.TRUE : TemplateBooleanModel.FALSE;
  }

  private record Root(TemplateModel model, Passages passages) implements TemplateHashModel {
    @Override
    public freemarker.template.@Nullable TemplateModel get(String name) {
      String passage = passages.text(name);
      if (passage != null) {
        return new SimpleScalar(passage);
      }
      List<String> list = model.lists().get(name);
      if (list != null) {
        return new Texts(list);
      }
      List<TemplateModel.Fields> records = model.records().get(name);
      return records == null ? scalar(model.texts(), model.flags(), name) : new Records(records);
    }

    @Override
    public boolean isEmpty() {
      return false;
    }
  }

  private record Records(List<TemplateModel.Fields> records) implements TemplateSequenceModel {
    @Override
    public freemarker.template.@Nullable TemplateModel get(int index) {
      return index < records.size() ? new Item(records.get(index)) : null;
    }

    @Override
    public int size() {
      return records.size();
    }
  }

  private record Item(TemplateModel.Fields fields) implements TemplateHashModel {
    @Override
    public freemarker.template.@Nullable TemplateModel get(String name) {
      return scalar(fields.texts(), fields.flags(), name);
    }

    @Override
    public boolean isEmpty() {
      return false;
    }
  }

  private record Texts(List<String> texts) implements TemplateSequenceModel {
    @Override
    public freemarker.template.@Nullable TemplateModel get(int index) {
      return index < texts.size() ? new SimpleScalar(texts.get(index)) : null;
    }

    @Override
    public int size() {
      return texts.size();
    }
  }
}
