package dev.covet.maven;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Runs the app, and again whatever is edited. {@code -Dcovet.debug} opens port 5005 for a debugger,
 * {@code -Dcovet.debug=5006} another one; {@code -Dcovet.args=Hello.java} runs a single file.
 */
@Mojo(
    name = "dev",
    requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME,
    threadSafe = true)
public final class DevMojo extends ProjectMojo {
  private static final String PORT = "5005";
  private static final String DEBUGGER =
      "-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,quiet=y,address=127.0.0.1:";

  @Override
  public void execute() throws MojoExecutionException, MojoFailureException {
    Commands.check("covet:dev", commands.dev(this::debugger, withArguments("dev")));
  }

  /** The option of a JVM to which a debugger can attach; none, and it is said why, if none can. */
  private List<String> debugger() {
    var port = commands.said("covet.debug").map(it -> it.matches("\\d+") ? it : PORT).orElse("");
    if (port.isEmpty()) return List.of();
    if (isFree(port)) {
      getLog().info("A debugger can attach to port " + port);
      return List.of(DEBUGGER + port);
    }
    getLog()
        .warn(
            "No debugger can attach: port "
                + port
                + " is in use, or no port to listen at; -Dcovet.debug=5006 takes another");
    return List.of();
  }

  private static boolean isFree(String port) {
    try (var probe = new ServerSocket()) {
      probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(port)));
      return true;
    } catch (IOException | IllegalArgumentException e) {
      return false;
    }
  }
}
