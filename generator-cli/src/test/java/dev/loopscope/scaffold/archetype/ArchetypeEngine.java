package dev.loopscope.scaffold.archetype;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.StringWriter;
import java.lang.reflect.Constructor;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.velocity.VelocityContext;
import org.apache.velocity.app.VelocityEngine;
import org.codehaus.plexus.velocity.VelocityComponentConfigurator;
import org.codehaus.plexus.velocity.internal.DefaultVelocityComponent;
import org.jspecify.annotations.Nullable;

/** Velocity with archetype-common's own settings, used the two ways in which the plugin uses it. */
final class ArchetypeEngine {
  private static final String CONFIGURATOR = "org.apache.maven.archetype.VelocityConfigurator";
  private static final String RESOURCE = "archetype-resources/template";

  private final VelocityEngine engine = new DefaultVelocityComponent(configurator()).getEngine();

  /** What the plugin writes into a file whose template is {@code velocity}. */
  String merge(String velocity, VelocityContext context) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(new ArchetypeJar(velocity, before));
    try {
      StringWriter merged = new StringWriter();
      engine.mergeTemplate(RESOURCE, "UTF-8", context, merged);
      return merged.toString();
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  /** What the plugin takes for the value of a default or of an {@code includeCondition}. */
  String evaluate(String velocity, VelocityContext context) {
    StringWriter value = new StringWriter();
    engine.evaluate(context, value, "property", velocity);
    return value.toString();
  }

  static VelocityContext context(Map<String, String> properties) {
    VelocityContext context = new VelocityContext();
    properties.forEach(context::put);
    return context;
  }

  /** The class is not public: the plugin has it injected by name. */
  private static VelocityComponentConfigurator configurator() {
    try {
      Constructor<?> constructor = Class.forName(CONFIGURATOR).getDeclaredConstructor();
      constructor.setAccessible(true);
      return (VelocityComponentConfigurator) constructor.newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("archetype-common has no " + CONFIGURATOR + " any more", e);
    }
  }

  /** The plugin's template loader reads through the thread's class loader, an archetype's jar. */
  private static final class ArchetypeJar extends ClassLoader {
    private final String velocity;

    ArchetypeJar(String velocity, ClassLoader parent) {
      super(parent);
      this.velocity = velocity;
    }

    @Override
    public @Nullable InputStream getResourceAsStream(String name) {
      return name.equals(RESOURCE)
          ? new ByteArrayInputStream(velocity.getBytes(StandardCharsets.UTF_8))
          : super.getResourceAsStream(name);
    }
  }
}
