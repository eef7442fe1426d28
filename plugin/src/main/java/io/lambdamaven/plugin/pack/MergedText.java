package io.lambdamaven.plugin.pack;

import java.util.Set;

/** Lists of which each jar has a part, put one after the other. */
final class MergedText extends Merging {
    private static final Set<String> NAMES = Set.of(
            "META-INF/cxf/bus-extensions.txt",
            "META-INF/hk2-locator/default",
            "META-INF/jakarta.mail.default.providers",
            "META-INF/jakarta.mail.providers",
            "META-INF/javamail.default.providers",
            "META-INF/javamail.providers",
            "META-INF/mailcap",
            "META-INF/mailcap.default",
            "META-INF/mime.types",
            "META-INF/mimetypes.default",
            "reference.conf");

    @Override
    String target(String resource) {
        boolean imports = resource.startsWith("META-INF/spring/") && resource.endsWith(".imports");
        return imports || NAMES.contains(resource) ? resource : "";
    }

    @Override
    String merge(String before, String content) {
        return before + withNewline(content);
    }
}
