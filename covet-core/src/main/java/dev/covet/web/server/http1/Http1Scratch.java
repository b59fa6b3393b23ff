package dev.covet.web.server.http1;

import dev.covet.web.server.carrier.ServerLimits;

/**
 * What the HTTP/1.1 connections of one event loop share: room to check a head in, and to put one
 * together, and its beat. Used on that loop alone.
 */
public record Http1Scratch(HeadScan scan, ResponseHeadBytes head, LoopBeat beat) {
  /** Room for heads within the limits. */
  public static Http1Scratch within(ServerLimits limits) {
    return new Http1Scratch(new HeadScan(limits), new ResponseHeadBytes(), new LoopBeat());
  }
}
