package letters;

/** What is printed on a letter; stored as JSON. */
public record Stamp(String motif) {}
