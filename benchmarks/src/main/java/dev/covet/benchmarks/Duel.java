package dev.covet.benchmarks;

import dev.covet.benchmarks.load.Call;
import dev.covet.benchmarks.load.LoadClient;
import dev.covet.benchmarks.load.ServerProcess;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * A server on PostgreSQL and the same by hand on Vert.x, in turn: answers in a time, and CPU time
 * of server and PostgreSQL together for each.
 */
record Duel(Plan plan, WorldDatabase database, Duration warmUp, Most most) {
  static final String COVET = "covet";
  static final String VERTX = "vertx";

  /** Most of what is done by hand; infinite where it is only shown. */
  record Most(double time, double cpu) {}

  /**
   * What one server did in one round: answers a second, and microseconds for each.
   *
   * @param others of these, PostgreSQL's
   */
  private record Round(double rate, double micros, double others) {}

  List<Goal> of(Call call, ServerProcess covet, ServerProcess vertx) throws IOException {
    Bench.progress("warming up " + call.name());
    drive(call, covet, warmUp);
    drive(call, vertx, warmUp);
    Bench.progress("measuring " + call.name() + ", " + plan.rounds() + " rounds");
    var ours = new ArrayList<Round>();
    var theirs = new ArrayList<Round>();
    for (var round = 0; round < plan.rounds(); round++) {
      ours.add(drive(call, covet, plan.time()));
      theirs.add(drive(call, vertx, plan.time()));
    }
    return List.of(rate(call, ours, theirs), cpu(call, ours, theirs));
  }

  private Round drive(Call call, ServerProcess server, Duration time) throws IOException {
    try (var client = new LoadClient(server.port(), call, plan.pressure())) {
      var databaseBefore = database.cpu();
      var before = server.cpu();
      var count = client.drive(time);
      var own = server.cpu().minus(before).toNanos() / 1e3 / count;
      var others = database.cpu().minus(databaseBefore).toNanos() / 1e3 / count;
      return new Round(count * 1e9 / time.toNanos(), own + others, others);
    } catch (IOException e) {
      throw Turns.broken(server, e);
    }
  }

  /** Less is better: theirs to ours. */
  private Goal rate(Call call, List<Round> ours, List<Round> theirs) {
    var note =
        String.format(
            Locale.ROOT, "(%.0f/s to %.0f/s)", of(ours, Round::rate), of(theirs, Round::rate));
    return new Goal(call.name() + " time", ratio(theirs, ours, Round::rate), most.time(), note);
  }

  private Goal cpu(Call call, List<Round> ours, List<Round> theirs) {
    var note =
        String.format(
            Locale.ROOT,
            "(%.0f us to %.0f us, of these PostgreSQL %.0f and %.0f)",
            of(ours, Round::micros),
            of(theirs, Round::micros),
            of(ours, Round::others),
            of(theirs, Round::others));
    return new Goal(call.name() + " cpu", ratio(ours, theirs, Round::micros), most.cpu(), note);
  }

  private static double ratio(
      List<Round> some, List<Round> others, Function<Round, Double> figure) {
    return Medians.of(
        IntStream.range(0, some.size())
            .mapToObj(at -> figure.apply(some.get(at)) / figure.apply(others.get(at)))
            .toList());
  }

  private static double of(List<Round> rounds, Function<Round, Double> figure) {
    return Medians.of(rounds.stream().map(figure).toList());
  }
}
