package dev.covet.processor.emit.services;

import dev.covet.processor.emit.text.ClassComment;
import dev.covet.processor.emit.text.GeneratedSource;
import dev.covet.processor.emit.text.JavaCode;
import dev.covet.processor.emit.text.SourceText;
import dev.covet.processor.emit.text.Template;
import dev.covet.processor.model.CompilationModel;
import dev.covet.processor.model.service.ProviderModel;
import dev.covet.processor.model.type.TypeModel;
import dev.covet.processor.model.type.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Writes {@code WiringCodecs}: the codecs that the methods of a class provide, where codecs and
 * routes find them without an app.
 */
public final class GivenEmitter {
  private GivenEmitter() {}

  /** The classes. */
  public static List<GeneratedSource> emit(CompilationModel model) {
    var byOwner = new TreeMap<TypeName, List<TypeModel.Coded>>();
    model.declared().providers().stream()
        .map(ProviderModel::codedType)
        .flatMap(each -> each.stream())
        .forEach(each -> byOwner.computeIfAbsent(each.owner(), _ -> new ArrayList<>()).add(each));
    return byOwner.values().stream().map(all -> emit(model, all)).toList();
  }

  private static GeneratedSource emit(CompilationModel model, List<TypeModel.Coded> all) {
    var owner = all.getFirst().owner();
    var name = all.getFirst().holder();
    var body =
        Template.fill(
            """
            %1$s
            public final class %2$s {
              %3$s

              private %2$s() {}
            }
            """,
            ClassComment.of(
                "The codecs that {@link " + JavaCode.type(owner) + "} provides.", owner, all),
            name.nested(),
            Template.paragraphs(all.stream().map(GivenEmitter::constant).toList()));
    return SourceText.of(name, model).finish(body, List.of(owner.qualified()));
  }

  private static String constant(TypeModel.Coded type) {
    return Template.fill(
        """
        /** How {@code %s} is read and written. */
        public static final `dev.covet.base.json.Codec`<%s> `=%s` =
            %s.%s();
        """,
        type.source(),
        JavaCode.names(type.source()),
        type.constant(),
        JavaCode.type(type.owner()),
        type.method());
  }
}
