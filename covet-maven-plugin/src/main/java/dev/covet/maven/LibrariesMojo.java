package dev.covet.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import javax.inject.Inject;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.project.MavenProject;

/**
 * Takes out of {@code target/lib} what the project does not use any more, such as a library's
 * version of before: that folder is what users copy and what scanners look through.
 */
@Mojo(
    name = "libraries",
    defaultPhase = LifecyclePhase.VERIFY,
    requiresDependencyResolution = ResolutionScope.RUNTIME,
    threadSafe = true)
public final class LibrariesMojo extends AbstractMojo {
  private final MavenProject project;

  @Inject
  LibrariesMojo(MavenProject project) {
    this.project = project;
  }

  @Override
  public void execute() throws MojoExecutionException {
    var folder = Path.of(project.getBuild().getDirectory(), "lib");
    if (!Files.isDirectory(folder)) return;
    var names =
        project.getArtifacts().stream().map(LibrariesMojo::fileName).collect(Collectors.toSet());
    try (var files = Files.list(folder)) {
      for (var file : files.filter(file -> isOther(file, names)).toList()) Files.delete(file);
    } catch (IOException e) {
      throw new MojoExecutionException("Cannot tidy " + folder + ": " + e.getMessage(), e);
    }
  }

  /** Whether it is a jar, and none of these; other files there are none of Maven's. */
  private static boolean isOther(Path file, Set<String> names) {
    var name = file.getFileName().toString();
    return name.endsWith(".jar") && !names.contains(name);
  }

  /** As the dependency plugin names it there. */
  private static String fileName(Artifact artifact) {
    var classifier = artifact.hasClassifier() ? "-" + artifact.getClassifier() : "";
    return artifact.getArtifactId() + "-" + artifact.getBaseVersion() + classifier + ".jar";
  }
}
