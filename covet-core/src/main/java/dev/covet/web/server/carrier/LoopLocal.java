package dev.covet.web.server.carrier;

import dev.covet.base.json.Writers;
import dev.covet.base.loop.Loop;
import dev.covet.web.address.OpenConnection;
import io.netty.util.concurrent.Future;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * What the connections of one event loop share: what answers are written with, and their clock.
 * Used on that loop alone.
 */
public final class LoopLocal {
  /** Between two looks of the loop at its sockets that are counted. */
  private static final long LOOK_MILLIS = 25;

  /**
   * After so many it has looked at a socket without seeing an end, 50 ms or more after bytes came:
   * the first may follow them at once, and each other one comes 25 ms after the one before or
   * later; by the last one, what the loop found before it was dealt with.
   */
  private static final int LOOKS = 4;

  private final Loop loop;
  private final Writers writers = new Writers();
  private final Set<Conversation> connections = new HashSet<>();
  private final Future<?> ticks;
  private long looks;
  private long looksEnd;
  private boolean looking;

  /** Has the loop say that it runs, and look at its connections with each tick. */
  public LoopLocal(Loop loop, ServerLimits limits) {
    this.loop = loop;
    loop.beat();
    this.ticks =
        loop.events()
            .scheduleAtFixedRate(
                this::tick, limits.tickNanos(), limits.tickNanos(), TimeUnit.NANOSECONDS);
  }

  private void tick() {
    loop.beat();
    var now = System.nanoTime();
    connections().forEach(connection -> check(connection, now));
  }

  /** One connection that fails must not end the clock of the others. */
  private static void check(Conversation connection, long now) {
    try {
      connection.checkTime(now);
    } catch (Throwable e) {
      connection.failed(e);
    }
  }

  /**
   * Counts looks for as long as it takes to tell an end that comes alone from one that was there
   * with the bytes before it, however long the loop was held up in between.
   *
   * @return the count from which on an end comes alone
   */
  public long bytesCame() {
    looksEnd = looks + LOOKS;
    if (!looking) lookLater();
    return looksEnd;
  }

  private void lookLater() {
    looking = true;
    var _ = loop.events().schedule(this::look, LOOK_MILLIS, TimeUnit.MILLISECONDS);
  }

  private void look() {
    looking = ++looks < looksEnd;
    if (looking) lookLater();
  }

  /** How often the loop has looked at its sockets, as far as that was counted. */
  public long looks() {
    return looks;
  }

  /** Gives the loop back as it was. */
  public void close() {
    ticks.cancel(false);
    loop.beatsNoMore();
  }

  /** The loop itself. */
  public Loop loop() {
    return loop;
  }

  /** The only thing here that other threads use. */
  public Writers writers() {
    return writers;
  }

  /** Has a connection looked at from now on. */
  public void opened(Conversation connection) {
    connections.add(connection);
  }

  /** Has a connection looked at no more. */
  public void closed(Conversation connection) {
    connections.remove(connection);
  }

  /** The open connections, copied, since looking at one may close it. */
  public Set<Conversation> connections() {
    return Set.copyOf(connections);
  }

  /** How the open connections are now. */
  public List<OpenConnection> listed() {
    var now = System.nanoTime();
    return connections.stream().map(each -> each.listed(now)).toList();
  }
}
