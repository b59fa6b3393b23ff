package dev.covet.web.stream;

import dev.covet.web.message.SocketMessage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Who is in which room, and what is said there: the WebSockets of this process by the names of
 * their members. There is one for each type of message in an app. Nothing here waits for a client:
 * one that has too many messages to take already is closed with 1013. Thread-safe.
 *
 * <pre>{@code
 * try (var _ = rooms.join(room, me.name(), socket)) {
 *   for (var message : socket) rooms.send(room, new Out(me.name(), message.text()));
 * }
 * }</pre>
 *
 * @param <O> what members are sent
 */
public final class Rooms<O> {
  private final Map<String, Map<Member<O>, Boolean>> rooms = new ConcurrentHashMap<>();

  /** Rooms with nobody in them. */
  public Rooms() {}

  /**
   * Lets a socket in, until what this returns is closed or the socket is; one member may have
   * several, on several devices.
   *
   * @param room any name
   * @param name of the member
   */
  public Member<O> join(String room, String name, Socket<?, O> socket) {
    var member = new Member<O>(this, room, name, socket);
    rooms.compute(
        room,
        (_, present) -> {
          var all = present == null ? new ConcurrentHashMap<Member<O>, Boolean>() : present;
          all.put(member, true);
          return all;
        });
    socket.line().onEnd(member.leaving);
    return member;
  }

  private void leave(Member<O> member) {
    rooms.computeIfPresent(
        member.room(),
        (_, present) -> {
          present.remove(member);
          return present.isEmpty() ? null : present;
        });
  }

  /**
   * Sends a message to everybody in a room; to how many sockets.
   *
   * @throws IllegalStateException if the value cannot be written as JSON
   */
  public int send(String room, O message) {
    return send(present(room), message);
  }

  /**
   * Sends a message to one member of a room; to how many sockets, 0 if it is not there.
   *
   * @throws IllegalStateException if the value cannot be written as JSON
   */
  public int sendTo(String room, String name, O message) {
    return send(present(room).stream().filter(each -> each.name().equals(name)).toList(), message);
  }

  /** It is written once for all who take it in the same form. */
  private int send(List<Member<O>> to, O message) {
    var written = new HashMap<MessageForm<O>, SocketMessage>();
    var count = 0;
    for (var member : to) {
      var socket = member.socket();
      var bytes = written.computeIfAbsent(socket.form(), form -> form.write(message));
      if (socket.line().offer(bytes)) count++;
    }
    return count;
  }

  /** The names of those in a room, sorted, each once. */
  public List<String> members(String room) {
    return present(room).stream().map(Member::name).distinct().sorted().toList();
  }

  private List<Member<O>> present(String room) {
    var present = rooms.get(room);
    return present == null ? List.of() : List.copyOf(present.keySet());
  }

  /** A socket in a room; closing it leaves the room, once. Thread-safe. */
  public static final class Member<O> implements AutoCloseable {
    private final Rooms<O> rooms;
    private final String room;
    private final String name;
    private final Socket<?, O> socket;
    private final AtomicBoolean left = new AtomicBoolean();
    private final Runnable leaving = this::close;

    private Member(Rooms<O> rooms, String room, String name, Socket<?, O> socket) {
      this.rooms = rooms;
      this.room = room;
      this.name = name;
      this.socket = socket;
    }

    /** Where it is. */
    public String room() {
      return room;
    }

    /** Who it is. */
    public String name() {
      return name;
    }

    private Socket<?, O> socket() {
      return socket;
    }

    /** Whether it is still there. */
    public boolean isPresent() {
      return !left.get();
    }

    /** Leaves the room; a second call does nothing. */
    @Override
    public void close() {
      if (!left.compareAndSet(false, true)) return;
      rooms.leave(this);
      socket.line().notOnEnd(leaving);
    }
  }
}
