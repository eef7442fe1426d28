package io.lambdamaven.plugin.mojo;

import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Compiles the project and writes the OpenAPI 3.1 description of its HTTP routes, for clients, portals and gateways. */
@Mojo(name = "openapi", requiresDependencyResolution = ResolutionScope.RUNTIME, threadSafe = true)
@Execute(phase = LifecyclePhase.PROCESS_CLASSES)
public final class OpenApiMojo extends OpenApiNoForkMojo {}
