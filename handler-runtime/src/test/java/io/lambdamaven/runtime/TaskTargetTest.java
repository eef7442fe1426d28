package io.lambdamaven.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lambdamaven.api.TaskHandle;
import io.lambdamaven.api.TaskStatus.State;
import io.lambdamaven.api.TaskTarget;
import io.lambdamaven.api.Tasks;
import io.lambdamaven.runtime.aws.Loopback;
import io.lambdamaven.runtime.event.EventObject;
import io.lambdamaven.runtime.task.TaskSender;
import io.lambdamaven.runtime.task.TaskTable;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tasks for functions of other projects, stages and Regions: what is sent to Lambda. */
class TaskTargetTest {
    private static final String OWN = "arn:aws:lambda:eu-central-1:123456789012:function:shop-dev";
    private static final String FAR = "arn:aws:lambda:us-west-2:210987654321:function:printer-prod";

    private final Printer printer = new Printer();
    private final Loopback lambda;

    TaskTargetTest() throws IOException {
        lambda = new Loopback();
    }

    static final class Printer {
        private int pages;

        public void print(String text, int copies) {
            pages += copies;
        }

        public void queue(String text) {
            pages++;
        }

        public void none() {
            pages++;
        }

        public void three(String a, String b, String c) {
            pages += 3;
        }
    }

    @AfterEach
    void leave() {
        Tasks.use(null);
        lambda.close();
    }

    @Test
    void aFunctionOfAnotherRegionIsInvokedThere() {
        use(Map.of());

        TaskHandle handle = Tasks.to(FAR).run(printer::print, "hello", 2);

        assertThat(lambda.sent).singleElement().satisfies(sent -> {
            assertThat(sent.method()).isEqualTo("POST");
            assertThat(sent.uri().getRawPath() + "?" + sent.uri().getRawQuery())
                    .isEqualTo("/2015-03-31/functions/arn%3Aaws%3Alambda%3Aus-west-2%3A210987654321%3Afunction"
                            + "%3Aprinter-prod/invocations?Qualifier=ops");
            assertThat(sent.headers().get("X-Amz-Invocation-Type")).isEqualTo("Event");
            assertThat(sent.headers().get("Authorization")).contains("/us-west-2/lambda/aws4_request");
            EventObject message = EventObject.of(sent.body());
            assertThat(message.text("task")).isEqualTo("print");
            assertThat(message.text("id")).isEqualTo(handle.id());
            assertThat(sent.text()).contains("[\"hello\",2]");
        });
        assertThat(printer.pages).isZero();
    }

    @Test
    void aNameIsAFunctionOfTheOwnRegion() {
        use(Map.of());

        Tasks.to("printer-prod").run(printer::none);
        Tasks.to("printer-prod").run(printer::three, "a", "b", "c");

        assertThat(lambda.sent).hasSize(2).allSatisfy(sent -> {
            assertThat(sent.uri().getPath()).isEqualTo("/2015-03-31/functions/printer-prod/invocations");
            assertThat(sent.headers().get("Authorization")).contains("/eu-central-1/lambda/aws4_request");
        });
    }

    @Test
    void theLocalLambdaKeepsStates() throws IOException {
        Loopback daemon = new Loopback();
        use(Map.of(
                "LAMBDA_MAVEN__TASK_STATES",
                daemon.url() + "/_states/secret",
                "LAMBDA_MAVEN__TASK_TABLE",
                "shop-tasks"));
        daemon.then(200, "{\"Item\":{\"state\":{\"S\":\"done\"},\"result\":{\"S\":\"7\"}}}");

        assertThat(Tasks.result(new TaskHandle("42"), Integer.class)).contains(7);

        daemon.close();
        assertThat(lambda.sent).isEmpty();
        assertThat(daemon.sent).singleElement().satisfies(sent -> {
            assertThat(sent.uri().getPath()).isEqualTo("/_states/secret/");
            assertThat(sent.headers().get("X-Amz-Target")).isEqualTo("DynamoDB_20120810.GetItem");
            assertThat(sent.headers()).doesNotContainKey("Authorization");
            assertThat(sent.text()).contains("shop-tasks", "task#42");
        });
    }

    @Test
    void theLocalLambdaKnowsNames() {
        use(Map.of("AWS_ENDPOINT_URL_LAMBDA_MAVEN", lambda.url()));

        Tasks.to(FAR).run(printer::none);

        assertThat(lambda.sent.get(0).uri().getPath()).isEqualTo("/2015-03-31/functions/printer-prod/invocations");
    }

    @Test
    void whatTheOtherOneCannotTakeIsRefusedBeforeItIsSent() {
        use(Map.of("LAMBDA_MAVEN__TASK_BUCKET", "large"));

        assertThatThrownBy(() -> Tasks.to(FAR).run(printer::print, "x".repeat(1_100_000), 1))
                .hasMessageStartingWith("the task print has 1100")
                .hasMessageEndingWith("another function takes 1048576: pass less, such as a key");
        assertThatThrownBy(() -> Tasks.to(FAR).run(printer::queue, "x"))
                .hasMessage("the task queue does not travel to other functions: give it the transport LAMBDA");
        assertThat(lambda.sent).isEmpty();
    }

    @Test
    void aRoleThatMayNotIsTold() {
        use(Map.of());
        lambda.always(403, "{\"__type\":\"AccessDeniedException\",\"Message\":\"not authorized\"}");

        assertThatThrownBy(() -> Tasks.to(FAR).run(printer::none))
                .hasMessageContaining("may not hand tasks to " + FAR)
                .hasMessageContaining("@Permission(actions = \"lambda:InvokeFunction\"")
                .hasRootCauseMessage("Lambda Invoke failed with status 403 AccessDeniedException: not authorized");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "printer prod",
                "printer-prod:live",
                "../printer",
                "arn:aws:lambda:us-west-2:210987654321:function:printer-prod:3",
                "arn:aws:sqs:us-west-2:210987654321:printer",
                "arn:aws:lambda:us.evil.example:210987654321:function:printer"
            })
    void whatIsNoFunctionIsRefused(String function) {
        assertThatThrownBy(() -> Tasks.to(function))
                .hasMessageStartingWith("'" + function + "' is neither the name of a function nor its ARN");
    }

    @Test
    void withoutAHandlerTheMethodIsCalledAtOnce() {
        TaskTarget target = Tasks.to(FAR);

        TaskHandle handle = target.run(printer::print, "a", 2);
        target.run(printer::none);
        target.run(printer::queue, "a");
        target.run(printer::three, "a", "b", "c");

        assertThat(printer.pages).isEqualTo(7);
        assertThat(Tasks.status(handle).state()).isEqualTo(State.UNKNOWN);
        assertThat(Tasks.result(handle, String.class)).isEmpty();
    }

    @Test
    void ownTasksThatNothingPlacesAreTold() {
        use(Map.of("LAMBDA_MAVEN__TASK_FUNCTIONS", "x=" + OWN));

        assertThatThrownBy(() -> Tasks.run(printer::none))
                .hasMessageStartingWith("nothing says where the tasks of the project's function go");
    }

    private void use(Map<String, String> more) {
        Map<String, String> environment = new HashMap<>(Map.of(
                "AWS_LAMBDA_FUNCTION_NAME", "shop-dev",
                "LAMBDA_MAVEN__TASK_FUNCTIONS", "=" + OWN,
                "LAMBDA_MAVEN__TASK_TABLE", "none"));
        environment.putAll(more);
        String owner = Printer.class.getName();
        TaskTable table = new TaskTable();
        for (String[] task : List.of(
                new String[] {"print", "(Ljava/lang/String;I)V", "lambda"},
                new String[] {"queue", "(Ljava/lang/String;)V", "sqs"},
                new String[] {"none", "()V", "lambda"},
                new String[] {"three", "(Ljava/lang/String;Ljava/lang/String;Ljava/lang/String;)V", "lambda"})) {
            table.add(new TaskTable.Entry(task[0], -1, owner, task[0], task[1], "", task[2]));
        }
        Tasks.use(new TaskSender(table, lambda.aws(), environment));
    }
}
