package dev.covet.cli.dev;

import dev.covet.api.Mode;
import dev.covet.api.Unavailable;
import dev.covet.app.Covet;
import dev.covet.app.RunningApp;
import dev.covet.app.StartOptions;
import dev.covet.base.loop.Loops;
import dev.covet.base.loop.Trust;
import dev.covet.web.address.OpenConnection;
import dev.covet.web.docs.Docs;
import dev.covet.web.http.Dispatcher;
import dev.covet.web.http.Refusal;
import dev.covet.web.http.Request;
import dev.covet.web.http.Response;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/**
 * What the server of {@code covet dev} calls: it hands each request to the newest version, once
 * what was saved before the request came is that version. Thread-safe.
 */
final class Front implements Dispatcher, AutoCloseable {
  /** Says to clients of an API why the newest edit does not run. */
  static final String HEADER = "Covet-Error";

  private static final Duration WAIT_MAX = Duration.ofSeconds(25);

  private final Path folder;
  private final Stage stage;
  private final Looks looks;
  private final LivePages pages;

  /** A handler may be new, wait at a breakpoint or never end: none gets onto an event loop. */
  private final Trust any = Trust.none("covet dev");

  private final Trust blocking = new Trust("covet dev", true);

  /** Asks the server for its connections. */
  private volatile Supplier<List<OpenConnection>> connections = List::of;

  /** Answers where no version can, and has the event loops, which all versions outlive. */
  private final RunningApp ground;

  Front(Path folder, Stage stage, Looks looks) {
    this.folder = folder;
    this.stage = stage;
    this.looks = looks;
    this.pages = new LivePages(folder, stage);
    this.ground =
        Covet.app().docs(Docs.off()).mount("/", this::nothingYet).start(StartOptions.of(Mode.TEST));
  }

  Loops loops() {
    return ground.loops();
  }

  @Override
  public void servedBy(Supplier<List<OpenConnection>> server) {
    connections = server;
  }

  /** The connections of the server of now, which may open another port at an edit. */
  List<OpenConnection> connections() {
    return connections.get();
  }

  /** The version that answers may be another one, which finds its route by itself. */
  @Override
  public Trust trust(Request request) {
    var version = stage.scene().version();
    var isBlocking = version != null && version.app().trust(request.withoutBody()).blocking();
    return isBlocking ? blocking : any;
  }

  @Override
  public Response handle(Request request) {
    if (pages.takes(request)) return pages.answer(request);
    var before = stage.scene();
    if (LivePages.isForPage(request) && before.isFirst())
      return pages.starting(request, before.number());
    looks.await(WAIT_MAX);
    while (true) {
      var scene = stage.scene();
      if (!scene.troubles().isEmpty() && LivePages.isForOwnPage(request)) return pages.page(scene);
      var version = scene.version();
      if (version == null || stage.isClosed())
        return marked(request, ground.handle(request).withHeader("Retry-After", "1"), scene);
      if (version.requests().begin())
        return marked(request, version.handle(LivePages.readable(request)), scene);
    }
  }

  private Response marked(Request request, Response response, Stage.Scene scene) {
    var shown =
        scene.troubles().isEmpty() || !LivePages.isOwn(request)
            ? response
            : response.withHeader(HEADER, Trouble.header(scene.troubles(), folder));
    return pages.live(request, shown, scene.number());
  }

  private Response nothingYet(Request request) {
    var troubles = stage.scene().troubles();
    throw new Unavailable(
        troubles.isEmpty() || !LivePages.isOwn(request)
            ? "The app is not running yet"
            : troubles.getFirst().title() + ": " + Trouble.header(troubles, folder));
  }

  @Override
  public Response refuse(Request request, Refusal refusal) {
    var version = stage.scene().version();
    if (version == null || !version.requests().begin()) return ground.refuse(request, refusal);
    try {
      return version.app().refuse(request, refusal).onEnd(_ -> version.requests().end());
    } catch (Throwable e) {
      version.requests().end();
      throw e;
    }
  }

  @Override
  public void close() {
    ground.close();
  }
}
