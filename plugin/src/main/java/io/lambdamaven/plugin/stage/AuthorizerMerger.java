package io.lambdamaven.plugin.stage;

import io.lambdamaven.plugin.plan.resource.HttpAuthorizer;
import io.lambdamaven.plugin.report.Problem;
import io.lambdamaven.plugin.stage.HttpSettings.Authorizer;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks what is set for the authorizers of an HTTP API. */
final class AuthorizerMerger {
    private static final String ROOT = "authorizers";
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]{0,63}");
    private static final Pattern TYPE = Pattern.compile("(?i)JWT|REQUEST");
    private static final Pattern ISSUER = Pattern.compile("https://[^\\s]+");
    private static final Pattern AUDIENCE = Pattern.compile("[^\\s,]+");
    private static final Pattern SOURCE = Pattern.compile("\\$(request|context)\\.[A-Za-z0-9_.-]+");
    private static final Pattern FUNCTION =
            Pattern.compile("arn:[a-z-]+:lambda:[a-z0-9-]*:[0-9]*:function:[A-Za-z0-9_-]+(:[A-Za-z0-9_$-]+)?"
                    + "|[A-Za-z][A-Za-z0-9_-]*");
    private static final Pattern PAYLOAD = Pattern.compile("1\\.0|2\\.0");
    private static final Pattern ROLE = Pattern.compile("arn:[a-z-]+:iam::[0-9]{12}:role/.+");
    private static final int MOST_AUTHORIZERS = 10;
    private static final int MOST_TTL = 3600;

    private final BlockReader parts;

    AuthorizerMerger(BlockReader parts) {
        this.parts = parts;
    }

    SortedMap<String, Authorizer> merge() {
        TreeMap<String, Authorizer> authorizers = new TreeMap<>();
        for (String name : parts.names(ROOT)) {
            authorizers.put(name, authorizer(ROOT + "." + name));
            if (!NAME.matcher(name).matches() || isWord(name)) {
                parts.fault(
                        Problem.LM256,
                        ROOT + "." + name,
                        "'" + name + "' cannot be the name of an authorizer.",
                        "Call it by up to 64 letters, digits, - and _, and neither NONE nor AWS_IAM.");
            }
        }
        if (authorizers.size() > MOST_AUTHORIZERS) {
            parts.fault(
                    Problem.LM256,
                    ROOT,
                    authorizers.size() + " authorizers are more than the " + MOST_AUTHORIZERS
                            + " that an HTTP API takes.",
                    "Remove some from <httpApi><authorizers>.");
        }
        return authorizers;
    }

    private static boolean isWord(String name) {
        return List.of("NONE", "AWS_IAM").contains(name.toUpperCase(Locale.ROOT));
    }

    private Authorizer authorizer(String path) {
        String type = parts.text(path + ".type", TYPE, "is not offered.", "JWT or REQUEST");
        Authorizer authorizer = new Authorizer(
                parts.text(path + ".issuer", ISSUER, "is not the URL of an issuer.", "a URL that begins with https://"),
                parts.list(path + ".audience", AUDIENCE, "is not an audience.", "ids of clients, joined by commas"),
                parts.list(
                        path + ".identitySources",
                        SOURCE,
                        "is not an identity source.",
                        "expressions such as $request.header.Authorization"),
                parts.list(path + ".scopes", AUDIENCE, "is not a scope.", "scopes, joined by commas"),
                parts.text(
                        path + ".function",
                        FUNCTION,
                        "is neither the ARN of a function nor a name in @LambdaFunction.",
                        "either"),
                parts.text(path + ".payloadFormatVersion", PAYLOAD, "is not offered.", "1.0 or 2.0"),
                parts.flag(path + ".simpleResponses"),
                parts.number(path + ".resultTtl", 0, MOST_TTL, "seconds"),
                parts.text(path + ".credentials", ROLE, "is not the ARN of a role.", "a role's ARN"));
        boolean tokens = type == null ? authorizer.issuer() != null : type.equalsIgnoreCase(HttpAuthorizer.JWT);
        String wrong = tokens ? wrongTokens(authorizer) : wrongFunction(authorizer);
        if (wrong != null) {
            parts.fault(
                    Problem.LM256,
                    path,
                    wrong,
                    "Correct it in <httpApi><authorizers> or -Dlambda.httpApi." + path + ".");
        }
        // What has no issuer is told already, and asks no function for all that.
        return tokens && authorizer.issuer() == null ? Authorizer.TOKENS : authorizer;
    }

    private static @Nullable String wrongTokens(Authorizer authorizer) {
        if (authorizer.issuer() == null || authorizer.audience().isEmpty()) {
            return "An authorizer of type JWT needs <issuer> and <audience>.";
        }
        if (authorizer.identitySources().size() > 1) {
            return "An authorizer of type JWT has one identity source.";
        }
        boolean asksFunction = authorizer.function() != null
                || authorizer.payloadFormatVersion() != null
                || authorizer.simpleResponses() != null
                || authorizer.resultTtl() != null
                || authorizer.credentials() != null;
        return asksFunction
                ? "<function>, <payloadFormatVersion>, <simpleResponses>, <resultTtl> and <credentials> are for"
                        + " authorizers of type REQUEST."
                : null;
    }

    private static @Nullable String wrongFunction(Authorizer authorizer) {
        if (authorizer.issuer() != null
                || !authorizer.audience().isEmpty()
                || !authorizer.scopes().isEmpty()) {
            return "<issuer>, <audience> and <scopes> are for authorizers of type JWT.";
        }
        if ("1.0".equals(authorizer.payloadFormatVersion()) && Boolean.TRUE.equals(authorizer.simpleResponses())) {
            return "Simple responses need the payload format 2.0.";
        }
        return null;
    }
}
