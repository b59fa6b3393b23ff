package stores;

/** One shelf. */
record Shelf(long id) {}
