package dev.covet.app;

import dev.covet.gen.MappedTable;
import java.util.List;

/**
 * A part of Covet, or of anybody else, that takes part in an app. It keeps nothing of a start: one
 * plugin may be installed in many apps at a time.
 *
 * <pre>{@code
 * final class Mail implements Plugin {
 *   public void install(Setup setup) {
 *     var mailer = new Mailer(setup.config().setting("MAIL_URL").asUri());
 *     setup.provide(Provider.app(Mailer.class, _ -> (_, _) -> mailer));
 *     setup.onStop(mailer::close);
 *   }
 * }
 * }</pre>
 */
@FunctionalInterface
public interface Plugin {
  /** Adds what the plugin brings to one start of an app. */
  void install(Setup setup);

  /**
   * The tables that it stores rows in, so that the app's own database has them; asked for before
   * any plugin is installed.
   */
  default List<MappedTable> ownTables() {
    return List.of();
  }
}
