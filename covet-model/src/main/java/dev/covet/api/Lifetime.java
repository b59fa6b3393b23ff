package dev.covet.api;

/** How long a provided value lives. */
public enum Lifetime {
  /** Made once for each start of the app, closed when it stops. */
  APP,

  /** Made once for each request that asks, closed after its response. */
  REQUEST
}
