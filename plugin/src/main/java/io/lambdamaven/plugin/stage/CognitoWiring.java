package io.lambdamaven.plugin.stage;

import io.lambdamaven.plugin.catalog.Catalog;
import io.lambdamaven.plugin.catalog.ResourceNames;
import io.lambdamaven.plugin.model.Route;
import io.lambdamaven.plugin.model.Trigger;
import io.lambdamaven.plugin.plan.DerivedNames;
import io.lambdamaven.plugin.plan.resource.ResourceId;
import io.lambdamaven.plugin.plan.resource.UserPoolHooks;
import io.lambdamaven.plugin.report.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A user pool: the alias becomes what it calls at the moments of all methods that name it. */
final class CognitoWiring implements ServiceWiring {
    private static final String TOKENS = "PreTokenGeneration";

    /** What Cognito calls the moments in its configuration. */
    private static final Map<String, String> HOOKS = Map.ofEntries(
            Map.entry("PRE_SIGN_UP", "PreSignUp"),
            Map.entry("POST_CONFIRMATION", "PostConfirmation"),
            Map.entry("PRE_AUTHENTICATION", "PreAuthentication"),
            Map.entry("POST_AUTHENTICATION", "PostAuthentication"),
            Map.entry("DEFINE_AUTH_CHALLENGE", "DefineAuthChallenge"),
            Map.entry("CREATE_AUTH_CHALLENGE", "CreateAuthChallenge"),
            Map.entry("VERIFY_AUTH_CHALLENGE_RESPONSE", "VerifyAuthChallengeResponse"),
            Map.entry("PRE_TOKEN_GENERATION", TOKENS),
            Map.entry("USER_MIGRATION", "UserMigration"),
            Map.entry("CUSTOM_MESSAGE", "CustomMessage"),
            Map.entry("CUSTOM_EMAIL_SENDER", "CustomEmailSender"),
            Map.entry("CUSTOM_SMS_SENDER", "CustomSMSSender"),
            Map.entry("INBOUND_FEDERATION", "InboundFederation"));

    private final Map<String, UserPoolHooks> pools = new TreeMap<>();

    @Override
    public void wire(Route route, Trigger.Service trigger, Wires wires) {
        String resolved = wires.runtimeText(route, trigger, "userPool");
        if (resolved == null || !Catalog.of(trigger).wiring(trigger).isEmpty()) {
            return;
        }
        String pool = ResourceNames.name(resolved);
        if (!pool.matches("[a-z0-9-]+_[0-9A-Za-z]+")) {
            wires.fault(
                    Problem.LM242,
                    Wires.place(route, trigger, "userPool"),
                    "'" + resolved + "' is neither the id nor the ARN of a user pool.",
                    Wires.correct("userPool", trigger.text("userPool")));
            return;
        }
        UserPoolHooks before = pools.get(pool);
        List<String> hooks = new ArrayList<>(before == null ? List.of() : before.hooks());
        for (String moment : trigger.texts("value")) {
            String hook = HOOKS.getOrDefault(moment, moment);
            if (hooks.contains(hook)) {
                wires.fault(
                        Problem.LM241,
                        Wires.place(route, trigger, "value"),
                        "Another method of the function takes " + moment + " of the user pool " + pool + ".",
                        "Let one method take it.");
            } else {
                hooks.add(hook);
            }
        }
        Boolean accessToken = hooks.contains(TOKENS) ? accessToken(route, trigger) : null;
        if (accessToken == null && before != null) {
            accessToken = before.accessToken();
        }
        ResourceId permission = before == null ? permit(pool, wires) : before.permission();
        UserPoolHooks all =
                new UserPoolHooks(pool, wires.functionName(), DerivedNames.LIVE, hooks, accessToken, permission);
        pools.put(pool, all);
        wires.put(all);
    }

    private static ResourceId permit(String pool, Wires wires) {
        return wires.permit(
                DerivedNames.LIVE,
                DerivedNames.statementFor("cognito", pool),
                "cognito-idp.amazonaws.com",
                wires.arns().of("cognito-idp", "userpool/" + pool));
    }

    /** AWS's two classes are for two forms of the event; other parameters take what comes. */
    private static @Nullable Boolean accessToken(Route route, Trigger.Service trigger) {
        String descriptor = route.method().descriptor();
        if (!trigger.texts("value").contains("PRE_TOKEN_GENERATION")) {
            return null;
        } else if (descriptor.contains("/CognitoUserPoolPreTokenGenerationEventV2;")) {
            return true;
        }
        return descriptor.contains("/CognitoUserPoolPreTokenGenerationEvent;") ? false : null;
    }
}
