package shop;

import dev.covet.app.Covet;
import dev.covet.app.Router;
import dev.covet.data.Database;

final class ShopApp {
  static void main(String[] args) {
    Covet.app()
        .install(Database.memory())
        .add(Router.at("/").guard(ApiKey.class).add(Items.class, Orders.class))
        .run(args);
  }
}
