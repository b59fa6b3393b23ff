package dev.covet.web.bind;

import dev.covet.base.problem.Place;
import dev.covet.base.problem.Problems;
import dev.covet.web.http.Request;
import dev.covet.web.http.Upload;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;

/** All files of one name in a form on their way to the elements of a list. Not thread-safe. */
public final class FileValues implements Iterable<FileValue> {
  private final Problems problems;
  private final Place at;
  private final List<Upload> uploads = new ArrayList<>();

  FileValues(Problems problems, Place at) {
    this.problems = problems;
    this.at = at;
  }

  /** The files of a name; a text in the place of one is a problem. */
  static List<Upload> of(Request request, Place at, String name) {
    var given = request.uploads(name);
    var text = request.form().first(name);
    if (text != null && !text.isEmpty()) {
      at.problem("type", "must be a file, not a text: its part has no file name");
    }
    return given;
  }

  /** These, and those of another name in the form. */
  public FileValues orForm(Request request, String alias) {
    uploads.addAll(of(request, at, alias));
    return this;
  }

  /** These; none is the problem {@code missing}. */
  public FileValues required() {
    if (uploads.isEmpty()) at.problem("missing", "is required");
    return this;
  }

  @Override
  public Iterator<FileValue> iterator() {
    return IntStream.range(0, uploads.size())
        .mapToObj(i -> new FileValue(problems, at.index(i), uploads.get(i)))
        .iterator();
  }
}
