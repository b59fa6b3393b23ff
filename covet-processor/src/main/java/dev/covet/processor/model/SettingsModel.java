package dev.covet.processor.model;

import java.util.Set;

/** A record with {@code @Settings}; its components are in {@link CompilationModel#records}. */
public record SettingsModel(TypeName name) {
  /** The classes that settings may have, and nothing else. */
  public static final Set<String> TYPES =
      Set.of("dev.covet.api.Secret", "java.net.URI", "java.time.Duration");
}
