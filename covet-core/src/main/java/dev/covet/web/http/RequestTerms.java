package dev.covet.web.http;

import dev.covet.base.problem.ProblemLimits;
import dev.covet.web.multipart.MultipartTerms;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;

/**
 * On what terms an app, or one route of it, takes requests.
 *
 * @param bodyBytesMax the longest body that is collected, in bytes
 * @param streamBytesMax the longest body that is read while it comes, which a route alone limits
 * @param multipart the same of forms with files
 * @param problems how much is told of what is wrong
 * @param codecs read bodies as values of a class, and write answers
 * @param guarded the names that guards before the route read of the query
 * @param isPersonal whether it answers by who asks: what it says to one is not for another
 * @param owner finds out whose rows a request may see
 * @param clock tells constraints what is past and what is to come
 * @param files how files are sent
 */
public record RequestTerms(
    int bodyBytesMax,
    long streamBytesMax,
    MultipartTerms multipart,
    ProblemLimits problems,
    Codecs codecs,
    Set<String> guarded,
    boolean isPersonal,
    OwnerOf owner,
    InstantSource clock,
    FileTerms files) {
  /** Those of a request that no app has taken: the usual limits, and nobody knows a class. */
  public static final RequestTerms NONE =
      new RequestTerms(
          Request.BODY_BYTES_MAX,
          Long.MAX_VALUE,
          MultipartTerms.NONE,
          ProblemLimits.DEFAULT,
          Codecs.NONE,
          Set.of(),
          false,
          OwnerOf.NOBODY,
          InstantSource.system(),
          FileTerms.DEFAULT);

  /** Copies the names. */
  public RequestTerms {
    guarded = Set.copyOf(guarded);
  }

  /** These with another length of bodies, however they are read. */
  public RequestTerms withBodyBytesMax(long bytes) {
    var collected = (int) Math.min(bytes, Integer.MAX_VALUE);
    return new RequestTerms(
        collected,
        bytes,
        multipart.withBytesMax(bytes),
        problems,
        codecs,
        guarded,
        isPersonal,
        owner,
        clock,
        files);
  }

  /** These where rows are somebody else's. */
  public RequestTerms withOwner(OwnerOf other) {
    return new RequestTerms(
        bodyBytesMax,
        streamBytesMax,
        multipart,
        problems,
        codecs,
        guarded,
        isPersonal,
        other,
        clock,
        files);
  }

  /** These behind guards that read these names of the query. */
  public RequestTerms withGuarded(Set<String> names) {
    return new RequestTerms(
        bodyBytesMax,
        streamBytesMax,
        multipart,
        problems,
        codecs,
        names,
        isPersonal,
        owner,
        clock,
        files);
  }

  /** These where it answers by who asks. */
  public RequestTerms withPersonal() {
    return new RequestTerms(
        bodyBytesMax,
        streamBytesMax,
        multipart,
        problems,
        codecs,
        guarded,
        true,
        owner,
        clock,
        files);
  }

  /**
   * Reads bodies of requests as values of a class, and answers with values; an app has one.
   * Thread-safe.
   */
  public interface Codecs {
    /** Those of a request that no app has taken: nobody knows a class. */
    Codecs NONE = new Codecs() {};

    /**
     * The body as a value; what it throws is said at {@link Request#read}.
     *
     * @param type a class with a codec
     */
    default <T> T read(Request request, Class<T> type) {
      throw unknown();
    }

    /** A value as JSON; what it throws is said at {@link Request#answer}. */
    default Response answer(Request request, Object value) {
      throw unknown();
    }

    /**
     * Values as a JSON array; what it throws is said at {@link Request#answerList}.
     *
     * @param type a class with a codec
     */
    default <T> Response answerList(Request request, Class<T> type, List<? extends T> values) {
      throw unknown();
    }

    private static IllegalStateException unknown() {
      return new IllegalStateException("the request did not come through an app");
    }
  }
}
