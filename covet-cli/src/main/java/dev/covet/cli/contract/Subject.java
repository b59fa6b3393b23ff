package dev.covet.cli.contract;

/**
 * What a change is said of: a field, or the whole that it is in.
 *
 * @param whole the whole: {@code the body}
 * @param root what paths begin with; empty in a response
 * @param path the way from there: {@code .team.name}, {@code [].name}
 * @param noun what is at its end
 * @param suffix where that is, unless the root says it
 */
record Subject(String whole, String root, String path, String noun, String suffix) {
  /** Longest way that is shown whole: schemas may hold each other without end. */
  private static final int PATH_MAX = 200;

  private static final String JSON = "application/json";

  static Subject body(String mediaType) {
    var suffix = mediaType.equals(JSON) ? "" : " (" + mediaType + ")";
    return new Subject("the body" + suffix, "body", "", "", suffix);
  }

  static Subject parameter(String in, String name) {
    return new Subject(in + " parameter " + name, name, "", "", " of the " + in);
  }

  static Subject response(String status, String mediaType) {
    var response = "response " + status + (mediaType.equals(JSON) ? "" : " (" + mediaType + ")");
    return new Subject("the body of " + response, "", "", "", " of " + response);
  }

  static Subject header(String status, String name) {
    var suffix = " of response " + status;
    return new Subject("header " + name + suffix, name, "", "", suffix);
  }

  Subject field(String name) {
    return within("." + name, "field");
  }

  Subject items() {
    return within("[]", "item");
  }

  /** The values of fields that have no name in the document. */
  Subject others() {
    return within(".*", "value");
  }

  Subject names() {
    return within(".*", "name of field");
  }

  private Subject within(String step, String what) {
    var start = path.length() > PATH_MAX ? "..." : path;
    return new Subject(whole, root, start + step, what, suffix);
  }

  @Override
  public String toString() {
    if (path.isEmpty()) return whole;
    var way = root.isEmpty() && path.startsWith(".") ? path.substring(1) : root + path;
    return noun + " " + way + suffix;
  }
}
