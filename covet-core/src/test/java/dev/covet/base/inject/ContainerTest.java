package dev.covet.base.inject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.covet.api.Invalid;
import dev.covet.api.Lifetime;
import dev.covet.api.Mode;
import dev.covet.base.config.Config;
import dev.covet.base.config.StartFailure;
import dev.covet.base.config.StartFaults;
import dev.covet.base.problem.ProblemLimits;
import dev.covet.base.problem.Problems;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** S1.di.db, V1. */
class ContainerTest {
  private final List<String> log = new ArrayList<>();
  private final StartFaults faults = new StartFaults();

  record Mailer(String address) {}

  record Inbox(Mailer mailer) {}

  /** Tells when it is closed. */
  static final class Session implements AutoCloseable {
    final String name;
    final List<String> log;

    Session(String name, List<String> log) {
      this.name = name;
      this.log = log;
    }

    @Override
    public void close() {
      log.add("closed " + name);
    }
  }

  private Container.Builder container() {
    return Container.of(Config.of(Mode.TEST, faults), faults).subject(String.class);
  }

  private Provider<Session> session(String name, Lifetime lifetime, Key... asks) {
    Function<Wiring, Maker<Session>> wire =
        wiring -> {
          List<Slot<Object>> needs = new ArrayList<>();
          for (var key : asks) {
            needs.add(wiring.slot(key));
          }
          return new Maker<>() {
            @Override
            public @Nullable Object bind(Scope scope, Problems problems) {
              log.add("bound " + name);
              return name;
            }

            @Override
            public Session make(Scope scope, @Nullable Object bound) {
              needs.forEach(need -> need.get(scope));
              log.add("made " + name);
              return new Session(name, log);
            }
          };
        };
    return Provider.of(Key.of(name), lifetime, wire);
  }

  private static Provider<Mailer> mailer() {
    return Provider.app(Mailer.class, _ -> (_, _) -> new Mailer("real"));
  }

  private static Provider<Inbox> inbox() {
    return Provider.app(
        Inbox.class,
        wiring -> {
          Slot<Mailer> mailer = wiring.slot(Key.of(Mailer.class));
          return (scope, _) -> new Inbox(mailer.get(scope));
        });
  }

  @Test
  void anAppWideServiceIsMadeOnceAtStartWithWhatItNeeds() {
    var container = container().provide(inbox()).provide(mailer()).build();
    Slot<Inbox> slot = container.wiring("Heroes.create").slot(Key.of(Inbox.class));
    container.start();

    assertThat(slot.get(container.open("a"))).isSameAs(slot.get(container.open("b")));
    assertThat(slot.get(container.app()).mailer()).isEqualTo(new Mailer("real"));
  }

  @Test
  void aProviderThatNobodyAsksForIsNotMade() {
    var container = container().provide(session("unasked", Lifetime.APP)).build();
    container.start();
    container.close();

    assertThat(log).isEmpty();
  }

  @Test
  void aRequestHasItsOwnServicesClosedNewestFirst() {
    var container =
        container()
            .provide(session("b", Lifetime.REQUEST, Key.of("a")))
            .provide(session("a", Lifetime.REQUEST))
            .build();
    Slot<Session> b = container.wiring("Heroes.create").slot(Key.of("b"));
    container.start();

    try (var one = container.open("1");
        var two = container.open("2")) {
      assertThat(b.get(one)).isSameAs(b.get(one)).isNotSameAs(b.get(two));
      log.clear();
    }

    assertThat(log).containsExactly("closed b", "closed a", "closed b", "closed a");
  }

  @Test
  void everyServiceReadsTheRequestOnceBeforeAnyIsMade() {
    var container =
        container()
            .provide(session("b", Lifetime.REQUEST, Key.of("a")))
            .provide(session("c", Lifetime.REQUEST, Key.of("a")))
            .provide(session("a", Lifetime.REQUEST))
            .build();
    var wiring = container.wiring("Heroes.create");
    Slot<Session> b = wiring.slot(Key.of("b"));
    Slot<Session> c = wiring.slot(Key.of("c"));
    container.start();

    try (var scope = container.open("1")) {
      var problems = new Problems();
      b.bind(scope, problems);
      c.bind(scope, problems);
      b.get(scope);
      c.get(scope);
    }

    assertThat(log.subList(0, 6))
        .containsExactly("bound a", "bound b", "bound c", "made a", "made b", "made c");
  }

  @Test
  void aServiceWhoseReadingFailedIsNotMade() {
    var refusing =
        Provider.request(
            Session.class,
            _ ->
                new Maker<>() {
                  @Override
                  public @Nullable Object bind(Scope scope, Problems problems) {
                    problems.at("path", "id").problem("type", "must be a number");
                    return null;
                  }

                  @Override
                  public Session make(Scope scope, @Nullable Object bound) {
                    throw new AssertionError("made");
                  }
                });
    var container = container().provide(refusing).build();
    Slot<Session> slot = container.wiring("Heroes.create").slot(Key.of(Session.class));
    container.start();
    var scope = container.open("1");

    assertThatThrownBy(() -> slot.get(scope)).isInstanceOf(RuntimeException.class);
    var problems = new Problems();
    slot.bind(container.open("2"), problems);
    assertThat(problems.count()).isEqualTo(1);
  }

  @Test
  void closingGoesOnAfterAFailureAndTellsTheFirst() {
    var container = container().build();
    container.start();
    var scope = container.open("1");
    scope.onClose(() -> log.add("oldest"));
    scope.onClose(() -> {
      throw new IllegalStateException("second");
    });
    scope.onClose(() -> {
      throw new IllegalStateException("first");
    });

    assertThatThrownBy(scope::close)
        .hasMessage("first")
        .satisfies(e ->
            assertThat(e.getSuppressed())
                .extracting(Throwable::getMessage)
                .containsExactly("second"));
    assertThat(log).containsExactly("oldest");
    scope.close();
    assertThat(log).hasSize(1);
  }

  @Test
  void whatWasMadeBeforeAFailureIsClosed() {
    var failing =
        Provider.request(
            Inbox.class,
            wiring -> {
              Slot<Session> first = wiring.slot(Key.of("first"));
              return (scope, _) -> {
                first.get(scope);
                throw new IllegalStateException("no inbox");
              };
            });
    var container =
        container().provide(failing).provide(session("first", Lifetime.REQUEST)).build();
    Slot<Inbox> slot = container.wiring("Heroes.create").slot(Key.of(Inbox.class));
    container.start();

    assertThatThrownBy(
            () -> {
              try (var scope = container.open("1")) {
                slot.get(scope);
              }
            })
        .hasMessage("no inbox");
    assertThat(log).containsExactly("bound first", "made first", "closed first");
  }

  @Test
  void anOverrideReplacesAServiceOfEitherLifetimeInOneStartOnly() {
    var mine = new Session("mine", log);
    var overridden =
        container()
            .provide(mailer())
            .provide(session("s", Lifetime.REQUEST))
            .override(Key.of(Mailer.class), new Mailer("fake"))
            .override(Key.of("s"), mine)
            .build();
    var wiring = overridden.wiring("Heroes.create");
    Slot<Mailer> mailer = wiring.slot(Key.of(Mailer.class));
    Slot<Session> session = wiring.slot(Key.of("s"));
    overridden.start();
    var other = container().provide(mailer()).build();
    Slot<Mailer> real = other.wiring("Heroes.create").slot(Key.of(Mailer.class));
    other.start();

    try (var scope = overridden.open("1")) {
      assertThat(mailer.get(scope)).isEqualTo(new Mailer("fake"));
      assertThat(session.get(scope)).isSameAs(mine);
    }
    overridden.close();
    assertThat(real.get(other.app())).isEqualTo(new Mailer("real"));
    assertThat(log).isEmpty();
  }

  /** S1.di.request. */
  @Test
  void theRequestItselfCanBeAskedFor() {
    var container = container().build();
    Slot<String> request = container.wiring("Heroes.create").slot(Key.of(String.class));
    container.start();

    assertThat(request.get(container.open("GET /"))).isEqualTo("GET /");
  }

  @Test
  void oneMessageNamesEveryFaultAndNoOther() {
    var circleA = session("a", Lifetime.APP, Key.of("b"));
    var circleB = session("b", Lifetime.APP, Key.of("a"));
    var tooLong = session("wide", Lifetime.APP, Key.of(String.class));
    var others = container().provide(inbox()).provide(tooLong);
    var container = others.provide(circleA).provide(circleB).build();
    var wiring = container.wiring("Heroes.create");
    wiring.slot(Key.of("a"));
    wiring.slot(Key.of("wide"));
    wiring.slot(Key.of(Inbox.class));
    wiring.slot(Key.of(Mailer.class));
    wiring.slot(Key.of("data.Session"), "install Database.url(...)");

    assertThatThrownBy(container::start)
        .isInstanceOf(StartFailure.class)
        .hasMessageContaining("These services need each other: a -> b -> a.")
        .hasMessageContaining("wide is created once for the whole app and needs java.lang.String")
        .hasMessageContaining(
            "Heroes.create needs dev.covet.base.inject.ContainerTest.Mailer, which nothing provides.")
        .hasMessageContaining(
            "needs data.Session, which nothing provides: install Database.url(...).");
    assertThat(log).isEmpty();
    assertThat(faults.list()).hasSize(5);
  }

  /** As generated code does it: what a provider declares to throw passes unchanged. */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <R, E extends Throwable> R thrown(Throwable failure) throws E {
    throw (E) failure;
  }

  @Test
  void aFailureAtStartClosesWhatWasMadeAndSaysWhichServiceItWas() {
    for (var failure :
        List.of(
            new IllegalStateException("port taken"),
            new IOException("port taken"),
            new ExceptionInInitializerError("port taken"))) {
      log.clear();
      var container =
          container()
              .provide(session("first", Lifetime.APP))
              .provide(session("asking", Lifetime.APP, Key.of(Inbox.class)))
              .provide(Provider.app(Inbox.class, _ -> (_, _) -> thrown(failure)))
              .build();
      var wiring = container.wiring("Heroes.create");
      wiring.slot(Key.of("first"));
      wiring.slot(Key.of("asking"));

      assertThatThrownBy(container::start)
          .isInstanceOf(StartFailure.class)
          .hasCause(failure)
          .hasMessageContaining("Inbox cannot be created: port taken");
      assertThat(log).containsExactly("made first", "closed first");
    }
  }

  @Test
  void appWideServicesAreClosedAtStopNewestFirst() {
    var container =
        container()
            .provide(session("b", Lifetime.APP, Key.of("a")))
            .provide(session("a", Lifetime.APP))
            .build();
    container.wiring("Heroes.create").slot(Key.of("b"));
    container.start();
    container.close();

    assertThat(log).containsExactly("made a", "made b", "closed b", "closed a");
  }

  /** J4. */
  @Test
  void aServiceThatNobodyBoundTellsOfNoMoreProblemsThanOthers() {
    Maker<Inbox> maker =
        new Maker<>() {
          @Override
          public @Nullable Object bind(Scope scope, Problems problems) {
            problems.at("header", "a").problem("blank", "is blank");
            problems.at("header", "b").problem("blank", "is blank");
            return null;
          }

          @Override
          public Inbox make(Scope scope, @Nullable Object bound) {
            throw new AssertionError("made from what is wrong");
          }
        };
    try (var one = container().limits(new ProblemLimits(1, 10)).build()) {
      var slot = one.wiring("test").slot(Provider.request(Inbox.class, _ -> maker));
      one.start();
      try (var scope = one.open("request")) {
        assertThatThrownBy(() -> slot.get(scope))
            .isInstanceOfSatisfying(
                Invalid.class,
                e -> {
                  assertThat(e.problems()).hasSize(1);
                  assertThat(e.truncated()).isTrue();
                });
      }
    }
  }

  @Test
  void servicesOfTheAppAreMadeForAQuestionBeforeTheStartAndClosedAgain() {
    try (var container = container().build()) {
      var slot = container.wiring("test").slot(session("early", Lifetime.APP));

      assertThat(container.<String>asked(app -> slot.get(app).name)).isEqualTo("early");
      assertThat(log).containsExactly("made early", "closed early");

      container.start();
      log.clear();
      var first = container.asked(slot::get);
      assertThat(container.<Session>asked(slot::get)).isSameAs(first);
      assertThat(log).isEmpty();
    }
  }
}
