package dev.covet.benchmarks;

import dev.covet.benchmarks.load.Call;
import dev.covet.benchmarks.load.LoadClient.Pressure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What to measure and how long.
 *
 * @param names the benchmarks to run
 * @param rounds interleaved rounds, from 1 to 99
 * @param time of one server and request in one round
 * @param pressure of the load client
 * @param baseline class path of an earlier build to compare with; null for raw Netty and the goals
 */
record Plan(
    Set<String> names, int rounds, Duration time, Pressure pressure, @Nullable String baseline) {
  static final String USAGE =
      """
      Usage: ./covet bench [NAME...] [OPTION...]

      Measures against goals: one line each (name, ratio reached, goal, ok or short); exit 1 if one
      is short. Ratios to raw Netty are of the server's CPU time per request, medians of rounds.

      NAME   plaintext json users items orders orders_bad   requests, in both thread modes, and
             on the loop with a log line for each
             modes   orders on the loop to orders on the JDK's scheduler, at 2 to 128 connections
             http2   /json by HTTP/2, to Netty's own codec of it
             loops   what a request costs with two event loops, to one
             start   time to the first answer, also of a program with 100 records and 200 routes;
                     of heroes with the start-up cache, with its memory, beside FastAPI
             dev     time from an edit to its answer under covet dev, beside FastAPI
             compile time of javac for that program, to javac on what is then generated
             db queries updates   requests to PostgreSQL, beside the same by hand on Vert.x
             sqlite  rows of a file, by one thread, beside JDBC by hand
             auth    /ping while too many sign in, a verified token, an order that is signed in,
                     guarded and counted, beside one that is not: 4 minutes
             tasks   POST /tasks of examples/tasks on PostgreSQL, beside the same by hand on Vert.x
             bulk    10,000 rows by insertAll, to one by one, on each database
             codec   reading and writing an order
             enumeration   a wrong password, to an account that nobody has
             heap    megabytes that live in heroes after 1,000 requests
             (default: all of them)

        --rounds N        interleaved rounds (15)
        --seconds S       of each server and request in a round (0.4)
        --connections N   of the load client (32); modes has its own
        --pipeline N      requests that a connection sends together (1)
        --baseline COMMIT builds that commit, too, and compares requests on the loop with it alone
      """;

  static final String START = "start";
  static final String DEV = "dev";
  static final String COMPILE = "compile";
  static final String CODEC = "codec";
  static final String HEAP = "heap";
  static final String SQLITE = "sqlite";
  static final String MODES = "modes";
  static final String HTTP2 = "http2";
  static final String LOOPS = "loops";
  static final String BULK = "bulk";
  static final String ENUMERATION = "enumeration";
  static final String AUTH = "auth";
  static final String TASKS = "tasks";

  static Plan usual() {
    return new Plan(Set.of(), 15, Duration.ofMillis(400), new Pressure(32, 1), null);
  }

  /**
   * The plan of a command line.
   *
   * @throws IllegalArgumentException with one line for people
   */
  static Plan of(String... args) {
    var plan = usual();
    for (var i = 0; i < args.length; i++) {
      if (args[i].startsWith("--")) {
        if (i + 1 == args.length) throw new IllegalArgumentException(args[i] + " needs a value");
        plan = plan.with(args[i], args[++i]);
      } else if (known().contains(args[i])) {
        plan = plan.plus(args[i]);
      } else {
        throw new IllegalArgumentException("no benchmark " + args[i] + "; there are " + known());
      }
    }
    return plan;
  }

  private static List<String> known() {
    var known = new ArrayList<>(Call.ALL.stream().map(Call::name).toList());
    known.addAll(Call.DATABASE.stream().map(Call::name).toList());
    known.addAll(List.of(MODES, HTTP2, LOOPS, START, DEV, COMPILE, SQLITE, BULK, AUTH, TASKS));
    known.addAll(List.of(ENUMERATION, CODEC, HEAP));
    return known;
  }

  private Plan plus(String name) {
    var more = new TreeSet<>(names);
    more.add(name);
    return new Plan(more, rounds, time, pressure, baseline);
  }

  private Plan with(String option, String value) {
    return switch (option) {
      case "--rounds" -> new Plan(names, between(value, 1, 99), time, pressure, baseline);
      case "--seconds" -> new Plan(names, rounds, seconds(value), pressure, baseline);
      case "--connections" -> under(new Pressure(between(value, 1, 1_024), pressure.depth()));
      case "--pipeline" -> under(new Pressure(pressure.connections(), between(value, 1, 64)));
      case "--baseline" -> new Plan(names, rounds, time, pressure, value);
      default -> throw new IllegalArgumentException("no option " + option);
    };
  }

  private static int between(String text, int min, int max) {
    try {
      var value = Integer.parseInt(text);
      if (value >= min && value <= max) return value;
    } catch (NumberFormatException _) {
      // said below
    }
    throw new IllegalArgumentException(text + " is not a number from " + min + " to " + max);
  }

  private static Duration seconds(String text) {
    try {
      var value = Double.parseDouble(text);
      if (value >= 0.1 && value <= 60) return Duration.ofMillis((long) (value * 1_000));
    } catch (NumberFormatException _) {
      // said below
    }
    throw new IllegalArgumentException(text + " is not a number of seconds from 0.1 to 60");
  }

  /** This plan with another load. */
  Plan under(Pressure other) {
    return new Plan(names, rounds, time, other, baseline);
  }

  /** This plan with its rounds spread over several parts, one round each at least. */
  Plan inParts(int count) {
    return new Plan(names, (rounds + count - 1) / count, time, pressure, baseline);
  }

  /** This plan with rounds that last as often as long. */
  Plan lasting(int times) {
    return new Plan(names, rounds, time.multipliedBy(times), pressure, baseline);
  }

  /** This plan for one request alone. */
  Plan only(Call call) {
    return new Plan(Set.of(call.name()), rounds, time, pressure, baseline);
  }

  boolean asksFor(String name) {
    return names.isEmpty() || names.contains(name);
  }

  /** The requests to a database to measure. */
  List<Call> databaseCalls() {
    return Call.DATABASE.stream().filter(call -> asksFor(call.name())).toList();
  }

  /** The requests to measure. */
  List<Call> calls() {
    return Call.ALL.stream().filter(call -> asksFor(call.name())).toList();
  }
}
