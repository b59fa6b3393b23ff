package stores;

/** Who looks into a bucket. */
record Visit(String text) {}
