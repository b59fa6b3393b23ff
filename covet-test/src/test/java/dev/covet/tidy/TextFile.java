package dev.covet.tidy;

import java.net.URI;
import javax.tools.SimpleJavaFileObject;

/** A Java file that exists in a test alone. */
final class TextFile extends SimpleJavaFileObject {
  private final String path;
  private final String text;

  TextFile(String path, String text) {
    super(URI.create("text:///" + path), Kind.SOURCE);
    this.path = path;
    this.text = text;
  }

  @Override
  public String getName() {
    return path;
  }

  @Override
  public CharSequence getCharContent(boolean ignoreEncodingErrors) {
    return text;
  }
}
