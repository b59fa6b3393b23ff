package dev.covet.benchmarks;

import dev.covet.benchmarks.load.Call;
import dev.covet.benchmarks.load.LoadClient.Pressure;
import dev.covet.benchmarks.load.ServerProcess;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Server CPU per request by HTTP/2 without TLS, as a ratio to Netty's own codec of it. */
final class Http2Goals implements Starts.Field {
  private static final String COVET = "covet";
  private static final String RAW = "raw";
  private static final Call CALL = Call.named("json");

  /** Eight connections with eight streams each, as of a proxy. */
  private static final Pressure PRESSURE = new Pressure(8, 8);

  /** 0.9 of its requests with the same CPU. */
  private static final double GOAL = 1.11;

  private final Disturbance disturbance = new Disturbance();

  static List<Goal> measure(Plan plan) throws IOException {
    var goals = new Http2Goals();
    var rounds = Starts.measure(plan.only(CALL).under(PRESSURE), goals).values().iterator().next();
    var reached = Medians.of(rounds.ratios(COVET, RAW));
    var note = "(" + rounds.note(COVET, RAW) + goals.disturbance.note() + ")";
    return List.of(new Goal("json by HTTP/2", reached, GOAL, note));
  }

  @Override
  public void start(List<ServerProcess> servers) throws IOException {
    servers.add(ServerProcess.start(RAW, RawNetty.class, Map.of(), Bench::progress));
    servers.add(
        ServerProcess.start(
            COVET, LoadTarget.class, LoadGoals.settings(LoadGoals.LOOP), disturbance));
  }

  @Override
  public Turns.Asking asking() {
    return (_, call) -> call.overHttp2();
  }
}
