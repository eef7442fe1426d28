package io.lambdamaven.plugin.aws;

import io.lambdamaven.plugin.json.Json;
import io.lambdamaven.plugin.plan.Change.AttributeChange;
import io.lambdamaven.plugin.plan.Desired;
import io.lambdamaven.plugin.plan.resource.Resource;
import io.lambdamaven.plugin.plan.resource.ResourceId;
import io.lambdamaven.plugin.plan.resource.ResourceType;
import io.lambdamaven.plugin.plan.resource.Role;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.AttachedPermissionsBoundary;
import software.amazon.awssdk.services.iam.model.EntityAlreadyExistsException;
import software.amazon.awssdk.services.iam.model.NoSuchEntityException;
import software.amazon.awssdk.services.iam.model.Tag;

/** The role that a function runs as, with its one inline policy. */
final class RoleResource implements Kind<Role> {
    private static final String POLICY = "lambda-maven";

    private final IamClient iam;
    private final Known known;
    private final Parallel parallel;

    RoleResource(IamClient iam, Known known, Parallel parallel) {
        this.iam = iam;
        this.known = known;
        this.parallel = parallel;
    }

    /** @param wanted whether a foreign role of this name is in the way */
    Optional<Resource> observe(String name, Desired desired, boolean wanted) {
        Supplier<String> policy = parallel.start(() -> policy(name));
        try {
            var role = iam.getRole(r -> r.roleName(name)).role();
            Map<String, String> tags = role.tags().stream().collect(Collectors.toMap(Tag::key, Tag::value));
            if (!Tags.areOurs(tags, desired)) {
                if (wanted) {
                    Tags.mustBeOurs(new ResourceId(ResourceType.ROLE, name), tags, desired);
                }
                return Optional.empty();
            }
            return Optional.of(new Role(
                    name,
                    canonical(role.assumeRolePolicyDocument()),
                    policy.get(),
                    boundary(role.permissionsBoundary()),
                    tags));
        } catch (NoSuchEntityException e) {
            return Optional.empty();
        }
    }

    /** The role with the ids of our APIs replaced by the APIs' names, as plans have it. */
    static Role withApiNames(Role read, Map<ResourceId, String> apiIds) {
        return read.policy() == null
                ? read
                : new Role(
                        read.name(),
                        read.trustPolicy(),
                        ApiIds.toNames(read.policy(), apiIds),
                        read.permissionsBoundary(),
                        read.tags());
    }

    private static @Nullable String boundary(@Nullable AttachedPermissionsBoundary attached) {
        return attached == null ? null : attached.permissionsBoundaryArn();
    }

    /** An empty text where there is none, which is a difference and not something unknown. */
    private String policy(String role) {
        try {
            return canonical(
                    iam.getRolePolicy(r -> r.roleName(role).policyName(POLICY)).policyDocument());
        } catch (NoSuchEntityException e) {
            return "";
        }
    }

    private static String canonical(String urlEncoded) {
        return Json.parse(URLDecoder.decode(urlEncoded, StandardCharsets.UTF_8)).canonical();
    }

    @Override
    public Class<Role> type() {
        return Role.class;
    }

    @Override
    public void create(Role wanted, Desired desired) {
        try {
            iam.createRole(r -> r.roleName(wanted.name())
                    .assumeRolePolicyDocument(wanted.trustPolicy())
                    .permissionsBoundary(wanted.permissionsBoundary())
                    .tags(tags(wanted.tags())));
        } catch (EntityAlreadyExistsException e) {
            // An answer that got lost, or somebody else just now.
            observe(wanted.name(), desired, true);
        }
        putPolicy(wanted);
    }

    @Override
    public void update(Role there, Role wanted, List<AttributeChange> changes, Desired desired) {
        if (Kind.touches(changes, "trustPolicy")) {
            iam.updateAssumeRolePolicy(r -> r.roleName(wanted.name()).policyDocument(wanted.trustPolicy()));
        }
        if (Kind.touches(changes, "permissionsBoundary")) {
            if (wanted.permissionsBoundary() == null) {
                iam.deleteRolePermissionsBoundary(r -> r.roleName(wanted.name()));
            } else {
                iam.putRolePermissionsBoundary(
                        r -> r.roleName(wanted.name()).permissionsBoundary(wanted.permissionsBoundary()));
            }
        }
        if (Kind.touches(changes, "policy")) {
            putPolicy(wanted);
        }
        if (Kind.touches(changes, "tags")) {
            iam.tagRole(r -> r.roleName(wanted.name()).tags(tags(wanted.tags())));
        }
    }

    private void putPolicy(Role wanted) {
        if (wanted.policy() != null) {
            String policy = ApiIds.fill(wanted.policy(), known);
            iam.putRolePolicy(r -> r.roleName(wanted.name()).policyName(POLICY).policyDocument(policy));
        }
    }

    /** IAM deletes no role that still has policies. */
    @Override
    public void delete(Role there, Desired desired) {
        try {
            for (String policy :
                    iam.listRolePoliciesPaginator(r -> r.roleName(there.name())).policyNames()) {
                iam.deleteRolePolicy(r -> r.roleName(there.name()).policyName(policy));
            }
            iam.deleteRole(r -> r.roleName(there.name()));
        } catch (NoSuchEntityException e) {
            // Gone already.
        }
    }

    private static List<Tag> tags(Map<String, String> tags) {
        return tags.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(tag ->
                        Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
                .toList();
    }
}
