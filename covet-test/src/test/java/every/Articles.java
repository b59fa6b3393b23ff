package every;

import static dev.covet.data.Expressions.when;
import static every.ArticleTable.ARTICLE;

import dev.covet.api.Changes;
import dev.covet.api.Default;
import dev.covet.api.Get;
import dev.covet.api.Header;
import dev.covet.api.NotFound;
import dev.covet.api.Patch;
import dev.covet.api.Post;
import dev.covet.api.Routes;
import dev.covet.data.Session;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Value classes from each place that a value comes from, and in a table. */
@Routes("/articles")
public final class Articles {
  @Post
  Article add(Article article, Session db) {
    return db.insert(ARTICLE, article);
  }

  @Patch("/{id}")
  Article change(long id, Changes<Article> changes, Session db) throws NotFound {
    return db.update(ARTICLE, id, changes);
  }

  @Get("/{slug}")
  Optional<Article> read(Slug slug, Session db) {
    return db.from(ARTICLE).where(ARTICLE.slug.eq(slug)).first();
  }

  @Get
  List<Article> list(
      @Nullable Rank from, @Default("100") Price most, @Default List<Slug> in, Session db) {
    return db.from(ARTICLE)
        .where(
            when(from, ARTICLE.rank::ge),
            ARTICLE.price.le(most),
            when(in.isEmpty() ? null : in, ARTICLE.slug::in))
        .orderBy(ARTICLE.price.desc())
        .list();
  }

  @Get("/by/header")
  Slug header(@Header Slug articleSlug) {
    return articleSlug;
  }
}
