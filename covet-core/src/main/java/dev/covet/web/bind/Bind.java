package dev.covet.web.bind;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.covet.api.Invalid;
import dev.covet.api.Paging;
import dev.covet.api.Problem;
import dev.covet.base.inject.Scope;
import dev.covet.base.problem.CodePoints;
import dev.covet.base.problem.Constraints;
import dev.covet.base.problem.Place;
import dev.covet.base.problem.Problems;
import dev.covet.web.http.Headers;
import dev.covet.web.http.Request;
import dev.covet.web.message.Parameters;
import dev.covet.web.stream.Event;
import dev.covet.web.stream.LastEventIdTooLong;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Finds the values of a handler's parameters in a request. They are bound in the order path, query,
 * header, cookie, form, body; a handler runs only if there are no problems.
 */
public final class Bind {
  private Bind() {}

  /** Takes what is wrong with a request, as much as its app tells of it. */
  public static Problems problems(Request request) {
    return new Problems(request.terms().problems(), request.terms().clock());
  }

  /** A variable of the path. */
  public static TextValue path(Request request, Problems problems, String name) {
    return new TextValue(problems, problems.at("path", name), request.pathValues().get(name));
  }

  /** A parameter of the query; several of one name are the problem {@code duplicate}. */
  public static TextValue query(Request request, Problems problems, String name) {
    return new TextValue(problems, problems.at("query", name), null).orQuery(request, name);
  }

  /** All parameters of the query of one name. */
  public static TextValues queries(Request request, Problems problems, String name) {
    return new TextValues(problems, problems.at("query", name)).orQuery(request, name);
  }

  /** A header field; several of one name are the problem {@code duplicate}. */
  public static TextValue header(Request request, Problems problems, String name) {
    var headers = request.headers();
    var first = headers.first(name);
    return new TextValue(problems, problems.at("header", name), null)
        .or(first, first != null && headers.repeats(name));
  }

  /**
   * The id of the last event that a client has had, as it stands in {@code Last-Event-ID}: in UTF-8
   * (WHATWG HTML, 9.2.3), unlike other fields.
   *
   * @throws LastEventIdTooLong if it has more than 256 characters
   */
  public static TextValue lastEventId(Request request, Problems problems, String name) {
    var bytes = request.headers().first(name);
    var id = bytes == null ? null : new String(bytes.getBytes(ISO_8859_1), UTF_8);
    if (id != null && id.length() > Event.ID_CHARS_MAX) throw new LastEventIdTooLong();
    return new TextValue(problems, problems.at("header", name), null)
        .or(id, id != null && request.headers().repeats(name));
  }

  /** All elements of the header fields of one name, as {@link Headers#elements} has them. */
  public static TextValues headers(Request request, Problems problems, String name) {
    return new TextValues(problems, problems.at("header", name))
        .with(request.headers().elements(name));
  }

  /**
   * A cookie, decoded as {@code SetCookie} encodes it. A browser sends several of one name if it
   * has them for several paths or domains; then they must have one value, else they are the problem
   * {@code duplicate}: which one is meant nobody can tell (RFC 6265, 4.2.2).
   */
  public static TextValue cookie(Request request, Problems problems, String name) {
    return new TextValue(problems, problems.at("cookie", name), null).orCookie(request, name);
  }

  /** All cookies of one name, decoded. */
  public static TextValues cookies(Request request, Problems problems, String name) {
    return new TextValues(problems, problems.at("cookie", name)).orCookie(request, name);
  }

  /**
   * A field of the form that is the body; several of one name are the problem {@code duplicate}.
   *
   * @throws dev.covet.api.ApiError as {@link Request#form} does
   */
  public static TextValue form(Request request, Problems problems, String name) {
    return new TextValue(problems, problems.at("form", name), null).orForm(request, name);
  }

  /**
   * All fields of one name of the form that is the body.
   *
   * @throws dev.covet.api.ApiError as {@link Request#form} does
   */
  public static TextValues forms(Request request, Problems problems, String name) {
    return new TextValues(problems, problems.at("form", name)).orForm(request, name);
  }

  /**
   * A file of the form that is the body; several of one name are the problem {@code duplicate}.
   *
   * @throws dev.covet.api.ApiError as {@link Request#uploads} does
   */
  public static FileValue upload(Request request, Problems problems, String name) {
    return new FileValue(problems, problems.at("form", name), null).orForm(request, name);
  }

  /**
   * All files of one name of the form that is the body.
   *
   * @throws dev.covet.api.ApiError as {@link Request#uploads} does
   */
  public static FileValues uploads(Request request, Problems problems, String name) {
    return new FileValues(problems, problems.at("form", name)).orForm(request, name);
  }

  /**
   * A record of values of the query, unless one of them is wrong. What its constructor does not
   * take is a problem of the query: those of an {@link Invalid}, else one, {@code invalid}, whose
   * text is not the exception's.
   *
   * @param before {@link Problems#count} before its values were bound
   * @return null if there are problems
   */
  public static <T> @Nullable T record(Problems problems, int before, Supplier<T> made) {
    return record(problems, "query", before, made);
  }

  /**
   * As {@link #record(Problems, int, Supplier)}, of values of another part of the request.
   *
   * @param in the part that its problems are told of: {@code header}, {@code cookie}, {@code form}
   */
  public static <T> @Nullable T record(Problems problems, String in, int before, Supplier<T> made) {
    if (problems.count() > before) return null;
    try {
      return made.get();
    } catch (Invalid e) {
      e.problems().forEach(each -> below(problems, in, each).problem(each.code(), each.reason()));
      if (e.problems().isEmpty()) problems.at(in).problem("invalid", "is not valid");
    } catch (IllegalArgumentException | NullPointerException e) {
      problems.at(in).problem("invalid", "is not valid");
    }
    return null;
  }

  private static Place below(Problems problems, String in, Problem problem) {
    var location = problem.location();
    return problems.at(in, location.stream().skip(1).map(String::valueOf).toArray(String[]::new));
  }

  /**
   * Refuses what else is in the query, as {@code @Strict} groups ask for: each name that is none of
   * the route's, or of the guards before it, is the problem {@code unknown}.
   */
  public static void onlyQueries(Request request, Problems problems, Set<String> names) {
    only(request.parameters().names(), problems, "query", known(request, names));
  }

  /** Refuses what else is in the form that is the body, as {@link #onlyQueries} does. */
  public static void onlyForms(Request request, Problems problems, Set<String> names) {
    var given = new LinkedHashSet<>(request.form().names());
    given.addAll(request.uploadNames());
    only(given, problems, "form", names::contains);
  }

  private static void only(
      Set<String> given, Problems problems, String in, Predicate<String> known) {
    given.stream()
        .filter(known.negate())
        .map(CodePoints::shownName)
        .forEach(name -> problems.at(in, name).problem("unknown", "is not known here"));
  }

  /**
   * All parameters of the query that neither the route reads by one of these names, nor a guard
   * before it by any: for each name one.
   */
  public static List<TextValues> otherQueries(
      Request request, Problems problems, Set<String> known) {
    return others(request.parameters(), problems, "query", known(request, known));
  }

  private static Predicate<String> known(Request request, Set<String> names) {
    var guarded = request.terms().guarded();
    return name -> names.contains(name) || guarded.contains(name);
  }

  /**
   * All fields of the form that is the body, likewise.
   *
   * @throws dev.covet.api.ApiError as {@link Request#form} does
   */
  public static List<TextValues> otherForms(Request request, Problems problems, Set<String> known) {
    return others(request.form(), problems, "form", known::contains);
  }

  private static List<TextValues> others(
      Parameters given, Problems problems, String in, Predicate<String> known) {
    return given.others(known).entrySet().stream()
        .map(each ->
            new TextValues(problems, problems.at(in, CodePoints.shownName(each.getKey())))
                .called(each.getKey())
                .with(each.getValue()))
        .toList();
  }

  /** Which part of a list is asked for; the defaults where the request is wrong. */
  public static Paging paging(Request request, Problems problems) {
    var offset = query(request, problems, "offset").filled().orElse("0");
    var rows = offset.asInt();
    if (offset.valid()) Constraints.min(offset, rows, 0);
    var limit = query(request, problems, "limit").filled().orElse("" + Paging.LIMIT_DEFAULT);
    var most = limit.asInt();
    if (limit.valid()) {
      Constraints.min(limit, most, 1);
      Constraints.max(limit, most, Paging.LIMIT_MAX);
    }
    return problems.isEmpty() ? new Paging(rows, most) : new Paging(0, Paging.LIMIT_DEFAULT);
  }

  /**
   * The services of a request.
   *
   * @throws IllegalStateException if no app has dispatched the request
   */
  public static Scope scope(Request request) {
    var scope = request.context().scope();
    if (scope == null) throw new IllegalStateException("the request did not come through an app");
    return scope;
  }
}
