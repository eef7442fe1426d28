package io.lambdamaven.plugin.aws;

import io.lambdamaven.plugin.plan.Change.AttributeChange;
import io.lambdamaven.plugin.plan.DerivedNames;
import io.lambdamaven.plugin.plan.Desired;
import io.lambdamaven.plugin.plan.resource.Permission;
import io.lambdamaven.plugin.plan.resource.ResourceType;
import io.lambdamaven.plugin.plan.resource.SecretRotation;
import io.lambdamaven.plugin.report.Place;
import io.lambdamaven.plugin.report.Problem;
import io.lambdamaven.plugin.report.UserFault;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.DescribeSecretResponse;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;
import software.amazon.awssdk.services.secretsmanager.model.RotationRulesType;

/** The rotation of a secret that is there already; one that another function does is left to it. */
final class SecretRotationResource implements NamedKind<SecretRotation> {
    private static final String ARN_PREFIX = ":secret:";
    private static final String ANY_SUFFIX = "-??????";
    private static final Pattern DAYS = Pattern.compile("rate\\((\\d+) days?\\)");

    private final AwsClients clients;
    private final Arns arns;
    private final boolean emulated;

    /** @param emulated whether what an endpoint does not tell is unknown, and not absent */
    SecretRotationResource(AwsClients clients, Arns arns, boolean emulated) {
        this.clients = clients;
        this.arns = arns;
        this.emulated = emulated;
    }

    private SecretsManagerClient secrets() {
        return clients.of(SecretsManagerClient.class, SecretsManagerClient::builder);
    }

    @Override
    public Class<SecretRotation> type() {
        return SecretRotation.class;
    }

    @Override
    public ResourceType resourceType() {
        return ResourceType.SECRET_ROTATION;
    }

    @Override
    public Optional<String> wiredBy(Permission statement) {
        String source = statement.sourceArn();
        if (!DerivedNames.isStatementOf("secret-rotation", statement.statementId()) || source == null) {
            return Optional.empty();
        }
        String secret = source.endsWith(ANY_SUFFIX)
                ? source.substring(
                        source.indexOf(ARN_PREFIX) + ARN_PREFIX.length(), source.length() - ANY_SUFFIX.length())
                : source;
        return Optional.of(SecretRotation.id(secret, statement.functionName(), statement.alias())
                .name());
    }

    @Override
    public Optional<SecretRotation> observe(String name, Desired desired, boolean wanted) {
        Wire wire = Wire.of(name);
        DescribeSecretResponse found;
        try {
            found = secrets().describeSecret(r -> r.secretId(wire.source()));
        } catch (ResourceNotFoundException e) {
            if (wanted) {
                throw e;
            }
            return Optional.empty();
        }
        if (!Boolean.TRUE.equals(found.rotationEnabled())) {
            return Optional.empty();
        }
        Arns.FunctionRef target = ours(found.rotationLambdaARN(), wire);
        if (target == null) {
            if (wanted) {
                throw new UserFault(
                        Problem.LM307,
                        Place.of("secret " + wire.source()),
                        found.rotationLambdaARN() == null
                                ? "The secret is rotated by the service that owns it; nothing was changed."
                                : "The secret is rotated by " + found.rotationLambdaARN() + "; nothing was changed.",
                        "Cancel that rotation first (aws secretsmanager cancel-rotate-secret), or name another secret"
                                + " in @SecretRotationTrigger(secret).");
            }
            return Optional.empty();
        }
        return Optional.of(new SecretRotation(
                wire.source(),
                wire.function(),
                wire.alias(),
                schedule(found.rotationRules()),
                duration(found.rotationRules()),
                target.name() + (target.qualifier().isEmpty() ? "" : ":" + target.qualifier()),
                false,
                wire.permission("secret-rotation")));
    }

    /** Our function, through whatever alias; null for any other function. */
    private Arns.@Nullable FunctionRef ours(@Nullable String arn, Wire wire) {
        String function = arns.function(wire.function());
        return arn != null && (arn.equals(function) || arn.startsWith(function + ":")) ? Arns.functionIn(arn) : null;
    }

    /** Days are a rate; AWS calculates them for other schedules too. */
    private static @Nullable String schedule(@Nullable RotationRulesType rules) {
        if (rules == null) {
            return null;
        }
        if (rules.scheduleExpression() != null) {
            return rules.scheduleExpression();
        }
        Long days = rules.automaticallyAfterDays();
        return days == null || days == 0 ? null : "rate(" + days + (days == 1 ? " day)" : " days)");
    }

    private @Nullable String duration(@Nullable RotationRulesType rules) {
        String duration = rules == null ? null : rules.duration();
        return emulated ? duration : Objects.requireNonNullElse(duration, "");
    }

    @Override
    public void create(SecretRotation wanted, Desired desired) {
        RotationRulesType rules = rules(wanted);
        Retry.until(
                () -> secrets()
                        .rotateSecret(r -> r.secretId(wanted.secret())
                                .rotationLambdaARN(arns.alias(wanted.functionName(), wanted.alias()))
                                .rotateImmediately(wanted.immediately())
                                .rotationRules(rules)),
                Retry::secretsManagerCannotCallYet);
    }

    private static RotationRulesType rules(SecretRotation wanted) {
        String duration = wanted.duration();
        String schedule = String.valueOf(wanted.schedule());
        Matcher days = DAYS.matcher(schedule);
        RotationRulesType.Builder rules = RotationRulesType.builder();
        if (duration != null && !duration.isEmpty()) {
            rules.duration(duration);
        }
        if (days.matches()) {
            rules.automaticallyAfterDays(Long.valueOf(days.group(1)));
        } else {
            rules.scheduleExpression(schedule);
        }
        return rules.build();
    }

    @Override
    public void update(SecretRotation there, SecretRotation wanted, List<AttributeChange> changes, Desired desired) {
        create(wanted, desired);
    }

    /** Only what still names our alias is ours to cancel. */
    @Override
    public void delete(SecretRotation there, Desired desired) {
        try {
            DescribeSecretResponse found = secrets().describeSecret(r -> r.secretId(there.secret()));
            if (Boolean.TRUE.equals(found.rotationEnabled())
                    && arns.alias(there.functionName(), there.alias()).equals(found.rotationLambdaARN())) {
                secrets().cancelRotateSecret(r -> r.secretId(there.secret()));
            }
        } catch (ResourceNotFoundException e) {
            // Gone, and its rotation with it.
        }
    }
}
