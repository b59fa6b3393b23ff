package dev.covet.processor.model.route;

import dev.covet.processor.model.service.ParameterModel;
import dev.covet.processor.model.service.ThrownModel;
import dev.covet.processor.model.type.Where;
import java.util.List;

/**
 * A method with {@code @OnStart}, {@code @OnStop} or {@code @HealthCheck}.
 *
 * @param name what messages call it
 */
public record HookModel(
    String javaName,
    Kind kind,
    String name,
    boolean isStatic,
    List<ParameterModel> parameters,
    List<ThrownModel> thrown,
    Where where) {
  /** When it is called, and so by which method the generated class gives it. */
  public enum Kind {
    /** At start. */
    START("OnStart", "onStart"),
    /** At stop. */
    STOP("OnStop", "onStop"),
    /** When somebody asks how the app is. */
    CHECK("HealthCheck", "healthChecks");

    private final String annotation;
    private final String member;

    Kind(String annotation, String member) {
      this.annotation = annotation;
      this.member = member;
    }

    /** The simple name of its annotation. */
    public String annotation() {
      return annotation;
    }

    /** The method of {@code AddedPart} that gives all of the kind. */
    public String member() {
      return member;
    }
  }

  /** Copies the lists. */
  public HookModel {
    parameters = List.copyOf(parameters);
    thrown = List.copyOf(thrown);
  }
}
