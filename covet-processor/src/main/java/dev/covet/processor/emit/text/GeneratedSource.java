package dev.covet.processor.emit.text;

import java.util.List;

/**
 * One class to be written beside the user's own.
 *
 * @param name qualified name of the class, such as {@code heroes.HeroCodec}
 * @param text the whole compilation unit, the same byte for byte for the same models
 * @param origins qualified names of the user's types that it was made from
 */
public record GeneratedSource(String name, String text, List<String> origins) {
  /** Copies the origins. */
  public GeneratedSource {
    origins = List.copyOf(origins);
  }
}
