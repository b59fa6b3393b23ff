package dev.covet.app.process;

import dev.covet.api.Mode;
import dev.covet.base.config.Config;
import dev.covet.base.loop.Loops;
import dev.covet.base.loop.PoolLimits;
import dev.covet.base.loop.ThreadMode;
import dev.covet.base.observe.Metrics;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The event loops and pools of an app: made before anything of it is opened, ended when all else is
 * closed. Mounted apps borrow them. Thread-safe.
 */
public final class AppLoops implements AutoCloseable {
  private final ThreadMode threads;
  private final int count;
  private final PoolLimits pools;
  private final Metrics metrics;
  private volatile @Nullable Loops loops;

  public AppLoops(Config config, Metrics metrics) {
    this.metrics = metrics;
    this.pools = PoolLimits.from(config.limits());
    var modes = List.of(ThreadMode.values());
    var texts = Stream.of(ThreadMode.values()).map(m -> m.name().toLowerCase(Locale.ROOT)).toList();
    this.threads = config.setting("THREADS").orElse("auto").asChoice(texts, modes);
    this.count = config.mode() == Mode.TEST ? 1 : Runtime.getRuntime().availableProcessors();
  }

  /** Where what they do is counted. */
  public Metrics metrics() {
    return metrics;
  }

  /** Makes them. */
  public void open() {
    loops = new Loops(threads, count, metrics, pools);
  }

  /**
   * The loops themselves.
   *
   * @throws IllegalStateException if the app was not opened
   */
  public Loops get() {
    var opened = loops;
    if (opened == null) throw new IllegalStateException("the app was not opened");
    return opened;
  }

  @Override
  public void close() {
    var opened = loops;
    if (opened != null) opened.close();
  }
}
