package dev.covet.benchmarks;

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
    var baseline = plan.baseline();
    var goals = baseline == null ? standing(plan) : print(BaselineGoals.measure(plan, baseline));
    return goals.stream().anyMatch(goal -> goal.isJudged() && goal.isShort()) ? SHORT : 0;
  }

  private static List<Goal> standing(Plan plan) throws IOException {
    var goals = new ArrayList<Goal>();
    if (plan.asksFor(Plan.CODEC)) {
      goals.addAll(print(CodecGoals.measure()));
      goals.addAll(print(ShapeGoals.measure()));
    }
    if (plan.asksFor(Plan.START)) {
      goals.addAll(print(StartGoals.measure()));
      goals.addAll(print(LargeStartGoals.measure()));
      goals.addAll(print(FirstAnswerGoals.measure()));
    }
    if (plan.asksFor(Plan.DEV)) {
      goals.addAll(print(DevGoals.measure()));
    }
    if (plan.asksFor(Plan.COMPILE)) {
      goals.addAll(print(CompileGoals.measure()));
    }
    if (plan.asksFor(Plan.HEAP)) {
      goals.addAll(print(HeapGoals.measure()));
    }
    if (!plan.calls().isEmpty()) {
      goals.addAll(print(LoadGoals.measure(plan)));
    }
    if (!plan.databaseCalls().isEmpty()) {
      goals.addAll(print(DatabaseGoals.measure(plan, plan.databaseCalls())));
    }
    if (plan.asksFor(Plan.SQLITE)) {
      goals.addAll(print(SqliteGoals.measure()));
    }
    if (plan.asksFor(Plan.BULK)) {
      goals.addAll(print(BulkGoals.measure()));
    }
    if (plan.asksFor(Plan.MODES)) {
      goals.addAll(print(ModeGoals.measure(plan)));
    }
    goals.addAll(services(plan));
    return goals;
  }

  /** What belongs to a deployed service. */
  private static List<Goal> services(Plan plan) throws IOException {
    var goals = new ArrayList<Goal>();
    if (plan.asksFor(Plan.ENUMERATION)) {
      goals.addAll(print(EnumerationGoals.measure()));
    }
    if (plan.asksFor(Plan.AUTH)) {
      goals.addAll(print(AuthGoals.measure(plan)));
    }
    if (plan.asksFor(Plan.TASKS)) {
      goals.addAll(print(TasksGoals.measure(plan)));
    }
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
