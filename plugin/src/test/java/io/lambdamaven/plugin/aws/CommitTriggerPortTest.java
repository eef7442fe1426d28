package io.lambdamaven.plugin.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lambdamaven.plugin.json.Json;
import io.lambdamaven.plugin.plan.Desired;
import io.lambdamaven.plugin.report.UserFault;
import io.lambdamaven.plugin.stage.Project;
import io.lambdamaven.plugin.testing.Call;
import io.lambdamaven.plugin.testing.Fault;
import io.lambdamaven.plugin.testing.Triggers;
import java.io.IOException;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The emulator has repositories without triggers: the proxy keeps those of one in its place. */
class CommitTriggerPortTest extends PortTest {
    private static final String THEIRS = "{\"branches\":[\"main\"],\"customData\":\"kept\",\"destinationArn\":"
            + "\"arn:aws:sns:eu-west-1:123456789012:theirs\",\"events\":[\"deleteReference\"],\"name\":\"theirs\"}";

    private volatile String triggers = "[]";

    @Override
    void prepare() {
        triggers = "[" + THEIRS + "]";
    }

    private Fault repository(Call call) {
        Map<String, String> type = Map.of("content-type", "application/x-amz-json-1.1");
        String body = cloud.proxy.lastBody(call.name());
        return switch (call.name()) {
            case "codecommit:GetRepositoryTriggers" ->
                body.contains("\"shop\"")
                        ? new Fault.Reply(200, type, "{\"configurationId\":\"1\",\"triggers\":" + triggers + "}")
                        : new Fault.Answer(400, "RepositoryDoesNotExistException", "nothing does not exist");
            case "codecommit:PutRepositoryTriggers" -> {
                triggers = Json.parse(body).asObject().array("triggers").canonical();
                yield new Fault.Reply(200, type, "{\"configurationId\":\"2\"}");
            }
            default -> new Fault.Pass();
        };
    }

    private List<String> writes(Desired desired) {
        cloud.proxy.restart(this::repository);
        cloud.deploy(desired);
        return cloud.proxy.writes();
    }

    private Desired commits(Object... said) throws IOException, NoSuchAlgorithmException {
        Object[] all = new Object[said.length + 2];
        all[0] = "repository";
        all[1] = "shop";
        System.arraycopy(said, 0, all, 2, said.length);
        return wired.desired(Project.with(Triggers.of("codecommit", all)));
    }

    private static String ours(String route, String branches, String events) {
        return "{\"branches\":[" + branches + "],\"destinationArn\":\"" + ALIAS + "\",\"events\":[" + events
                + "],\"name\":\"orders-dev-" + route + "\"}";
    }

    @Test
    void theAliasIsToldOfCommitsAndASecondDeployWritesNothing() throws IOException, NoSuchAlgorithmException {
        assertThat(writes(commits())).containsSubsequence("lambda:AddPermission", "codecommit:PutRepositoryTriggers");

        assertThat(triggers).isEqualTo("[" + THEIRS + "," + ours("00000000", "", "\"all\"") + "]");
        assertThat(writes(commits())).isEmpty();
    }

    @Test
    void otherBranchesAndEventsAreOneCallEach() throws IOException, NoSuchAlgorithmException {
        writes(commits());

        assertThat(writes(commits("branches", List.of("main")))).containsExactly("codecommit:PutRepositoryTriggers");
        assertThat(writes(commits("branches", List.of("main"), "events", List.of("createReference"))))
                .containsExactly("codecommit:PutRepositoryTriggers");

        assertThat(triggers).isEqualTo("[" + THEIRS + "," + ours("00000000", "\"main\"", "\"createReference\"") + "]");
        assertThat(writes(commits("branches", List.of("main"), "events", List.of("createReference"))))
                .isEmpty();
    }

    @Test
    void twoMethodsAreOnePut() throws IOException, NoSuchAlgorithmException {
        Desired two = wired.desired(Project.with(
                Triggers.of("codecommit", "repository", "shop"),
                Triggers.of("codecommit", "repository", "shop", "branches", List.of("main"))));

        assertThat(writes(two).stream().filter(name -> name.startsWith("codecommit:")))
                .containsExactly("codecommit:PutRepositoryTriggers");

        assertThat(Json.parse(triggers).asArray().size()).isEqualTo(3);
    }

    @Test
    void aTriggerThatIsGoneIsRemovedAndOthersStay() throws IOException, NoSuchAlgorithmException {
        writes(commits());

        assertThat(writes(without()))
                .containsSubsequence("codecommit:PutRepositoryTriggers", "lambda:RemovePermission");

        assertThat(triggers).isEqualTo("[" + THEIRS + "]");
    }

    @Test
    void anUndeployLeavesOthers() throws IOException, NoSuchAlgorithmException {
        writes(commits());

        writes(Wired.nothing());

        assertThat(triggers).isEqualTo("[" + THEIRS + "]");
    }

    @Test
    void aRepositoryThatIsNotThereIsToldBeforeAnythingIsMade() throws IOException, NoSuchAlgorithmException {
        Desired desired = wired.desired(Project.with(Triggers.of("codecommit", "repository", "nothing")));

        assertThatThrownBy(() -> writes(desired))
                .isInstanceOf(UserFault.class)
                .hasMessageContaining("LM310")
                .hasMessageContaining("@CodeCommitTrigger(repository)");
        assertThat(cloud.proxy.writes()).isEmpty();
    }
}
