package dev.covet.web.file;

import dev.covet.web.message.Percent;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What may be the names of a path below a folder: none that leads elsewhere or is hidden. */
final class FileNames {
  private static final boolean ON_WINDOWS = File.separatorChar == '\\';

  /** What Windows takes for a device, a stream of a file, or another name of the same. */
  private static final Pattern OF_WINDOWS =
      Pattern.compile(
          "(?i)(con|prn|aux|nul|com[0-9\u00b9\u00b2\u00b3]|lpt[0-9\u00b9\u00b2\u00b3])(\\..*)?|.*[:<>\"|?*].*|.*[. ]");

  /** The one folder with a dot that is for everybody (RFC 8615). */
  private static final String WELL_KNOWN = ".well-known";

  private FileNames() {}

  /**
   * The names of a path as it came, decoded; null if one of them may not be.
   *
   * @param path begins with a slash; one at its end is no name
   */
  static @Nullable List<String> of(String path) {
    var names = new ArrayList<String>();
    for (var from = 1; from < path.length(); ) {
      var slash = path.indexOf('/', from);
      var end = slash < 0 ? path.length() : slash;
      var name = Percent.decode(path, from, end, false);
      if (name == null || !isName(name, names.isEmpty(), ON_WINDOWS)) return null;
      names.add(name);
      from = end + 1;
    }
    return names;
  }

  /**
   * Whether it may be one.
   *
   * @param first whether it is the first of a path
   */
  static boolean isName(String name, boolean first, boolean onWindows) {
    return !name.isEmpty()
        && (!name.startsWith(".") || (first && name.equals(WELL_KNOWN)))
        && name.chars().noneMatch(c -> c < ' ' || c == 0x7f || c == '/' || c == '\\')
        && !(onWindows && OF_WINDOWS.matcher(name).matches());
  }

  /**
   * Whether a file may be seen whose real names are these. Windows has a second name for each;
   * where there are none, what is hidden was asked for by a link that somebody has made for it.
   */
  static boolean areShown(Path real) {
    if (!ON_WINDOWS) return true;
    for (var i = 0; i < real.getNameCount(); i++) {
      if (!isName(real.getName(i).toString(), i == 0, true)) return false;
    }
    return true;
  }
}
