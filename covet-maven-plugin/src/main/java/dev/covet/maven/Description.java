package dev.covet.maven;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.FileSet;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.project.MavenProject;

/**
 * What a project is made of, as keys and values: {@code dev.covet.cli.project.Project} reads it,
 * and so does the script.
 */
final class Description {
  private final MavenProject project;
  private final Map<String, String> values = new LinkedHashMap<>();

  private Description(MavenProject project) {
    this.project = project;
  }

  static Description of(MavenProject project, MavenSession session, Resolver resolver)
      throws MojoExecutionException {
    var description = new Description(project);
    description.put("name", project.getBuild().getFinalName());
    description.put("folder", project.getBasedir().getAbsolutePath());
    description.put("classes", project.getBuild().getOutputDirectory());
    description.put("main", project.getProperties().getProperty("covet.main", ""));
    description.paths("sources", project.getCompileSourceRoots().stream());
    description.paths("resources", project.getResources().stream().map(FileSet::getDirectory));
    description.paths("libraries", libraries(project));
    var compiler = CompilerSettings.of(project);
    description.paths("processors", compiler.processors(resolver));
    description.put("options", String.join("\n", compiler.options()));
    description.paths("poms", poms(project, session));
    return description;
  }

  /** This with the class path of the commands; they are of the version that the project uses. */
  Description with(Resolver resolver, String version) throws MojoExecutionException {
    for (var artifact : project.getArtifacts()) {
      var isCovet =
          artifact.getGroupId().equals("dev.covet") && artifact.getArtifactId().equals("covet");
      if (isCovet && !artifact.getBaseVersion().equals(version)) {
        throw new MojoExecutionException(
            "The project uses Covet "
                + artifact.getBaseVersion()
                + ", and its script ./covet is of "
                + version
                + ": write the version of the project into the line of the script that begins"
                + " with version=, and where its POM names covet-maven-plugin.");
      }
    }
    var repositories = project.getRemotePluginRepositories();
    paths("tools", resolver.covet(version, repositories, "covet-cli"));
    return this;
  }

  private static Stream<String> libraries(MavenProject project) {
    return project.getArtifacts().stream()
        .filter(artifact -> !Artifact.SCOPE_TEST.equals(artifact.getScope()))
        .map(artifact -> artifact.getFile().getAbsolutePath());
  }

  /** The POM, its parents that are files of the same checkout, and Maven's own settings there. */
  private static Stream<String> poms(MavenProject project, MavenSession session)
      throws MojoExecutionException {
    var poms = new ArrayList<String>();
    var repository = session.getRepositorySession().getLocalRepository().getBasedir().toPath();
    for (var at = project; at != null; at = at.getParent()) {
      if (at.getFile() == null || at.getFile().toPath().startsWith(repository)) break;
      poms.add(at.getFile().getAbsolutePath());
    }
    var settings = session.getRequest().getMultiModuleProjectDirectory().toPath().resolve(".mvn");
    if (Files.isDirectory(settings)) {
      try (var files = Files.list(settings)) {
        files.filter(Files::isRegularFile).sorted().forEach(file -> poms.add(file.toString()));
      } catch (IOException e) {
        throw new MojoExecutionException(settings + " cannot be read: " + e);
      }
    }
    return poms.stream();
  }

  private void paths(String key, List<File> files) {
    paths(key, files.stream().map(File::getAbsolutePath));
  }

  private void paths(String key, Stream<String> files) {
    put(key, files.collect(Collectors.joining(File.pathSeparator)));
  }

  private void put(String key, String value) {
    values.put(key, value);
  }

  /** Writes it in one step, so that nobody reads half of it. */
  void write(Path file) throws IOException {
    var folder = Files.createDirectories(file.toAbsolutePath().getParent());
    var lines =
        values.entrySet().stream()
            .map(entry -> entry.getKey() + "=" + escaped(entry.getValue()))
            .collect(Collectors.joining("\n", "# Written by covet:describe.\n", "\n"));
    var temporary = Files.createTempFile(folder, "project", ".tmp");
    Files.writeString(temporary, lines);
    Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
  }

  private static String escaped(String value) {
    var escaped = value.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
    return escaped.startsWith(" ") ? "\\" + escaped : escaped;
  }
}
