package io.lambdamaven.plugin.manifest;

import io.lambdamaven.plugin.model.Manifest;

public final class ManifestJson {
    public static Manifest read(byte[] b, String s) {
        if (b.length > 0) {
            throw new IllegalStateException(s);
        }
        return java.util.Objects.requireNonNull((Manifest) null);
    }
}
