package io.lambdamaven.plugin.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lambdamaven.plugin.plan.Change.AttributeChange;
import io.lambdamaven.plugin.plan.resource.LambdaFunction;
import io.lambdamaven.plugin.plan.resource.LogGroup;
import io.lambdamaven.plugin.plan.resource.Resource;
import io.lambdamaven.plugin.plan.resource.ResourceType;
import io.lambdamaven.plugin.plan.resource.Role;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlannerTest {
    @Test
    void unchangedProjectHasNoChanges() {
        Plan plan = plan(World.whole(), World.whole());
        assertThat(plan.isEmpty()).isTrue();
        assertThat(plan.changes()).hasSize(13).allMatch(Change.Keep.class::isInstance);
    }

    @Test
    void everythingIsCreatedWhereNothingIs() {
        assertThat(lines(plan(World.whole(), World.empty())))
                .containsExactly(
                        "+ IAM role orders-dev-eu-central-1",
                        "+ log group /aws/lambda/orders-dev",
                        "+ function orders-dev",
                        "+ version orders-dev",
                        "+ alias orders-dev:live",
                        "+ alias orders-dev:ops",
                        "+ configuration tag orders-dev",
                        "+ HTTP API orders-dev",
                        "+ permission orders-dev:live/lambda-maven-http-api",
                        "+ permission orders-dev:live/lambda-maven-s3-aaaaaaaa",
                        "+ HTTP route orders-dev GET /orders",
                        "+ S3 notification bucket/orders-dev-aaaaaaaa",
                        "+ event source mapping arn:queue -> orders-dev:live");
    }

    @Test
    void changeOfCodeTouchesFunctionVersionAndAliasesOnly() {
        Plan plan = plan(World.whole().withCode("code2"), World.whole());
        assertThat(lines(plan))
                .containsExactly(
                        "~ function orders-dev",
                        "~ version orders-dev",
                        "~ alias orders-dev:live",
                        "~ alias orders-dev:ops");
        assertThat(attributes(plan, ResourceType.FUNCTION))
                .containsExactly(new AttributeChange("codeSha256", "code1", "code2"));
    }

    @Test
    void changeOfConfigurationPublishesAndTags() {
        World desired =
                World.whole().with(World.function("code1", Map.of("A", "2"))).withPublished("code1", "digest2");
        Plan plan = plan(desired, World.whole());
        assertThat(lines(plan))
                .containsExactly(
                        "~ function orders-dev",
                        "~ version orders-dev",
                        "~ alias orders-dev:live",
                        "~ alias orders-dev:ops",
                        "~ configuration tag orders-dev");
        assertThat(attributes(plan, ResourceType.FUNCTION))
                .containsExactly(new AttributeChange("environment.A", "1", "2"));
    }

    @Test
    void environmentIsReplacedWhole() {
        World observed = World.whole().with(World.function("code1", Map.of("B", "1")));
        assertThat(attributes(plan(World.whole(), observed), ResourceType.FUNCTION))
                .containsExactly(
                        new AttributeChange("environment.A", null, "1"),
                        new AttributeChange("environment.B", "1", null));
    }

    @Test
    void environmentThatNobodyToldIsNotDifferent() {
        World observed = World.whole().with(World.function("code1", null));
        assertThat(plan(World.whole(), observed).isEmpty()).isTrue();
    }

    @Test
    void configurationThatNobodyToldIsWrittenWhenTheDigestDiffers() {
        World observed = World.whole().map(PlannerTest::withoutLogGroup).withPublished("code1", "digest0");
        assertThat(attributes(plan(World.whole(), observed), ResourceType.FUNCTION))
                .containsExactly(new AttributeChange("logGroup", null, "/aws/lambda/orders-dev"));
        assertThat(plan(World.whole(), World.whole().map(PlannerTest::withoutLogGroup))
                        .isEmpty())
                .isTrue();
    }

    @Test
    void configurationTakenBackAfterAKilledRunIsPublishedAgain() {
        World observed = World.whole().with(World.function("code1", Map.of("A", "2")));
        assertThat(lines(plan(World.whole(), observed)))
                .containsExactly(
                        "~ function orders-dev",
                        "~ version orders-dev",
                        "~ alias orders-dev:live",
                        "~ alias orders-dev:ops");
    }

    @Test
    void changeOfTagsPublishesNothing() {
        World desired = World.whole().map(PlannerTest::withMoreTags);
        assertThat(lines(plan(desired, World.whole()))).containsExactly("~ function orders-dev");
    }

    @Test
    void missingTagIsAddedAndForeignTagIsLeftAlone() {
        World observed = World.whole()
                .with(new LogGroup("/aws/lambda/orders-dev", 30, Map.of("owner", "ops", Desired.STAGE_TAG, "dev")));
        assertThat(attributes(plan(World.whole(), observed), ResourceType.LOG_GROUP))
                .containsExactly(new AttributeChange("tags.lambda-maven:project", null, "com.example:orders"));
    }

    @Test
    void adoptedLogGroupGetsItsRetention() {
        World observed = World.whole().with(new LogGroup("/aws/lambda/orders-dev", null, World.TAGS));
        assertThat(attributes(plan(World.whole(), observed), ResourceType.LOG_GROUP))
                .containsExactly(new AttributeChange("retentionDays", null, "30"));
    }

    @Test
    void boundaryAndConcurrencyCanBeSetAndTakenAway() {
        World without = World.whole();
        Role role = World.role();
        World with = World.whole()
                .with(new Role(role.name(), role.trustPolicy(), role.policy(), "arn:boundary", World.TAGS))
                .with(World.mapping(5));
        assertThat(attributes(plan(with, without), ResourceType.ROLE))
                .containsExactly(new AttributeChange("permissionsBoundary", null, "arn:boundary"));
        assertThat(attributes(plan(without, with), ResourceType.EVENT_SOURCE_MAPPING))
                .containsExactly(new AttributeChange("maximumConcurrency", "5", null));
    }

    @Test
    void removedTriggerGoesBeforeItsPermission() {
        World desired = World.whole();
        Desired wanted = new Desired(
                "p",
                "dev",
                List.of(World.FUNCTION),
                desired.desired().resources().stream()
                        .filter(resource -> !resource.id().name().endsWith("aaaaaaaa"))
                        .toList(),
                null);
        assertThat(lines(Planner.plan(wanted, World.whole().observed(), false)))
                .containsExactly(
                        "- S3 notification bucket/orders-dev-aaaaaaaa",
                        "- permission orders-dev:live/lambda-maven-s3-aaaaaaaa");
    }

    @Test
    void undeployRemovesFromTheTriggersDownAndLeavesTheLog() {
        assertThat(lines(plan(World.empty(), World.whole())))
                .containsExactly(
                        "= log group /aws/lambda/orders-dev",
                        "- event source mapping arn:queue -> orders-dev:live",
                        "- S3 notification bucket/orders-dev-aaaaaaaa",
                        "- HTTP route orders-dev GET /orders",
                        "- permission orders-dev:live/lambda-maven-s3-aaaaaaaa",
                        "- permission orders-dev:live/lambda-maven-http-api",
                        "- HTTP API orders-dev",
                        "- configuration tag orders-dev",
                        "- alias orders-dev:ops",
                        "- alias orders-dev:live",
                        "- version orders-dev",
                        "- function orders-dev",
                        "- IAM role orders-dev-eu-central-1");
    }

    @Test
    void logGroupGoesLastWhenDataMayBeDeleted() {
        List<String> lines =
                lines(Planner.plan(World.empty().desired(), World.whole().observed(), true));
        assertThat(lines)
                .containsSubsequence("- function orders-dev", "- log group /aws/lambda/orders-dev")
                .hasSize(13);
    }

    @Test
    void logGroupThatIsLeftSaysWhy() {
        Plan plan = plan(World.empty(), World.whole());
        assertThat(plan.changes())
                .filteredOn(Change.Leave.class::isInstance)
                .singleElement()
                .extracting(change -> ((Change.Leave) change).reason())
                .isEqualTo("it holds data and goes only with -Dlambda.deleteData");
    }

    @Test
    void oldNotificationOfABucketGoesBeforeTheNewOneComes() {
        Resource old = World.notification(
                "bbbbbbbb",
                "in/",
                World.permission("lambda-maven-s3-bbbbbbbb", List.of()).id());
        World observed = World.whole().without(ResourceType.BUCKET_NOTIFICATION).with(old);
        assertThat(lines(plan(World.whole(), observed)))
                .containsExactly(
                        "- S3 notification bucket/orders-dev-bbbbbbbb", "+ S3 notification bucket/orders-dev-aaaaaaaa");
    }

    @Test
    void oldRoleGoesAfterTheVersionInUseLeftIt() {
        World desired = World.whole().without(ResourceType.ROLE).map(PlannerTest::withForeignRole);
        assertThat(lines(plan(desired, World.whole())))
                .containsExactly(
                        "~ function orders-dev",
                        "~ version orders-dev",
                        "~ alias orders-dev:live",
                        "~ alias orders-dev:ops",
                        "- IAM role orders-dev-eu-central-1");
    }

    @Test
    void mappingWaitsForTheRoleAlthoughWhatIsBetweenStays() {
        Role role = World.role();
        World observed = World.whole()
                .with(new Role(role.name(), role.trustPolicy(), "{old}", null, World.TAGS))
                .without(ResourceType.EVENT_SOURCE_MAPPING);
        assertThat(lines(plan(World.whole(), observed)))
                .containsExactly(
                        "~ IAM role orders-dev-eu-central-1", "+ event source mapping arn:queue -> orders-dev:live");
    }

    @Test
    void sameResourceTwiceIsRefused() {
        Desired twice = new Desired("p", "dev", List.of(), List.of(World.role(), World.role()), null);
        assertThatThrownBy(() -> Planner.plan(twice, World.empty().observed(), false))
                .hasMessage("Two resources are IAM role orders-dev-eu-central-1");
    }

    private static Plan plan(World desired, World observed) {
        return Planner.plan(desired.desired(), observed.observed(), false);
    }

    /** What happens, in order, without what stays as it is. */
    private static List<String> lines(Plan plan) {
        List<String> lines = new ArrayList<>();
        for (Change change : plan.changes()) {
            Map<Class<?>, String> signs = new HashMap<>(Map.of(
                    Change.Create.class, "+ ",
                    Change.Update.class, "~ ",
                    Change.Delete.class, "- ",
                    Change.Leave.class, "= "));
            String sign = signs.get(change.getClass());
            if (sign != null) {
                lines.add(sign + change.id());
            }
        }
        return lines;
    }

    private static List<AttributeChange> attributes(Plan plan, ResourceType type) {
        return plan.changes().stream()
                .filter(change -> change.id().type() == type)
                .map(Change.Update.class::cast)
                .findFirst()
                .orElseThrow()
                .attributes();
    }

    private static Resource withoutLogGroup(Resource resource) {
        return resource instanceof LambdaFunction f ? copy(f, f.role(), null) : resource;
    }

    private static Resource withForeignRole(Resource resource) {
        return resource instanceof LambdaFunction f ? copy(f, "arn:aws:iam::1:role/theirs", f.logGroup()) : resource;
    }

    private static Resource withMoreTags(Resource resource) {
        if (!(resource instanceof LambdaFunction f)) {
            return resource;
        }
        Map<String, String> tags = new HashMap<>(f.tags());
        tags.put("team", "a");
        return new LambdaFunction(
                f.name(),
                f.description(),
                f.runtime(),
                f.architecture(),
                f.handler(),
                f.role(),
                f.memory(),
                f.timeout(),
                f.environment(),
                f.logGroup(),
                f.codeSha256(),
                tags);
    }

    private static LambdaFunction copy(LambdaFunction f, String role, String logGroup) {
        return new LambdaFunction(
                f.name(),
                f.description(),
                f.runtime(),
                f.architecture(),
                f.handler(),
                role,
                f.memory(),
                f.timeout(),
                f.environment(),
                logGroup,
                f.codeSha256(),
                f.tags());
    }
}
