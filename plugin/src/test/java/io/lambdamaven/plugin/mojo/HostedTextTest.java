package io.lambdamaven.plugin.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import io.lambdamaven.plugin.model.Trigger;
import org.junit.jupiter.api.Test;

/** What the build says of the application that it found. */
final class HostedTextTest {
    @Test
    void theBuildSaysWhatIsHosted() {
        assertThat(ProjectBuild.hosted(new Trigger.Web("main", "shop.App", 0, "")))
                .isEqualTo("Hosts shop.App, a class with main: it takes what no trigger takes.");
        assertThat(ProjectBuild.hosted(new Trigger.Web("rest", "shop.Api", 0, "/shop")))
                .isEqualTo("Hosts shop.Api, a Jakarta REST application: it takes what no trigger takes.");
        assertThat(ProjectBuild.hosted(new Trigger.Web("servlet", "shop.Page", 7000, "")))
                .isEqualTo("Hosts shop.Page, a servlet on port 7000: it takes what no trigger takes.");
    }
}
