package io.lambdamaven.plugin.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.lambdamaven.runtime.route.RouteTable;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DerivedNamesTest {
    @Test
    void namesOfAnotherFunctionAreNotOurs() {
        assertThat(DerivedNames.isNotification("foo", DerivedNames.notification("foo", "0a1b2c3d")))
                .isTrue();
        assertThat(DerivedNames.isNotification("foo", DerivedNames.notification("foo-bar", "0a1b2c3d")))
                .isFalse();
        assertThat(DerivedNames.isNotification("foo", "foo-by-hand")).isFalse();
        assertThat(DerivedNames.isNotification("f.o", "fxo-0a1b2c3d")).isFalse();
    }

    @Test
    void statementsOfOthersAreNotOurs() {
        assertThat(DerivedNames.isStatement(DerivedNames.s3Statement("0a1b2c3d")))
                .isTrue();
        assertThat(DerivedNames.isStatement(DerivedNames.scheduleStatement("0a1b2c3d")))
                .isTrue();
        assertThat(DerivedNames.isStatement(DerivedNames.scheduleStatement(DerivedNames.KEEP_WARM)))
                .isTrue();
        assertThat(DerivedNames.isStatement("lambda-maven-S3-0a1b2c3d")).isFalse();
        assertThat(DerivedNames.isStatement(DerivedNames.HTTP_API_STATEMENT)).isTrue();
        assertThat(DerivedNames.isStatement(DerivedNames.URL_INVOKE_STATEMENT)).isTrue();
        assertThat(DerivedNames.isStatement("lambda-maven-s3-by-hand")).isFalse();
        assertThat(DerivedNames.isStatement("AllowPartner")).isFalse();
    }

    @Test
    void ruleNamesHaveAtMost64CharactersAndEndWithTheRoute() {
        assertThat(DerivedNames.scheduleRule("orders-dev", "0a1b2c3d")).isEqualTo("orders-dev-0a1b2c3d");
        assertThat(DerivedNames.scheduleRule("x".repeat(55), "0a1b2c3d")).isEqualTo("x".repeat(55) + "-0a1b2c3d");
        assertThat(DerivedNames.scheduleRule("x".repeat(64), "0a1b2c3d")).isEqualTo("x".repeat(55) + "-0a1b2c3d");
    }

    @Test
    void rulesOfAFunctionAreKnownByTheirWholeName() {
        assertThat(DerivedNames.isScheduleRule("orders-dev", "orders-dev-0a1b2c3d"))
                .isTrue();
        assertThat(DerivedNames.isScheduleRule("orders-dev", "orders-dev-keepwarm"))
                .isTrue();
        assertThat(DerivedNames.isScheduleRule("x".repeat(64), "x".repeat(55) + "-keepwarm"))
                .isTrue();
        assertThat(DerivedNames.isScheduleRule("orders-dev", "orders-dev-keepwarm2"))
                .isFalse();
        assertThat(DerivedNames.isScheduleRule("orders-dev", "orders-dev-by-hand"))
                .isFalse();
        assertThat(DerivedNames.isScheduleRule("orders-dev", "orders-dev2-keepwarm"))
                .isFalse();
        assertThat(DerivedNames.isScheduleRule("orders", "orders-dev-keepwarm")).isFalse();
    }

    @Test
    void theRuntimeDerivesTheSameNamesOfRules() {
        for (int length = 1; length <= 64; length++) {
            String function = "orders-dev-".repeat(6).substring(0, length);
            RouteTable runtime = RouteTable.builder(Map.of("AWS_LAMBDA_FUNCTION_NAME", function))
                    .schedule(0, "0a1b2c3d", "", "Jobs.tick")
                    .build();
            String keepWarm = arn(DerivedNames.scheduleRule(function, DerivedNames.KEEP_WARM));
            assertThat(runtime.isKeepWarm(keepWarm)).as(function).isTrue();
            assertThat(runtime.schedule(keepWarm)).as(function).isNull();
            String tick = arn(DerivedNames.scheduleRule(function, "0a1b2c3d"));
            assertThat(runtime.isKeepWarm(tick)).as(function).isFalse();
            assertThat(runtime.schedule(tick)).as(function).isNotNull();
        }
    }

    private static String arn(String rule) {
        return "arn:aws:events:eu-central-1:123456789012:rule/" + rule;
    }

    @Test
    void routeIdIsReadBackFromAName() {
        assertThat(DerivedNames.routeId(DerivedNames.notification("foo-bar", "0a1b2c3d")))
                .isEqualTo("0a1b2c3d");
    }
}
