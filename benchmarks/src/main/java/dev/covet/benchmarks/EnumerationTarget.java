package dev.covet.benchmarks;

import dev.covet.app.Covet;
import dev.covet.benchmarks.workload.Accounts;
import dev.covet.data.Database;

/** A program with accounts, for {@link EnumerationGoals}. */
public final class EnumerationTarget {
  private EnumerationTarget() {}

  /** Runs until the process is ended. */
  public static void main(String[] args) {
    Covet.app().install(Database.url("sqlite:accounts.db")).add(Accounts.class).run(args);
  }
}
