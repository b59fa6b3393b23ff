package dev.covet.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.covet.api.Mode;
import dev.covet.app.generated.Generated;
import dev.covet.app.process.AppLoops;
import dev.covet.base.config.Config;
import dev.covet.base.config.StartFailure;
import dev.covet.base.config.StartFaults;
import dev.covet.base.inject.Container;
import dev.covet.base.inject.Scope;
import dev.covet.base.observe.Metrics;
import dev.covet.gen.Hook;
import dev.covet.gen.Indexes;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Starts that fail or are overtaken by a stop, and stops that come twice. */
@Timeout(300)
class LifetimesTest {
  private final List<String> said = new CopyOnWriteArrayList<>();
  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch letGo = new CountDownLatch(1);
  private final Lifetimes lifetimes = lifetimes();
  private final Thread opener = Thread.ofPlatform().daemon().unstarted(this::open);

  private Lifetimes lifetimes() {
    return lifetimes(
        List.of(new Hook("first", this::waiting), new Hook("second", _ -> said.add("second hook"))),
        List.of(new Hook("last", _ -> said.add("stop hook"))));
  }

  private Lifetimes lifetimes(List<Hook> first, List<Hook> last) {
    var faults = new StartFaults();
    var config = Config.of(Mode.TEST, faults);
    var at = Surroundings.of(StartOptions.of(Mode.TEST), faults);
    var setup =
        new Setup(
            at,
            config,
            new Generated(Indexes.NONE, List.of(), List.of()),
            new AppLoops(config, new Metrics()));
    setup.onStop(() -> said.add("plugin closed"));
    var hooks = new AddedClasses.Hooks(first, last, List.of());
    return new Lifetimes(setup, Container.of(config, faults).build(), hooks, "");
  }

  private void beginToOpen() throws InterruptedException {
    opener.start();
    begun.await();
  }

  @Test
  void aStartOfAnAppInItEndsBeforeItsNextStep() throws InterruptedException {
    var began = new CountDownLatch(1);
    var inner =
        Covet.app()
            .install(setup -> {
              setup.onStart(() -> untilInterrupted(began));
              setup.onStart(() -> said.add("next step"));
            });
    var faults = new StartFaults();
    var outer =
        Start.prepare(
            Covet.app().mount("/inner", inner).pieces(),
            Surroundings.of(StartOptions.of(Mode.TEST), faults));
    var starting = Thread.ofPlatform().daemon().unstarted(() -> open(outer::open));
    starting.start();
    began.await();

    outer.close();
    starting.join();
    assertThat(said).containsExactly("The app cannot start: The process is ending.");
  }

  /** Takes notice of an interrupt, and goes on. */
  private static void untilInterrupted(CountDownLatch began) {
    began.countDown();
    while (!Thread.interrupted()) LockSupport.parkNanos(1_000_000);
  }

  @Test
  void aSecondCloseWaitsForTheFirst() throws InterruptedException {
    var closing = new CountDownLatch(1);
    var goOn = new CountDownLatch(1);
    var app =
        Covet.app()
            .install(setup ->
                setup.onStop(() -> {
                  closing.countDown();
                  goOn.await();
                  said.add("closed");
                }))
            .start(StartOptions.of(Mode.TEST));
    var first = Thread.ofPlatform().daemon().start(app::close);
    closing.await();
    var second = Thread.ofPlatform().daemon().unstarted(() -> closed(app));
    second.start();
    while (second.getState() == Thread.State.RUNNABLE) Thread.onSpinWait();
    goOn.countDown();
    second.join();

    first.join();
    assertThat(said).containsExactly("closed", "second returned");
  }

  /** github.com/spring-projects/spring-framework/issues/35964 */
  @Test
  void whatAStartHookBeganIsEndedWhereALaterOneFails() {
    var half =
        lifetimes(
            List.of(
                new Hook("Timer.start", _ -> said.add("ticks")),
                new Hook(
                    "Mailer.start",
                    _ -> {
                      throw new IllegalStateException("no mail");
                    })),
            List.of(
                new Hook("Timer.stop", _ -> said.add("stands still")),
                new Hook("Mailer.stop", _ -> said.add("mails no more"))));
    open(half::open);
    half.close();

    assertThat(said)
        .containsExactly(
            "ticks",
            "The app cannot start: Mailer.start failed: no mail.",
            "stands still",
            "plugin closed");
  }

  @Test
  void aStopHookThatWaitsForASecondCloseIsNotWaitedForWithoutEnd() {
    var apps = new AtomicReference<RunningApp>();
    var app =
        Covet.app()
            .install(setup ->
                setup.onStop(() -> {
                  Thread.ofPlatform().daemon().start(() -> closed(apps.get())).join();
                  said.add("stop hook ended");
                }))
            .start(StartOptions.of(Mode.TEST));
    apps.set(app);

    app.close();
    assertThat(said).containsExactly("second returned", "stop hook ended");
  }

  private void closed(RunningApp app) {
    app.close();
    said.add("second returned");
  }

  @Test
  void aPluginThatWasNotStartedIsNotStopped() {
    Plugin failing =
        setup ->
            setup.onStart(() -> {
              throw new IllegalStateException("no disk");
            });
    var app = Covet.app().install(named("first")).install(failing).install(named("second"));

    assertThatThrownBy(() -> app.start(StartOptions.of(Mode.TEST))).hasMessageContaining("no disk");
    assertThat(said).containsExactly("first opens", "first closes");
  }

  private Plugin named(String name) {
    return setup -> {
      setup.onStart(() -> said.add(name + " opens"));
      setup.onStop(() -> said.add(name + " closes"));
    };
  }

  private void open() {
    open(lifetimes::open);
  }

  private void open(Runnable start) {
    try {
      start.run();
    } catch (StartFailure failure) {
      said.add("" + failure.getMessage());
    }
  }

  private void waiting(Scope scope) throws InterruptedException {
    scope.onClose(() -> said.add("scope closed"));
    begun.countDown();
    letGo.await();
  }

  @Test
  void whatTheHookOpenedIsClosedWhereTheHookItselfWaitsForTheStop() throws InterruptedException {
    beginToOpen();
    lifetimes.close(opener);

    assertThat(said).containsExactly("scope closed", "plugin closed");
    letGo.countDown();
    opener.join();
    assertThat(said).last().isEqualTo("The app cannot start: The process is ending.");
  }

  @Test
  void elseTheHookIsInterruptedAndEndsBeforeAnythingIsClosed() throws InterruptedException {
    beginToOpen();
    lifetimes.close();
    opener.join();

    assertThat(said)
        .containsExactlyInAnyOrder(
            "scope closed", "plugin closed", "The app cannot start: The process is ending.")
        .startsWith("scope closed");
  }
}
