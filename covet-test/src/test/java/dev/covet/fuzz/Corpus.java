package dev.covet.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The inputs of a place that are kept: one in each line, the path of its operation and the data in
 * hexadecimal digits. An input whose operation is no more goes to another.
 */
final class Corpus {
  private Corpus() {}

  /**
   * An input.
   *
   * @param path of its operation
   * @param digits its data in hexadecimal
   */
  record Input(String path, String digits) {
    private static Input of(String line) {
      var parts = line.split(" ", -1);
      return new Input(parts[0], parts[1]);
    }

    byte[] data() {
      return HexFormat.of().parseHex(digits);
    }

    private String line() {
      return path + " " + digits;
    }
  }

  /** The inputs that the tests have. */
  static List<Input> of(FuzzPlace place) {
    try (var in = Corpus.class.getResourceAsStream(name(place))) {
      return in == null
          ? List.of()
          : new String(in.readAllBytes(), UTF_8).lines().map(Input::of).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String name(FuzzPlace place) {
    return place.name().toLowerCase(Locale.ROOT) + ".txt";
  }

  /**
   * {@code unpack PLACE FOLDER} writes the inputs as files for a fuzzer; {@code pack PLACE FOLDER
   * FILE} makes the lines of all files of a folder.
   */
  static void main(String[] args) throws IOException {
    var place = FuzzPlace.valueOf(args[1]);
    var operations = new FuzzedApp(place).operations();
    var folder = Path.of(args[2]);
    if (args[0].equals("unpack")) {
      unpack(of(place), operations, folder);
    } else {
      Files.write(Path.of(args[3]), pack(operations, folder));
    }
  }

  private static void unpack(List<Input> inputs, List<FuzzedOperation> operations, Path folder)
      throws IOException {
    for (int i = 0; i < inputs.size(); i++) {
      var input = inputs.get(i);
      var number = 0;
      for (int j = 0; j < operations.size(); j++) {
        if (operations.get(j).path().equals(input.path())) number = j;
      }
      var bytes = HexFormat.of().parseHex("00" + input.digits());
      bytes[0] = (byte) number;
      Files.write(folder.resolve("kept-" + i), bytes);
    }
  }

  private static List<String> pack(List<FuzzedOperation> operations, Path folder)
      throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(Corpus::bytes)
          .filter(each -> each.length > 0)
          .map(each ->
              new Input(
                  operations.get((each[0] & 0xff) % operations.size()).path(),
                  HexFormat.of().formatHex(each, 1, each.length)))
          .map(Input::line)
          .distinct()
          .sorted()
          .toList();
    }
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
