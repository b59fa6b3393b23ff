package dev.covet.app;

import dev.covet.api.Mode;
import dev.covet.app.process.ProcessEnd;
import dev.covet.app.process.StartLines;
import dev.covet.base.config.CommandLine;
import dev.covet.base.config.DotEnv;
import dev.covet.base.config.Reason;
import dev.covet.base.config.Source;
import dev.covet.base.config.StartFailure;
import dev.covet.base.config.StartFaults;
import dev.covet.base.limit.LimitSource;
import dev.covet.web.server.Server;
import dev.covet.web.server.ServerSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** An app as a program: what its command line says, done. */
final class Program {
  private static final String COMMANDS =
      """
        (no command)  serves the app
        routes        lists the routes, and the middleware around them
        config        lists every setting with its value, and where that comes from
        openapi       prints the OpenAPI document; with a file's name it writes that instead
        train         starts the app as a test does, requests a few pages, and stops: for the start-up cache
        help          prints this; so do --help and -h
      """;
  private static final String OPENAPI = "openapi";
  private static final Map<String, String> TRAINING =
      Map.of("HOST", "127.0.0.1", "PORT", "0", "TLS", "off", "LOG_REQUESTS", "all");
  private static final int SHUTDOWN_SECONDS = 20;
  private static final int SHUTDOWN_SECONDS_MAX = 600;

  /** Where commands of plugins say what they do. */
  private static final Command.Output OUTPUT =
      new Command.Output() {
        @Override
        public void print(String line) {
          StartLines.print(line);
        }

        @Override
        public void fail(String line) {
          StartLines.fail(line);
        }
      };

  private final List<Piece> app;
  private final CommandLine line;
  private final Optional<AppHost> host = Launcher.host();
  private final StartFaults faults = new StartFaults();

  Program(List<Piece> app, String... arguments) {
    this.app = app;
    this.line = CommandLine.of(arguments);
  }

  void run() {
    try {
      run(asksForHelp() ? "help" : command());
    } catch (Throwable e) {
      var failure = e instanceof StartFailure f ? f : new StartFailure("The startup failed", e);
      if (host.isPresent()) throw failure;
      ProcessEnd.failed(failure);
    }
  }

  private boolean asksForHelp() {
    return line.options().containsKey("HELP") || line.words().contains("-h");
  }

  private String command() {
    var words = line.words();
    if (words.isEmpty()) return "serve";
    return words.size() == 2 && words.getFirst().equals(OPENAPI)
        ? OPENAPI
        : String.join(" ", words);
  }

  private void run(String command) throws Exception {
    switch (command) {
      case "help" -> StartLines.print(help());
      case "serve" -> host.ifPresentOrElse(this::serveFor, this::serve);
      case "routes" -> StartLines.print(RouteList.of(prepared().app()));
      case "config" -> listSettings(asked());
      case OPENAPI -> writeDocument();
      case "train" -> train();
      default -> runOwn(command);
    }
  }

  /** Lists them also where some are missing or wrong, which is said behind them. */
  private void listSettings(Prepared asked) {
    StartLines.print(asked.app().config().listing());
    prepared(asked);
  }

  /** A command of a plugin; where several apps are one, each of theirs. */
  private void runOwn(String command) throws Exception {
    var app = asked().app();
    var own = named(app);
    if (own.isEmpty()) {
      faults.orThrowUnlessUnset(); // what is wrong there may have kept a plugin's command away
      misused(command, app.commands());
      return;
    }
    var options = own.stream().flatMap(each -> each.options().stream()).collect(Collectors.toSet());
    var unknown = app.config().unknown(line, options);
    if (!unknown.isEmpty()) {
      StartLines.fail(String.join("\n", unknown) + "\n\n" + own.getFirst().help());
      ProcessEnd.exit(ProcessEnd.MISUSED);
      return;
    }
    faults.orThrowUnlessUnset();
    var code = 0;
    for (var each : own) code = worse(code, each.action().run(line, OUTPUT));
    if (code != 0) ProcessEnd.exit(code);
  }

  /** 0 is best, and 1, for what failed, worst. */
  private static int worse(int one, int other) {
    return one == 1 || other == 1 ? 1 : Math.max(one, other);
  }

  private List<Command> named(RunningApp app) {
    var word = line.words().isEmpty() ? "" : line.words().getFirst();
    return app.commands().stream().filter(each -> each.name().equals(word)).toList();
  }

  /** Writes the document: its app starts nothing, so settings may be missing, as in a build. */
  private void writeDocument() throws IOException {
    var app = asked().app();
    app.config().refuseUnknown(line);
    faults.orThrowUnlessUnset();
    var document = app.openApiLines();
    if (line.words().size() < 2) {
      StartLines.print(new String(document, StandardCharsets.UTF_8).stripTrailing());
    } else {
      Files.write(Path.of(line.words().getLast()), document);
    }
  }

  private static String usage(List<Command> own) {
    return """
    Usage: %s [COMMAND] [--SETTING VALUE ...]

    Commands:

    %s
    Settings come from the command line (--port 8080), the environment (PORT=8080) or the file .env.
    COVET_MODE is production unless it is set to development.
    """
        .formatted(StartLines.program(), commands(own));
  }

  private static String commands(List<Command> own) {
    return own.stream()
        .map(each -> "  %-12s  %s\n".formatted(each.name(), each.summary()))
        .distinct()
        .collect(Collectors.joining("", COMMANDS, ""));
  }

  private static void misused(String command, List<Command> own) {
    var what = command.startsWith("-") ? "an option; options begin with two dashes" : "a command";
    StartLines.fail(
        "\"%s\" is not %s. There are these commands:\n\n%s"
            .formatted(command, what, commands(own)));
    ProcessEnd.exit(ProcessEnd.MISUSED);
  }

  /**
   * An app that could start, and how it would be served.
   *
   * @param grace how long its requests may take to finish at the end
   */
  private record Prepared(RunningApp app, ServerSettings server, Duration grace) {}

  /** What there is, as far as it is known of this app: help never fails. */
  private String help() {
    try {
      return help(asked());
    } catch (RuntimeException e) {
      return help(withoutGenerated()) + unlisted(e);
    }
  }

  private String help(Prepared prepared) {
    var own = named(prepared.app());
    return own.isEmpty()
        ? usage(prepared.app().commands())
            + "\nOptions:\n\n"
            + prepared.app().config().options().indent(2)
        : own.getFirst().help();
  }

  /** The options of Covet and, unless they fail, of the app's plugins. */
  private Prepared withoutGenerated() {
    try {
      return asked(at -> Start.withoutGenerated(app, at));
    } catch (RuntimeException _) {
      return asked(at -> Start.withoutGenerated(List.of(), at));
    }
  }

  private static String unlisted(RuntimeException why) {
    var lines = why instanceof StartFailure failure ? failure.faults() : List.of(Reason.of(why));
    return "\nThe app may have more, which cannot be listed before this is right:\n\n"
        + String.join("\n", lines).indent(2);
  }

  private Prepared prepared() {
    return prepared(asked());
  }

  private Prepared prepared(Prepared asked) {
    asked.app().config().warnings().forEach(StartLines::fail);
    asked.app().config().refuseUnknown(line);
    faults.orThrow();
    return asked;
  }

  /** The app once every setting was asked for; what is wrong is among the faults. */
  private Prepared asked() {
    return asked(at -> Start.prepare(app, at));
  }

  private Prepared asked(Function<Surroundings, RunningApp> start) {
    var sources = List.of(line.source(), Source.environment(), DotEnv.read(dotEnv(), faults));
    return asked(mode(sources), sources, start);
  }

  private Prepared asked(
      Mode mode, List<Source> sources, Function<Surroundings, RunningApp> start) {
    var options = StartOptions.of(mode).with(sources.toArray(Source[]::new));
    var at = Surroundings.of(options, faults);
    host.ifPresent(taking -> at.config().keepMadeUp(taking.secrets()));
    var prepared = start.apply(at);
    var config = prepared.config();
    config.setting("COVET_MODE").orElse(config.mode().name().toLowerCase(Locale.ROOT));
    return new Prepared(prepared, ServerSettings.from(config), grace(config.limits()));
  }

  private static Duration grace(LimitSource limits) {
    return limits.time("shutdownSecondsMax", SHUTDOWN_SECONDS, SHUTDOWN_SECONDS_MAX);
  }

  private Path dotEnv() {
    return host.map(AppHost::folder).orElse(Path.of("")).resolve(".env");
  }

  private Mode mode(List<Source> sources) {
    if (host.isPresent()) return Mode.DEVELOPMENT;
    var said =
        sources.stream()
            .map(source -> source.values().getOrDefault("COVET_MODE", ""))
            .filter(text -> !text.isEmpty())
            .findFirst()
            .orElse("production");
    return switch (said) {
      case "production" -> Mode.PRODUCTION;
      case "development" -> Mode.DEVELOPMENT;
      default -> {
        faults.add("COVET_MODE must be production or development; it is \"" + said + "\".");
        yield Mode.PRODUCTION;
      }
    };
  }

  private void serveFor(AppHost taking) {
    var prepared = prepared();
    var running = prepared.app();
    try {
      running.open();
    } catch (Throwable e) {
      running.close();
      throw e;
    }
    taking.serve(running, prepared.server(), prepared.grace());
  }

  /**
   * Serves for a few requests, with nothing of this machine: no environment, no {@code .env}, and
   * databases in memory. It goes the way of {@link #serve()}, since only what it loads is in the
   * cache, and logs each request.
   */
  private void train() throws IOException {
    var shutdown = Shutdown.atEnd();
    var sources = List.of(Source.code(TRAINING), line.source());
    var prepared = prepared(asked(Mode.TEST, sources, at -> Start.prepare(app, at)));
    var server = serve(prepared, Duration.ZERO, shutdown);
    new Training(prepared.app(), server.port()).run();
    ProcessEnd.exit(0);
  }

  private void serve() {
    var shutdown = Shutdown.atEnd();
    var prepared = prepared();
    serve(prepared, prepared.grace(), shutdown);
  }

  private static Server serve(Prepared prepared, Duration grace, Shutdown shutdown) {
    var running = prepared.app();
    shutdown.closes(running, grace);
    running.open();
    var server = shutdown.serve(() -> Server.start(running, prepared.server(), running.loops()));
    Shutdown.onFatalError();
    var page = running.hasDocs() ? "/docs" : "/";
    StartLines.print(prepared.server().address(server.port(), page));
    StartLines.print(StartLines.running(running.mode(), server.threadMode(), server.sockets()));
    return server;
  }
}
