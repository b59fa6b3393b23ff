package dev.covet.web.bind;

import dev.covet.base.problem.Place;
import dev.covet.base.problem.Problems;
import dev.covet.web.http.Request;
import dev.covet.web.http.Upload;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One file of a form on its way to a parameter. What is wrong with it becomes a problem at its
 * place; the caller goes on without it and learns of it by {@link #valid}. Not thread-safe.
 */
public final class FileValue implements Place {
  private final Problems problems;
  private final Place at;
  private final int problemsBefore;
  private @Nullable Upload upload;

  FileValue(Problems problems, Place at, @Nullable Upload upload) {
    this.problems = problems;
    this.at = at;
    this.upload = upload;
    this.problemsBefore = problems.count();
  }

  /** Whether the request has it. */
  public boolean isGiven() {
    return upload != null;
  }

  /** Whether nothing is wrong with it so far. */
  public boolean valid() {
    return problems.count() == problemsBefore;
  }

  /** This under another name in the form; it is a problem if it stands there more than once. */
  public FileValue orForm(Request request, String alias) {
    var given = FileValues.of(request, at, alias);
    if (given.isEmpty()) return this;
    if (upload != null || given.size() > 1) problem("duplicate", "must be given only once");
    if (upload == null) upload = given.getFirst();
    return this;
  }

  /**
   * The file.
   *
   * @return null, with a problem, if there is none
   */
  public @Nullable Upload asUpload() {
    if (upload == null && valid()) problem("missing", "is required");
    return upload;
  }

  @Override
  public void problem(String code, String reason) {
    at.problem(code, reason);
  }

  @Override
  public Place field(String name) {
    return at.field(name);
  }

  @Override
  public Place index(int index) {
    return at.index(index);
  }

  @Override
  public int patternStepsMax() {
    return problems.limits().patternStepsMax();
  }

  @Override
  public @Nullable Instant now() {
    return at.now();
  }

  @Override
  public int problemCount() {
    return problems.count();
  }
}
