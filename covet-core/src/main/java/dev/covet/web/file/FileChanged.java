package dev.covet.web.file;

import java.io.EOFException;

/** A file is not any more what was looked at, so that what was said of it is wrong. */
final class FileChanged extends EOFException {
  private static final long serialVersionUID = 1;

  FileChanged() {
    super("The file has changed while it was sent");
  }
}
