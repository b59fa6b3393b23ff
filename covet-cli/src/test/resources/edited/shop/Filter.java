package shop;

import dev.covet.api.Query;
import java.util.List;

/**
 * What to look for.
 *
 * @param word a part of the name
 * @param sizes any of these
 */
@Query
record Filter(@Word String word, List<Size> sizes) {}
