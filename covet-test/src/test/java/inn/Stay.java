package inn;

/** What a request is about. */
record Stay(long room, int nights) {}
