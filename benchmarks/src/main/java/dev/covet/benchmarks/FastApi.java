package dev.covet.benchmarks;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * FastAPI with Uvicorn, as Debian's packages have them ({@code python3-fastapi}, {@code
 * python3-uvicorn}), where they are installed, with SQLAlchemy ({@code python3-sqlalchemy}) and a
 * table in SQLite, as heroes has one.
 */
final class FastApi {
  private static final String PYTHON = "/usr/bin/python3";
  private static final long PAUSE_NANOS = 2_000_000;
  private static final long ANSWER_SECONDS_MAX = 30;

  private static final String PROGRAM =
      """
      from fastapi import Depends, FastAPI
      from pydantic import BaseModel, Field
      from sqlalchemy import Column, Integer, String, create_engine
      from sqlalchemy.orm import Session, declarative_base

      Base = declarative_base()
      engine = create_engine("sqlite:///heroes.db")

      class HeroRow(Base):
          __tablename__ = "hero"
          id = Column(Integer, primary_key=True)
          name = Column(String, nullable=False, unique=True)
          age = Column(Integer, index=True)

      class Hero(BaseModel):
          name: str = Field(min_length=1, max_length=80)
          age: int | None = Field(default=None, ge=0)

          class Config:
              orm_mode = True

      class Page(BaseModel):
          text: str
          heroes: list[Hero]

      app = FastAPI()

      @app.on_event("startup")
      def create_tables() -> None:
          Base.metadata.create_all(engine)

      def session():
          with Session(engine) as db:
              yield db

      @app.post("/heroes", status_code=201)
      def create(hero: Hero, db: Session = Depends(session)) -> Hero:
          db.add(HeroRow(**hero.dict()))
          db.commit()
          return hero

      @app.get("/heroes")
      def read(db: Session = Depends(session)) -> Page:
          heroes = db.query(HeroRow).order_by(HeroRow.name).limit(10).all()
          return Page(text="version 0", heroes=heroes)
      """;

  private FastApi() {}

  /** Seconds of edits, one after the other; nothing if FastAPI is not installed. */
  static Optional<List<Double>> edits(int count) throws IOException {
    if (!isInstalled()) {
      Bench.progress(
          "FastAPI is not installed (apt-get install python3-fastapi python3-uvicorn python3-sqlalchemy)");
      return Optional.empty();
    }
    Bench.progress("editing a program of FastAPI " + count + " times");
    try (var folder = TemporaryFolder.create("fastapi")) {
      var file = Files.writeString(folder.path().resolve("heroes.py"), PROGRAM);
      var server = started(folder.path(), port(), "--reload");
      try {
        return Optional.of(edits(file, server.address(), count));
      } finally {
        server.end();
      }
    }
  }

  /** From the start of the process to its first answer; nothing if FastAPI is not installed. */
  static List<FirstAnswerGoals.Start> starts(int count) throws IOException {
    if (!isInstalled()) return List.of();
    var starts = new ArrayList<FirstAnswerGoals.Start>();
    try (var folder = TemporaryFolder.create("fastapi")) {
      Files.writeString(folder.path().resolve("heroes.py"), PROGRAM);
      for (var round = 0; round < count; round++) {
        var start = System.nanoTime();
        var server = started(folder.path(), port());
        try {
          await(server.address(), "version 0");
          var seconds = (System.nanoTime() - start) / 1e9;
          var memory = FirstAnswerGoals.megabytes(server.process().pid());
          starts.add(new FirstAnswerGoals.Start(seconds, memory));
        } finally {
          server.end();
        }
      }
    }
    return starts;
  }

  private static List<Double> edits(Path file, URI address, int count) throws IOException {
    await(address, "version 0");
    var times = new ArrayList<Double>();
    for (var edit = 1; edit <= count; edit++) {
      letReloaderLook();
      var text = PROGRAM.replace("version 0", "version " + edit);
      var start = System.nanoTime();
      Files.writeString(file, text);
      await(address, "version " + edit);
      times.add((System.nanoTime() - start) / 1e9);
    }
    return times;
  }

  /**
   * Uvicorn takes the files for unchanged that it finds at its first look, 0.25 s after a start.
   */
  private static void letReloaderLook() {
    LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
  }

  /** Asks until the answer says so: while Uvicorn starts anew, the old one answers or nobody. */
  private static void await(URI address, String text) throws IOException {
    var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(ANSWER_SECONDS_MAX);
    try (var client = HttpClient.newHttpClient()) {
      while (!says(client, address, text)) {
        if (System.nanoTime() > end) throw new IOException("FastAPI does not answer");
        LockSupport.parkNanos(PAUSE_NANOS);
      }
    }
  }

  private static boolean says(HttpClient client, URI address, String text) throws IOException {
    try {
      return client
          .send(
              HttpRequest.newBuilder(address)
                  .version(HttpClient.Version.HTTP_1_1)
                  .timeout(Duration.ofSeconds(ANSWER_SECONDS_MAX))
                  .build(),
              BodyHandlers.ofString())
          .body()
          .contains(text);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } catch (IOException _) {
      return false;
    }
  }

  private static boolean isInstalled() throws IOException {
    if (!Files.isExecutable(Path.of(PYTHON))) return false;
    var process = new ProcessBuilder(PYTHON, "-c", "import fastapi, uvicorn, sqlalchemy").start();
    return process.onExit().join().exitValue() == 0;
  }

  private record Running(Process process, URI address) {
    /** Uvicorn's own children end with it. */
    void end() {
      process.descendants().forEach(ProcessHandle::destroy);
      process.destroy();
      process.onExit().join();
    }
  }

  private static Running started(Path folder, int port, String... options) throws IOException {
    var command = new ArrayList<>(List.of(PYTHON, "-m", "uvicorn", "heroes:app"));
    command.addAll(List.of("--port", "" + port, "--log-level", "error"));
    command.addAll(List.of(options));
    var process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    return new Running(process, URI.create("http://127.0.0.1:" + port + "/heroes"));
  }

  private static int port() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
