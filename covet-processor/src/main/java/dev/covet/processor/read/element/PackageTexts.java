package dev.covet.processor.read.element;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.PackageElement;

/** Reads what the Javadoc of packages says, which describes an API. */
public final class PackageTexts {
  private PackageTexts() {}

  /** The texts by the names of their packages; empty where there is no Javadoc. */
  public static Map<String, String> of(
      ProcessingEnvironment compiler, Collection<PackageElement> packages) {
    var declarations =
        new Declarations(compiler.getElementUtils(), compiler.getTypeUtils(), Set.of(), "");
    return packages.stream()
        .collect(
            Collectors.toMap(
                each -> each.getQualifiedName().toString(), each -> declarations.doc(each).text()));
  }
}
