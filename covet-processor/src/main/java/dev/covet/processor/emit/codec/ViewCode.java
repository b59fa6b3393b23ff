package dev.covet.processor.emit.codec;

import dev.covet.processor.emit.text.Literals;
import dev.covet.processor.emit.text.Template;
import dev.covet.processor.model.data.ComponentModel;
import dev.covet.processor.model.data.ComponentModel.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Writes the views of a codec: which there are, and which keys each reads. */
record ViewCode(CodecParts parts) {
  private static final String CODEC = "`dev.covet.base.json.Codec`";
  private static final String VIEW = "`dev.covet.base.codec.View`";

  /** Whether all views are one. */
  private boolean one() {
    return allAre(field -> field.component().role().isBothWays())
        && !parts.nests()
        && parts.record().computed().isEmpty();
  }

  /** Whether what clients get is everything. */
  private boolean outputIsStored() {
    return allAre(field -> field.component().role().output())
        && !parts.nests()
        && parts.record().computed().isEmpty();
  }

  private boolean allAre(Predicate<CodecField> rule) {
    return parts.fields().stream().allMatch(rule);
  }

  /** Whether each view has keys of its own. */
  private boolean hasKeys() {
    return !input().equals("KEYS") || !output().equals("KEYS");
  }

  /** What {@code read} looks for. */
  String keys() {
    return hasKeys() ? "keys" : "KEYS";
  }

  /** The keys that clients send. */
  String input() {
    return sent(Role::input);
  }

  /** The keys that clients send in changes. */
  String changes() {
    return sent(Role::changes);
  }

  private String sent(Predicate<Role> rule) {
    return "KEYS"
        + without(field -> rule.test(field.component().role()))
        + (parts.record().strict() && !strictAnyway() ? ".asStrict()" : "");
  }

  /** The keys that clients send and do not get. */
  List<String> writeOnly() {
    return parts.fields().stream()
        .map(CodecField::component)
        .filter(component -> component.role() == Role.WRITE_ONLY)
        .map(ComponentModel::jsonName)
        .toList();
  }

  private String output() {
    return "KEYS" + without(field -> field.component().role().output());
  }

  /** Whether no view has more fields than there are keys. */
  private boolean strictAnyway() {
    return parts.record().computed().isEmpty();
  }

  private String without(Predicate<CodecField> rule) {
    var left =
        parts.fields().stream()
            .filter(rule.negate())
            .map(field -> Literals.string(field.component().jsonName()))
            .toList();
    return left.isEmpty() ? "" : ".without(" + String.join(", ", left) + ")";
  }

  /** The constant {@code KEYS}. */
  String constant() {
    var names = names(parts.fields());
    var required = parts.fields().stream().filter(field -> field.slot().required()).toList();
    var text = "`dev.covet.base.json.Keys`.of(" + names + ")";
    var more = new ArrayList<String>();
    if (!required.isEmpty()) more.add(".require(" + names(required) + ")");
    parts.fields().forEach(field -> more.addAll(aliases(field)));
    if (parts.record().strict() && strictAnyway()) more.add(".asStrict()");
    return "private static final `dev.covet.base.json.Keys` `=KEYS` =\n    "
        + Template.chained(text, more)
        + ";";
  }

  private static String names(List<CodecField> fields) {
    return Template.list(fields, field -> Literals.string(field.component().jsonName()));
  }

  private static List<String> aliases(CodecField field) {
    var component = field.component();
    return component.names().stream()
        .skip(1)
        .map(name ->
            ".alias(%s, %s)"
                .formatted(Literals.string(component.jsonName()), Literals.string(name)))
        .toList();
  }

  /** The three constants. */
  String constants() {
    if (one()) {
      return Template.paragraphs(
          List.of(
              constant("Everything.", "STORED", "new %sCodec()".formatted(simple())),
              constant("What clients send.", "INPUT", "STORED"),
              constant("What clients get.", "OUTPUT", "STORED")));
    }
    var two = outputIsStored();
    return Template.paragraphs(
        List.of(
            constant("What clients send.", "INPUT", made("INPUT", input())),
            constant("What clients get.", "OUTPUT", made(two ? "STORED" : "OUTPUT", output())),
            constant("Everything.", "STORED", two ? "OUTPUT" : made("STORED", "KEYS"))));
  }

  private String simple() {
    return parts.record().name().nested().replace('.', '_');
  }

  private String made(String view, String keys) {
    return "new %sCodec(%s.%s%s)".formatted(simple(), VIEW, view, hasKeys() ? ", " + keys : "");
  }

  private String constant(String sentence, String name, String value) {
    return Template.fill(
        """
        /** %s */
        public static final %s<%s> `=%s` =
            %s;
        """,
        sentence, CODEC, parts.type(), name, value);
  }

  /** The fields that tell views apart, and the constructor. */
  String fieldsAndConstructor() {
    if (one()) return "private %sCodec() {}".formatted(simple());
    var keys = hasKeys();
    return Template.fill(
        """
        private final %2$s view;
        %3$s

        private %1$sCodec(%2$s view%4$s) {
          this.view = view;
          %5$s
        }
        """,
        simple(),
        VIEW,
        keys ? "private final `dev.covet.base.json.Keys` keys;" : "",
        keys ? ", `dev.covet.base.json.Keys` keys" : "",
        keys ? "this.keys = keys;" : "");
  }

  /**
   * The methods that give the codecs of a view.
   *
   * @param changes whether there is one of its changes
   */
  String choosers(boolean changes) {
    return changes ? Template.paragraphs(List.of(chooser(), changesChooser())) : chooser();
  }

  private String changesChooser() {
    return Template.fill(
        """
        /** The codec of changes as a view has them. */
        public static %1$s<`dev.covet.api.Changes`<%2$s>> changes(%3$s view) {
          return view == %3$s.OUTPUT ? CHANGES_OUTPUT : CHANGES;
        }
        """,
        CODEC, parts.type(), VIEW);
  }

  private String chooser() {
    return Template.fill(
        """
        /** The codec of a view. */
        public static %s<%s> of(%s view) {
          return switch (view) {
            case INPUT -> INPUT;
            case OUTPUT -> OUTPUT;
            case STORED -> STORED;
          };
        }
        """,
        CODEC, parts.type(), VIEW);
  }
}
