package dev.covet.processor.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.processor.finding.Finding;
import dev.covet.processor.model.CompilationModel;
import dev.covet.processor.model.route.CallerModel;
import dev.covet.processor.model.route.HttpMethod;
import dev.covet.processor.model.route.ResultModel;
import dev.covet.processor.model.route.RouteModel;
import dev.covet.processor.model.route.RoutesModel;
import dev.covet.processor.model.service.KeyModel;
import dev.covet.processor.model.service.Made;
import dev.covet.processor.model.service.ParameterModel;
import dev.covet.processor.model.service.ProtectionModel;
import dev.covet.processor.model.type.DefaultModel;
import dev.covet.processor.model.type.Doc;
import dev.covet.processor.model.type.ScalarKind;
import dev.covet.processor.model.type.TypeModel;
import dev.covet.processor.model.type.TypeName;
import dev.covet.processor.model.type.ValueModel;
import dev.covet.processor.model.type.ValueSource;
import dev.covet.processor.model.type.Where;
import dev.covet.schema.Remarks;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Rules are functions over plain models: no compiler runs here. */
final class ChecksTest {
  private static final TypeName TASKS = new TypeName("tasks", "Tasks");
  private static final TypeModel LONG = new TypeModel.Scalar(ScalarKind.LONG, false);

  @Test
  void aPathValueNeedsAParameter() {
    var findings = check(route("read", "/tasks/{id}", List.of()));

    assertThat(findings).hasSize(1);
    assertThat(findings.getFirst().text())
        .isEqualTo(
            """
            [COV-107] GET /tasks/{id} has no parameter for path value "id".
              Name a parameter of read(...) "id", or take {id} out of the path.\
            """);
    assertThat(findings.getFirst().where().annotation()).isEqualTo("dev.covet.api.Get");
  }

  @Test
  void aRightRouteHasNoFinding() {
    assertThat(check(route("read", "/tasks/{id}", List.of(parameter(ValueSource.PATH, LONG)))))
        .isEmpty();
  }

  @Test
  void aTypeThatTheCompilerDoesNotFindBreaksNoRule() {
    var unresolved = new TypeModel.Unresolved("Strng");

    assertThat(
            check(route("read", "/tasks/{id}", List.of(parameter(ValueSource.PATH, unresolved)))))
        .isEmpty();
  }

  @Test
  void findingsAreSortedByPlace() {
    var findings = check(route("b", "/{x}", List.of()), route("a", "/{y}/z", List.of()));

    assertThat(findings).extracting(finding -> finding.where().member()).containsExactly("a", "b");
  }

  private static List<Finding> check(RouteModel... routes) {
    var all = List.of(routes);
    var type =
        new RoutesModel(
            TASKS, Made.Kind.ROUTES, List.of(), List.of(), all, List.of(), List.of(), Doc.NONE);
    var declared =
        new CompilationModel.Declared(
            List.of(type),
            List.of(),
            new TreeSet<>(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            new TreeSet<>(),
            List.of(),
            List.of(),
            new TreeSet<>(),
            List.of(),
            List.of());
    return Checks.of(
        new CompilationModel(
            new TreeMap<>(),
            new TreeMap<>(),
            new TreeMap<>(),
            new TreeMap<>(),
            new TreeSet<>(),
            new TreeSet<>(),
            declared),
        new dev.covet.processor.model.source.SourcesModel(
            java.util.Set.of(), java.util.Set.of(), java.util.Set.of(), List.of(), List.of()));
  }

  private static RouteModel route(String name, String path, List<ParameterModel> parameters) {
    return new RouteModel(
        name,
        new RouteModel.Http(HttpMethod.GET, path, OptionalInt.empty(), List.of()),
        false,
        parameters,
        new ResultModel.Text(),
        List.of(),
        List.of(),
        new RouteModel.Rules(
            false,
            OptionalLong.empty(),
            List.of(),
            List.of(),
            CallerModel.NONE,
            "Tasks",
            "",
            false,
            Remarks.NONE,
            ProtectionModel.NONE,
            List.of()),
        Doc.NONE,
        Where.of(TASKS).member(name));
  }

  private static ParameterModel parameter(ValueSource source, TypeModel type) {
    return new ParameterModel(
        "id",
        "id",
        List.of(),
        source,
        false,
        ValueModel.of(type),
        new DefaultModel.None(),
        KeyModel.of("long"),
        Remarks.NONE,
        Where.of(TASKS).member("read").parameter("id"));
  }
}
