package dev.covet.base.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an exporter reads, and what it is told. */
class MetricsTest {
  private final Metrics metrics = new Metrics();

  @Test
  void whatIsCountedIsReadByItsNameAndLabels() {
    metrics.count("orders_total", "country", "PT");
    metrics.count("orders_total", "country", "PT");
    metrics.counter("orders_total", "country", "NL").add(3);
    metrics.count("logins_total");

    assertThat(metrics.value("orders_total", "country", "PT")).isEqualTo(2);
    assertThat(metrics.value("orders_total", "country", "FR")).isZero();
    assertThat(metrics.value("nothing_total")).isZero();
    assertThat(metrics.all())
        .containsExactly(
            new Metric.Count("logins_total", Map.of(), 1),
            new Metric.Count("orders_total", Map.of("country", "NL"), 3),
            new Metric.Count("orders_total", Map.of("country", "PT"), 2));
  }

  @Test
  void aGaugeIsReadWhenTheMetricsAre() {
    var open = new AtomicInteger(3);
    metrics.gauge("pool_threads_active", open::get, "pool", "blocking");
    open.set(5);

    assertThat(metrics.all())
        .containsExactly(new Metric.Level("pool_threads_active", Map.of("pool", "blocking"), 5));
    metrics.gauge("pool_threads_active", () -> 7, "pool", "blocking");
    assertThat(metrics.value("pool_threads_active", "pool", "blocking")).isEqualTo(7);
  }

  /**
   * The bounds are inclusive, and each bucket has what the ones before it have, as in Prometheus.
   */
  @Test
  void aHistogramSaysHowManyValuesAreAtMostThatLarge() {
    var times = metrics.histogram("price_duration_seconds");
    times.add(0.005);
    times.add(Duration.ofMillis(30));
    times.addNanos(60_000_000_000L);

    var spread = (Metric.Spread) metrics.all().getFirst();
    assertThat(spread.count()).isEqualTo(3);
    assertThat(spread.sum()).isEqualTo(60.035);
    assertThat(spread.buckets())
        .startsWith(new Metric.Bucket(0.005, 1), new Metric.Bucket(0.01, 1))
        .contains(new Metric.Bucket(0.05, 2), new Metric.Bucket(10, 2))
        .endsWith(new Metric.Bucket(Double.POSITIVE_INFINITY, 3));
    assertThat(metrics.value("price_duration_seconds")).isEqualTo(3);
  }

  @Test
  void sizesHaveBoundsOfTheirOwn() {
    metrics.histogram("upload_bytes").add(300);

    assertThat(((Metric.Spread) metrics.all().getFirst()).buckets())
        .startsWith(new Metric.Bucket(256, 0), new Metric.Bucket(1_024, 1));
  }

  /** L2: no client makes an app remember without bound. */
  @Test
  void seriesAreBoundedAndTheRestIsOne() {
    var few = new Metrics(3);
    for (var i = 0; i < 100; i++) few.count("visits_total", "page", "" + i);

    assertThat(few.value("visits_total", "page", "0")).isEqualTo(1);
    assertThat(few.value("visits_total", "page", Metrics.OTHER)).isEqualTo(97);
    assertThat(few.value("limit_hits_total", "limit", "METRIC_SERIES_MAX")).isEqualTo(97);
    assertThat(few.all()).hasSize(5);
    few.count("logins_total");
    assertThat(few.value("logins_total")).isEqualTo(1);
  }

  @Test
  void listenersAreToldOfEachEvent() {
    var told = new ArrayList<String>();
    metrics.listen(
        new MetricListener() {
          @Override
          public void counted(String name, Map<String, String> labels, long events) {
            throw new IllegalStateException("of no concern to whoever counts");
          }
        });
    metrics.listen(
        new MetricListener() {
          @Override
          public void counted(String name, Map<String, String> labels, long events) {
            told.add(name + labels + events);
          }

          @Override
          public void measured(String name, Map<String, String> labels, double value) {
            told.add(name + labels + value);
          }
        });
    metrics.count("orders_total", "country", "PT");
    metrics.histogram("price_duration_seconds").add(0.25);

    assertThat(told)
        .isEqualTo(List.of("orders_total{country=PT}1", "price_duration_seconds{}0.25"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"orders", "Orders_total", "orders-total", "", "_total", "1_total"})
  void aCounterIsNamedAsOne(String name) {
    assertThatThrownBy(() -> metrics.count(name))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a counter is in snake case and ends in _total");
  }

  @Test
  void aNameHasOneMeaning() {
    metrics.count("orders_total", "country", "PT");

    assertThatThrownBy(() -> metrics.count("orders_total"))
        .hasMessage("The metric orders_total has the labels [country]");
    assertThatThrownBy(() -> metrics.count("orders_total", "country"))
        .hasMessageContaining("has a label without a value");
    assertThatThrownBy(() -> metrics.gauge("orders_total", () -> 1, "country", "PT"))
        .hasMessage("The metric orders_total is a COUNTER, not a GAUGE");
    assertThatThrownBy(() -> metrics.histogram("price_duration"))
        .hasMessageContaining("ends in _seconds or _bytes");
    assertThatThrownBy(() -> metrics.count("logins_total", "le gume", "1"))
        .hasMessageContaining("which is not in snake case");
  }

  @Test
  void timesAddUpBeyondWhatALongHoldsInNanoseconds() {
    var times = metrics.histogram("stream_seconds");
    for (var i = 0; i < 3; i++) times.addNanos(Long.MAX_VALUE);

    assertThat(((Metric.Spread) metrics.all().getFirst()).sum()).isGreaterThan(2.7e10);
  }

  @Test
  void aSmallNumberOfSeriesLosesNoNames() {
    var few = new Metrics(2);
    for (var i = 0; i < 9; i++) few.count("orders_" + i + "_total");
    few.limitHit("BODY_BYTES_MAX");

    assertThat(few.value("limit_hits_total", "limit", "BODY_BYTES_MAX")).isEqualTo(1);
  }

  @Test
  void namesThatFoundNoRoomTakeNoneOfOthers() {
    for (var i = 0; i < 3_000; i++) metrics.count("made_up_" + i + "_total");
    for (var i = 0; i < 20_000; i++) metrics.count("lost_total");
    metrics.count("made_up_1_total");

    assertThat(metrics.value("made_up_1_total")).isEqualTo(2);
    assertThat(metrics.value("limit_hits_total", "limit", "METRIC_SERIES_MAX")).isPositive();
  }
}
