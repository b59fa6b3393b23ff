package ledger;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/** Clients that write one entry after the other, alone or in pairs, and note what they are told. */
public final class Load implements AutoCloseable {
  private static final int CLIENTS = 8;
  private static final Pattern CODE = Pattern.compile("\"code\":\"([^\"]*)\"");
  private static final Pattern ERROR = Pattern.compile("\"code\":\"([A-Z_]+)\"");

  /** What a client was told of a code. */
  public enum Told {
    /** A status below 300. */
    STORED,
    /** An error that says that nothing is stored. */
    REFUSED,
    /** The error that says that nobody knows, or no whole answer. */
    UNKNOWN
  }

  private final Map<String, Told> told = new ConcurrentHashMap<>();
  private final Map<String, Long> errors = new ConcurrentHashMap<>();
  private ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor();
  private volatile boolean isOver;

  /** Begins to write; codes begin with this name. */
  public void begin(Calls calls, String name) {
    isOver = false;
    clients = Executors.newVirtualThreadPerTaskExecutor();
    for (var n = 0; n < CLIENTS; n++) {
      var own = name + "-" + n + "-";
      clients.execute(() -> write(calls, own));
    }
  }

  private void write(Calls calls, String own) {
    for (var n = 0; !isOver; n++) {
      var code = own + n + (n % 2 == 0 ? "-single" : "-pair");
      told.put(code, Told.UNKNOWN);
      told.put(code, write(calls, code, n % 2 == 0 ? "/ledger" : "/ledger/pairs"));
    }
  }

  private Told write(Calls calls, String code, String path) {
    try {
      var answer = calls.post(path, Calls.entry(code));
      if (answer.status() < 300) return Told.STORED;
      var error = ERROR.matcher(answer.body());
      var name = error.find() ? error.group(1) : "" + answer.status();
      errors.merge(name, 1L, Long::sum);
      return name.equals("COMMIT_UNKNOWN") ? Told.UNKNOWN : Told.REFUSED;
    } catch (IOException _) {
      errors.merge("no answer", 1L, Long::sum);
      LockSupport.parkNanos(1_000_000);
      return Told.UNKNOWN;
    }
  }

  /** How many were told so. */
  public long count(Told what) {
    return told.values().stream().filter(what::equals).count();
  }

  /** How often each error came, by its code. */
  public Map<String, Long> errors() {
    return new TreeMap<>(errors);
  }

  /** Waits until each client has its last answer. */
  @Override
  public void close() {
    isOver = true;
    clients.close();
  }

  /** What of the body of {@code GET /entries} does not fit what clients were told, by codes. */
  public Map<String, String> wrong(String body) {
    var there = new ConcurrentHashMap<String, Integer>();
    CODE.matcher(body).results().forEach(it -> there.merge(it.group(1), 1, Integer::sum));
    var wrong = new TreeMap<String, String>();
    told.forEach((code, what) -> {
      int count = there.getOrDefault(code, 0);
      if (!isRight(code, what, count)) wrong.put(code, what + ", but there " + count + " times");
    });
    there.keySet().removeAll(told.keySet());
    there.forEach((code, count) -> wrong.put(code, "was never sent"));
    return wrong;
  }

  private static boolean isRight(String code, Told what, int count) {
    var whole = code.endsWith("-pair") ? 2 : 1;
    return switch (what) {
      case STORED -> count == whole;
      case REFUSED -> count == 0;
      case UNKNOWN -> count == 0 || count == whole;
    };
  }
}
