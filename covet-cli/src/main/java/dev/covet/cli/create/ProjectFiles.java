package dev.covet.cli.create;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** The files of a new project: templates, in which its name and the version of Covet are put. */
final class ProjectFiles {
  /** Paths in the project by those of their templates. */
  private static final Map<String, String> PATHS = paths();

  private ProjectFiles() {}

  private static Map<String, String> paths() {
    var paths = new LinkedHashMap<String, String>();
    paths.put("project/pom.xml", "pom.xml");
    paths.put("project/App.java", "src/main/java/@name@/@Name@App.java");
    paths.put("project/Item.java", "src/main/java/@name@/Item.java");
    paths.put("project/Items.java", "src/main/java/@name@/Items.java");
    paths.put("project/package-info.java", "src/main/java/@name@/package-info.java");
    paths.put("project/ItemsTest.java", "src/test/java/@name@/ItemsTest.java");
    paths.put("project/env", ".env");
    paths.put("project/gitignore", ".gitignore");
    paths.put("project/Dockerfile", "Dockerfile");
    paths.put("project/dockerignore", ".dockerignore");
    paths.put("project/README.md", "README.md");
    return paths;
  }

  /** Writes all of them into a folder, which is made if it is not there. */
  static void write(ProjectName name, Path folder) throws IOException {
    for (var path : PATHS.entrySet()) {
      write(filled(resource(path.getKey()), name), folder.resolve(filled(path.getValue(), name)));
    }
    var script = folder.resolve("covet");
    write(script(), script);
    if (!script.toFile().setExecutable(true, false)) {
      throw new IOException(script + " cannot be made executable");
    }
  }

  /** The command of a project, as one file. */
  static String script() {
    return ServiceOptions.filled(resource("covet"))
        .replace("@version@", version())
        .replace("# @jdk.sh@\n", resource("scripts/jdk.sh"))
        .replace("# @maven.sh@\n", resource("scripts/maven.sh"));
  }

  private static String filled(String template, ProjectName name) {
    return ServiceOptions.filled(template)
        .replace("@name@", name.text())
        .replace("@Name@", name.ofType())
        .replace("@version@", version());
  }

  private static String version() {
    return resource("version.txt").strip();
  }

  private static void write(String text, Path file) throws IOException {
    Files.createDirectories(Objects.requireNonNull(file.getParent()));
    Files.writeString(file, text);
  }

  private static String resource(String name) {
    try (InputStream in = ProjectFiles.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
