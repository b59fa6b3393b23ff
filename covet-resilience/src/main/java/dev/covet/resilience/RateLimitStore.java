package dev.covet.resilience;

/**
 * Where the requests of clients are counted: in memory, unless a plugin provides a store that
 * several instances of an app share. Thread-safe.
 */
interface RateLimitStore {
  /** Counts by a quota. Those of quotas by one name, of one app, may count together. */
  Counter counter(Quota quota);

  /** Counts the requests of clients by one quota. Thread-safe. */
  interface Counter {
    /** Counts a request of a client, if that is within the quota. */
    Verdict take(ClientKey client);

    /** Counts a request less of a client, for whom it was counted before. */
    void giveBack(ClientKey client);
  }
}
