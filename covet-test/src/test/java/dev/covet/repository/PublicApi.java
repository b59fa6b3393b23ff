package dev.covet.repository;

import java.io.IOException;
import java.lang.reflect.Member;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The public API of a module as text, from its class files: what others may name, one line each,
 * sorted.
 */
final class PublicApi {
  /** Packages that users or generated code name; the others are public only to each other. */
  static final List<String> PACKAGES =
      List.of(
          "dev.covet.api",
          "dev.covet.header",
          "dev.covet.schema",
          "dev.covet.app",
          "dev.covet.gen",
          "dev.covet.web.address",
          "dev.covet.web.message",
          "dev.covet.web.file",
          "dev.covet.web.http",
          "dev.covet.web.stream",
          "dev.covet.web.bind",
          "dev.covet.web.route",
          "dev.covet.web.error",
          "dev.covet.web.middleware",
          "dev.covet.web.docs",
          "dev.covet.base.limit",
          "dev.covet.base.config",
          "dev.covet.base.json",
          "dev.covet.base.codec",
          "dev.covet.base.problem",
          "dev.covet.base.inject",
          "dev.covet.base.task",
          "dev.covet.base.transaction",
          "dev.covet.base.observe",
          "dev.covet.data",
          "dev.covet.data.error",
          "dev.covet.data.type",
          "dev.covet.data.query",
          "dev.covet.data.table",
          "dev.covet.data.sql",
          "dev.covet.security",
          "dev.covet.client",
          "dev.covet.resilience",
          "dev.covet.idempotency",
          "dev.covet.test");

  private PublicApi() {}

  /** The listing of the module in {@code folder}, from its {@code target/classes}. */
  static String of(Path folder) throws IOException {
    var classes = folder.resolve("target/classes");
    try (var files = Files.walk(classes)) {
      return files
          .map(file -> classes.relativize(file).toString().replace('\\', '/'))
          .filter(name -> name.endsWith(".class") && !name.endsWith("-info.class"))
          .map(name -> name.substring(0, name.length() - ".class".length()).replace('/', '.'))
          .filter(name -> PACKAGES.contains(name.substring(0, Math.max(0, name.lastIndexOf('.')))))
          .sorted()
          .map(PublicApi::load)
          .filter(PublicApi::isOpen)
          .map(PublicApi::describe)
          .collect(Collectors.joining("\n"));
    }
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name, false, PublicApi.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(name + " is not on the class path of this test", e);
    }
  }

  /** Whether it and every type around it can be named from elsewhere. */
  private static boolean isOpen(Class<?> type) {
    for (Class<?> each = type; each != null; each = each.getEnclosingClass()) {
      if (!isOpen(each.getModifiers()) || each.isAnonymousClass() || each.isLocalClass()) {
        return false;
      }
    }
    return true;
  }

  private static boolean isOpen(int modifiers) {
    return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
  }

  /** How a method locks is its own, and no promise. */
  private static String describe(Class<?> type) {
    var members =
        Stream.of(
                Arrays.stream(type.getDeclaredFields())
                    .filter(PublicApi::isListed)
                    .map(field -> field.toGenericString()),
                Arrays.stream(type.getDeclaredConstructors())
                    .filter(PublicApi::isListed)
                    .map(constructor -> constructor.toGenericString()),
                Arrays.stream(type.getDeclaredMethods())
                    .filter(method -> isListed(method) && !method.isBridge())
                    .map(method -> method.toGenericString().replace(" synchronized ", " ")))
            .flatMap(lines -> lines)
            .sorted()
            .map(line -> "  " + line.replace(type.getName() + ".", "") + "\n");
    return header(type) + "\n" + members.collect(Collectors.joining());
  }

  private static boolean isListed(Member member) {
    return isOpen(member.getModifiers()) && !member.isSynthetic();
  }

  private static String header(Class<?> type) {
    var above =
        Stream.concat(
                Stream.ofNullable(type.getGenericSuperclass()),
                Arrays.stream(type.getGenericInterfaces()))
            .map(Type::getTypeName)
            .filter(name -> !name.equals("java.lang.Object"))
            .collect(Collectors.joining(", "));
    return type.toGenericString() + (above.isEmpty() ? "" : " : " + above);
  }
}
