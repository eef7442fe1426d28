package io.lambdamaven.plugin.stage;

import java.nio.file.Path;

/**
 * The jar to deploy.
 *
 * @param sha256 base64 of the SHA-256 over the whole file, as Lambda tells it
 */
public record Code(Path jar, String sha256) {}
