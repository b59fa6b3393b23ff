package dev.covet.maven;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;

/** How the POM has main sources compiled: what {@code maven-compiler-plugin} is configured with. */
record CompilerSettings(MavenProject project, Xpp3Dom configuration) {
  private static final String KEY = "org.apache.maven.plugins:maven-compiler-plugin";

  static CompilerSettings of(MavenProject project) {
    var plugins = new ArrayList<>(project.getBuild().getPlugins());
    if (project.getPluginManagement() != null) {
      plugins.addAll(project.getPluginManagement().getPlugins());
    }
    for (var plugin : plugins) {
      if (!plugin.getKey().equals(KEY)) continue;
      var execution = plugin.getExecutionsAsMap().get("default-compile");
      var chosen = execution == null ? null : execution.getConfiguration();
      if (chosen == null) chosen = plugin.getConfiguration();
      if (chosen instanceof Xpp3Dom dom) return new CompilerSettings(project, dom);
    }
    return new CompilerSettings(project, new Xpp3Dom("configuration"));
  }

  /** Options of javac, without paths; a warning never fails the edit loop, so no -Werror. */
  List<String> options() {
    var options = new ArrayList<>(List.of("-encoding", encoding(), "-g"));
    var release = text("release", "maven.compiler.release");
    if (release.isEmpty()) {
      add(options, "-source", text("source", "maven.compiler.source"));
      add(options, "-target", text("target", "maven.compiler.target"));
    } else {
      add(options, "--release", release);
    }
    if (isOn("parameters", "maven.compiler.parameters")) options.add("-parameters");
    if (isOn("enablePreview", "maven.compiler.enablePreview")) options.add("--enable-preview");
    var proc = text("proc", "maven.compiler.proc");
    if (!proc.isEmpty()) options.add("-proc:" + proc);
    arguments()
        .filter(argument -> !argument.startsWith("-J") && !argument.equals("-Werror"))
        .forEach(options::add);
    return List.copyOf(options);
  }

  private Stream<String> arguments() {
    var several = children("compilerArgs").map(Xpp3Dom::getValue);
    return Stream.concat(several, Stream.of(text("compilerArgument", "")))
        .filter(Objects::nonNull)
        .map(String::strip)
        .filter(argument -> !argument.isEmpty());
  }

  private String encoding() {
    var said = text("encoding", "project.build.sourceEncoding");
    return said.isEmpty() ? "UTF-8" : said;
  }

  /** The path of annotation processors; empty if they are looked for among the libraries. */
  List<File> processors(Resolver resolver) throws MojoExecutionException {
    var artifacts = new ArrayList<Artifact>();
    for (var path : children("annotationProcessorPaths").toList()) artifacts.add(artifact(path));
    return artifacts.isEmpty()
        ? List.of()
        : resolver.files(artifacts, project.getRemoteProjectRepositories());
  }

  private Artifact artifact(Xpp3Dom path) throws MojoExecutionException {
    var group = text(path, "groupId");
    var name = text(path, "artifactId");
    var version = text(path, "version");
    if (version.isEmpty()) version = managed(group, name);
    if (version.isEmpty()) {
      throw new MojoExecutionException(
          "annotationProcessorPaths in "
              + project.getFile()
              + ": "
              + group
              + ":"
              + name
              + " has no version");
    }
    var type = text(path, "type");
    return new DefaultArtifact(
        group, name, text(path, "classifier"), type.isEmpty() ? "jar" : type, version);
  }

  private String managed(String group, String name) {
    var management = project.getDependencyManagement();
    if (management == null) return "";
    return management.getDependencies().stream()
        .filter(of -> of.getGroupId().equals(group) && of.getArtifactId().equals(name))
        .map(of -> Objects.requireNonNullElse(of.getVersion(), ""))
        .findFirst()
        .orElse("");
  }

  private Stream<Xpp3Dom> children(String name) {
    var child = configuration.getChild(name);
    return child == null ? Stream.of() : Stream.of(child.getChildren());
  }

  private boolean isOn(String name, String property) {
    return text(name, property).equals("true");
  }

  /** What the configuration says, else the property; empty if neither does. */
  private String text(String name, String property) {
    var said = text(configuration, name);
    return said.isEmpty() ? project.getProperties().getProperty(property, "").strip() : said;
  }

  private static String text(Xpp3Dom of, String name) {
    var child = of.getChild(name);
    var value = child == null ? null : child.getValue();
    return value == null ? "" : value.strip();
  }

  private static void add(List<String> options, String option, String value) {
    if (!value.isEmpty()) options.addAll(List.of(option, value));
  }
}
