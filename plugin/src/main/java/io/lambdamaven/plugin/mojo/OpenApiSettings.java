package io.lambdamaven.plugin.mojo;

import io.lambdamaven.plugin.openapi.ApiInfo;
import io.lambdamaven.plugin.report.Place;
import io.lambdamaven.plugin.report.Problem;
import io.lambdamaven.plugin.report.UserFault;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * What the pom says of the API's description.
 *
 * @param path at which it is served, null where it is not
 */
record OpenApiSettings(ApiInfo info, @Nullable String path) {
    private static final List<String> NAMES = List.of("path", "title", "version", "description", "server");

    static OpenApiSettings of(@Nullable Map<String, String> said, MavenProject project) {
        Map<String, String> values = said == null ? Map.of() : said;
        for (String name : new TreeSet<>(values.keySet())) {
            if (!NAMES.contains(name)) {
                throw fault(
                        "<openapi>",
                        "There is no setting <" + name + "> in <openapi>.",
                        "It takes <" + String.join(">, <", NAMES) + ">.");
            }
        }
        ApiInfo info = new ApiInfo(
                said(values, "title", project.getName()),
                said(values, "version", project.getVersion()),
                value(values, "description", project.getDescription()),
                value(values, "server", null));
        requireUrl(info.server());
        return new OpenApiSettings(info, value(values, "path", null));
    }

    private static void requireUrl(@Nullable String server) {
        if (server == null) {
            return;
        }
        try {
            URI url = new URI(server);
            if ((url.getScheme() == null || url.getHost() == null) && !server.startsWith("/")) {
                throw new URISyntaxException(server, "no URL");
            }
        } catch (URISyntaxException e) {
            throw fault(
                    "<openapi><server>",
                    "\"" + server + "\" is no URL.",
                    "Set it to the URL under which the paths are, such as https://api.example.com/v1.");
        }
    }

    private static UserFault fault(String place, String summary, String remedy) {
        return new UserFault(Problem.LM084, Place.of(place), summary, remedy);
    }

    private static String said(Map<String, String> values, String name, String otherwise) {
        String value = value(values, name, null);
        return value == null ? otherwise : value;
    }

    private static @Nullable String value(Map<String, String> values, String name, @Nullable String otherwise) {
        String value = values.get(name);
        return value == null || value.isBlank() ? otherwise : value.strip();
    }
}
