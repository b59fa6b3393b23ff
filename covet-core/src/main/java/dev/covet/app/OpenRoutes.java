package dev.covet.app;

import dev.covet.app.contract.Offer;
import dev.covet.gen.UsedGuard;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the routes that anybody may call and that do not say so. */
record OpenRoutes(Outline outline) {
  private static final String TYPED =
      " Let each take the principal or say @SignedIn, put a @Guard before it, or say @Public.";
  private static final String PLAIN = " What has no types is opened by App.open(path).";

  /** The paths that the app opens. */
  Set<String> opened() {
    var paths = new HashSet<String>();
    outline.all(Piece.Opened.class).forEach(each -> paths.addAll(each.paths()));
    return paths;
  }

  /** What is wrong with the paths that the app opens: each must be that of something. */
  List<String> unknown() {
    var known = Stream.concat(plain().map(Piece.Plain::path), mounts()).toList();
    return opened().stream()
        .filter(each -> !known.contains(each))
        .sorted()
        .map(each ->
            "open(\"%s\"): nothing without types is at this path, and nothing is mounted there."
                .formatted(each))
        .toList();
  }

  private Stream<Piece.Plain> plain() {
    return outline.all(Piece.Plain.class);
  }

  private Stream<String> mounts() {
    return Stream.concat(
        outline.all(Piece.Mounted.class).map(Piece.Mounted::path),
        outline.all(Piece.MountedApp.class).map(Piece.MountedApp::path));
  }

  /** One sentence that names all of them; none if every route says who may call it. */
  List<String> faults(List<Offer> offers) {
    var opened = opened();
    var typed = offers.stream().filter(OpenRoutes::isOpen).map(OpenRoutes::shown).toList();
    var plain = new ArrayList<String>();
    plain()
        .filter(each -> !opened.contains(each.path()))
        .forEach(each -> plain.add(each.method() + " " + each.path()));
    outline
        .all(Piece.Mounted.class)
        .filter(each -> !opened.contains(each.path()))
        .forEach(each -> plain.add("everything below " + each.path()));
    if (typed.isEmpty() && plain.isEmpty()) return List.of();
    var all = String.join(", ", Stream.concat(typed.stream(), plain.stream()).toList());
    var ways = (typed.isEmpty() ? "" : TYPED) + (plain.isEmpty() ? "" : PLAIN);
    return List.of("Anybody may call these, and they do not say so: %s.%s".formatted(all, ways));
  }

  private static boolean isOpen(Offer offer) {
    var rule = offer.operation().callers();
    return !rule.open()
        && !rule.isStrict()
        && offer.middleware().stream().noneMatch(UsedGuard.class::isInstance);
  }

  private static String shown(Offer offer) {
    var operation = offer.operation();
    return "%s %s (%s)".formatted(operation.method(), operation.path(), operation.source());
  }
}
