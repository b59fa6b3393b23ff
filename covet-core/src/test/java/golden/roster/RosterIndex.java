package golden.roster;

import dev.covet.base.inject.Provider;
import dev.covet.gen.AddedPart;
import dev.covet.gen.CodecPart;
import dev.covet.gen.Index;
import dev.covet.gen.Revision;
import dev.covet.web.error.ErrorFacts;
import golden.heroes.HeroCodec;

/** Everything that was generated in this compilation. */
public final class RosterIndex implements Index {
  @Override
  public int revision() {
    return Revision.CURRENT;
  }

  @Override
  public String name() {
    return "golden.roster";
  }

  @Override
  public AddedPart added(String type) {
    return switch (type) {
      case "golden.roster.Roster" -> new RosterRoutes();
      default -> null;
    };
  }

  @Override
  public Provider<?> middleware(String type) {
    return switch (type) {
      case "golden.roster.Marked" -> MarkedProvider.MARKED;
      default -> null;
    };
  }

  @Override
  public ErrorFacts error(String type) {
    return switch (type) {
      case "golden.roster.RosterClosed" -> RosterClosedFacts.FACTS;
      default -> null;
    };
  }

  @Override
  public CodecPart<?> codec(String type) {
    return switch (type) {
      case "golden.heroes.Hero" -> new CodecPart<>(HeroCodec.INPUT, HeroCodec.OUTPUT);
      default -> null;
    };
  }
}
