package dev.covet.web.bind;

import dev.covet.base.problem.Place;
import dev.covet.base.problem.Problems;
import dev.covet.web.http.Request;
import dev.covet.web.http.Upload;
import org.jspecify.annotations.Nullable;

/**
 * One file of a form on its way to a parameter. What is wrong with it becomes a problem at its
 * place; the caller goes on without it and learns of it by {@link #valid}. Not thread-safe.
 */
public final class FileValue extends BoundValue {
  private @Nullable Upload upload;

  FileValue(Problems problems, Place at, @Nullable Upload upload) {
    super(problems, at);
    this.upload = upload;
  }

  /** Whether the request has it. */
  public boolean isGiven() {
    return upload != null;
  }

  /** This under another name in the form; it is a problem if it stands there more than once. */
  public FileValue orForm(Request request, String alias) {
    var given = FileValues.of(request, this, alias);
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
}
