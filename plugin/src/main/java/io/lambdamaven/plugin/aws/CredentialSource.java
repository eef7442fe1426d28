package io.lambdamaven.plugin.aws;

import io.lambdamaven.plugin.aws.Access.AssumedRole;
import io.lambdamaven.plugin.aws.Access.Keys;
import io.lambdamaven.plugin.report.Place;
import io.lambdamaven.plugin.report.Problem;
import io.lambdamaven.plugin.report.UserFault;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.auth.credentials.InstanceProfileCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.SdkSystemSetting;
import software.amazon.awssdk.profiles.Profile;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.profiles.ProfileFileSystemSetting;
import software.amazon.awssdk.services.sts.StsClient;

/**
 * Whose credentials are used. Roles that profiles name are assumed here, not by the SDK: it knows no codes of devices, and
 * would ask AWS past the endpoint and the proxy that are set.
 */
final class CredentialSource {
    private static final String ROLE = "role_arn";
    private static final String SOURCE_PROFILE = "source_profile";
    private static final String CREDENTIAL_SOURCE = "credential_source";

    private final AwsSettings settings;
    private final Function<AwsCredentialsProvider, StsClient> sts;

    CredentialSource(AwsSettings settings, Function<AwsCredentialsProvider, StsClient> sts) {
        this.settings = settings;
        this.sts = sts;
    }

    AwsCredentialsProvider provider() {
        AssumedRole role = settings.access().role();
        return role == null ? first() : new RoleCredentials(role, first(), settings, sts);
    }

    private AwsCredentialsProvider first() {
        Keys keys = settings.access().keys();
        if (keys != null) {
            return StaticCredentialsProvider.create(
                    AwsBasicCredentials.create(keys.accessKeyId(), keys.secretAccessKey()));
        }
        // Who names a profile means it, whatever keys stand in the environment; AWS's CLI sees it the same way.
        String profile = settings.profile();
        if (profile != null) {
            return ofProfile(ProfileFile.defaultProfileFile().profiles(), profile, new LinkedHashSet<>());
        }
        return usual();
    }

    /** The SDK's chain, but for a profile with a role that it would come to. */
    private AwsCredentialsProvider usual() {
        boolean earlier = SdkSystemSetting.AWS_ACCESS_KEY_ID.getStringValue().isPresent()
                || SdkSystemSetting.AWS_WEB_IDENTITY_TOKEN_FILE.getStringValue().isPresent();
        if (!earlier) {
            Map<String, Profile> profiles = ProfileFile.defaultProfileFile().profiles();
            String name = ProfileFileSystemSetting.AWS_PROFILE.getStringValueOrThrow();
            Profile profile = profiles.get(name);
            if (profile != null && hasRole(profile)) {
                return ofProfile(profiles, name, new LinkedHashSet<>());
            }
        }
        return DefaultCredentialsProvider.builder().build();
    }

    private AwsCredentialsProvider ofProfile(Map<String, Profile> profiles, String name, Set<String> before) {
        Profile profile = profiles.get(name);
        if (profile == null) {
            throw unknown(name, profiles.keySet());
        }
        if (!hasRole(profile)) {
            return ProfileCredentialsProvider.create(name);
        }
        if (!before.add(name)) {
            throw fault(
                    name,
                    "Profiles take their credentials from each other in a circle: " + String.join(", ", before) + ".");
        }
        AssumedRole role = new AssumedRole(
                property(profile, ROLE),
                profile.property("external_id").orElse(null),
                profile.property("role_session_name").orElse(null),
                duration(profile),
                profile.property("mfa_serial").orElse(null));
        return new RoleCredentials(role, source(profiles, profile, before), settings, sts);
    }

    private static boolean hasRole(Profile profile) {
        return profile.property(ROLE).isPresent()
                && (profile.property(SOURCE_PROFILE).isPresent()
                        || profile.property(CREDENTIAL_SOURCE).isPresent());
    }

    private AwsCredentialsProvider source(Map<String, Profile> profiles, Profile profile, Set<String> before) {
        String named = profile.property(SOURCE_PROFILE).orElse(null);
        if (named == null) {
            return switch (property(profile, CREDENTIAL_SOURCE)) {
                case "Environment" -> EnvironmentVariableCredentialsProvider.create();
                case "Ec2InstanceMetadata" -> InstanceProfileCredentialsProvider.create();
                case "EcsContainer" -> ContainerCredentialsProvider.create();
                default ->
                    throw fault(
                            profile.name(),
                            "Its credential_source is none of Environment, Ec2InstanceMetadata and EcsContainer.");
            };
        }
        if (named.equals(profile.name())) {
            // A profile with keys and a role takes its own keys to assume it.
            return StaticCredentialsProvider.create(AwsBasicCredentials.create(
                    property(profile, "aws_access_key_id"), property(profile, "aws_secret_access_key")));
        }
        if (!profiles.containsKey(named)) {
            throw fault(profile.name(), "Its source_profile '" + named + "' does not exist" + known(profiles.keySet()));
        }
        return ofProfile(profiles, named, before);
    }

    private static @Nullable Duration duration(Profile profile) {
        String seconds = profile.property("duration_seconds").orElse(null);
        if (seconds == null) {
            return null;
        }
        try {
            return Duration.ofSeconds(Integer.parseInt(seconds));
        } catch (NumberFormatException e) {
            throw fault(profile.name(), "Its duration_seconds '" + seconds + "' is not a number.");
        }
    }

    private static String property(Profile profile, String name) {
        return profile.property(name).orElseThrow(() -> fault(profile.name(), "It has no " + name + "."));
    }

    private static UserFault unknown(String name, Set<String> known) {
        return new UserFault(
                Problem.LM364,
                Place.of("the profile " + name),
                "There is no such profile" + known(known),
                "Correct <profile> or -Dlambda.profile, or add the profile to ~/.aws/config (aws configure --profile "
                        + name + ").");
    }

    private static String known(Set<String> profiles) {
        return profiles.isEmpty()
                ? ", nor any other."
                : "; there are " + String.join(", ", new TreeSet<>(profiles)) + ".";
    }

    private static UserFault fault(String profile, String summary) {
        return new UserFault(
                Problem.LM366,
                Place.of("the profile " + profile),
                summary,
                "Correct the profile in ~/.aws/config, or name another one with <profile> or -Dlambda.profile.");
    }
}
