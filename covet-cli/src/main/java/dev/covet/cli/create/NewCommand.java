package dev.covet.cli.create;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** {@code covet new NAME}: writes a project into a folder of that name. */
public final class NewCommand {
  private static final int REFUSED = 1;
  private static final int MISUSED = 2;

  private NewCommand() {}

  /**
   * Makes the project, and has its script write {@code openapi.json}.
   *
   * @param args a name, or the path of a folder whose last part is the name
   * @return the exit code
   */
  public static int run(List<String> args, PrintStream out, PrintStream err) {
    if (args.size() != 1 || args.getFirst().startsWith("-")) {
      err.println("covet: new takes one name: ./covet new shop");
      return MISUSED;
    }
    var folder = Path.of(args.getFirst()).toAbsolutePath().normalize();
    var fault = create(folder);
    if (!fault.isEmpty()) {
      err.println("covet: " + fault);
      return REFUSED;
    }
    var name = Objects.toString(folder.getFileName());
    out.println(name + " is in " + folder);
    if (!describes(folder)) {
      err.println("covet: openapi.json is missing; ./covet openapi writes it");
    }
    out.println("Next: cd " + args.getFirst() + " && ./covet dev");
    return 0;
  }

  /** Writes the files. Returns why that cannot be done, in a sentence; empty if it was done. */
  static String create(Path folder) {
    var name = new ProjectName(Objects.toString(folder.getFileName(), ""));
    if (!name.fault().isEmpty()) return name.fault();
    try {
      if (Files.isDirectory(folder) && !isEmpty(folder)) {
        return "the folder " + folder + " is not empty";
      }
      ProjectFiles.write(name, folder);
      return "";
    } catch (AccessDeniedException e) {
      return "no permission to write " + e.getFile();
    } catch (FileAlreadyExistsException e) {
      return e.getFile() + " is a file";
    } catch (FileSystemException e) {
      return "cannot write " + e.getFile() + ": " + e.getReason();
    } catch (IOException e) {
      return "cannot write the project: " + e.getMessage();
    }
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.findAny().isEmpty();
    }
  }

  /** Has the new project compile itself, which shows that it does, and say what it answers. */
  private static boolean describes(Path folder) {
    try {
      var builder = new ProcessBuilder(folder.resolve("covet").toString(), "openapi");
      return builder.directory(folder.toFile()).inheritIO().start().waitFor() == 0;
    } catch (IOException _) {
      return false;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
