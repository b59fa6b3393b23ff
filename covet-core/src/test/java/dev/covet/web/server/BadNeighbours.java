package dev.covet.web.server;

import dev.covet.base.loop.Trust;
import dev.covet.web.http.Dispatcher;
import dev.covet.web.http.Refusal;
import dev.covet.web.http.Request;
import dev.covet.web.http.Response;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An app whose routes hold up what carries them, each in another way and for a second, unless their
 * query is {@code good}. Each round has routes of its own, that nobody has seen before; a path is
 * {@code /KIND/ROUND}. Beside them there is {@code /ping}.
 */
public final class BadNeighbours implements Dispatcher {
  private static final ScopedValue<Request> REQUEST = ScopedValue.newInstance();
  private static final MethodHandle USLEEP = usleep();
  private static final int SECOND_MICROS = 999_999;

  /** How Netty names the threads of its event loops. */
  private static final String LOOP = "multiThreadIoEventLoopGroup-";

  private final Path folder;
  private final Map<String, Trust> trusts = new ConcurrentHashMap<>();
  private final Map<String, Semaphore> entries = new ConcurrentHashMap<>();
  private final Set<String> onLoop = ConcurrentHashMap.newKeySet();
  private final AtomicInteger running = new AtomicInteger();
  private final AtomicInteger initializersFailed = new AtomicInteger();

  /** The app; FIFOs lie in the folder, named after their round. */
  BadNeighbours(Path folder) {
    this.folder = folder;
  }

  Trust trust(String path) {
    return trusts.computeIfAbsent(path, _ -> new Trust(name(path), false));
  }

  /** What the log calls a route: {@code Spin.call17}. */
  static String name(String path) {
    var parts = path.split("/", -1);
    return parts[1] + ".call" + (parts.length > 2 ? parts[2] : "");
  }

  /** Gives a permit for each call of a route that has begun to misbehave. */
  Semaphore entries(String path) {
    return entries.computeIfAbsent(path, _ -> new Semaphore(0));
  }

  /** Whether an event loop carried the last call of a route that misbehaved. */
  boolean wasOnLoop(String path) {
    return onLoop.contains(path);
  }

  @Override
  public Response refuse(Request request, Refusal refusal) {
    return RunningServer.refuse(request, refusal);
  }

  @Override
  public Trust trust(Request request) {
    return trust(request.path());
  }

  /** Notes that the wait of an initialiser was failed. */
  void initializerFailed() {
    initializersFailed.incrementAndGet();
  }

  /** Number of initialisers whose wait was failed. */
  int initializersFailed() {
    return initializersFailed.get();
  }

  /** Number of calls that have begun and not ended, but for pings. */
  int running() {
    return running.get();
  }

  @Override
  public Response handle(Request request) {
    if (request.path().equals("/ping")) return Response.text("done");
    running.incrementAndGet();
    try {
      if (!request.query().equals("good")) misbehave(request);
      return Response.text("done");
    } finally {
      running.decrementAndGet();
    }
  }

  private void misbehave(Request request) {
    var parts = request.path().split("/", -1);
    noteCarrier(request.path());
    entries(request.path()).release();
    switch (parts[1]) {
      case "Initializer" -> ScopedValue.where(REQUEST, request).run(BadNeighbours::initialize);
      case "Fifo" -> readFifo(folder.resolve(parts[2]));
      case "Spin" -> spin();
      case "Native" -> sleepInNativeCode();
      default -> throw new IllegalArgumentException(request.path());
    }
  }

  /** A virtual thread's text ends with the name of the thread that carries it. */
  private void noteCarrier(String path) {
    if (Thread.currentThread().toString().contains("@" + LOOP)) {
      onLoop.add(path);
    } else {
      onLoop.remove(path);
    }
  }

  private static void initialize() {
    try {
      Class.forName(BrokenHelper.class.getName(), true, new FreshLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Defines the helper anew, so that its initialiser runs in every round. */
  private static final class FreshLoader extends ClassLoader {
    FreshLoader() {
      super(BadNeighbours.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (!name.equals(BrokenHelper.class.getName())) return super.loadClass(name, resolve);
      try (var code = BrokenHelper.class.getResourceAsStream("BrokenHelper.class")) {
        if (code == null) throw new ClassNotFoundException(name);
        var bytes = code.readAllBytes();
        return defineClass(name, bytes, 0, bytes.length, BrokenHelper.class.getProtectionDomain());
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }
  }

  /** A byte of the body of the request that runs now; public for a class of another loader. */
  public static int readByte() {
    try {
      return REQUEST.get().stream().read();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void readFifo(Path fifo) {
    try (var in = new FileInputStream(fifo.toFile())) {
      if (in.read() < 0) throw new IllegalStateException("nothing came");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void spin() {
    for (var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(1); System.nanoTime() < end; ) {
      Thread.onSpinWait();
    }
  }

  /** A native call that blocks, from the C library; there is no other way to make one. */
  @SuppressWarnings("restricted")
  private static MethodHandle usleep() {
    var linker = Linker.nativeLinker();
    return linker.downcallHandle(
        linker.defaultLookup().findOrThrow("usleep"),
        FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));
  }

  private static void sleepInNativeCode() {
    try {
      var _ = (int) USLEEP.invokeExact(SECOND_MICROS);
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }
}
