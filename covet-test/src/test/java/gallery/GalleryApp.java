package gallery;

import dev.covet.app.App;
import dev.covet.app.Covet;

/** The gallery alone, as a program. */
public final class GalleryApp {
  private GalleryApp() {}

  /** The app. */
  public static App app() {
    return Covet.app().add(Gallery.class);
  }

  static void main(String[] args) {
    app().run(args);
  }
}
