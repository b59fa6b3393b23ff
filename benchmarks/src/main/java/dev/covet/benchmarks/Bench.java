package dev.covet.benchmarks;

import dev.covet.benchmarks.raw.RawServer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The judge: {@code ./covet bench}. */
public final class Bench {
  private static final int SHORT = 1;
  private static final int WRONG_USE = 2;
  private static final int BROKEN = 3;

  private Bench() {}

  /** Measures, prints a line for each goal, and ends with 1 if one is short. */
  public static void main(String[] args) {
    System.exit(run(args));
  }

  private static int run(String... args) {
    if (List.of(args).contains("--help")) {
      System.out.print(Plan.USAGE);
      return 0;
    }
    try {
      return judge(Plan.of(args));
    } catch (IllegalArgumentException e) {
      System.err.println("bench: " + e.getMessage() + "\n\n" + Plan.USAGE);
      return WRONG_USE;
    } catch (IOException e) {
      System.err.println("bench: gave up: " + e.getMessage());
      return BROKEN;
    }
  }

  private static int judge(Plan plan) throws IOException {
    progress("sockets by " + RawServer.transport().name());
    var baseline = plan.baseline();
    var goals = baseline == null ? standing(plan) : print(BaselineGoals.measure(plan, baseline));
    return goals.stream().anyMatch(goal -> goal.isJudged() && goal.isShort()) ? SHORT : 0;
  }

  /** What is measured beside other things, and printed at its end. */
  @FunctionalInterface
  private interface Suite {
    List<Goal> measure() throws IOException;
  }

  private static List<Goal> standing(Plan plan) throws IOException {
    var goals = new ArrayList<Goal>();
    goals.addAll(all(plan.asksFor(Plan.CODEC), CodecGoals::measure, ShapeGoals::measure));
    goals.addAll(
        all(
            plan.asksFor(Plan.START),
            StartGoals::measure,
            LargeStartGoals::measure,
            FirstAnswerGoals::measure));
    goals.addAll(all(plan.asksFor(Plan.DEV), DevGoals::measure));
    goals.addAll(all(plan.asksFor(Plan.COMPILE), CompileGoals::measure));
    goals.addAll(all(plan.asksFor(Plan.HEAP), HeapGoals::measure));
    goals.addAll(all(!plan.calls().isEmpty(), () -> LoadGoals.measure(plan)));
    var calls = plan.databaseCalls();
    goals.addAll(all(!calls.isEmpty(), () -> DatabaseGoals.measure(plan, calls)));
    goals.addAll(all(plan.asksFor(Plan.SQLITE), SqliteGoals::measure));
    goals.addAll(all(plan.asksFor(Plan.BULK), BulkGoals::measure));
    goals.addAll(all(plan.asksFor(Plan.MODES), () -> ModeGoals.measure(plan)));
    goals.addAll(all(plan.asksFor(Plan.HTTP2), () -> Http2Goals.measure(plan)));
    goals.addAll(all(plan.asksFor(Plan.LOOPS), () -> LoopGoals.measure(plan)));
    goals.addAll(all(plan.asksFor(Plan.ENUMERATION), EnumerationGoals::measure));
    goals.addAll(all(plan.asksFor(Plan.AUTH), () -> AuthGoals.measure(plan)));
    goals.addAll(all(plan.asksFor(Plan.TASKS), () -> TasksGoals.measure(plan)));
    return goals;
  }

  private static List<Goal> all(boolean isAskedFor, Suite... suites) throws IOException {
    var goals = new ArrayList<Goal>();
    for (var suite : isAskedFor ? suites : new Suite[0]) goals.addAll(print(suite.measure()));
    return goals;
  }

  private static List<Goal> print(List<Goal> goals) {
    goals.forEach(goal -> System.out.println(goal.line()));
    return goals;
  }

  /** Says on the error stream what goes on. */
  static void progress(String text) {
    System.err.println("bench: " + text);
  }
}
