package io.lambdamaven.plugin.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.lambdamaven.plugin.plan.Desired;
import java.io.IOException;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** One project with every trigger of a street: all at once, each changed alone, each removed in turn. */
@Timeout(180)
abstract class EveryTriggerTest {
    private static final String JSON = "aws.cborEnabled";
    private static Cloud cloud;
    private final Street street;
    private Bazaar bazaar;

    EveryTriggerTest(Street street) {
        this.street = street;
    }

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        // The emulator does not read the binary form that Kinesis clients speak by default.
        System.setProperty(JSON, "false");
        cloud = Cloud.start();
    }

    @AfterAll
    static void stop() throws IOException {
        System.clearProperty(JSON);
        if (cloud != null) {
            cloud.close();
        }
    }

    @BeforeEach
    void reset(@TempDir Path folder) throws IOException, InterruptedException {
        cloud.reset();
        street.prepare(cloud);
        bazaar = new Bazaar(street, folder);
    }

    private static List<String> writesOf(Desired desired) {
        return PortTest.writesOf(cloud, desired).stream()
                .map(EveryTriggerTest::withoutIds)
                .toList();
    }

    private static String withoutIds(String call) {
        return call.replaceAll("/v2/apis/[^/]+", "/v2/apis/*")
                .replaceAll("/integrations/.+", "/integrations/*")
                .replaceAll("/routes/.+", "/routes/*")
                .replaceAll("/schedules/.+", "/schedules/*");
    }

    @Test
    void oneAttributeOfEachIsChangedByItsOwnCallsAndNothingIsWrittenWithoutAChange()
            throws IOException, NoSuchAlgorithmException {
        cloud.deploy(bazaar.all());
        assertThat(writesOf(bazaar.all())).as("a second deploy").isEmpty();

        for (Street.Stall stall : bazaar.stalls()) {
            Desired changed = bazaar.withChanged(stall);
            assertThat(writesOf(changed)).as("%s changed", stall).containsExactlyInAnyOrderElementsOf(stall.change());
            assertThat(writesOf(changed)).as("%s again", stall).isEmpty();
            cloud.deploy(bazaar.all());
        }
    }

    @Test
    void eachIsRemovedInTurnAndNothingOfTheirsGoes() throws Exception {
        Account before = Account.of(cloud);
        cloud.deploy(bazaar.all());
        assertThat(Account.of(cloud)).isNotEqualTo(before);

        List<Street.Stall> stalls = bazaar.stalls();
        for (int left = stalls.size() - 1; left >= 0; left--) {
            Street.Stall stall = stalls.get(left);
            assertThat(writesOf(bazaar.first(left)))
                    .as("%s removed", stall)
                    .containsExactlyInAnyOrderElementsOf(stall.removal());
            assertThat(writesOf(bazaar.first(left))).as("%s again", stall).isEmpty();
        }

        cloud.deploy(Wired.nothing(), true);
        assertThat(Account.of(cloud)).isEqualTo(before);
    }

    @Test
    void anUndeployTakesAllAndNothingOfTheirs() throws Exception {
        Account before = Account.of(cloud);
        cloud.deploy(bazaar.all());

        cloud.deploy(Wired.nothing(), true);

        assertThat(Account.of(cloud)).isEqualTo(before);
        assertThat(writesOf(Wired.nothing())).isEmpty();
    }
}
