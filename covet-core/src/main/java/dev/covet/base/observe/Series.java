package dev.covet.base.observe;

import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One name with one choice of label values. */
sealed interface Series permits Counter, Gauge, Histogram {
  /** What it stands at. */
  double value();

  /** What it is at this moment. */
  Metric read();

  /**
   * What listeners learn of a series, and who they are.
   *
   * @param labels by their names, in order
   */
  record Id(
      String name, Map<String, String> labels, CopyOnWriteArrayList<MetricListener> listeners) {
    private static final Logger LOG = LoggerFactory.getLogger(MetricListener.class);

    boolean isHeard() {
      return !listeners.isEmpty();
    }

    /** A listener that fails costs nobody but itself. */
    void tell(Consumer<MetricListener> event) {
      for (var listener : listeners) {
        try {
          event.accept(listener);
        } catch (RuntimeException e) {
          LOG.atError()
              .addKeyValue("metric", name)
              .setCause(LoggedFault.of(e))
              .log("metric_listener_failed");
        }
      }
    }
  }
}
