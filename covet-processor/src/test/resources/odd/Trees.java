package odd.trees;

import dev.covet.api.Changes;
import dev.covet.api.Default;
import dev.covet.api.Patch;
import dev.covet.api.Post;
import dev.covet.api.Put;
import dev.covet.api.Routes;
import jakarta.validation.constraints.NotBlank;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Records that hold themselves. */
@Routes("/trees")
final class Trees {
  record Tree(@NotBlank String name, @Default List<Tree> children, @Nullable Tree shadow) {}

  record Egg(@Nullable Hen hen) {}

  record Hen(@Nullable Egg egg) {}

  @Post
  Tree post(Tree tree) {
    return tree;
  }

  @Patch
  Tree patch(Changes<Tree> changes) {
    return new Tree("x", List.of(), null);
  }

  @Put
  Egg put(Hen hen) {
    return new Egg(hen);
  }
}
