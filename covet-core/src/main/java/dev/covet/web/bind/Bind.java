package dev.covet.web.bind;

import dev.covet.api.Invalid;
import dev.covet.api.Paging;
import dev.covet.api.Problem;
import dev.covet.base.inject.Scope;
import dev.covet.base.problem.Constraints;
import dev.covet.base.problem.Place;
import dev.covet.base.problem.Problems;
import dev.covet.web.http.Request;
import java.util.AbstractList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the values of a handler's parameters in a request. They are bound in the order path, query,
 * header, body, so that problems are told in it; a handler runs only if there are none.
 */
public final class Bind {
  /** An element of a list in a header: a comma between quotes parts nothing. */
  private static final Pattern ELEMENT = Pattern.compile("(?:\"(?:[^\"\\\\]|\\\\.)*+\"?|[^,\"])++");

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

  /** All parameters of the query of one name; none is an empty list. */
  public static List<TextValue> queries(Request request, Problems problems, String name) {
    return values(request.parameters().all(name), problems, problems.at("query", name));
  }

  /** Each begins when it is asked for: what is wrong with those before it is not its fault. */
  private static List<TextValue> values(List<String> texts, Problems problems, Place at) {
    return new AbstractList<>() {
      @Override
      public TextValue get(int index) {
        return new TextValue(problems, at.index(index), texts.get(index));
      }

      @Override
      public int size() {
        return texts.size();
      }
    };
  }

  /** All parameters of the query of one name; none is the problem {@code missing}. */
  public static List<TextValue> someQueries(Request request, Problems problems, String name) {
    return some(queries(request, problems, name), problems.at("query", name));
  }

  private static List<TextValue> some(List<TextValue> values, Place at) {
    if (values.isEmpty()) {
      at.problem("missing", "is required");
    }
    return values;
  }

  /** A header field; of several of one name the first. */
  public static TextValue header(Request request, Problems problems, String name) {
    return new TextValue(problems, problems.at("header", name), request.headers().first(name));
  }

  /**
   * All elements of the header fields of one name, parted by commas (RFC 9110, 5.6.1); none is an
   * empty list.
   */
  public static List<TextValue> headers(Request request, Problems problems, String name) {
    var elements =
        request.headers().all(name).stream()
            .flatMap(field -> ELEMENT.matcher(field).results())
            .map(element -> element.group().strip())
            .filter(element -> !element.isEmpty())
            .toList();
    return values(elements, problems, problems.at("header", name));
  }

  /** All elements of the header fields of one name; none is the problem {@code missing}. */
  public static List<TextValue> someHeaders(Request request, Problems problems, String name) {
    return some(headers(request, problems, name), problems.at("header", name));
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
   * @param in the part that its problems are told of: {@code header}
   */
  public static <T> @Nullable T record(Problems problems, String in, int before, Supplier<T> made) {
    if (problems.count() > before) {
      return null;
    }
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
   * the route's is the problem {@code unknown}.
   */
  public static void onlyQueries(Request request, Problems problems, Set<String> names) {
    request.parameters().names().stream()
        .filter(name -> !names.contains(name))
        .forEach(name -> problems.at("query", name).problem("unknown", "is not known here"));
  }

  /** Which part of a list is asked for; the defaults where the request is wrong. */
  public static Paging paging(Request request, Problems problems) {
    var offset = query(request, problems, "offset").orElse("0");
    var rows = offset.asInt();
    if (offset.valid()) {
      Constraints.min(offset, rows, 0);
    }
    var limit = query(request, problems, "limit").orElse("" + Paging.LIMIT_DEFAULT);
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
    if (scope == null) {
      throw new IllegalStateException("the request did not come through an app");
    }
    return scope;
  }
}
