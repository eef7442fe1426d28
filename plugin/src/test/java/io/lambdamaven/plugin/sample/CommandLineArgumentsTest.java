package io.lambdamaven.plugin.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.lambdamaven.plugin.json.Json;
import io.lambdamaven.plugin.model.CommandArgument;
import io.lambdamaven.plugin.model.Trigger;
import io.lambdamaven.plugin.report.Problem;
import io.lambdamaven.plugin.report.UserFault;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CommandLineArgumentsTest {
    private static final Trigger.Command REINDEX = new Trigger.Command(
            "reindex",
            "",
            List.of(
                    new CommandArgument("index", "String", true, false, null, ""),
                    new CommandArgument("limit", "int", false, false, "10", ""),
                    new CommandArgument("id", "List<Long>", false, true, null, "")));

    private static String read(String text) {
        Json args = new CommandLineArguments(REINDEX).read(text);
        return args == null ? null : args.canonical();
    }

    private static String refused(String text) {
        UserFault fault = catchThrowableOfType(UserFault.class, () -> read(text));
        assertThat(fault.diagnostics())
                .singleElement()
                .satisfies(each -> assertThat(each.problem()).isEqualTo(Problem.LM385));
        return fault.diagnostics().get(0).render();
    }

    @Test
    void pairsAndJsonSayTheSame() {
        assertThat(read("index=a,limit=5")).isEqualTo("{\"index\":\"a\",\"limit\":\"5\"}");
        assertThat(read(" {\"index\":\"a\",\"limit\":5}")).isEqualTo("{\"index\":\"a\",\"limit\":5}");
        assertThat(read("index=a\\,b=c\\\\, id=1,id=2")).isEqualTo("{\"id\":[\"1\",\"2\"],\"index\":\"a,b=c\\\\\"}");
    }

    @Test
    void aCommandWithoutNamesTakesAnyValue() {
        assertThat(new CommandLineArguments(new Trigger.Command("x", "")).read(null))
                .isNull();
        assertThat(new CommandLineArguments(new Trigger.Command("x", ""))
                        .read("a=1")
                        .canonical())
                .isEqualTo("\"a=1\"");
    }

    @Test
    void whatDoesNotFitIsToldBeforeItIsSent() {
        assertThat(refused(null)).contains("needs index", "index=String,limit=int,id=List<Long>");
        assertThat(refused("index=a,lmit=5")).contains("has no argument lmit");
        assertThat(refused("orders")).contains("'orders', which is no name=value");
        assertThat(refused("index=a,index=b")).contains("is told index more than once");
    }
}
