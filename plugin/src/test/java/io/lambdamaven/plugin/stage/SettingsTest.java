package io.lambdamaven.plugin.stage;

import static org.assertj.core.api.Assertions.assertThat;

import io.lambdamaven.plugin.model.Trigger;
import io.lambdamaven.plugin.report.Diagnostic;
import io.lambdamaven.plugin.report.Problem;
import io.lambdamaven.plugin.testing.Triggers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SettingsTest {
    @Test
    void defaultsServeWithoutAnySetting() {
        FunctionSettings settings = Project.orders().settings();
        assertThat(settings.functionName()).isEqualTo("orders-dev");
        assertThat(settings.description()).isEqualTo("Takes orders");
        assertThat(settings.memory()).isEqualTo(512);
        assertThat(settings.timeout()).isEqualTo(30);
        assertThat(settings.runtime()).isEqualTo("java17");
        assertThat(settings.architecture()).isEqualTo("x86_64");
        assertThat(settings.http()).isEqualTo(HttpFront.API);
        assertThat(settings.urlAuth()).isEqualTo(UrlAuth.AWS_IAM);
        assertThat(settings.logRetention()).isEqualTo(30);
        assertThat(Project.orders().staged().settings().target()).isEqualTo(Target.AWS);
    }

    @Test
    void commandLineBeatsStageBeatsPomBeatsAnnotation() {
        Project project = Project.orders().annotated(256);
        assertThat(project.settings().memory()).isEqualTo(256);
        assertThat(project.pom(Setting.MEMORY, 512).settings().memory()).isEqualTo(512);
        assertThat(project.stage("prod", null, Setting.MEMORY, 1024)
                        .in("prod")
                        .settings()
                        .memory())
                .isEqualTo(1024);
        assertThat(project.commandLine(Setting.MEMORY, " 2048 ").settings().memory())
                .isEqualTo(2048);
        assertThat(project.settings().functionName()).isEqualTo("orders-prod");
    }

    @Test
    void stageTakesOverWhatItExtends() {
        Project project = Project.orders()
                .stage("base", null, Setting.MEMORY, 1024)
                .stage("mid", "base", Setting.TIMEOUT, 20)
                .stage("prod", "mid", Setting.LOG_RETENTION, "never")
                .in("prod");
        assertThat(project.settings().memory()).isEqualTo(1024);
        assertThat(project.settings().timeout()).isEqualTo(20);
        assertThat(project.settings().logRetention()).isNull();
    }

    @Test
    void entriesOfMapsAddUpOverTheLayers() {
        Project project = Project.orders().environment(Map.of("AA", "1", "BB", "1"));
        project.pom()
                .function(
                        "admin",
                        RawSettings.from("x").environment(Map.of("BB", "2")).build());
        List<FunctionSettings> functions =
                project.function("admin").staged().settings().functions();
        assertThat(functions.get(0).environment()).isEqualTo(Map.of("AA", "1", "BB", "1"));
        assertThat(functions.get(1).environment()).isEqualTo(Map.of("AA", "1", "BB", "2"));
    }

    @Test
    void emptyElementOfAMapIsAnEmptyText() {
        Map<String, String> withNull = new HashMap<>();
        withNull.put("EMPTY", null);
        assertThat(Project.orders().environment(withNull).settings().environment())
                .isEqualTo(Map.of("EMPTY", ""));
    }

    @Test
    void runtimeIsTheOldestThatRunsTheClasses() {
        assertThat(Project.orders().java(18).settings().runtime()).isEqualTo("java21");
        assertThat(Project.orders().java(25).settings().runtime()).isEqualTo("java25");
        assertThat(Project.orders().pom(Setting.RUNTIME, "java29").settings().runtime())
                .isEqualTo("java29");
        assertThat(Project.orders().java(21).pom(Setting.RUNTIME, "java17").fault(Problem.LM213))
                .isEqualTo("LM213 <runtime>: The classes are compiled for Java 21, which java17 does not run. Compile"
                        + " with <maven.compiler.release>17</maven.compiler.release> or set <runtime> or"
                        + " -Dlambda.runtime to a newer runtime.");
        assertThat(Project.orders().java(26).fault(Problem.LM213)).contains("Java 26, which java25 does not run");
    }

    @Test
    void namesOfFunctionsAreDerivedOrSet() {
        Project project = new Project("my.orders").function("admin");
        assertThat(project.staged().functionNames()).containsExactly("my-orders-dev", "my-orders-admin-dev");
        project.pom(Setting.FUNCTION_NAME, "shop");
        assertThat(project.staged().functionNames()).containsExactly("shop", "shop-admin");
        project.override("admin", Setting.FUNCTION_NAME, "backdoor");
        assertThat(project.staged().functionNames()).containsExactly("shop", "backdoor");
    }

    @Test
    void unknownStageNamesTheKnownOnes() {
        assertThat(Project.orders()
                        .stage("prod", null, Setting.MEMORY, 512)
                        .in("prd")
                        .fault(Problem.LM200))
                .isEqualTo(
                        "LM200 -Dlambda.stage: There is no stage 'prd'; known are dev, prod. Add <prd> to <stages> in"
                                + " the plugin's <configuration>, or name another one with -Dlambda.stage.");
        assertThat(Project.orders()
                        .stage("prod", "bse", Setting.MEMORY, 512)
                        .in("prod")
                        .fault(Problem.LM200))
                .startsWith("LM200 <stages><prod><extends>: There is no stage 'bse'; known are dev, prod.")
                .endsWith("or name another one in <extends>.");
    }

    @Test
    void stagesInACircleAreRefused() {
        assertThat(Project.orders()
                        .stage("one", "two", Setting.MEMORY, 512)
                        .stage("two", "one", Setting.MEMORY, 512)
                        .in("one")
                        .fault(Problem.LM201))
                .isEqualTo("LM201 <stages><one>: Stages extend each other in a circle: one -> two -> one. Remove one of"
                        + " the <extends> in <stages>.");
    }

    @Test
    void numbersOutOfRangeAreRefusedWithTheirOrigin() {
        assertThat(Project.orders().stage("dev", null, Setting.MEMORY, "64").fault(Problem.LM202))
                .isEqualTo("LM202 <memory> in <stages><dev>: '64' is not a whole number of MB from 128 to 32768. Set"
                        + " <memory> or -Dlambda.memory to a number in that range.");
        assertThat(Project.orders().commandLine(Setting.TIMEOUT, "1m").fault(Problem.LM202))
                .startsWith(
                        "LM202 <timeout> in the command line: '1m' is not a whole number of seconds from 1 to 5400.");
    }

    @Test
    void twoVersionsAreKeptAtLeast() {
        assertThat(Project.orders().pom(Setting.KEEP_VERSIONS, "1").fault(Problem.LM202))
                .startsWith("LM202 <keepVersions>")
                .contains("from 2 to 1000");
    }

    @Test
    void wordsThatAreNotOfferedAreRefused() {
        assertThat(Project.orders().pom(Setting.HTTP, "soap").fault(Problem.LM203))
                .endsWith("'soap' is not offered. Set <http> or -Dlambda.http to one of api, rest, url, alb, none.");
        assertThat(Project.orders().pom(Setting.URL_AUTH, "all").fault(Problem.LM203))
                .endsWith("one of AWS_IAM, NONE.");
        assertThat(Project.orders().pom(Setting.TARGET, "azure").fault(Problem.LM203))
                .endsWith("one of aws, local.");
        assertThat(Project.orders().pom(Setting.REGION, "Frankfurt").fault(Problem.LM203))
                .contains("'Frankfurt' is not a region.");
        assertThat(Project.orders().pom(Setting.LOG_RETENTION, "10").fault(Problem.LM203))
                .contains("'10' is not a retention that CloudWatch Logs offers.", "never or one of", "1, 3, 5, 7, 14");
        assertThat(Project.orders().pom(Setting.DESCRIPTION, "x".repeat(257)).fault(Problem.LM203))
                .contains("longer than 256 characters");
        assertThat(Project.orders().pom(Setting.CODE_BUCKET, "Big_Bucket").fault(Problem.LM218))
                .contains("'Big_Bucket' is not the name of a bucket.");
    }

    @Test
    void variablesThatLambdaOrWeSetAreRefused() {
        assertThat(Project.orders().environment(Map.of("AWS_REGION", "x")).fault(Problem.LM204))
                .isEqualTo(
                        "LM204 <environment><AWS_REGION>: Lambda sets 'AWS_REGION' itself. Rename it in <environment>"
                                + " or -Dlambda.environment.AWS_REGION.");
        assertThat(Project.orders().environment(Map.of("LAMBDA_MAVEN_X", "x")).fault(Problem.LM204))
                .contains("Names that begin with LAMBDA_MAVEN_ carry placeholders.");
        assertThat(Project.orders().environment(Map.of("my-key", "x")).fault(Problem.LM204))
                .contains("'my-key' is no name that Lambda takes");
        assertThat(Project.orders()
                        .environment(Map.of("JAVA_TOOL_OPTIONS", "-Xss1m"))
                        .faults())
                .isEmpty();
    }

    @Test
    void environmentOverFourKilobytesIsRefusedPlaceholdersIncluded() {
        Trigger queue = Triggers.sqs("${orders.queue}", 10, 0, null, true);
        Map<String, String> large = Map.of("AA", "x".repeat(4070));
        assertThat(Project.orders().environment(large).faults()).isEmpty();
        assertThat(Project.with(queue)
                        .environment(large)
                        .placeholders(Map.of("orders.queue", "orders"))
                        .fault(Problem.LM205))
                .isEqualTo("LM205 <environment>: The environment of orders-dev has 4116 bytes, Lambda takes 4096; the"
                        + " longest values are AA, LAMBDA_MAVEN_ORDERS_QUEUE. Shorten or remove variables in"
                        + " <environment> or <placeholders>.");
    }

    @Test
    void placeholdersHaveNamesAndValues() {
        assertThat(Project.orders().placeholders(Map.of("1st", "x")).fault(Problem.LM216))
                .contains("'1st' is no name of a placeholder");
        assertThat(Project.orders().placeholders(Map.of("queue", " ")).fault(Problem.LM216))
                .contains("The placeholder has no value.", "-Dlambda.placeholders.queue");
    }

    @Test
    void tagsThatAwsOrWeReserveAreRefused() {
        assertThat(Project.orders().tags(Map.of("aws:x", "1")).fault(Problem.LM208))
                .isEqualTo(
                        "LM208 <tags><aws:x>: Tags that begin with aws: are AWS's own. Change or remove it in <tags>.");
        assertThat(Project.orders().tags(Map.of("lambda-maven:stage", "1")).fault(Problem.LM208))
                .contains("Tags that begin with lambda-maven: tell what this plugin owns.");
        assertThat(Project.orders().tags(Map.of("k", "x".repeat(257))).fault(Problem.LM208))
                .contains("A tag's key has 1 to 128 characters, its value at most 256.");
        assertThat(Project.orders().tags(Map.of("k", "a#b")).fault(Problem.LM208))
                .contains("AWS takes letters, digits, blanks and _ . : / = + - @ in tags.");
        Map<String, String> many = IntStream.range(0, 48).boxed().collect(Collectors.toMap(i -> "k" + i, i -> "v"));
        assertThat(Project.orders().tags(many).fault(Problem.LM208)).contains("48 tags are more than the 41");
    }

    @Test
    void invalidFunctionNameIsRefused() {
        assertThat(new Project("x".repeat(61)).fault(Problem.LM209))
                .contains("-dev' (65 characters) cannot be the name of a function: 1 to 64 letters, digits, - and _.")
                .endsWith("Set <functionName> or -Dlambda.functionName to a valid name.");
        assertThat(Project.orders().pom(Setting.FUNCTION_NAME, "a.b").fault(Problem.LM209))
                .contains("'a.b'");
    }

    @Test
    void sameNameForTwoFunctionsIsRefused() {
        assertThat(Project.orders()
                        .function("admin")
                        .override("admin", Setting.FUNCTION_NAME, "orders-dev")
                        .fault(Problem.LM210))
                .isEqualTo(
                        "LM210 <functionName>: Two functions of the project would be called 'orders-dev'. Give one of"
                                + " them another <functionName> in <functions><admin>.");
    }

    @Test
    void settingsForUnknownFunctionsAreRefused() {
        assertThat(Project.orders()
                        .function("admin")
                        .override("admn", Setting.MEMORY, 512)
                        .fault(Problem.LM214))
                .isEqualTo("LM214 <functions><admn> in <configuration>: No class has @LambdaFunction(name = \"admn\");"
                        + " known are admin. Remove <admn> from <functions>, or correct its name.");
        assertThat(Project.orders()
                        .function("admin")
                        .override("admin", Setting.REGION, "eu-west-1")
                        .fault(Problem.LM215))
                .contains("This is set once for all functions of a stage. Move <region> out of <functions>.");
    }

    @Test
    void existingRoleTakesNoPermissionsAndNoBoundary() {
        Project project = Project.orders().pom(Setting.ROLE, "theirs");
        assertThat(project.faults()).isEmpty();
        project.pom(Setting.PERMISSIONS_BOUNDARY, "arn:aws:iam::123456789012:policy/boundary")
                .grant(List.of("s3:GetObject"), List.of("arn:aws:s3:::b/*"));
        assertThat(project.faults().stream().map(Diagnostic::render))
                .containsExactly(
                        "LM211 <role>: The existing role 'theirs' is not changed, so @Permission (s3:GetObject) would"
                                + " have no effect. Give the role these permissions and remove @Permission, or remove"
                                + " <role>.",
                        "LM211 <permissionsBoundary>: The existing role 'theirs' is not changed, so the boundary would"
                                + " have no effect. Remove <permissionsBoundary> or <role>.");
    }

    @Test
    void rolesAndPoliciesHaveTheirForm() {
        assertThat(Project.orders().pom(Setting.ROLE, "arn:aws:iam::1:user/me").fault(Problem.LM217))
                .contains("is neither a role's ARN nor its name.");
        assertThat(Project.orders()
                        .pom(Setting.PERMISSIONS_BOUNDARY, "boundary")
                        .fault(Problem.LM217))
                .contains("'boundary' is not the ARN of a policy.");
    }

    @Test
    void slowFunctionBehindAnHttpApiIsWarnedOf() {
        Project project = Project.with(new Trigger.Http("GET", "/")).pom(Setting.TIMEOUT, 60);
        assertThat(project.staged().warnings())
                .singleElement()
                .extracting(Diagnostic::render)
                .isEqualTo("LM212 <timeout>: An HTTP API gives up after 30 s, the function after 60 s. Set <timeout> or"
                        + " -Dlambda.timeout to at most 30, or <http> or -Dlambda.http to url.");
        assertThat(project.pom(Setting.HTTP, "url").staged().warnings()).isEmpty();
        assertThat(Project.orders().pom(Setting.TIMEOUT, 60).staged().warnings())
                .isEmpty();
    }

    @Test
    void unusuallyLargeValuesAreWarnedOf() {
        assertThat(Project.orders().pom(Setting.MEMORY, 20_000).pom(Setting.TIMEOUT, 1000).staged().warnings().stream()
                        .map(Diagnostic::render))
                .containsExactly(
                        "LM225 <memory>: 20000 MB is more than the 10240 MB that Lambda gives an ordinary function. Set"
                                + " <memory> or -Dlambda.memory to at most 10240.",
                        "LM225 <timeout>: 1000 s is more than the 900 s that Lambda gives an ordinary function. Set"
                                + " <timeout> or -Dlambda.timeout to at most 900.");
    }

    @Test
    void allFaultsComeAtOnceAndEachOnce() {
        assertThat(Project.with(Triggers.sqs("${q}", 10, 0, null, true))
                        .function("admin")
                        .pom(Setting.MEMORY, "much")
                        .pom(Setting.HTTP, "soap")
                        .environment(Map.of("AWS_REGION", "x"))
                        .in("prod")
                        .faults()
                        .stream()
                        .map(Diagnostic::problem))
                .containsExactly(Problem.LM200, Problem.LM204, Problem.LM202, Problem.LM203, Problem.LM206);
    }
}
