package dev.covet.processor.model;

import java.util.List;

/**
 * A method with {@code @OnStart} or {@code @OnStop}.
 *
 * @param start whether it runs at start
 */
public record HookModel(
    String javaName,
    boolean start,
    boolean isStatic,
    List<ParameterModel> parameters,
    List<ThrownModel> thrown,
    Where where) {
  /** Copies the lists. */
  public HookModel {
    parameters = List.copyOf(parameters);
    thrown = List.copyOf(thrown);
  }
}
