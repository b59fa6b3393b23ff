package dev.covet.benchmarks;

import dev.covet.benchmarks.load.Answer;
import dev.covet.benchmarks.load.Call;
import dev.covet.benchmarks.load.ServerProcess;
import dev.covet.benchmarks.vertx.TasksByHand;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * {@code POST /tasks} of the tasks example on PostgreSQL: a category that is looked up, a task that
 * is added, and both read again, in one transaction. Beside it stands the same by hand on the same
 * client; both verify the token of each request.
 */
final class TasksGoals {
  /** 0.95 of the rate by hand; the CPU is only shown. */
  private static final Duel.Most MOST = new Duel.Most(1 / 0.95, Double.POSITIVE_INFINITY);

  /** Each request waits for the disk, and the compiler of the JVM for requests. */
  private static final Duration WARM_UP = Duration.ofSeconds(30);

  /** How often as long a round is: in a short one the disk decides. */
  private static final int TIMES = 3;

  /** As many as may sign in from one address in a minute. */
  private static final int PEOPLE = 5;

  private static final int CATEGORIES = 50;
  private static final Pattern TOKEN = Pattern.compile("\"access_token\":\"([^\"]+)\"");
  private static final Pattern CHANGING =
      Pattern.compile("^\\{\"id\":\\d+|\"(created|updated)_at\":\"[^\"]+\"");

  private TasksGoals() {}

  static List<Goal> measure(Plan plan) throws IOException {
    Bench.progress("starting PostgreSQL, and the service of the tasks and one by hand on it");
    var secret = "" + UUID.randomUUID() + UUID.randomUUID();
    try (var folder = TemporaryFolder.create("tasks");
        var database = WorldDatabase.start(folder.path());
        var covet = TaskServers.start(Duel.COVET, database.url(), secret);
        var vertx =
            ServerProcess.start(
                Duel.VERTX,
                TasksByHand.class,
                Map.of("DATABASE_URL", database.url(), "JWT_SECRET", secret),
                _ -> {})) {
      var call = creating().with("Authorization", tokens(covet));
      compare(call, covet, vertx);
      return new Duel(plan.lasting(TIMES), database, WARM_UP, MOST).of(call, covet, vertx);
    }
  }

  private static Call creating() {
    var tasks =
        IntStream.range(0, CATEGORIES)
            .mapToObj(
                """
                {"title":"Water the plants","description":"Those on the balcony, too","priority":2,\
                "due_date":"2026-12-24","tags":["home","green"],"category_name":"Category %s"}\
                """
                    ::formatted)
            .toArray(String[]::new);
    return Call.post("tasks", 201, "/tasks", tasks).ofAnyLength();
  }

  private static List<String> tokens(ServerProcess server) throws IOException {
    var tokens = new ArrayList<String>();
    for (var person = 0; person < PEOPLE; person++) {
      var json =
          "{\"email\":\"p%s@example.org\",\"password\":\"glow-worm-7-tides\"}".formatted(person);
      Turns.ask(server, Call.post("register", 201, "/auth/register", json));
      var answer = Turns.ask(server, Call.post("login", 200, "/auth/login", json));
      var token = TOKEN.matcher(answer.body());
      if (!token.find()) throw new IOException("nobody can sign in: " + answer);
      tokens.add("Bearer " + token.group(1));
    }
    return tokens;
  }

  /** Both give the same task, and none to who is not signed in. */
  private static void compare(Call call, ServerProcess covet, ServerProcess vertx)
      throws IOException {
    var ours = Turns.ask(covet, call);
    var theirs = Turns.ask(vertx, call);
    if (!text(ours).equals(text(theirs))) {
      throw new IOException("the answers differ:\n  %s\n  %s".formatted(ours, theirs));
    }
    for (var server : List.of(covet, vertx)) Turns.ask(server, creating().answered(401));
  }

  private static String text(Answer answer) {
    return CHANGING.matcher(answer.body()).replaceAll("");
  }
}
