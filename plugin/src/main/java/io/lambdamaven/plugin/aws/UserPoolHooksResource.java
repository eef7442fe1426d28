package io.lambdamaven.plugin.aws;

import io.lambdamaven.plugin.json.Json;
import io.lambdamaven.plugin.plan.Change.AttributeChange;
import io.lambdamaven.plugin.plan.DerivedNames;
import io.lambdamaven.plugin.plan.Desired;
import io.lambdamaven.plugin.plan.resource.Permission;
import io.lambdamaven.plugin.plan.resource.ResourceType;
import io.lambdamaven.plugin.plan.resource.UserPoolHooks;
import io.lambdamaven.plugin.report.Diagnostic;
import io.lambdamaven.plugin.report.Place;
import io.lambdamaven.plugin.report.Problem;
import io.lambdamaven.plugin.report.UserFault;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ConcurrentModificationException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ResourceNotFoundException;
import software.amazon.awssdk.services.lambda.model.LambdaException;

/**
 * Our hooks among those of a user pool, which Cognito only takes as a whole: all else of the pool is sent back as it
 * was told, once for all hooks of a function.
 */
final class UserPoolHooksResource implements NamedKind<UserPoolHooks> {
    private static final String ARN_PREFIX = ":userpool/";

    private final AwsClients clients;
    private final Arns arns;
    private final Map<String, Object> locks = new ConcurrentHashMap<>();

    UserPoolHooksResource(AwsClients clients, Arns arns) {
        this.clients = clients;
        this.arns = arns;
    }

    private CognitoIdentityProviderClient cognito() {
        return clients.of(CognitoIdentityProviderClient.class, CognitoIdentityProviderClient::builder);
    }

    @Override
    public Class<UserPoolHooks> type() {
        return UserPoolHooks.class;
    }

    @Override
    public ResourceType resourceType() {
        return ResourceType.USER_POOL_HOOKS;
    }

    @Override
    public Optional<String> wiredBy(Permission statement) {
        String source = statement.sourceArn();
        if (!DerivedNames.isStatementOf("cognito", statement.statementId()) || source == null) {
            return Optional.empty();
        }
        String pool = source.substring(source.indexOf(ARN_PREFIX) + ARN_PREFIX.length());
        return Optional.of(UserPoolHooks.id(pool, statement.functionName(), statement.alias())
                .name());
    }

    /** The pool in Cognito's own words; null if it is not there. */
    private @Nullable PoolSettings describe(String pool) {
        RawJson.Exchange exchange = RawJson.listening();
        try {
            cognito().describeUserPool(r -> r.userPoolId(pool).overrideConfiguration(exchange.forCall()));
        } catch (ResourceNotFoundException e) {
            return null;
        }
        return new PoolSettings(Json.parse(exchange.answer()).asObject().object("UserPool"));
    }

    @Override
    public Optional<UserPoolHooks> observe(String name, Desired desired, boolean wanted) {
        Wire wire = Wire.of(name);
        PoolSettings settings = describe(wire.source());
        UserPoolHooks asked = asked(name, desired);
        if (settings == null) {
            if (wanted) {
                throw new UserFault(List.of(missing(wire.source())));
            }
            return Optional.empty();
        }
        if (asked != null) {
            check(asked, settings, desired);
        }
        List<String> hooks = settings.hooksOf(arns.alias(wire.function(), wire.alias()));
        boolean cares = asked != null && asked.accessToken() != null && hooks.contains(PoolSettings.TOKENS);
        return hooks.isEmpty()
                ? Optional.empty()
                : Optional.of(new UserPoolHooks(
                        wire.source(),
                        wire.function(),
                        wire.alias(),
                        hooks,
                        cares ? settings.tellsAccessToken() : null,
                        wire.permission("cognito")));
    }

    private static @Nullable UserPoolHooks asked(String name, Desired desired) {
        return desired.resources().stream()
                .filter(UserPoolHooks.class::isInstance)
                .map(UserPoolHooks.class::cast)
                .filter(each -> each.id().name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private static Diagnostic missing(String pool) {
        return new Diagnostic(
                Problem.LM310,
                Place.of("user pool " + pool),
                "The user pool does not exist.",
                "Create it first, or correct @CognitoTrigger(userPool), its <placeholders> entry or -Dlambda.region.");
    }

    /** Nobody else's hook is replaced, and none is asked for that the pool has no key for. */
    private void check(UserPoolHooks asked, PoolSettings settings, Desired desired) {
        List<Diagnostic> faults = new ArrayList<>();
        for (String hook : asked.hooks()) {
            String target = settings.target(hook);
            if (target != null && !isOurs(target, desired)) {
                faults.add(new Diagnostic(
                        Problem.LM350,
                        Place.of("user pool " + asked.pool()),
                        "At " + hook + " it calls " + target + ", which is not of this project; nothing was changed.",
                        "Take that trigger off the user pool first, or leave the moment out of @CognitoTrigger."));
            }
            if (PoolSettings.needsKey(hook) && !settings.hasKey()) {
                faults.add(new Diagnostic(
                        Problem.LM351,
                        Place.of("user pool " + asked.pool()),
                        hook + " gets codes encrypted with a key of the user pool, and it has none.",
                        "Name a KMS key in the pool's LambdaConfig (KMSKeyID), and let @Permission give the function"
                                + " kms:Decrypt with it."));
            }
        }
        if (!faults.isEmpty()) {
            throw new UserFault(faults);
        }
    }

    /** Whichever alias it is: a function that was renamed, or whose method has moved, gives way. */
    private boolean isOurs(String target, Desired desired) {
        Arns.FunctionRef function = Arns.functionIn(target);
        if (function == null || !target.startsWith(arns.function(function.name()))) {
            return false;
        }
        if (desired.functionNames().contains(function.name())) {
            return true;
        }
        try {
            return Tags.areOurs(
                    clients.lambda
                            .listTags(r -> r.resource(arns.function(function.name())))
                            .tags(),
                    desired);
        } catch (LambdaException e) {
            return false;
        }
    }

    @Override
    public void create(UserPoolHooks wanted, Desired desired) {
        write(wanted, wanted.hooks(), desired);
    }

    @Override
    public void update(UserPoolHooks there, UserPoolHooks wanted, List<AttributeChange> changes, Desired desired) {
        create(wanted, desired);
    }

    @Override
    public void delete(UserPoolHooks there, Desired desired) {
        write(there, List.of(), desired);
    }

    /** One at a time for each pool; if somebody else changes it just then, it is read again. */
    private void write(UserPoolHooks wanted, List<String> hooks, Desired desired) {
        synchronized (locks.computeIfAbsent(wanted.pool(), name -> new Object())) {
            Retry.until(() -> writeOnce(wanted, hooks, desired), UserPoolHooksResource::isBusy);
        }
    }

    private static boolean isBusy(AwsServiceException e) {
        return e instanceof ConcurrentModificationException;
    }

    private void writeOnce(UserPoolHooks wanted, List<String> hooks, Desired desired) {
        PoolSettings before = describe(wanted.pool());
        if (before == null) {
            if (hooks.isEmpty()) {
                // Gone, and its hooks with it.
                return;
            }
            throw new UserFault(List.of(missing(wanted.pool())));
        }
        if (!hooks.isEmpty()) {
            check(wanted, before, desired);
        }
        PoolSettings after =
                before.with(arns.alias(wanted.functionName(), wanted.alias()), hooks, wanted.accessToken());
        if (after.equals(before)) {
            return;
        }
        RawJson.Exchange exchange = RawJson.sending(after.request(wanted.pool()).canonicalBytes());
        cognito().updateUserPool(r -> r.userPoolId(wanted.pool()).overrideConfiguration(exchange.forCall()));
        look(wanted.pool(), before);
    }

    /** Members may be renamed between reading and writing in ways that nobody knows yet. */
    private void look(String pool, PoolSettings before) {
        PoolSettings now = describe(pool);
        List<String> lost = now == null ? List.of() : before.lost(now);
        if (!lost.isEmpty()) {
            throw new UserFault(
                    Problem.LM351,
                    Place.of("user pool " + pool),
                    "It calls the function now, but these of its settings are not as they were: "
                            + String.join(", ", lost) + ".",
                    "Set them again in the user pool.");
        }
    }
}
