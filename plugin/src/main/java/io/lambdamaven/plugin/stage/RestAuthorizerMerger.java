package io.lambdamaven.plugin.stage;

import static io.lambdamaven.plugin.plan.resource.RestApi.Authorizer.REQUEST;
import static io.lambdamaven.plugin.plan.resource.RestApi.Authorizer.TOKEN;
import static io.lambdamaven.plugin.plan.resource.RestApi.COGNITO_USER_POOLS;

import io.lambdamaven.plugin.report.Problem;
import io.lambdamaven.plugin.stage.RestSettings.Authorizer;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** Checks what is set for the authorizers of a REST API. */
final class RestAuthorizerMerger {
    private static final String ROOT = "authorizers";
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,127}");
    private static final List<String> WORDS = List.of("NONE", "AWS_IAM");
    private static final Pattern TYPE = Pattern.compile("(?i)TOKEN|REQUEST|COGNITO_USER_POOLS");
    private static final Pattern POOL = Pattern.compile("arn:[a-z-]+:cognito-idp:[a-z0-9-]*:[0-9]*:userpool/\\S+");
    private static final Pattern SOURCE = Pattern.compile(
            "method\\.request\\.(header|querystring)\\.\\S+|(context|stageVariables)\\.[A-Za-z0-9_.-]+");
    private static final Pattern FUNCTION =
            Pattern.compile("arn:[a-z-]+:lambda:[a-z0-9-]*:[0-9]*:function:[A-Za-z0-9_-]+(:[A-Za-z0-9_$-]+)?"
                    + "|[A-Za-z][A-Za-z0-9_-]*");
    private static final Pattern ROLE = Pattern.compile("arn:[a-z-]+:iam::[0-9]{12}:role/.+");
    private static final int MOST_AUTHORIZERS = 10;
    private static final int MOST_TTL = 3600;

    private final BlockReader parts;

    RestAuthorizerMerger(BlockReader parts) {
        this.parts = parts;
    }

    SortedMap<String, Authorizer> merge() {
        TreeMap<String, Authorizer> authorizers = new TreeMap<>();
        for (String name : parts.names(ROOT)) {
            authorizers.put(name, authorizer(ROOT + "." + name));
            if (!NAME.matcher(name).matches() || WORDS.contains(name.toUpperCase(Locale.ROOT))) {
                parts.fault(
                        Problem.LM256,
                        ROOT + "." + name,
                        "'" + name + "' cannot be the name of an authorizer.",
                        "Call it by up to 128 letters, digits, - and _, and neither NONE nor AWS_IAM.");
            }
        }
        if (authorizers.size() > MOST_AUTHORIZERS) {
            parts.fault(
                    Problem.LM256,
                    ROOT,
                    authorizers.size() + " authorizers are more than the " + MOST_AUTHORIZERS
                            + " that a REST API takes.",
                    "Remove some from <rest><authorizers>.");
        }
        return authorizers;
    }

    private Authorizer authorizer(String path) {
        String type = parts.text(path + ".type", TYPE, "is not offered.", "TOKEN, REQUEST or COGNITO_USER_POOLS");
        Authorizer said = new Authorizer(
                type == null ? null : type.toUpperCase(Locale.ROOT),
                parts.text(
                        path + ".function",
                        FUNCTION,
                        "is neither the ARN of a function nor a name in @LambdaFunction.",
                        "either"),
                parts.list(path + ".userPools", POOL, "is not the ARN of a user pool.", "ARNs of user pools"),
                parts.list(
                        path + ".identitySources",
                        SOURCE,
                        "is not an identity source.",
                        "expressions such as method.request.header.Authorization"),
                parts.list(path + ".scopes", StageParts.SCOPE, "is not a scope.", "scopes, joined by commas"),
                parts.number(path + ".resultTtl", 0, MOST_TTL, "seconds"),
                validation(path + ".validation"),
                parts.text(path + ".credentials", ROLE, "is not the ARN of a role.", "a role's ARN"));
        boolean pools =
                COGNITO_USER_POOLS.equals(said.type()) || !said.userPools().isEmpty();
        String wrong = pools ? wrongPools(said) : wrongFunction(said);
        if (wrong != null) {
            parts.fault(Problem.LM256, path, wrong, "Correct it in <rest><authorizers> or -Dlambda.rest." + path + ".");
        }
        return said;
    }

    private @Nullable String validation(String path) {
        String text = parts.text(path);
        try {
            return text == null ? null : Pattern.compile(text).pattern();
        } catch (PatternSyntaxException e) {
            parts.fault(
                    Problem.LM256,
                    path,
                    "'" + text + "' is not a regular expression: " + e.getDescription() + ".",
                    parts.set(path) + " to one that fits the tokens.");
            return null;
        }
    }

    private static @Nullable String wrongPools(Authorizer said) {
        if (said.userPools().isEmpty()) {
            return "An authorizer of type COGNITO_USER_POOLS needs <userPools>.";
        }
        if (said.type() != null && !said.type().equals(COGNITO_USER_POOLS)) {
            return "<userPools> are for authorizers of type COGNITO_USER_POOLS.";
        }
        if (said.identitySources().size() > 1) {
            return "An authorizer of type COGNITO_USER_POOLS has one identity source.";
        }
        return said.function() == null && said.credentials() == null
                ? null
                : "<function> and <credentials> are for authorizers of type TOKEN or REQUEST.";
    }

    private static @Nullable String wrongFunction(Authorizer said) {
        if (!said.scopes().isEmpty()) {
            return "<scopes> are for authorizers of type COGNITO_USER_POOLS.";
        }
        if (REQUEST.equals(said.type()) && said.validation() != null) {
            return "<validation> is for authorizers that look at a token.";
        }
        return TOKEN.equals(said.type()) && said.identitySources().size() > 1
                ? "An authorizer of type TOKEN has one identity source."
                : null;
    }
}
