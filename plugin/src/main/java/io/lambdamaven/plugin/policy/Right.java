package io.lambdamaven.plugin.policy;

import io.lambdamaven.plugin.apply.Whereabouts;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * What has to be allowed.
 *
 * @param changes whether it is for a deploy, not for a plan
 * @param actions IAM's
 * @param resources ARNs, or {@code *}
 * @param conditions operator, key and values, joined by blanks; empty for none
 */
record Right(boolean changes, List<String> actions, List<String> resources, String conditions) {
    /** Where AWS offers no resource. */
    static final String EVERYTHING = "*";

    Right {
        actions = List.copyOf(actions);
        resources = List.copyOf(resources);
    }

    /** Of ARNs that the others follow the form of. */
    record Forms(Whereabouts where) {
        /** In this account and region. */
        String of(String service, String resource) {
            return "arn:" + where.partition() + ":" + service + ":" + where.region() + ":" + where.account() + ":"
                    + resource;
        }

        /** Of services that are the same in all regions. */
        String global(String service, String resource) {
            return "arn:" + where.partition() + ":" + service + "::" + where.account() + ":" + resource;
        }

        /** Of buckets and what is in them, which are known by their names alone. */
        String s3(String resource) {
            return "arn:" + where.partition() + ":s3:::" + resource;
        }

        /** Of API Gateway, whose resources are paths. */
        String api(String path) {
            return "arn:" + where.partition() + ":apigateway:" + where.region() + "::" + path;
        }
    }

    /**
     * To look.
     *
     * @param actions of one service, joined by blanks, after its prefix: {@code "iam: GetRole GetRolePolicy"}
     */
    static Right read(String actions, String... resources) {
        return new Right(false, split(actions), List.of(resources), "");
    }

    /** To change. */
    static Right write(String actions, String... resources) {
        return new Right(true, split(actions), List.of(resources), "");
    }

    Right when(String operator, String key, String... values) {
        return new Right(changes, actions, resources, operator + " " + key + " " + String.join(" ", values));
    }

    private static List<String> split(String actions) {
        String[] parts = actions.split(": ", 2);
        return Arrays.stream(parts[1].split(" ", -1))
                .map(action -> parts[0] + ":" + action)
                .toList();
    }

    /** Operator, key and values; empty for no condition. */
    Map<String, List<String>> condition() {
        if (conditions.isEmpty()) {
            return Map.of();
        }
        List<String> words = List.of(conditions.split(" ", -1));
        return Map.of(words.get(0) + " " + words.get(1), words.subList(2, words.size()));
    }
}
