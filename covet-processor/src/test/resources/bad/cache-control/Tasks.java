package tasks;

import static dev.covet.api.Lifetime.REQUEST;

import dev.covet.api.CacheControl;
import dev.covet.api.Cookie;
import dev.covet.api.Get;
import dev.covet.api.Guard;
import dev.covet.api.Header;
import dev.covet.api.Id;
import dev.covet.api.Patch;
import dev.covet.api.Post;
import dev.covet.api.Principal;
import dev.covet.api.Provided;
import dev.covet.api.Provides;
import dev.covet.api.Routes;
import dev.covet.api.SignedIn;
import java.util.Optional;

@Routes("/tasks")
@CacheControl("public, max-age=60") // error: COV-171 Say @CacheControl("private, max-age=60") on that method.
final class Tasks {
  @Principal
  record Me(@Id long id) {}

  /** What a cookie says. */
  static final class Visit {}

  @Provides(REQUEST)
  static Visit visit(@Cookie String sid) {
    return new Visit();
  }

  /** Looks at a key. */
  static final class KeyGuard {
    void check(@Header String key) {}
  }

  /** Looks at nothing that a client sends of itself. */
  static final class OpenGuard {
    void check(long day) {}
  }

  @Get("/colon")
  @CacheControl("public, max-age: 60") // error: COV-171 "max-age: 60" is nothing that caches know.
  String colon() {
    return "";
  }

  @Get("/nothing")
  @CacheControl(" ") // error: COV-131 @CacheControl says nothing here
  String nothing() {
    return "";
  }

  @Get("/misspelt")
  @CacheControl("pubic, max-age=60") // error: COV-171 "pubic" is nothing that caches know.
  String misspelt() {
    return "";
  }

  @Get("/comma")
  @CacheControl("public,, max-age=60 s-maxage=5") // error: COV-171 "max-age=60 s-maxage=5" is nothing that caches know.
  String comma() {
    return "";
  }

  @Get("/number")
  @CacheControl("max-age=-1") // error: COV-171 "max-age=-1" is nothing that caches know.
  String number() {
    return "";
  }

  @Get("/quoted")
  @CacheControl("private, max-age=\"60\"") // error: COV-171 Write directives with commas between them, such as private, max-age=60; the handler may set others.
  String quoted() {
    return "";
  }

  @Get("/value")
  @CacheControl("no-store=1") // error: COV-171 "no-store=1" is nothing that caches know.
  String value() {
    return "";
  }

  @Get("/contradiction")
  @CacheControl("no-store, max-age=60") // error: COV-171 max-age=60 says the opposite of no-store.
  String contradiction() {
    return "";
  }

  @Get("/both")
  @CacheControl("private, public") // error: COV-171 public says the opposite of private.
  String both() {
    return "";
  }

  @Get("/twice")
  @CacheControl("max-age=1, Max-Age=2") // error: COV-171 max-age is there twice.
  String twice() {
    return "";
  }

  @Patch("/{id}")
  @CacheControl("max-age=60") // error: COV-171 PATCH /tasks/{id} writes, so that no cache keeps what it answers.
  void change(long id) {}

  @Get("/mine")
  String mine(Me me) {
    return "";
  }

  @Get("/some")
  @CacheControl("s-maxage=60") // error: COV-171 GET /tasks/some asks for Me, and s-maxage=60 lets a cache
  String some(Optional<Me> me) {
    return "";
  }

  @Get("/signed-in")
  @SignedIn
  @CacheControl("public") // error: COV-171 GET /tasks/signed-in is for who is signed in, and public lets a cache
  String signedIn() {
    return "";
  }

  @Get("/guarded")
  @Guard(KeyGuard.class)
  @CacheControl("public") // error: COV-171 GET /tasks/guarded is guarded by KeyGuard, and public lets a cache
  String guarded() {
    return "";
  }

  @Get("/open")
  @Guard(OpenGuard.class)
  String open() {
    return "";
  }

  @Get("/kept")
  @CacheControl("max-age=60") // error: COV-171 GET /tasks/kept asks for Me, and max-age=60 lets a cache hand its answer to anyone.
  String kept(Me me) {
    return "";
  }

  @Get("/fields")
  @CacheControl("private=\"set-cookie\", max-age=60") // error: COV-171 Say private, with max-age; or give everyone the same
  String fields(Me me) {
    return "";
  }

  @Get("/cookie")
  @CacheControl("immutable") // error: COV-171 GET /tasks/cookie takes "sid", which tells clients apart, and immutable lets
  String cookie(@Cookie String sid) {
    return "";
  }

  @Get("/visit")
  @CacheControl("public") // error: COV-171 GET /tasks/visit takes "visit", which tells clients apart
  String visited(@Provided Visit visit) {
    return "";
  }

  @Get("/credentials")
  @CacheControl("public") // error: COV-171 GET /tasks/credentials takes "key", which tells clients apart
  String credentials(@Header("authorization") String key) {
    return "";
  }

  @Get("/language")
  String language(@Header("Accept-Language") String language) {
    return "";
  }

  @Get("/understood")
  @CacheControl("must-understand, no-store, max-age=60")
  String understood() {
    return "";
  }

  @Get("/others")
  @CacheControl("private=\"set-cookie, vary\", max-age=60")
  String others() {
    return "";
  }

  @Get("/own")
  @CacheControl("private, max-age=60, stale-while-revalidate=30, must-revalidate")
  String own(Me me) {
    return "";
  }

  @Get("/never")
  @CacheControl("no-store, no-cache, must-revalidate, max-age=0")
  String never(Me me) {
    return "";
  }

  @Post
  void create() {}

  @Post("/token")
  @CacheControl("no-store")
  String token() {
    return "";
  }
}
