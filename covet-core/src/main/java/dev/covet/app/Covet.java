package dev.covet.app;

/**
 * Where every app begins.
 *
 * <pre>{@code
 * static void main(String[] args) {
 *   Covet.app().add(Hello.class).run(args);
 * }
 * }</pre>
 */
public final class Covet {
  private Covet() {}

  /** An app with nothing in it yet. */
  public static App app() {
    return App.EMPTY;
  }
}
