package dev.covet.app.contract;

import dev.covet.schema.Operation;
import dev.covet.web.docs.AppForms;
import dev.covet.web.docs.Docs;
import dev.covet.web.docs.OpenApi;
import dev.covet.web.docs.page.DocPages;
import dev.covet.web.http.Middleware;
import dev.covet.web.middleware.Cors;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an app promises its clients: known whole once middleware can be asked what it answers by
 * itself. Thread-safe.
 */
public final class Contract {
  private final Pages pages;
  private final Own own;
  private final List<Inner> inner;
  private final Around around;
  private final MiddlewareAnswers answers;
  private @Nullable List<Operation> told;

  /**
   * The contract of an app.
   *
   * @param pages how it is shown
   * @param own what its classes offer
   * @param inner the apps in it
   * @param around what stands around it
   */
  public Contract(Pages pages, Own own, List<Inner> inner, Around around) {
    this.pages = pages;
    this.own = own;
    this.inner = List.copyOf(inner);
    this.around = around;
    this.answers = around.answers();
  }

  /**
   * What the classes of an app offer.
   *
   * @param webhooks what the app calls at addresses that clients have named
   */
  public record Own(List<Offer> offers, List<Operation> webhooks) {
    /** Copies the lists. */
    public Own {
      offers = List.copyOf(offers);
      webhooks = List.copyOf(webhooks);
    }
  }

  /**
   * The middleware of a whole app, and how it is asked for its answers.
   *
   * @param before what stands before the route, and so around the apps in it, too
   * @param behind what stands behind the route: apps in it have their own
   */
  public record Around(
      List<Middleware> before, List<Middleware> behind, MiddlewareAnswers answers) {
    /** Copies the lists. */
    public Around {
      before = List.copyOf(before);
      behind = List.copyOf(behind);
    }
  }

  /**
   * How an app is shown.
   *
   * @param forms makes examples and tries them
   */
  public record Pages(Docs docs, AppForms forms) {}

  /** An app in this one. */
  public record Inner(String path, Contract contract) {
    private Stream<Operation> operations(List<Operation> all) {
      return all.stream().map(each -> each.mountedAt(path));
    }
  }

  public Docs docs() {
    return pages.docs();
  }

  public AppForms forms() {
    return pages.forms();
  }

  /** The operations without what middleware answers. */
  public List<Operation> outline() {
    return outlines().flatMap(List::stream).toList();
  }

  /** Those of this app, then those of each app in it. */
  private Stream<List<Operation>> outlines() {
    return Stream.concat(
        Stream.of(own.offers().stream().map(Offer::operation).toList()),
        inner.stream().map(each -> each.operations(each.contract().outline()).toList()));
  }

  /** The webhooks of this app, then those of each app in it. */
  public List<Operation> webhooks() {
    var mounted = inner.stream().flatMap(each -> each.operations(each.contract().webhooks()));
    return Stream.concat(own.webhooks().stream(), mounted).toList();
  }

  /** Routes of this app and of those in it that get in each other's way. */
  public List<String> faults() {
    return OpenApi.sameRoutes(outlines().toList());
  }

  /**
   * What is wrong with an app and those in it as a whole: operations and webhooks of one id, and
   * two {@link Cors} around one route, of which the outer one alone answers preflights.
   */
  public List<String> wholeFaults() {
    var twice =
        twice(0, "")
            .limit(1)
            .map(
                "Two Cors are around %s, and the outer one alone answers preflights. Name all origins in one Cors.of(...), or give each router its own and the app none."
                    ::formatted);
    return Stream.concat(OpenApi.sameIds(documented(outline())).stream(), twice).toList();
  }

  /**
   * What two Cors are around.
   *
   * @param outer how many the apps around this one have
   * @param at the path of this app
   */
  private Stream<String> twice(long outer, String at) {
    var before = outer + cors(around.before());
    var all = before + cors(around.behind());
    if (all > 1) return Stream.of("every route of " + (at.isEmpty() ? "the app" : at));
    var routes =
        own.offers().stream()
            .filter(each -> all + cors(each.middleware()) > 1)
            .map(each -> each.operation().method() + " " + at + each.operation().path());
    return Stream.concat(
        routes, inner.stream().flatMap(each -> each.contract().twice(before, at + each.path())));
  }

  private static long cors(List<Middleware> all) {
    return all.stream().filter(Cors.class::isInstance).count();
  }

  private List<Operation> documented(List<Operation> operations) {
    return Stream.concat(operations.stream(), webhooks().stream()).toList();
  }

  /**
   * The operations with every answer that a client can get.
   *
   * @throws dev.covet.base.config.StartFailure if middleware cannot say what it answers
   */
  public synchronized List<Operation> operations() {
    if (told == null) told = asked();
    return told;
  }

  private List<Operation> asked() {
    var offers = own.offers().stream().map(this::asked).flatMap(List::stream).toList();
    var behind = answers.around(offers, around.behind());
    var mounted = inner.stream().flatMap(each -> each.operations(each.contract().operations()));
    return answers.around(Stream.concat(behind.stream(), mounted).toList(), around.before());
  }

  private List<Operation> asked(Offer offer) {
    return answers.around(List.of(offer.operation()), offer.middleware());
  }

  public byte[] openApi() {
    return docs().openApi(documented(operations()), forms());
  }

  private byte[] openApi32() {
    return docs().openApi32(documented(operations()), forms());
  }

  /** What is said over WebSockets, if there are any that are not hidden. */
  private Optional<Supplier<byte[]>> asyncApi() {
    return outline().stream().anyMatch(each -> each.messages() != null && !each.hidden())
        ? Optional.of(() -> docs().asyncApi(operations(), forms()))
        : Optional.empty();
  }

  /**
   * The pages that show it.
   *
   * @param origins the other hosts that give tokens
   */
  public DocPages shown(List<String> origins) {
    var documents = new DocPages.Documents(this::openApi, this::openApi32, asyncApi());
    return new DocPages(docs(), documents, origins);
  }

  /** As {@link #openApi}, a line for each member. */
  public byte[] openApiLines() {
    return docs().openApiLines(documented(operations()), forms());
  }
}
