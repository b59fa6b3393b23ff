package dev.covet.tidy;

import java.util.List;

/** Something that holds for every source file of the repository. */
interface Rule {
  /** What is broken in {@code source}, one line each, with file and line. */
  List<String> findings(Source source);
}
