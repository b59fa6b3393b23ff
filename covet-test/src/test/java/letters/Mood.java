package letters;

/** How a letter sounds. */
public enum Mood {
  GLAD,
  SAD
}
