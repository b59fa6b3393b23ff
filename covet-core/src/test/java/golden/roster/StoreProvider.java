package golden.roster;

import dev.covet.base.inject.Provider;

/** Makes {@link Store}. */
public final class StoreProvider {
  static final Provider<Store> STORE = Provider.app(Store.class, _ -> (_, _) -> new Store());

  private StoreProvider() {}
}
