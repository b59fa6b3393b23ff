package dev.covet.maven;

import java.io.File;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.DependencyRequest;
import org.eclipse.aether.resolution.DependencyResolutionException;

/**
 * Finds jars with all that they need, as Maven finds the dependencies of a project.
 *
 * @param system resolves
 * @param session knows the local repository, mirrors and whether Maven is offline
 */
record Resolver(RepositorySystem system, RepositorySystemSession session) {
  /** A class path of these artifacts of Covet and of what they need at run time. */
  List<File> covet(String version, List<RemoteRepository> repositories, String... artifacts)
      throws MojoExecutionException {
    return files(
        List.of(artifacts).stream()
            .map(name -> new DefaultArtifact("dev.covet", name, "jar", version))
            .toList(),
        repositories);
  }

  /** A class path of these artifacts and of what they need at run time. */
  List<File> files(List<? extends Artifact> artifacts, List<RemoteRepository> repositories)
      throws MojoExecutionException {
    var wanted = artifacts.stream().map(artifact -> new Dependency(artifact, "runtime")).toList();
    var request = new CollectRequest(wanted, List.of(), repositories);
    try {
      return system
          .resolveDependencies(session, new DependencyRequest(request, null))
          .getArtifactResults()
          .stream()
          .map(result -> result.getArtifact().getFile())
          .toList();
    } catch (DependencyResolutionException e) {
      throw new MojoExecutionException(e.getMessage(), e);
    }
  }
}
