package io.lambdamaven.runtime.config;

import io.lambdamaven.runtime.aws.AwsRequest;
import io.lambdamaven.runtime.json.JsonSink;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code ssm:/path/}: each parameter right below it is a setting. */
final class PathOrigin implements Origin {
    private static final int PAGE = 10;
    private static final int MOST_PAGES = 1_000;
    private static final int READINGS = 4;

    private final String path;

    PathOrigin(Address address) {
        if (address.isPinned() || address.place().length() < 2) {
            throw Address.malformed(address.text());
        }
        this.path = address.place();
    }

    /** One reading of all pages. */
    private record Pages(int count, Map<String, String> values, Map<String, String> versions) {}

    @Override
    public Held read(Session session) {
        Pages pages = pages(session);
        // Between two pages the parameters may have changed: only what was found twice was there at one time.
        for (int i = 1; pages.count() > 1; i++) {
            Pages again = pages(session);
            if (again.values().equals(pages.values()) && again.versions().equals(pages.versions())) {
                break;
            }
            if (i == READINGS) {
                throw new ConfigException("its parameters change faster than they can be read");
            }
            pages = again;
        }
        if (pages.values().isEmpty()) {
            throw new ConfigException("there is no parameter right below it");
        }
        return Held.values(pages.values());
    }

    private Pages pages(Session session) {
        Map<String, String> values = new LinkedHashMap<>();
        Map<String, String> versions = new HashMap<>();
        int size = 0;
        String token = "";
        for (int page = 1; ; page++) {
            Map<String, @Nullable Object> answer =
                    Reading.object(session.send(request(token)).body());
            List<?> parameters = Reading.list(answer, "Parameters");
            for (int i = 0; i < parameters.size(); i++) {
                size += add(parameters.get(i), values, versions);
                FlatJson.checkSize(size);
            }
            token = Reading.shown(answer, "NextToken");
            if (token.isEmpty()) {
                return new Pages(page, values, versions);
            }
            if (page == MOST_PAGES) {
                throw new ConfigException("it has more than " + MOST_PAGES + " pages");
            }
        }
    }

    /** The bytes that it adds to the configuration. */
    @SuppressWarnings("unchecked") // a tree's maps have texts as keys
    private int add(@Nullable Object parameter, Map<String, String> values, Map<String, String> versions) {
        Map<String, @Nullable Object> members =
                parameter instanceof Map<?, ?> map ? (Map<String, @Nullable Object>) map : Map.of();
        String name = Reading.text(members, "Name", "a parameter of the service's answer has no name");
        String value = Reading.text(members, "Value", "a parameter of the service's answer has no value");
        if (!name.startsWith(path)) {
            throw new ConfigException("the service's answer has a parameter that is not below it");
        }
        String key = name.substring(path.length());
        FlatJson.checkKey(key);
        if (values.put(key, value) != null) {
            throw new ConfigException("the service's answer has the key '" + key + "' twice");
        }
        versions.put(key, Reading.shown(members, "Version"));
        return key.length() + value.getBytes(StandardCharsets.UTF_8).length;
    }

    private AwsRequest request(String token) {
        JsonSink body = new JsonSink()
                .startObject()
                .name("Path")
                // Permission is asked for what is named here, and the role has it for the path without its last slash.
                .text(path.substring(0, path.length() - 1))
                .name("WithDecryption")
                .bool(true)
                .name("MaxResults")
                .number(PAGE);
        if (!token.isEmpty()) {
            body.name("NextToken").text(token);
        }
        return AwsRequest.json(
                        ParameterOrigin.SSM,
                        "GetParametersByPath",
                        body.endObject().toBytes())
                .patience(Reading.PATIENCE);
    }
}
