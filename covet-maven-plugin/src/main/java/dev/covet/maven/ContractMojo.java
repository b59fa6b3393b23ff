package dev.covet.maven;

import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Fails the build if the app breaks what openapi.json promises its clients; nothing is done without
 * that file.
 */
@Mojo(
    name = "contract",
    defaultPhase = LifecyclePhase.VERIFY,
    requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME,
    threadSafe = true)
public final class ContractMojo extends ProjectMojo {
  @Override
  public void execute() throws MojoExecutionException, MojoFailureException {
    if (!commands.has("openapi.json")) return;
    Commands.check("covet:contract", commands.covet(List.of("openapi", "--build")));
  }
}
