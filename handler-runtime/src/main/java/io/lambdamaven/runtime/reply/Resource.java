package io.lambdamaven.runtime.reply;

import java.util.ArrayList;
import java.util.List;

/** The resources of an authorizer's policy. */
final class Resource {
    private Resource() {}

    /**
     * The named resources, those that are no ARN within the stage of the request; without any the request alone.
     *
     * @param requested the ARN of the request
     * @param named ARNs, or what follows the stage
     */
    static List<String> of(String requested, List<String> named) {
        if (named.isEmpty()) {
            return List.of(literal(requested));
        }
        String stage = literal(stage(requested));
        List<String> resources = new ArrayList<>(named.size());
        for (int i = 0; i < named.size(); i++) {
            String name = named.get(i);
            resources.add(name.startsWith("arn:") ? name : stage + (name.startsWith("/") ? name.substring(1) : name));
        }
        return resources;
    }

    /** In {@code arn:aws:execute-api:region:account:api/stage/GET/path} all up to the path's verb. */
    private static String stage(String arn) {
        int api = arn.indexOf('/');
        int stage = api < 0 ? -1 : arn.indexOf('/', api + 1);
        return stage < 0 ? arn + "/" : arn.substring(0, stage + 1);
    }

    /**
     * The ARN ends in the path as the client wrote it: an asterisk in it must not allow, for as long as the policy is
     * kept, what was never asked about. IAM writes one that stands for itself as <code>${*}</code>.
     */
    private static String literal(String arn) {
        StringBuilder out = new StringBuilder(arn.length());
        for (int i = 0; i < arn.length(); i++) {
            char c = arn.charAt(i);
            boolean variable = c == '$' && i + 1 < arn.length() && arn.charAt(i + 1) == '{';
            if (c == '*' || c == '?' || variable) {
                out.append("${").append(c).append('}');
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }
}
