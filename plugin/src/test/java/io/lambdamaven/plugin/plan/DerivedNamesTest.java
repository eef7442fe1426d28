package io.lambdamaven.plugin.plan;

import static org.assertj.core.api.Assertions.assertThat;

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
    void routeIdIsReadBackFromAName() {
        assertThat(DerivedNames.routeId(DerivedNames.notification("foo-bar", "0a1b2c3d")))
                .isEqualTo("0a1b2c3d");
    }
}
