package dev.covet.benchmarks;

import dev.covet.benchmarks.load.Call;
import dev.covet.benchmarks.load.ServerProcess;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Server CPU of an order that only somebody signed in may send, with a guard and a limit, as a
 * ratio to one that anybody may. The token is one of the app's own, which it has verified a moment
 * ago.
 */
final class SignedGoals implements Starts.Field {
  private static final String PLAIN = "anybody's";
  private static final String SIGNED = "signed";
  private static final String MANY = "signed by 1,000";
  private static final int MANY_BUYERS = 1_000;

  /** Most of an order's CPU without all that. */
  private static final double GOAL = 1.15;

  private static final Call ORDERS = Call.named("orders");

  private final Map<String, String> settings =
      Map.of(
          "COVET_MODE",
          "production",
          "THREADS",
          LoadGoals.LOOP,
          "JWT_SECRET",
          "" + UUID.randomUUID() + UUID.randomUUID());

  private final Disturbance disturbance = new Disturbance();
  private List<String> tokens = List.of();

  private SignedGoals() {}

  static List<Goal> measure(Plan plan) throws IOException {
    var goals = new SignedGoals();
    var rounds =
        Starts.measure(plan.only(ORDERS), goals).getOrDefault(ORDERS, new Rounds(Map.of()));
    return List.of(
        new Goal("order signed", ratio(rounds, SIGNED), GOAL, goals.note(rounds, SIGNED)),
        Goal.beside("order " + MANY, ratio(rounds, MANY), goals.note(rounds, MANY)));
  }

  private static double ratio(Rounds rounds, String server) {
    return Medians.of(rounds.ratios(server, PLAIN));
  }

  private String note(Rounds rounds, String server) {
    return "(" + rounds.note(server, PLAIN) + disturbance.note() + ")";
  }

  @Override
  public void start(List<ServerProcess> servers) throws IOException {
    servers.add(ServerProcess.start(PLAIN, LoadTarget.class, settings, disturbance));
    for (var name : List.of(SIGNED, MANY)) {
      servers.add(ServerProcess.start(name, SignedTarget.class, settings, disturbance));
    }
    tokens = tokens(servers.getLast());
    compare(servers);
  }

  private static List<String> tokens(ServerProcess server) throws IOException {
    var tokens = new ArrayList<String>();
    for (var id = 1; id <= MANY_BUYERS; id++) {
      tokens.add("Bearer " + Turns.ask(server, Call.get("token", "/token?id=" + id)).body());
    }
    return tokens;
  }

  @Override
  public Turns.Asking asking() {
    return (server, call) ->
        switch (server.name()) {
          case PLAIN -> call;
          case SIGNED -> call.with("Authorization", tokens.subList(0, 1));
          default -> call.with("Authorization", tokens);
        };
  }

  /** All give the same receipt, and those that ask who it is let nobody else in. */
  private void compare(List<ServerProcess> servers) throws IOException {
    var receipt = Turns.ask(servers.getFirst(), ORDERS).body();
    for (var server : servers) {
      var answer = Turns.ask(server, asking().of(server, ORDERS));
      if (!answer.body().equals(receipt)) {
        throw new IOException(server.name() + " answers an order otherwise: " + answer);
      }
    }
    for (var server : servers.subList(1, servers.size())) Turns.ask(server, ORDERS.answered(401));
  }
}
