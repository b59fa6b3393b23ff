package dev.covet.app.process;

import dev.covet.api.Mode;
import dev.covet.base.config.Config;
import dev.covet.base.limit.LimitSource;
import dev.covet.base.loop.Loops;
import dev.covet.base.loop.PoolLimits;
import dev.covet.base.loop.ThreadMode;
import dev.covet.base.loop.TransportMode;
import dev.covet.base.observe.Metrics;
import dev.covet.base.task.DiskWork;
import dev.covet.web.http.FileTerms;
import dev.covet.web.multipart.MultipartLimits;
import dev.covet.web.multipart.MultipartTerms;
import dev.covet.web.multipart.UploadFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The event loops and pools of an app, and the folder of its uploads: made before anything of it is
 * opened, ended when all else is closed. Mounted apps borrow them. Thread-safe.
 */
public final class AppLoops implements AutoCloseable {
  private final ThreadMode threads;
  private final TransportMode transport;
  private final int count;
  private final PoolLimits pools;
  private final Metrics metrics;
  private final DiskWork disk = DiskWork.on(() -> get().blocking());
  private final UploadFolder uploads;
  private final boolean isTest;
  private volatile @Nullable Loops loops;

  public AppLoops(Config config, Metrics metrics) {
    this.metrics = metrics;
    this.pools = PoolLimits.from(config.limits());
    var modes = List.of(ThreadMode.values());
    var texts = Stream.of(ThreadMode.values()).map(m -> m.name().toLowerCase(Locale.ROOT)).toList();
    this.threads = config.setting("THREADS").orElse("auto").asChoice(texts, modes);
    var transports = List.of(TransportMode.values());
    var names = transports.stream().map(TransportMode::text).toList();
    this.transport = config.setting("TRANSPORT").orElse("auto").asChoice(names, transports);
    this.isTest = config.mode() == Mode.TEST;
    this.count = isTest ? 1 : Runtime.getRuntime().availableProcessors();
    var folder = config.setting("UPLOAD_FOLDER").orElse(System.getProperty("java.io.tmpdir"));
    this.uploads =
        new UploadFolder(
            Path.of(folder.asText()),
            config.limits().whole("uploadDiskBytesMax", 1_073_741_824, Long.MAX_VALUE),
            disk);
    metrics.gauge("upload_disk_bytes", uploads::held);
  }

  /** Where what they do is counted. */
  public Metrics metrics() {
    return metrics;
  }

  /** Makes them. */
  public void open() {
    loops = new Loops(threads, transport, count, metrics, pools);
    if (!isTest) uploads.removeLeftovers();
  }

  /** On what terms an app, or one that is mounted in it, takes forms with files. */
  public MultipartTerms multipart(LimitSource limits) {
    return new MultipartTerms(MultipartLimits.from(limits), uploads);
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

  /** How an app with these settings sends files. */
  public FileTerms files(Config config) {
    return new FileTerms(config.limits().count("rangesMax", FileTerms.RANGES_MAX), disk);
  }

  @Override
  public void close() {
    var opened = loops;
    if (opened != null) opened.close();
    uploads.close();
  }
}
