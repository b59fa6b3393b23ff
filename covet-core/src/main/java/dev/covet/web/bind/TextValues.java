package dev.covet.web.bind;

import dev.covet.base.problem.Place;
import dev.covet.base.problem.Problems;
import dev.covet.web.http.Request;
import dev.covet.web.http.RequestCookies;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * All values of one name on their way to the elements of a list. Each begins when it is asked for:
 * what is wrong with those before it is not its fault. Not thread-safe.
 */
public final class TextValues implements Iterable<TextValue> {
  private final Problems problems;
  private final Place at;
  private final List<String> texts = new ArrayList<>();
  private String name = "";
  private boolean onlyFilled;

  TextValues(Problems problems, Place at) {
    this.problems = problems;
    this.at = at;
  }

  TextValues called(String said) {
    name = said;
    return this;
  }

  TextValues with(List<String> more) {
    texts.addAll(more);
    return this;
  }

  /** What they are called, where the client chose that. */
  public String name() {
    return name;
  }

  /** Where what is wrong with them as a whole, or with their name, is told. */
  public Place at() {
    return at;
  }

  /** The only one of them; several are the problem {@code duplicate}. */
  public TextValue single() {
    return new TextValue(problems, at, null).or(texts.getFirst(), texts.size() > 1);
  }

  /** These, and those of another name in the query. */
  public TextValues orQuery(Request request, String alias) {
    return with(request.parameters().all(alias));
  }

  /** These, and those of another name in the form. */
  public TextValues orForm(Request request, String alias) {
    var found = with(request.form().all(alias));
    if (request.uploadNames().contains(alias)) at.problem("type", "must be strings, not files");
    return found;
  }

  /** These, and those of another name among the cookies. */
  public TextValues orCookie(Request request, String alias) {
    for (var value : RequestCookies.of(request.headers()).all(alias)) {
      texts.add(decoded(at.index(texts.size()), value));
    }
    return this;
  }

  /** The text of a cookie; one that cannot be decoded is a problem, and stays as it is. */
  static String decoded(Place at, String cookie) {
    var text = RequestCookies.decode(cookie);
    if (text == null) at.problem("bad_text", "must be UTF-8, percent-encoded");
    return text == null ? cookie : text;
  }

  /** These, for a type that has no empty text: what has no character counts as not given. */
  public TextValues filled() {
    onlyFilled = true;
    return this;
  }

  /** These; none is the problem {@code missing}. */
  public TextValues required() {
    if (!iterator().hasNext()) at.problem("missing", "is required");
    return this;
  }

  @Override
  public Iterator<TextValue> iterator() {
    return IntStream.range(0, texts.size())
        .filter(i -> !onlyFilled || !texts.get(i).isEmpty())
        .mapToObj(i -> new TextValue(problems, at.index(i), texts.get(i)))
        .iterator();
  }
}
