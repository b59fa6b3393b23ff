package dev.covet.web.multipart;

/**
 * A part of a form that is a file.
 *
 * @param name of the field
 * @param fileName as the client says it; empty if it says none
 * @param contentType as the client says it; empty if it says none
 * @param content what is in it
 */
public record FormPart(String name, String fileName, String contentType, PartContent content) {
  /** Whether it is what a browser sends for an input that nobody filled in. */
  boolean isUnfilled() {
    return fileName.isEmpty() && content.size() == 0;
  }
}
