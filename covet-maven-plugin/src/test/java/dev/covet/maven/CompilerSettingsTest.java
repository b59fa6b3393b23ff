package dev.covet.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import org.apache.maven.model.Build;
import org.apache.maven.model.Model;
import org.apache.maven.model.Plugin;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3DomBuilder;
import org.junit.jupiter.api.Test;

/** Options of javac are those with which Maven would compile. */
class CompilerSettingsTest {
  private final Model model = new Model();

  CompilerSettingsTest() {
    model.setBuild(new Build());
  }

  @Test
  void aPomWithoutAnythingIsCompiledInUtf8() {
    assertThat(settings().options()).containsExactly("-encoding", "UTF-8", "-g");
  }

  @Test
  void propertiesCountWhereTheConfigurationIsSilent() throws Exception {
    model.addProperty("maven.compiler.release", "25");
    model.addProperty("project.build.sourceEncoding", "ISO-8859-1");
    model.addProperty("maven.compiler.parameters", "true");
    configure("<release>26</release>");

    assertThat(settings().options())
        .containsExactly("-encoding", "ISO-8859-1", "-g", "--release", "26", "-parameters");
  }

  @Test
  void anOldPomHasSourceAndTarget() {
    model.addProperty("maven.compiler.source", "25");
    model.addProperty("maven.compiler.target", "25");

    assertThat(settings().options()).contains("-source", "-target").doesNotContain("--release");
  }

  @Test
  void argumentsAreTakenButThoseOfAForkAndErrorsOfWarnings() throws Exception {
    configure(
        """
        <compilerArgs>
          <arg>-Xlint:all</arg>
          <arg>-J-Xmx1g</arg>
          <arg>-Werror</arg>
        </compilerArgs>
        <compilerArgument>-Aname=a b</compilerArgument>
        <proc>full</proc>
        """);

    assertThat(settings().options())
        .containsExactly("-encoding", "UTF-8", "-g", "-proc:full", "-Xlint:all", "-Aname=a b");
  }

  private CompilerSettings settings() {
    return CompilerSettings.of(new MavenProject(model));
  }

  private void configure(String configuration) throws Exception {
    var plugin = new Plugin();
    plugin.setGroupId("org.apache.maven.plugins");
    plugin.setArtifactId("maven-compiler-plugin");
    var text = new StringReader("<configuration>" + configuration + "</configuration>");
    plugin.setConfiguration(Xpp3DomBuilder.build(text));
    model.getBuild().addPlugin(plugin);
  }
}
