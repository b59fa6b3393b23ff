package golden.roster;

import dev.covet.api.Lifetime;
import dev.covet.base.inject.Key;
import dev.covet.base.inject.Maker;
import dev.covet.base.inject.Provider;
import dev.covet.base.inject.Scope;
import dev.covet.base.problem.Constraints;
import dev.covet.base.problem.Problems;
import dev.covet.web.bind.Bind;
import dev.covet.web.http.Request;

/** Makes what {@link Wiring} provides. */
public final class WiringProviders {
  static final Provider<Visit> VISIT =
      Provider.of(Key.of("golden.roster.Visit"), Lifetime.REQUEST, _ -> new VisitMaker());

  private WiringProviders() {}

  private record VisitMaker() implements Maker<Visit> {
    private record Bound(String visitor) {}

    @Override
    public Object bind(Scope scope, Problems problems) {
      var request = (Request) scope.subject();
      var visitorAt = Bind.header(request, problems, "Visitor");
      String visitor = visitorAt.asText();
      if (visitorAt.valid()) {
        Constraints.size(visitorAt, visitor, 0, 5);
      }
      return new Bound(visitor);
    }

    @Override
    public Visit make(Scope scope, Object bound) {
      var values = (Bound) bound;
      return Wiring.visit(values.visitor());
    }
  }
}
