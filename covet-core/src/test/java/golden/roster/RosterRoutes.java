package golden.roster;

import dev.covet.api.Paging;
import dev.covet.base.codec.Codecs;
import dev.covet.base.inject.Provider;
import dev.covet.base.inject.Slot;
import dev.covet.base.inject.Wiring;
import dev.covet.base.json.Codec;
import dev.covet.base.problem.Constraints;
import dev.covet.gen.AddedPart;
import dev.covet.gen.Checked;
import dev.covet.gen.Hook;
import dev.covet.gen.UsedMiddleware;
import dev.covet.schema.BodySchema;
import dev.covet.schema.Constraint;
import dev.covet.schema.Kind;
import dev.covet.schema.Operation;
import dev.covet.schema.Parameter;
import dev.covet.schema.ResponseSchema;
import dev.covet.schema.Schema;
import dev.covet.web.bind.Bind;
import dev.covet.web.bind.Bodies;
import dev.covet.web.http.Handler;
import dev.covet.web.http.Request;
import dev.covet.web.http.Response;
import dev.covet.web.route.Route;
import golden.heroes.Hero;
import golden.heroes.HeroCodec;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The routes of {@link Roster}. */
public final class RosterRoutes implements AddedPart {
  private static final Provider<Roster> ROSTER =
      Provider.app(
          Roster.class,
          wiring -> {
            var store = wiring.slot(StoreProvider.STORE);
            return (scope, _) -> new Roster(store.get(scope));
          });

  private static final Codec<List<Hero>> LIST_OF_HERO = Codecs.list(HeroCodec.OUTPUT);

  private static final Map<String, Order> ORDER =
      Map.ofEntries(Map.entry("NAME", Order.NAME), Map.entry("AGE", Order.AGE));

  @Override
  public List<Operation> operations() {
    return List.of(
        createOperation(),
        listOperation(),
        readOperation(),
        updateOperation(),
        deleteOperation(),
        agentOperation(),
        visitOperation(),
        copyOperation(),
        reverseOperation());
  }

  @Override
  public List<Route> routes(Wiring wiring, Bodies bodies) {
    var roster = wiring.slot(ROSTER);
    return List.of(
        Route.post("/roster", "Roster.create", new Create(roster, bodies)),
        Route.get("/roster", "Roster.list", new ListHandler(roster, bodies)),
        Route.get("/roster/{id}", "Roster.read", new Read(roster, bodies)),
        Route.patch("/roster/{id}", "Roster.update", new Update(roster, bodies)),
        Route.delete("/roster/{id}", "Roster.delete", new Delete(roster)),
        Route.get("/roster/agent", "Roster.agent", new Agent(roster))
            .inside(List.of(UsedMiddleware.of(wiring.slot(MarkedProvider.MARKED)))),
        Route.get(
            "/roster/visit",
            "Roster.visit",
            new VisitHandler(roster, wiring.slot(WiringProviders.VISIT))),
        Route.post("/roster/copy", "Roster.copy", new Copy(roster)),
        Route.post("/roster/reverse", "Roster.reverse", new Reverse(roster)));
  }

  @Override
  public List<Hook> onStart(Wiring wiring) {
    var roster = wiring.slot(ROSTER);
    return List.of(new Hook("Roster.seed", scope -> roster.get(scope).seed()));
  }

  private static Operation createOperation() {
    return Operation.of("POST", "/roster", "Roster.create")
        .tagText("Heroes in memory.")
        .described("Takes a hero in.", "")
        .reads(BodySchema.json(HeroCodec.SCHEMA.ref()))
        .responds(
            ResponseSchema.of(201, BodySchema.json(HeroCodec.SCHEMA.ref())),
            ResponseSchema.error(400, "MALFORMED_JSON", "The body is not valid JSON."),
            ResponseSchema.error(
                409, RosterClosedFacts.FACTS.code(), RosterClosedFacts.FACTS.text()),
            ResponseSchema.error(413, "BODY_BYTES_MAX", "The body is too long."),
            ResponseSchema.error(
                415, "UNSUPPORTED_MEDIA_TYPE", "The body is not application/json."),
            ResponseSchema.error(422, "VALIDATION_ERROR", "A value is missing or invalid."));
  }

  private record Create(Slot<Roster> roster, Bodies bodies) implements Handler {
    @Override
    public Response handle(Request request) {
      var scope = Bind.scope(request);
      var problems = Bind.problems(request);
      var hero = bodies.read(request, HeroCodec.INPUT, problems);
      problems.orThrow();
      var result = roster.get(scope).create(hero);
      return Bodies.as(result, bodies.json(request, 201, HeroCodec.OUTPUT, result.value()));
    }
  }

  private static Operation listOperation() {
    return Operation.of("GET", "/roster", "Roster.list")
        .described("Lists heroes.", "")
        .takes(
            Parameter.query("offset", Schema.of(Kind.INT, Constraint.atLeast("0")))
                .withDefault("0"),
            Parameter.query(
                    "limit", Schema.of(Kind.INT, Constraint.atLeast("1"), Constraint.atMost("100")))
                .withDefault("10"),
            Parameter.query(
                    "minAge",
                    Schema.of(Kind.INT, Constraint.atLeast("0"), Constraint.atMost("100")).orNull())
                .asOptional(),
            Parameter.query("order", Schema.choice("Order", "How a list is sorted.", "NAME", "AGE"))
                .withDefault("NAME"),
            Parameter.query("tag", Schema.listOf(Schema.of(Kind.STRING, Constraint.size(0, 5))))
                .asOptional())
        .responds(
            ResponseSchema.of(200, BodySchema.json(Schema.listOf(HeroCodec.SCHEMA.ref()))),
            ResponseSchema.error(422, "VALIDATION_ERROR", "A value is missing or invalid."));
  }

  private record ListHandler(Slot<Roster> roster, Bodies bodies) implements Handler {
    @Override
    public Response handle(Request request) {
      var scope = Bind.scope(request);
      var problems = Bind.problems(request);
      Paging paging = Bind.paging(request, problems);
      var minAgeAt = Bind.query(request, problems, "minAge");
      Integer minAge = minAgeAt.isGiven() ? (Integer) minAgeAt.asInt() : null;
      if (minAge != null && minAgeAt.valid()) {
        Constraints.min(minAgeAt, minAge, 0);
        Constraints.max(minAgeAt, minAge, 100);
      }
      var orderAt = Bind.query(request, problems, "order").orElse("NAME");
      Order order = orderAt.asChoice(ORDER);
      var tag = new ArrayList<String>();
      for (var tagAt : Bind.queries(request, problems, "tag")) {
        String each = tagAt.asText();
        if (tagAt.valid()) {
          Constraints.size(tagAt, each, 0, 5);
        }
        tag.add(each);
      }
      problems.orThrow();
      var result = roster.get(scope).list(paging, minAge, order, List.copyOf(tag));
      return bodies.json(request, 200, LIST_OF_HERO, result);
    }
  }

  private static Operation readOperation() {
    return Operation.of("GET", "/roster/{id}", "Roster.read")
        .takes(Parameter.path("id", Schema.of(Kind.LONG)))
        .responds(
            ResponseSchema.of(200, BodySchema.json(HeroCodec.SCHEMA.ref())),
            ResponseSchema.error(404, "NOT_FOUND", "Hero not found"),
            ResponseSchema.error(422, "VALIDATION_ERROR", "A value is missing or invalid."));
  }

  private record Read(Slot<Roster> roster, Bodies bodies) implements Handler {
    @Override
    public Response handle(Request request) {
      var scope = Bind.scope(request);
      var problems = Bind.problems(request);
      var idAt = Bind.path(request, problems, "id");
      long id = idAt.asLong();
      problems.orThrow();
      var result = Bodies.found(roster.get(scope).read(id), "Hero");
      return bodies.json(request, 200, HeroCodec.OUTPUT, result);
    }
  }

  private static Operation updateOperation() {
    return Operation.of("PATCH", "/roster/{id}", "Roster.update")
        .takes(Parameter.path("id", Schema.of(Kind.LONG)))
        .reads(BodySchema.json(Schema.changesOf(HeroCodec.SCHEMA.ref())))
        .responds(
            ResponseSchema.of(200, BodySchema.json(HeroCodec.SCHEMA.ref())),
            ResponseSchema.error(400, "MALFORMED_JSON", "The body is not valid JSON."),
            ResponseSchema.error(404, "NOT_FOUND", "What was asked for does not exist."),
            ResponseSchema.error(413, "BODY_BYTES_MAX", "The body is too long."),
            ResponseSchema.error(
                415, "UNSUPPORTED_MEDIA_TYPE", "The body is not application/json."),
            ResponseSchema.error(422, "VALIDATION_ERROR", "A value is missing or invalid."));
  }

  private record Update(Slot<Roster> roster, Bodies bodies) implements Handler {
    @Override
    public Response handle(Request request) {
      var scope = Bind.scope(request);
      var problems = Bind.problems(request);
      var idAt = Bind.path(request, problems, "id");
      long id = idAt.asLong();
      var changes = bodies.read(request, HeroCodec.CHANGES, problems);
      problems.orThrow();
      var result = roster.get(scope).update(id, changes);
      return bodies.json(request, 200, HeroCodec.OUTPUT, result);
    }
  }

  private static Operation deleteOperation() {
    return Operation.of("DELETE", "/roster/{id}", "Roster.delete")
        .takes(Parameter.path("id", Schema.of(Kind.LONG)))
        .throwing(IOException.class)
        .responds(
            ResponseSchema.of(204),
            ResponseSchema.error(404, "NOT_FOUND", "What was asked for does not exist."),
            ResponseSchema.error(422, "VALIDATION_ERROR", "A value is missing or invalid."));
  }

  private record Delete(Slot<Roster> roster) implements Handler {
    @Override
    public Response handle(Request request) {
      var scope = Bind.scope(request);
      var problems = Bind.problems(request);
      var idAt = Bind.path(request, problems, "id");
      long id = idAt.asLong();
      problems.orThrow();
      try {
        roster.get(scope).delete(id);
      } catch (java.io.IOException e) {
        throw Checked.rethrow(e);
      }
      return Response.empty(204);
    }
  }

  private static Operation agentOperation() {
    return Operation.of("GET", "/roster/agent", "Roster.agent")
        .takes(Parameter.header("User-Agent", Schema.of(Kind.STRING)))
        .responds(
            ResponseSchema.of(200, BodySchema.text()),
            ResponseSchema.error(422, "VALIDATION_ERROR", "A value is missing or invalid."));
  }

  private record Agent(Slot<Roster> roster) implements Handler {
    @Override
    public Response handle(Request request) {
      var scope = Bind.scope(request);
      var problems = Bind.problems(request);
      var userAgentAt = Bind.header(request, problems, "User-Agent");
      String userAgent = userAgentAt.asText();
      problems.orThrow();
      return Response.text(roster.get(scope).agent(userAgent));
    }
  }

  private static Operation visitOperation() {
    return Operation.of("GET", "/roster/visit", "Roster.visit")
        .takes(Parameter.header("Visitor", Schema.of(Kind.STRING, Constraint.size(0, 5))))
        .responds(
            ResponseSchema.of(200, BodySchema.text()),
            ResponseSchema.error(422, "VALIDATION_ERROR", "A value is missing or invalid."));
  }

  private record VisitHandler(Slot<Roster> roster, Slot<Visit> visit) implements Handler {
    @Override
    public Response handle(Request request) {
      var scope = Bind.scope(request);
      var problems = Bind.problems(request);
      visit.bind(scope, problems);
      problems.orThrow();
      return Response.text(roster.get(scope).visit(visit.get(scope)));
    }
  }

  private static Operation copyOperation() {
    return Operation.of("POST", "/roster/copy", "Roster.copy")
        .mayRead(BodySchema.bytes())
        .responds(ResponseSchema.of(200, BodySchema.bytes()));
  }

  private record Copy(Slot<Roster> roster) implements Handler {
    @Override
    public Response handle(Request request) {
      var scope = Bind.scope(request);
      var body = request.stream();
      return Bodies.stream(200, "application/octet-stream", roster.get(scope).copy(body));
    }
  }

  private static Operation reverseOperation() {
    return Operation.of("POST", "/roster/reverse", "Roster.reverse")
        .mayRead(BodySchema.bytes())
        .responds(
            ResponseSchema.of(200, BodySchema.bytes()),
            ResponseSchema.error(413, "BODY_BYTES_MAX", "The body is too long."));
  }

  private record Reverse(Slot<Roster> roster) implements Handler {
    @Override
    public Response handle(Request request) {
      var scope = Bind.scope(request);
      var body = request.bytes();
      return Response.bytes("application/octet-stream", roster.get(scope).reverse(body));
    }
  }
}
