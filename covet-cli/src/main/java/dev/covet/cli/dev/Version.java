package dev.covet.cli.dev;

import dev.covet.app.RunningApp;
import dev.covet.web.http.Request;
import dev.covet.web.http.Response;
import dev.covet.web.server.ServerSettings;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * One version of the program that has started. It is closed when its last request has ended, once
 * another one has taken over. Thread-safe.
 *
 * @param server where it wants to be served
 * @param grace how long its requests may take to end once it is replaced
 * @param classes where libraries find classes of the program by their names
 */
record Version(
    RunningApp app,
    ServerSettings server,
    Duration grace,
    ClassLoader classes,
    Requests requests,
    OpenStreams streams) {
  Version(RunningApp app, ServerSettings server, Duration grace, ClassLoader classes) {
    this(app, server, grace, classes, new Requests(), new OpenStreams());
  }

  /** How many requests it answers. */
  static final class Requests {
    private int count;
    private boolean isOver;

    /** Counts one in, unless it is over. */
    synchronized boolean begin() {
      if (isOver) return false;
      count++;
      return true;
    }

    synchronized void end() {
      count--;
      notifyAll();
    }

    /** Lets no more begin, and waits for those that run. */
    synchronized void over(Duration most) {
      isOver = true;
      try {
        var end = System.nanoTime() + most.toNanos();
        for (var left = most.toNanos(); count > 0 && left > 0; ) {
          TimeUnit.NANOSECONDS.timedWait(this, left);
          left = end - System.nanoTime();
        }
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Answers a request that {@link Requests#begin} has counted, in the thread of the request. */
  Response handle(Request request) {
    var thread = Thread.currentThread();
    var before = thread.getContextClassLoader();
    thread.setContextClassLoader(classes);
    try {
      return streams.watched(app.handle(request)).onEnd(_ -> requests.end());
    } catch (Throwable e) {
      requests.end();
      throw e;
    } finally {
      thread.setContextClassLoader(
          before); // its connection may keep the thread, and so this version
    }
  }

  /** Has its requests end, and then closes it, in the thread that this returns. */
  Thread retire() {
    return Thread.ofPlatform().daemon().name("covet-dev-old").start(() -> close(grace));
  }

  void close(Duration most) {
    streams.end();
    requests.over(most);
    app.close();
  }
}
