package io.lambdamaven.plugin.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.lambdamaven.plugin.json.Json;
import io.lambdamaven.plugin.json.JsonObject;
import io.lambdamaven.plugin.report.Problem;
import io.lambdamaven.plugin.report.UserFault;
import io.lambdamaven.plugin.scan.ProjectScanner;
import io.lambdamaven.plugin.testing.UserProject;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Constraints of Jakarta Validation, with a real provider. */
final class ValidationTest {
    private static final String SHOP = """
            package shop;

            import io.lambdamaven.annotation.*;
            import io.lambdamaven.api.*;
            import jakarta.validation.*;
            import jakarta.validation.constraints.*;
            import java.util.*;

            public class Shop {
                public record Line(@NotBlank String item, @Min(1) int count) {}

                public record Order(@Size(max = 3) String id, @NotEmpty List<@Valid Line> lines) {}

                @HttpTrigger(method = "POST", path = "/orders")
                public String place(@Valid Order order, @QueryParam @Max(9) int limit, @Even @QueryParam int even) {
                    return "ok";
                }

                @HttpTrigger(method = "POST", path = "/lines")
                public String lines(List<@Valid Line> lines) {
                    return "ok";
                }

                @HttpTrigger(method = "POST", path = "/free")
                public String free(Order order) {
                    return "ok";
                }
            }
            """;

    private static final String EVEN = """
            package shop;

            import jakarta.validation.*;
            import java.lang.annotation.*;

            @Constraint(validatedBy = Even.Check.class)
            @Retention(RetentionPolicy.RUNTIME)
            public @interface Even {
                String message() default "is odd";
                Class<?>[] groups() default {};
                Class<? extends Payload>[] payload() default {};

                class Check implements ConstraintValidator<Even, Integer> {
                    @Override
                    public boolean isValid(Integer value, ConstraintValidatorContext context) {
                        return value % 2 == 0;
                    }
                }
            }
            """;

    @TempDir
    Path folder;

    @Test
    void allViolationsAreToldAtOnce() throws Exception {
        Running running = Running.of(folder, SHOP, EVEN);
        String lines = "[{\"item\":\"tea\",\"count\":1},{\"item\":\" \",\"count\":0}]";
        String order = "{\"id\":\"1234\",\"lines\":" + lines + "}";

        Running.Replied refused = running.post("/orders?limit=10&even=3", order);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.header("Content-Type")).isEqualTo("application/problem+json");
        JsonObject problem = Json.parse(refused.body()).asObject();
        assertThat(problem.text("detail")).isEqualTo("the request does not keep its constraints");
        assertThat(problem.array("violations").values())
                .extracting(each ->
                        each.asObject().text("path") + ": " + each.asObject().text("message"))
                .containsExactly(
                        "even: is odd",
                        "limit: must be less than or equal to 9",
                        "order.id: size must be between 0 and 3",
                        "order.lines[1].count: must be greater than or equal to 1",
                        "order.lines[1].item: must not be blank");
        assertThat(running.post("/orders?limit=10&even=3", order, "Accept: text/plain")
                        .body())
                .startsWith("400 Bad Request: even is odd; limit must be");

        assertThat(running.post(
                                "/orders?limit=9&even=2",
                                order.replace("1234", "1")
                                        .replace("\" \"", "\"x\"")
                                        .replace(":0", ":2"))
                        .body())
                .isEqualTo("ok");
        assertThat(running.post("/lines", lines).body()).contains("lines[1].count", "lines[1].item");
        assertThat(running.source()).contains("Validation.warm();");
        assertThat(running.post("/free", order).body())
                .as("nobody asked for it")
                .isEqualTo("ok");
    }

    @Test
    void withoutConstraintsTheHandlerKnowsNothingOfThem() throws Exception {
        Running running = Running.of(folder, """
                package shop;

                import io.lambdamaven.annotation.*;

                public class Shop {
                    @HttpTrigger(path = "/")
                    public String get() {
                        return "";
                    }
                }
                """);
        assertThat(running.source()).doesNotContain("alidat");
    }

    @Test
    void aProviderHasToBeThere() {
        Path classes = new UserProject(folder).with(SHOP).with(EVEN).compile();
        List<Path> libraries = UserProject.libraries().stream()
                .filter(each -> !each.toString().contains("hibernate"))
                .toList();

        UserFault fault = catchThrowableOfType(UserFault.class, () -> ProjectScanner.scan(List.of(classes), libraries));

        assertThat(fault.diagnostics()).hasSize(2).allSatisfy(each -> {
            assertThat(each.problem()).isEqualTo(Problem.LM143);
            assertThat(each.remedy()).contains("hibernate-validator");
        });
    }
}
