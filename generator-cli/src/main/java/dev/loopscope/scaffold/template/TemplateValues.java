package dev.loopscope.scaffold.template;

import freemarker.template.ObjectWrapper;
import freemarker.template.SimpleScalar;
import freemarker.template.TemplateBooleanModel;
import freemarker.template.TemplateHashModel;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateSequenceModel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How FreeMarker sees our values: strings, booleans and lists of strings, and nothing with methods.
 * No bean is ever exposed, so no template can reach into Java.
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

  /** The root of a template's variables. */
  static TemplateHashModel root(TemplateModel model) {
    return new Root(model);
  }

  private record Root(TemplateModel model) implements TemplateHashModel {
    @Override
    public freemarker.template.@Nullable TemplateModel get(String name) {
      String text = model.texts().get(name);
      if (text != null) {
        return new SimpleScalar(text);
      }
      Boolean flag = model.flags().get(name);
      if (flag != null) {
        return flag ? TemplateBooleanModel.TRUE : TemplateBooleanModel.FALSE;
      }
      List<String> list = model.lists().get(name);
      return list == null ? null : new Texts(list);
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
