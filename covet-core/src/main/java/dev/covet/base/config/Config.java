package dev.covet.base.config;

import dev.covet.api.Mode;
import dev.covet.base.limit.LimitSource;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The settings of one start. A setting is a name in capitals, such as {@code MAIL_URL}, looked up
 * in the sources in their order. It remembers who was asked for, for the listing of {@code covet
 * config} and to refuse options that nobody knows. Not thread-safe: settings are read at start.
 */
public final class Config {
  /** The source of what an app cannot do without, and no source has. */
  static final String MISSING = "missing";

  /** What the author of an app or of a command wrote, so that what is wrong there is a fault. */
  private static final Set<String> OWN = Set.of("command line", "code");

  /** Random bytes in a secret that is made up, outside production, because none is set. */
  private static final int SECRET_BYTES = 32;

  /** An option is near a setting if at most one of so many of its characters is wrong. */
  private static final int OPTION_CHARS_PER_ERROR = 3;

  /** A name in the environment, most of which is others', is near if nearly all of it is right. */
  private static final int NAME_CHARS_PER_ERROR = 8;

  private static final Pattern WORD_END = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

  private final Mode mode;
  private final List<Source> sources;
  private final StartFaults faults;
  private final List<String> prefixes;
  private final Memory memory;

  /** What is remembered of all settings of a start, those of mounted apps included. */
  private static final class Memory {
    final Map<String, Entry> asked = new TreeMap<>();

    /** Every name that would have been taken, also where another one was. */
    final Set<String> names = new HashSet<>();

    /** What apps set in their code, those of mounted ones included. */
    final List<Source> code = new ArrayList<>();

    /** What the settings of mounted apps begin with. */
    final Set<String> prefixes = new HashSet<>();

    /** Secrets that were made up, each once. */
    Map<String, String> madeUp = new HashMap<>();
  }

  private Config(
      Mode mode, List<Source> sources, StartFaults faults, List<String> prefixes, Memory memory) {
    this.mode = mode;
    this.sources = sources;
    this.faults = faults;
    this.prefixes = prefixes;
    this.memory = memory;
  }

  /**
   * Settings from these sources; the first that has a name wins.
   *
   * @param faults takes what is wrong with settings
   */
  public static Config of(Mode mode, StartFaults faults, Source... sources) {
    return new Config(mode, List.of(sources), faults, List.of(""), new Memory());
  }

  /** The mode that the app starts in. */
  public Mode mode() {
    return mode;
  }

  /**
   * The settings of a part of this app, such as a mounted app or a further database: {@code
   * TASKS_PORT} first, then {@code PORT}; of one within that, {@code TASKS_NOTES_PORT} before
   * these. Two of one name are a fault.
   *
   * @param name its name, such as {@code TASKS}, or that of a type: {@code SalesReports}
   */
  public Config under(String name) {
    var prefix = prefixes.getFirst() + capitals(name) + "_";
    if (!memory.prefixes.add(prefix)) {
      faults.add(
          "Two parts of the app would read the same settings, %s.... Mount one app at another path, or name one database otherwise."
              .formatted(prefix));
    }
    var all = Stream.concat(Stream.of(prefix), prefixes.stream()).toList();
    return new Config(mode, sources, faults, all, memory);
  }

  /** These settings and, where none of the sources has one, those of an app's code. */
  public Config and(Source last) {
    memory.code.add(last);
    var more = new ArrayList<>(sources);
    more.add(last);
    return new Config(mode, List.copyOf(more), faults, prefixes, memory);
  }

  /**
   * The text of a setting, if it is given and not empty; what is wrong with it is the caller's to
   * say.
   */
  public Optional<String> text(String name) {
    return Optional.of(setting(name)).filter(Setting::isGiven).map(Setting::asText);
  }

  /**
   * A setting, to be read as a value of some type.
   *
   * @param name a name in capitals or that of a record's component: {@code MAIL_URL} or {@code
   *     mailUrl}
   */
  public Setting setting(String name) {
    var capitals = capitals(name);
    return setting(prefixes.stream().map(prefix -> prefix + capitals).toList());
  }

  /** The part of the app that these are for, such as {@code tasks_notes}; else {@code main}. */
  public String part() {
    var own = prefixes.getFirst();
    return own.isEmpty() ? "main" : own.substring(0, own.length() - 1).toLowerCase(Locale.ROOT);
  }

  /**
   * A setting that a mounted app does not share with the one around it, such as {@code
   * DATABASE_URL}.
   */
  public Setting own(String name) {
    return setting(List.of(prefixes.getFirst() + capitals(name)));
  }

  /** The settings that are limits: {@code bodyBytesMax} is {@code BODY_BYTES_MAX}. */
  public LimitSource limits() {
    return new LimitSettings(this);
  }

  private Setting setting(List<String> wanted) {
    memory.names.addAll(wanted);
    for (var source : sources) {
      var found = found(wanted, source);
      if (found != null) return found;
    }
    return new Setting(this, faults, wanted.getFirst(), null, "default");
  }

  private @Nullable Setting found(List<String> wanted, Source source) {
    for (var name : wanted) {
      var text = source.values().getOrDefault(name, "");
      if (!text.isEmpty()) return new Setting(this, faults, name, text, source.name());
    }
    return null;
  }

  /** {@code mailUrl} is {@code MAIL_URL}; a name in capitals stays. */
  static String capitals(String name) {
    return name.equals(name.toUpperCase(Locale.ROOT))
        ? name
        : WORD_END.matcher(name).replaceAll("_").toUpperCase(Locale.ROOT);
  }

  /** Keeps what the listing shows; what was masked once, or missing, stays so. */
  void note(Entry entry) {
    memory.asked.merge(entry.name(), entry, (known, now) -> known.isKept() ? known : now);
  }

  /** The secret of a setting that nobody gave one, the same however often it is asked for. */
  String madeUp(String name) {
    return memory.madeUp.computeIfAbsent(name, _ -> random());
  }

  /** Has secrets that are made up kept, and taken from, where other starts do so, too. */
  public void keepMadeUp(Map<String, String> secrets) {
    memory.madeUp = secrets;
  }

  private static String random() {
    var bytes = new byte[SECRET_BYTES];
    new SecureRandom().nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** Every setting that was asked for, by name. */
  public List<Entry> entries() {
    return List.copyOf(memory.asked.values());
  }

  /** Every setting that was asked for as a table of three columns: name, value, source. */
  public String listing() {
    var names = width(entries().stream().map(Entry::name).toList());
    var values = width(entries().stream().map(Entry::shown).toList());
    return entries().stream()
        .map(e -> padded(e.name(), names) + "  " + padded(e.shown(), values) + "  " + e.source())
        .collect(Collectors.joining("\n"));
  }

  private static int width(List<String> texts) {
    return texts.stream().mapToInt(String::length).max().orElse(0);
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(width - text.length());
  }

  /**
   * Makes every command-line option a fault that no setting was asked for by, and what code sets
   * that is nearly one. To be called when all have been.
   */
  public void refuseUnknown(CommandLine line) {
    unknown(line, Set.of()).forEach(faults::add);
    var unset = unset();
    memory.code.stream()
        .flatMap(source -> unread(source).flatMap(name -> misspelt(name, source, unset)))
        .sorted()
        .forEach(faults::add);
  }

  /**
   * A sentence for each option that is no setting of this app.
   *
   * @param others what it may be beside settings
   */
  public List<String> unknown(CommandLine line, Set<String> others) {
    var known = Stream.concat(memory.asked.keySet().stream(), others.stream()).toList();
    var unknown = new TreeSet<>(line.options().keySet());
    unknown.removeAll(memory.names);
    unknown.removeAll(others);
    return unknown.stream().map(each -> unknown(each, known)).toList();
  }

  private static String unknown(String name, List<String> known) {
    var near =
        Nearest.of(name, known, OPTION_CHARS_PER_ERROR).stream().map(Config::option).toList();
    var meant = near.isEmpty() ? "." : "; did you mean " + String.join(" or ", near) + "?";
    return option(name) + " is not an option" + meant + " --help lists all.";
  }

  /**
   * A sentence for each name that is nearly the one of a setting that nobody gave, and for what
   * code sets that is like none, in production, since elsewhere another database may stand in for
   * the one that reads it. Of options, all that nobody knows are refused.
   */
  public List<String> warnings() {
    var unset = unset();
    var near =
        sources.stream()
            .filter(source -> !OWN.contains(source.name()))
            .flatMap(source -> unread(source).flatMap(name -> misspelt(name, source, unset)));
    var idle =
        memory.code.stream()
            .filter(_ -> mode == Mode.PRODUCTION)
            .flatMap(this::unread)
            .filter(name -> Nearest.of(name, unset, NAME_CHARS_PER_ERROR).isEmpty())
            .map("%s from code is not a setting that this app reads."::formatted);
    return Stream.concat(near, idle).sorted().toList();
  }

  private Set<String> unset() {
    return entries().stream().filter(Entry::isUnset).map(Entry::name).collect(Collectors.toSet());
  }

  private Stream<String> unread(Source source) {
    return source.values().keySet().stream().filter(name -> !memory.names.contains(name));
  }

  private static Stream<String> misspelt(String name, Source source, Set<String> unset) {
    return Nearest.of(name, unset, NAME_CHARS_PER_ERROR).stream()
        .map(near ->
            "%s from %s is not a setting; did you mean %s?"
                .formatted(name, Setting.from(source.name()), near));
  }

  /** A setting as the command line says it: {@code --port}. */
  static String option(String name) {
    return "--" + name.toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Every setting that was asked for as an option with its value: {@code --port 8000}. */
  public String options() {
    return entries().stream()
        .map(entry -> (option(entry.name()) + " " + entry.shown()).strip())
        .collect(Collectors.joining("\n"));
  }

  /**
   * One line of the listing.
   *
   * @param name in capitals
   * @param shown the value, masked if it is secret; empty if there is none
   * @param source where it came from: {@code command line}, {@code environment}, {@code .env},
   *     {@code code}, {@code default}, {@code missing}
   */
  public record Entry(String name, String shown, String source) {
    private boolean isUnset() {
      return source.equals(MISSING) || source.equals("default");
    }

    private boolean isKept() {
      return shown.equals(UrlSecrets.MASK) || source.equals(MISSING);
    }
  }
}
