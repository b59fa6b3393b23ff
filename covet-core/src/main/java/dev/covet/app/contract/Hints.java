package dev.covet.app.contract;

import dev.covet.gen.Indexes;
import dev.covet.schema.Operation;
import dev.covet.web.docs.Promises;
import dev.covet.web.http.Handler;
import dev.covet.web.http.Middleware;
import dev.covet.web.http.Request;
import dev.covet.web.http.Response;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What an app says of itself in development, since it is easily overlooked. It stands around
 * everything that an app's author wrote. Thread-safe.
 */
public final class Hints implements Middleware {
  private static final Logger LOG = LoggerFactory.getLogger(Hints.class);

  private final Supplier<List<Operation>> operations;
  private @Nullable Promises promises;

  /** Told already: a client that asks again and again fills no log. */
  private final Set<String> told = ConcurrentHashMap.newKeySet();

  /** Hints about the answers of these operations, which are known with the first request. */
  public Hints(Supplier<List<Operation>> operations) {
    this.operations = operations;
  }

  /**
   * Names the classes with routes, and the webhooks, in the compilations of these that are not
   * among them. Nobody knows here whether they were forgotten: a compilation may hold several
   * programs.
   *
   * @param operations of the app, whose callbacks are webhooks that need not be added
   */
  public static void forgotten(
      Indexes indexes, Collection<Class<?>> added, Collection<Operation> operations) {
    var names = added.stream().map(Class::getCanonicalName).collect(Collectors.toSet());
    var called = called(operations);
    var forgotten =
        indexes.of(added).stream()
            .flatMap(index ->
                Stream.concat(
                    index.routes().stream(),
                    index.webhooks().stream().filter(name -> !called.contains(simple(name)))))
            .filter(name -> !names.contains(name))
            .collect(Collectors.joining(", "));
    if (!forgotten.isEmpty()) {
      LOG.atWarn()
          .addKeyValue("classes", forgotten)
          .addKeyValue("hint", "name them in .add(...), unless another program serves them")
          .log("classes_not_added");
    }
  }

  /** The simple names of the webhooks that operations list as callbacks. */
  private static Set<String> called(Collection<Operation> operations) {
    return operations.stream()
        .flatMap(operation -> operation.callbacks().stream())
        .flatMap(callback -> callback.webhooks().stream())
        .map(webhook -> webhook.source().substring(0, webhook.source().indexOf('.')))
        .collect(Collectors.toSet());
  }

  private static String simple(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  /** Says that an app serves nothing, which looks like an app whose every path is wrong. */
  public static void empty() {
    LOG.atWarn()
        .addKeyValue("hint", "add a class with routes: .add(Heroes.class), or .get(\"/\", ...)")
        .log("app_serves_nothing");
  }

  /** Tells of each status, error and type that the document does not list, once. */
  @Override
  public Response handle(Request request, Handler next) {
    var response = next.handle(request);
    promises()
        .of(request)
        .flatMap(operation -> Promises.broken(operation, Promises.Given.of(response)))
        .filter(told::add)
        .ifPresent(Hints::notListed);
    return response;
  }

  private static void notListed(String broken) {
    LOG.atWarn().addKeyValue("hint", broken).log("answer_not_in_document");
  }

  private synchronized Promises promises() {
    if (promises == null) promises = new Promises(operations.get());
    return promises;
  }
}
