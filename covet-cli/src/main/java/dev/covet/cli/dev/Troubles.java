package dev.covet.cli.dev;

import dev.covet.cli.terminal.Terminal;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is wrong now; says it on the terminal, and has pages show it. Not thread-safe. */
final class Troubles {
  private final Path folder;
  private final Terminal terminal;
  private final Stage stage;
  private final OpenPort port;

  /** Why the POM as it is now is not used; null if it is. */
  private @Nullable Trouble unusablePom;

  /** Why what was last compiled or started does not run; null if it does. */
  private @Nullable Trouble failed;

  Troubles(Path folder, Terminal terminal, Stage stage, OpenPort port) {
    this.folder = folder;
    this.terminal = terminal;
    this.stage = stage;
    this.port = port;
  }

  boolean hasPom() {
    return unusablePom != null;
  }

  /** The POM is used as it is now. */
  void pomIsUsed() {
    unusablePom = null;
  }

  void pom(Trouble trouble) {
    unusablePom = trouble;
    say(trouble);
  }

  void fail(Trouble trouble) {
    failed = trouble;
    say(trouble);
    remind();
  }

  /** The newest edit runs; what is wrong all the same. */
  List<Trouble> running() {
    failed = null;
    return all();
  }

  private List<Trouble> all() {
    return Stream.of(failed, unusablePom).filter(Objects::nonNull).toList();
  }

  /** Says that the POM is still what it was, behind what came of another edit. */
  void remind() {
    if (unusablePom == null) return;
    terminal.wrong("The POM still cannot be used: " + unusablePom.first(folder));
  }

  private void say(Trouble trouble) {
    if (stage.isClosed()) return;
    terminal.wrong(trouble.title());
    terminal.mistakes(trouble.mistakes(), folder);
    trouble.lines().forEach(terminal::say);
    if (stage.scene().version() != null) {
      terminal.say("The previous version keeps running.");
    } else if (!port.address().isEmpty()) {
      terminal.say(port.address() + "/ shows this until it is right.");
    }
    stage.show(all());
  }
}
