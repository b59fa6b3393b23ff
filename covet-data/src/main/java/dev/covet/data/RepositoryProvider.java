package dev.covet.data;

import dev.covet.api.Lifetime;
import dev.covet.base.inject.Key;
import dev.covet.base.inject.Maker;
import dev.covet.base.inject.Provider;
import dev.covet.base.inject.Wiring;
import dev.covet.data.table.Mapping;

/**
 * Gives a request the rows of a table over its session, as generated code asks for it.
 *
 * @param <T> the table's record
 * @param <K> its key, boxed
 * @param key what the repository is asked by; the session has the same qualifier
 */
public record RepositoryProvider<T, K>(Key key, Mapping<T, K> table)
    implements Provider<Repository<T, K>> {
  @Override
  public Lifetime lifetime() {
    return Lifetime.REQUEST;
  }

  @Override
  public Maker<Repository<T, K>> wire(Wiring wiring) {
    var session = new Key(Session.class.getName(), key.qualifier());
    var db =
        wiring.<Session>slot(
            session,
            "install Database.url(...), or write a @Provides method that returns"
                + " Repository.inMemory(...)");
    return (scope, _) -> Repository.of(table, db.get(scope));
  }
}
