package dev.covet.cli.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.cli.project.Project;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A project that is edited, with two compilers: one that goes on, and one that does it all. */
final class EditBench implements AutoCloseable {
  private static final Path PROJECT = Path.of("src", "test", "resources", "edited", "shop");

  /** What needs classes that the processor makes, and what stands for it without. */
  private static final Set<String> PROCESSED = Set.of("Items.java", "Orders.java", "ShopApp.java");

  private static final String PLAIN = "Plain.java";

  private final Path folder;
  private final Map<String, String> original = new TreeMap<>();
  private final ProjectCompiler again;
  private final ProjectCompiler whole;
  private final Compiled unedited;

  /** Texts that are replaced, by files; the text of a file that is not there yet is empty. */
  record Edit(String name, Map<String, List<String>> files) {
    static Edit of(String name, String file, String... fromTo) {
      return new Edit(name, Map.of(file, List.of(fromTo)));
    }

    Edit and(String file, String... fromTo) {
      var all = new HashMap<>(files);
      all.put(file, List.of(fromTo));
      return new Edit(name, all);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  private EditBench(Path folder, boolean isProcessed) throws IOException {
    this.folder = folder;
    try (var files = Files.list(PROJECT)) {
      for (var file : files.toList()) {
        var name = file.getFileName().toString();
        var isLeftOut = isProcessed ? name.equals(PLAIN) : PROCESSED.contains(name);
        if (!isLeftOut) original.put(name, Files.readString(file));
      }
    }
    var libraries =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
            .filter(path -> !path.endsWith("test-classes"))
            .map(Path::of)
            .toList();
    var project =
        new Project(
            "shop",
            folder,
            List.of(folder),
            List.of(),
            folder.resolve("classes"),
            libraries,
            isProcessed ? libraries : List.of(),
            List.of("-parameters", "-Xlint:all"),
            "",
            List.of());
    this.again = new ProjectCompiler(project);
    this.whole = new ProjectCompiler(project);
    write(original);
    this.unedited = again.compile(all(), all());
    assertThat(unedited).isInstanceOf(Compiled.Done.class);
  }

  static EditBench processed(Path folder) throws IOException {
    return new EditBench(folder, true);
  }

  static EditBench plain(Path folder) throws IOException {
    return new EditBench(folder, false);
  }

  Set<String> names() {
    return original.keySet();
  }

  /** Compiles an edit and its undoing, and compares each with a compilation of everything. */
  Compiled compare(Edit edit) throws IOException {
    var changed = edit.files().keySet().stream().map(folder::resolve).collect(Collectors.toSet());
    var edited = edited(edit);
    write(edited);
    var found = again.compile(all(), changed);
    if (edited.equals(original)) { // there is nothing to undo
      compare(found, unedited);
      return found;
    }
    var expected = whole.whole(all());
    write(original);
    var undone = again.compile(all(), changed);

    compare(found, expected);
    compare(undone, unedited);
    return found;
  }

  private Map<String, String> edited(Edit edit) {
    var edited = new TreeMap<>(original);
    edit.files()
        .forEach((name, fromTo) -> {
          var text = edited.getOrDefault(name, "");
          for (var at = 0; at < fromTo.size(); at += 2) {
            assertThat(text).contains(fromTo.get(at));
            text =
                text.isEmpty() ? fromTo.get(1) : text.replace(fromTo.get(at), fromTo.get(at + 1));
          }
          edited.put(name, text);
        });
    return edited;
  }

  private void write(Map<String, String> sources) throws IOException {
    for (var file : all()) Files.delete(file);
    for (var source : sources.entrySet()) {
      Files.writeString(folder.resolve(source.getKey()), source.getValue());
    }
  }

  private Set<Path> all() throws IOException {
    try (var files = Files.list(folder)) {
      return new TreeSet<>(files.filter(Files::isRegularFile).toList());
    }
  }

  private static void compare(Compiled found, Compiled expected) {
    switch (expected) {
      case Compiled.Failed(var mistakes) ->
          assertThat(found)
              .isInstanceOfSatisfying(
                  Compiled.Failed.class, failed -> compare(failed.mistakes(), mistakes));
      case Compiled.Done(var outputs, _, _) ->
          assertThat(found)
              .isInstanceOfSatisfying(
                  Compiled.Done.class,
                  done -> assertThat(differences(done.outputs(), outputs)).isEmpty());
    }
  }

  /** Findings are those of a compilation of everything; javac says less if it sees less. */
  private static void compare(List<Mistake> found, List<Mistake> expected) {
    if (expected.stream().anyMatch(Mistake::isFinding)) {
      assertThat(found).containsExactlyInAnyOrderElementsOf(expected);
    } else {
      assertThat(expected).containsAll(found);
    }
  }

  private static List<String> differences(Outputs found, Outputs expected) {
    var names = new TreeSet<>(found.files().keySet());
    names.addAll(expected.files().keySet());
    return names.stream()
        .filter(name -> !Arrays.equals(found.bytes(name), expected.bytes(name)))
        .toList();
  }

  @Override
  public void close() throws IOException {
    again.close();
    whole.close();
  }
}
