package dev.covet.base.json;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The texts by which JSON tells the records of a sealed type apart, numbered by their order, and
 * the name of the member that has them. Immutable; made once for each codec.
 */
public final class Tags {
  /** Most tags that a message lists. */
  private static final int SHOWN_MAX = 20;

  private final String name;
  private final String[] tags;

  /** As they are written; where a client escapes one otherwise, it is found by itself. */
  private final byte[] quotedName;

  private final byte[][] quoted;
  private final byte[][] members;
  private final Map<String, Integer> positions;
  private final String reason;

  private Tags(String name, String[] tags, Map<String, Integer> positions) {
    this.name = name;
    this.tags = tags;
    this.quotedName = Escapes.quoted(name);
    this.quoted = Stream.of(tags).map(Escapes::quoted).toArray(byte[][]::new);
    this.members = Stream.of(quoted).map(this::member).toArray(byte[][]::new);
    this.positions = Map.copyOf(positions);
    this.reason = "must be one of " + shown(List.of(tags));
  }

  /**
   * Tags in a member.
   *
   * @param name of the member: {@code type}
   * @throws IllegalArgumentException if a tag occurs twice
   */
  public static Tags of(String name, String... tags) {
    var positions = new HashMap<String, Integer>();
    for (int i = 0; i < tags.length; i++) put(positions, tags[i], i);
    return new Tags(name, tags.clone(), positions);
  }

  /**
   * These, one of which has one more spelling that is read.
   *
   * @throws IllegalArgumentException if that is a tag already
   */
  public Tags alias(String tag, String other) {
    var more = new HashMap<>(positions);
    put(more, other, more.getOrDefault(tag, 0));
    return new Tags(name, tags, more);
  }

  private static void put(Map<String, Integer> positions, String tag, int position) {
    if (positions.putIfAbsent(tag, position) != null) {
      throw new IllegalArgumentException("Tag \"" + tag + "\" occurs twice");
    }
  }

  private byte[] member(byte[] tag) {
    var member = ByteBuffer.allocate(quotedName.length + tag.length + 2);
    return member.put(quotedName).put((byte) ':').put(tag).put((byte) ',').array();
  }

  private static String shown(List<String> tags) {
    return tags.stream().limit(SHOWN_MAX).collect(Collectors.joining(", "))
        + (tags.size() > SHOWN_MAX ? ", ..." : "");
  }

  /** The name of the member. */
  String name() {
    return name;
  }

  /** What a value that is no tag must be. */
  String reason() {
    return reason;
  }

  /** The position of a text, or -1. */
  int find(String text) {
    return positions.getOrDefault(text, -1);
  }

  /** The member with a tag, as it is written first in an object. */
  byte[] member(int position) {
    return members[position];
  }

  /** The member's value, if its name stands here and a colon behind it; else -1. */
  int value(byte[] bytes, int at) {
    int end = at + quotedName.length;
    return isAt(bytes, at, quotedName) && end < bytes.length && bytes[end] == ':'
        ? Scan.space(bytes, end + 1)
        : -1;
  }

  /** The position of the tag that stands here as it is written; else -1. */
  int at(byte[] bytes, int at) {
    for (int i = 0; i < quoted.length; i++) {
      if (isAt(bytes, at, quoted[i])) return i;
    }
    return -1;
  }

  /** Bytes of a tag with its quotes. */
  int quotedLength(int position) {
    return quoted[position].length;
  }

  private static boolean isAt(byte[] bytes, int at, byte[] text) {
    return at + text.length <= bytes.length
        && Arrays.equals(bytes, at, at + text.length, text, 0, text.length);
  }
}
