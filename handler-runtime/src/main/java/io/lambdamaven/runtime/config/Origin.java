package io.lambdamaven.runtime.config;

import java.util.Map;

/** A place that a part of the configuration is read from. */
interface Origin {
    /**
     * Reads it, whole and checked.
     *
     * @throws RuntimeException if that failed
     */
    Held read(Session session);

    /** @param environment of the function */
    static Origin of(Address address, Map<String, String> environment) {
        return switch (address.scheme()) {
            case "s3" -> new S3Origin(address);
            case "ssm" -> address.place().endsWith("/") ? new PathOrigin(address) : new ParameterOrigin(address);
            case "secretsmanager" -> new SecretOrigin(address);
            case "appconfig" -> new AppConfigOrigin(address);
            case "file" -> new FileOrigin(address, environment);
            default -> throw Address.malformed(address.text());
        };
    }
}
