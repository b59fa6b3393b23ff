package dev.covet.processor.report;

import static javax.tools.StandardLocation.SOURCE_OUTPUT;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;

/** The folders that the compiler writes to. Not thread-safe. */
public final class Output {
  private final Filer filer;
  private final Elements elements;
  private final Set<String> written = new HashSet<>();

  /** The folders of this compiler. */
  public Output(ProcessingEnvironment compiler) {
    this.filer = compiler.getFiler();
    this.elements = compiler.getElementUtils();
  }

  /** Whether a class was written here, so that it is none of the user's. */
  public boolean wrote(TypeElement type) {
    return written.contains(type.getQualifiedName().toString());
  }

  /**
   * Writes a class beside the user's own, once: a later round may lead to the same again.
   *
   * @param name its qualified name
   * @param from qualified names of the user's types that it was made from
   */
  public void source(String name, String text, List<String> from) {
    if (!written.add(name)) return;
    var origins =
        from.stream()
            .map(elements::getTypeElement)
            .filter(Objects::nonNull)
            .toArray(Element[]::new);
    try (var out = filer.createSourceFile(name, origins).openWriter()) {
      out.write(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Address of the folder for class files, with a slash at its end; {@code ""} if unknown. */
  public String classes() {
    try {
      var name = "META-INF/covet/main";
      var uri = filer.getResource(StandardLocation.CLASS_OUTPUT, "", name).toUri().toString();
      return uri.substring(0, uri.length() - name.length());
    } catch (IOException e) {
      return "";
    }
  }

  /** Whether a class lies among the class files of earlier runs. */
  public boolean isCompiled(String name) {
    var type = elements.getTypeElement(name);
    var file = type == null ? null : elements.getFileObjectOf(type);
    var classes = classes();
    return file != null
        && file.getKind() == JavaFileObject.Kind.CLASS
        && !classes.isEmpty()
        && file.toUri().toString().startsWith(classes);
  }

  /**
   * Whether a class was written here by this run or an earlier one, whose source is still there.
   */
  public boolean hasSource(String name) {
    var dot = name.lastIndexOf('.');
    var packageName = name.substring(0, Math.max(0, dot));
    var file = name.substring(dot + 1) + ".java";
    try (var in = filer.getResource(SOURCE_OUTPUT, packageName, file).openInputStream()) {
      return in.available() >= 0;
    } catch (IOException e) {
      return false;
    }
  }

  /** The lines of a resource that an earlier run wrote; none if there is none. */
  public List<String> lines(String name) {
    try {
      var text = filer.getResource(StandardLocation.CLASS_OUTPUT, "", name).getCharContent(false);
      return text.toString().lines().filter(line -> !line.isBlank()).toList();
    } catch (NoSuchFileException | FileNotFoundException e) {
      return List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes a resource beside the class files. */
  public void lines(String name, List<String> lines) {
    try (var out = filer.createResource(StandardLocation.CLASS_OUTPUT, "", name).openWriter()) {
      for (var line : lines) out.write(line + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
