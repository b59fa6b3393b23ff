package golden.roster;

import dev.covet.base.inject.Provider;

/** Makes {@link Marked}. */
public final class MarkedProvider {
  static final Provider<Marked> MARKED = Provider.app(Marked.class, _ -> (_, _) -> new Marked());

  private MarkedProvider() {}
}
