package io.lambdamaven.plugin.aws;

import io.lambdamaven.plugin.json.Json;
import io.lambdamaven.plugin.json.JsonArray;
import io.lambdamaven.plugin.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A user pool as Cognito describes it, in JSON: what UpdateUserPool is to keep has to be sent, also what this code has
 * never heard of, since what is left out gets its default.
 */
record PoolSettings(JsonObject described) {
    static final String TOKENS = "PreTokenGeneration";
    private static final String TOKENS_CONFIG = "PreTokenGenerationConfig";
    private static final String HOOKS = "LambdaConfig";
    private static final String ARN = "LambdaArn";
    private static final String VERSION = "LambdaVersion";
    private static final String FIRST_VERSION = "V1_0";
    private static final String ADMIN_CREATE = "AdminCreateUserConfig";
    private static final String UNUSED_DAYS = "UnusedAccountValidityDays";
    private static final String TEMPORARY_DAYS = "TemporaryPasswordValidityDays";
    private static final String POLICIES = "Policies";
    private static final String PASSWORDS = "PasswordPolicy";

    /** Members of the description that no update takes. */
    private static final Set<String> FIXED = Set.of(
            "AliasAttributes",
            "Arn",
            "CreationDate",
            "CustomDomain",
            "Domain",
            "EmailConfigurationFailure",
            "EstimatedNumberOfUsers",
            "Id",
            "LastModifiedDate",
            "SchemaAttributes",
            "SmsConfigurationFailure",
            "Status",
            "UsernameAttributes",
            "UsernameConfiguration");

    private static final Set<String> SENDERS = Set.of("CustomEmailSender", "CustomSMSSender");

    /** Hooks that say which form of the event they take. */
    private static final Set<String> WITH_VERSION = Set.of("CustomEmailSender", "CustomSMSSender", "InboundFederation");

    private static final Set<String> PLAIN = Set.of(
            "CreateAuthChallenge",
            "CustomMessage",
            "DefineAuthChallenge",
            "PostAuthentication",
            "PostConfirmation",
            "PreAuthentication",
            "PreSignUp",
            "UserMigration",
            "VerifyAuthChallengeResponse");

    /** Whether Cognito encrypts what this hook gets, with a key of the pool. */
    static boolean needsKey(String hook) {
        return SENDERS.contains(hook);
    }

    boolean hasKey() {
        return hooks().has("KMSKeyID");
    }

    private JsonObject hooks() {
        return object(described, HOOKS);
    }

    private static JsonObject object(JsonObject in, String name) {
        return in.find(name).orElse(Json.Null.NULL) instanceof JsonObject object
                ? object
                : Json.object().build();
    }

    /** What is called at a moment; null for nothing. */
    @Nullable
    String target(String hook) {
        Optional<Json> found = hooks().find(hook.equals(TOKENS) ? TOKENS_CONFIG : hook);
        if (hook.equals(TOKENS) && found.isEmpty()) {
            found = hooks().find(TOKENS);
        }
        if (found.orElse(Json.Null.NULL) instanceof JsonObject config) {
            return config.has(ARN) ? config.text(ARN) : null;
        }
        return found.orElse(Json.Null.NULL) instanceof Json.Text text ? text.value() : null;
    }

    /** The moments at which this is called, sorted. */
    List<String> hooksOf(String arn) {
        Set<String> known = new TreeSet<>(PLAIN);
        known.addAll(WITH_VERSION);
        known.add(TOKENS);
        return known.stream().filter(hook -> arn.equals(target(hook))).toList();
    }

    /** Whether the event before tokens are made has what the access token gets. */
    boolean tellsAccessToken() {
        return !object(hooks(), TOKENS_CONFIG).text(VERSION, FIRST_VERSION).equals(FIRST_VERSION);
    }

    /** The same with exactly these moments for what is called. */
    PoolSettings with(String arn, List<String> wanted, @Nullable Boolean accessToken) {
        JsonObject.Builder after = Json.object();
        List<String> dropped = new ArrayList<>(hooksOf(arn));
        dropped.removeAll(wanted);
        hooks().members().forEach((name, value) -> {
            if (!dropped.contains(name.equals(TOKENS_CONFIG) ? TOKENS : name)) {
                after.put(name, value);
            }
        });
        for (String hook : wanted) {
            if (hook.equals(TOKENS)) {
                after.put(TOKENS_CONFIG, versioned(TOKENS_CONFIG, arn, tokenVersion(accessToken)));
                if (hooks().has(TOKENS)) {
                    // Where the older member is there, too, Cognito wants it to say the same.
                    after.put(TOKENS, arn);
                }
            } else if (WITH_VERSION.contains(hook)) {
                after.put(hook, versioned(hook, arn, object(hooks(), hook).text(VERSION, FIRST_VERSION)));
            } else {
                after.put(hook, arn);
            }
        }
        return new PoolSettings(described.toBuilder().put(HOOKS, after.build()).build());
    }

    private JsonObject versioned(String hook, String arn, String version) {
        return object(hooks(), hook).toBuilder()
                .put(ARN, arn)
                .put(VERSION, version)
                .build();
    }

    /** The third form is the second one with more occasions. */
    private String tokenVersion(@Nullable Boolean accessToken) {
        String there = object(hooks(), TOKENS_CONFIG).text(VERSION, FIRST_VERSION);
        if (accessToken == null) {
            return there;
        } else if (!accessToken) {
            return FIRST_VERSION;
        }
        return there.equals(FIRST_VERSION) ? "V2_0" : there;
    }

    /** What to send so that all of this stays. */
    JsonObject request(String pool) {
        JsonObject.Builder request = Json.object();
        writable().forEach(request::put);
        request.put("UserPoolId", pool);
        described.find("Name").ifPresent(name -> request.put("PoolName", name));
        JsonObject admin = object(described, ADMIN_CREATE);
        if (admin.has(UNUSED_DAYS)) {
            request.put(ADMIN_CREATE, without(admin, UNUSED_DAYS));
            request.put(POLICIES, withTemporaryDays(object(described, POLICIES), admin.get(UNUSED_DAYS)));
        }
        return request.build();
    }

    /** Cognito tells these days under the old name and under the new one, and takes the new one only. */
    private static JsonObject withTemporaryDays(JsonObject policies, Json days) {
        JsonObject passwords = object(policies, PASSWORDS);
        return passwords.has(TEMPORARY_DAYS)
                ? policies
                : policies.toBuilder()
                        .put(PASSWORDS, passwords.toBuilder().put(TEMPORARY_DAYS, days))
                        .build();
    }

    private static JsonObject without(JsonObject object, String name) {
        JsonObject.Builder rest = Json.object();
        object.members().forEach((each, value) -> {
            if (!each.equals(name)) {
                rest.put(each, value);
            }
        });
        return rest.build();
    }

    private Map<String, Json> writable() {
        JsonObject.Builder members = Json.object();
        described.members().forEach((name, value) -> {
            if (!FIXED.contains(name) && !name.equals("Name") && value != Json.Null.NULL) {
                members.put(name, value);
            }
        });
        return members.build().members();
    }

    /** Writable members, hooks and the old name of some days excepted, that are not as they were before. */
    List<String> lost(PoolSettings now) {
        List<String> lost = new ArrayList<>();
        writable().forEach((name, value) -> {
            if (name.equals(ADMIN_CREATE)) {
                differences(name, without(object(described, name), UNUSED_DAYS), object(now.described, name), lost);
            } else if (!name.equals(HOOKS)) {
                differences(name, value, now.described.find(name).orElse(Json.Null.NULL), lost);
            }
        });
        return lost;
    }

    /** What was added is no loss, and lists may come in another order. */
    private static void differences(String path, Json before, Json now, List<String> lost) {
        if (before instanceof JsonObject object && now instanceof JsonObject other) {
            object.members()
                    .forEach((name, value) -> differences(
                            path + "." + name, value, other.find(name).orElse(Json.Null.NULL), lost));
        } else if (before instanceof JsonObject object ? !object.members().isEmpty() : !same(before, now)) {
            lost.add(path + " (was " + before.canonical() + ")");
        }
    }

    private static boolean same(Json before, Json now) {
        return before.equals(now) || (before instanceof JsonArray && now instanceof JsonArray);
    }
}
