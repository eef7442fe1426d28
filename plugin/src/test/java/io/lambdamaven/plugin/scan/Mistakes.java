package io.lambdamaven.plugin.scan;

import io.lambdamaven.plugin.report.Problem;
import io.lambdamaven.plugin.scan.MistakesTest.Mistake;
import java.util.List;

/** One mistake of every kind, and some in several forms. */
final class Mistakes {
    static final String IMPORTS = """
            import com.amazonaws.services.lambda.runtime.events.*;
            import io.lambdamaven.annotation.*;
            import io.lambdamaven.api.*;
            import java.util.*;
            """;

    static final List<Mistake> ALL = List.of(
            in(Problem.LM001, "Shop.a", "@InvokeTrigger void a() {}"),
            in(Problem.LM001, "Shop.a", "@InvokeTrigger private void a() {}"),
            in(Problem.LM002, "Shop", "class:class Shop { public Shop() {} @InvokeTrigger public void a() {} }"),
            in(Problem.LM002, "Shop.In", "static class In { public In() {} @InvokeTrigger public void a() {} }"),
            in(Problem.LM003, "Shop", "class:public abstract class Shop { @InvokeTrigger public void a() {} }"),
            in(Problem.LM004, "Shop", "public Shop(String name) {}\n@InvokeTrigger public void a() {}"),
            in(Problem.LM004, "Shop", "Shop() {}\n@InvokeTrigger public void a() {}"),
            in(Problem.LM005, "Shop.a", "class:public interface Shop { @InvokeTrigger void a(); }"),
            in(Problem.LM006, "Shop.In", "public class In { @InvokeTrigger public void a() {} }"),
            in(Problem.LM007, "Shop.a", "@InvokeTrigger public <T> void a() {}"),
            in(Problem.LM008, "Shop.a", "@InvokeTrigger public void a() throws Throwable {}"),
            http(Problem.LM010, "Shop.a", "method = \"FETCH\", path = \"/a\"", "a()"),
            http(Problem.LM011, "Shop.a", "path = \"a\"", "a()"),
            http(Problem.LM012, "Shop.a", "path = \"/a/{id\"", "a()"),
            http(Problem.LM012, "Shop.a", "path = \"/a/x{id}\"", "a()"),
            http(Problem.LM012, "Shop.a", "path = \"/a/{}\"", "a()"),
            http(Problem.LM012, "Shop.a", "path = \"/a/*\"", "a()"),
            http(Problem.LM012, "Shop.a", "path = \"/a/../b\"", "a()"),
            http(Problem.LM013, "Shop.a", "path = \"/a/{id}/{id}\"", "a(@PathParam String id)"),
            http(Problem.LM014, "Shop.a", "path = \"/{all+}/a\"", "a(@PathParam String all)"),
            http(Problem.LM015, "Shop.a", "path = \"/a//b\"", "a()"),
            http(Problem.LM015, "Shop.a", "path = \"/a/\"", "a()"),
            http(Problem.LM016, "Shop.a", "path = \"/a?b=c\"", "a()"),
            http(Problem.LM017, "Shop.a", "path = \"/a/{id}\"", "a()"),
            http(Problem.LM033, "Shop.a", "path = \"/a\", consumes = \"json\"", "a()"),
            http(Problem.LM033, "Shop.a", "path = \"/a\", consumes = \"a/b/c\"", "a()"),
            http(Problem.LM033, "Shop.a", "path = \"/a\", produces = \"text/*\"", "a()"),
            http(Problem.LM042, "Shop.a", "path = \"/a\", maxBody = -1", "a()"),
            http(Problem.LM042, "Shop.a", "path = \"/a\", gzipFrom = 20000000", "a()"),
            in(
                    Problem.LM034,
                    "Shop.a",
                    "@HttpTrigger(path = \"/a\", produces = \"text/csv\") public List<String> a() { return null; }"),
            cors("{}"),
            cors("\"shop.example\""),
            cors("\"https://shop.example/path\""),
            cors("\"https://*\""),
            cors("value = \"*\", credentials = true"),
            cors("value = \"*\", headers = \"a b\""),
            cors("value = \"*\", exposed = \"a:b\""),
            cors("value = \"*\", maxAge = 100000"),
            in(Problem.LM140, "Shop.a", "@Cors(\"*\") @InvokeTrigger public void a() {}"),
            in(Problem.LM140, "Shop.a", "@Cors(\"*\") public void a() {}"),
            in(Problem.LM140, "Shop", "class:@Cors(\"*\") public class Shop { @InvokeTrigger public void a() {} }"),
            in(Problem.LM140, "Shop", "class:@Cors(\"*\") public class Shop {}"),
            http(Problem.LM141, "Shop.a", "path = \"/a\"", "a(@FormParam String b)"),
            http(Problem.LM141, "Shop.a", "method = \"POST\", path = \"/a\"", "a(@FormParam String b, byte[] c)"),
            http(
                    Problem.LM142,
                    "Shop.a(b)",
                    "method = \"PUT\", path = \"/a\"",
                    "a(@FormParam(defaultValue = \"\") FormPart b)"),
            in(
                    Problem.LM143,
                    "Shop.a",
                    "@InvokeTrigger public static void a(@jakarta.validation.constraints.NotNull String b) {}"),
            form("@FormParam(\"c\") Order b", "String c"),
            form("@FormParam Order b", "Map<String, String> c"),
            http(Problem.LM025, "Shop.a(b)", "method = \"PUT\", path = \"/a\"", "a(@FormParam Object b)"),
            http(Problem.LM018, "Shop.a(id)", "path = \"/a\"", "a(@PathParam String id)"),
            in(Problem.LM019, "Shop.b", """
                    @HttpTrigger(path = "/a/{x}") public void a(@PathParam String x) {}
                    @HttpTrigger(path = "/a/{y}") public void b(@PathParam String y) {}
                    """),
            in(Problem.LM020, "Shop.any", """
                    @HttpTrigger(method = "GET", path = "/a")
                    @HttpTrigger(method = "POST", path = "/a")
                    @HttpTrigger(method = "PUT", path = "/a")
                    @HttpTrigger(method = "PATCH", path = "/a")
                    @HttpTrigger(method = "DELETE", path = "/a")
                    @HttpTrigger(method = "HEAD", path = "/a")
                    @HttpTrigger(method = "OPTIONS", path = "/a")
                    public void each() {}
                    @HttpTrigger(method = "ANY", path = "/a")
                    public void any() {}
                    """),
            http(Problem.LM021, "Shop.a", "path = \"/a\"", "a(String body, byte[] again)"),
            http(Problem.LM022, "Shop.a(b)", "path = \"/a\"", "a(@QueryParam @HeaderParam String b)"),
            in(Problem.LM023, "Shop.a(b)", "@InvokeTrigger public void a(@QueryParam String b) {}"),
            in(Problem.LM023, "Shop.a(b)", "@InvokeTrigger public void a(@Claim String b) {}"),
            in(Problem.LM023, "Shop.a(b)", "@InvokeTrigger public void a(Caller b) {}"),
            in(Problem.LM023, "Shop.a(b)", "@SqsTrigger(queue = \"q\") public void a(HttpRequest b) {}"),
            in(Problem.LM024, "Shop.a(b)", "public void a(@QueryParam String b) {}"),
            http(Problem.LM025, "Shop.a(b)", "path = \"/a\"", "a(Set<String> b)"),
            http(Problem.LM025, "Shop.a(b)", "path = \"/a\"", "a(int b)"),
            http(Problem.LM025, "Shop.a(b)", "path = \"/a\"", "a(List<?> b)"),
            http(Problem.LM025, "Shop.a(b)", "path = \"/a\"", "a(@QueryParam Object b)"),
            in(Problem.LM025, "Shop.a(b)", "@SqsTrigger(queue = \"q\") public void a(S3Object b) {}"),
            in(Problem.LM025, "Shop.a(b)", "@S3Trigger(bucket = \"abc\") public void a(SqsMessage b) {}"),
            in(Problem.LM025, "Shop.a(b)", "@ScheduleTrigger(\"rate(1 day)\") public void a(S3Event b) {}"),
            in(Problem.LM025, "Shop.a(b)", "@Command(\"x\") public void a(Runnable b) {}"),
            in(
                    Problem.LM026,
                    "Shop.a",
                    "@HttpTrigger(path = \"/a\") public java.util.concurrent.CompletableFuture<String> a() { return null; }"),
            in(
                    Problem.LM026,
                    "Shop.a",
                    "@HttpTrigger(path = \"/a\") public APIGatewayV2HTTPResponse a() { return null; }"),
            in(Problem.LM026, "Shop.a", "@SqsTrigger(queue = \"q\") public String a(SQSEvent e) { return null; }"),
            in(
                    Problem.LM027,
                    "Shop.a(b)",
                    "private record Hidden(int x) {}\n@InvokeTrigger public void a(Hidden b) {}"),
            http(Problem.LM028, "Shop.a(b)", "path = \"/a\"", "a(@QueryParam(defaultValue = \"ten\") int b)"),
            http(
                    Problem.LM028,
                    "Shop.a(b)",
                    "path = \"/a\"",
                    "a(@QueryParam(defaultValue = \"YEARS\") java.util.concurrent.TimeUnit b)"),
            http(Problem.LM029, "Shop.a(b)", "path = \"/a\"", "a(@HeaderParam(\"X Y\") String b)"),
            schedule(Problem.LM030, "rate(1 minutes)"),
            schedule(Problem.LM030, "rate(5 minute)"),
            schedule(Problem.LM030, "rate(0 minutes)"),
            schedule(Problem.LM030, "every day"),
            schedule(Problem.LM031, "cron(0 12 * * * *)"),
            schedule(Problem.LM031, "cron(0 12 ? * ? *)"),
            schedule(Problem.LM031, "cron(0 12 * * ?)"),
            schedule(Problem.LM031, "cron(61 12 * * ? *)"),
            in(
                    Problem.LM032,
                    "Shop.a",
                    "@ScheduleTrigger(\"rate(1 day)\") @ScheduleTrigger(\"rate(1 day)\") public void a() {}"),
            sqs(Problem.LM035, "queue = \"q\", batchSize = 0"),
            sqs(Problem.LM035, "queue = \"q\", batchSize = 10001, batchingWindow = 1"),
            sqs(Problem.LM036, "queue = \"q\", batchingWindow = 301"),
            sqs(Problem.LM037, "queue = \"q\", batchSize = 11"),
            sqs(Problem.LM038, "queue = \"q.fifo\", batchSize = 11"),
            sqs(Problem.LM038, "queue = \"q.fifo\", batchingWindow = 1"),
            sqs(Problem.LM039, "queue = \"q\", maximumConcurrency = 1"),
            sqs(Problem.LM040, "queue = \"https://sqs.eu-central-1.amazonaws.com/123456789012/q\""),
            in(Problem.LM041, "Shop.b", """
                    @SqsTrigger(queue = "q") public void a() {}
                    @SqsTrigger(queue = "q") public void b() {}
                    """),
            s3(Problem.LM045, "bucket = \"Orders\""),
            s3(Problem.LM045, "bucket = \"orders/incoming\""),
            s3(Problem.LM045, "bucket = \"10.0.0.1\""),
            s3(Problem.LM046, "bucket = \"orders\", events = \"ObjectCreated:Put\""),
            in(Problem.LM047, "Shop.b", """
                    @S3Trigger(bucket = "orders", prefix = "in/") public void a() {}
                    @S3Trigger(bucket = "arn:aws:s3:::orders", events = "s3:ObjectCreated:Put", suffix = ".csv")
                    public void b() {}
                    """),
            s3(Problem.LM048, "bucket = \"orders\", events = {}"),
            in(Problem.LM050, "Shop.a", "@Command(\"two words\") public void a() {}"),
            in(
                    Problem.LM125,
                    "Shop.a(c)",
                    "@Command(\"x\") public void a(@Argument(\"n\") String b, @Argument(\"n\") String c) {}"),
            in(Problem.LM126, "Shop.a(b)", "@Command(\"x\") public void a(Runnable b, String c) {}"),
            in(Problem.LM126, "Shop.a(b)", "@Command(\"x\") public void a(byte[] b, String c) {}"),
            in(
                    Problem.LM126,
                    "Shop.a(b)",
                    "@Command(\"x\") public void a(Optional<Map<String, Object>> b, String c) {}"),
            in(Problem.LM127, "Shop.a(b)", "@InvokeTrigger public void a(@Argument String b) {}"),
            in(Problem.LM127, "Shop.c(b)", "@InvokeTrigger public void a() {}\npublic void c(@Argument String b) {}"),
            in(Problem.LM128, "Shop.a(b)", "@Command(\"x\") public void a(@Argument(\"two words\") String b) {}"),
            in(Problem.LM121, "Shop.a", "@InvokeTrigger @Idempotent(key = \"\") public void a() {}"),
            in(Problem.LM121, "Shop.a", "@InvokeTrigger @Idempotent(key = \"header:X\") public void a() {}"),
            in(Problem.LM121, "Shop.a", "@InvokeTrigger @Idempotent(key = \"a..b\") public void a() {}"),
            in(Problem.LM122, "Shop.a", "@Task @Idempotent(key = \"id\") public void a() {}"),
            in(
                    Problem.LM122,
                    "Shop.a",
                    "@AuthorizerTrigger(AuthorizerType.HTTP_API) @Idempotent(key = \"event:id\") public AuthorizerResult a(AuthorizerRequest r) { return null; }"),
            in(
                    Problem.LM122,
                    "Shop.a",
                    "@S3Trigger(bucket = \"orders\") @Idempotent(key = \"bucket,key,sequencer\") public void a(List<S3Object> all) {}"),
            in(Problem.LM121, "Shop.a", "@InvokeTrigger @Idempotent(key = \"a,,b\") public void a() {}"),
            in(
                    Problem.LM122,
                    "Shop.a",
                    "@SqsTrigger(queue = \"q\") @Idempotent(key = \"id\") public void a(List<String> all) {}"),
            in(
                    Problem.LM122,
                    "Shop.a",
                    "@CognitoTrigger(CognitoEventType.PRE_SIGN_UP) @Idempotent(key = \"event:userName\") public void a(CognitoTriggerEvent e) {}"),
            in(
                    Problem.LM123,
                    "Shop.b",
                    "@InvokeTrigger public void a() {}\n@Idempotent(key = \"id\") public void b() {}"),
            in(Problem.LM118, "Shop.a", "@Task(id = \"two words\") public void a() {}"),
            in(Problem.LM119, "Shop.b", "@Task(id = \"x\") public void a() {}\n@Task(id = \"x\") public void b() {}"),
            in(Problem.LM120, "Shop.a", "@Task public void a(int a, int b, int c, int d) {}"),
            in(Problem.LM051, "Shop.b", "@Command(\"x\") public void a() {}\n@Command(\"x\") public void b() {}"),
            in(Problem.LM052, "Shop.b", "@InvokeTrigger public void a() {}\n@InvokeTrigger public void b() {}"),
            function(Problem.LM053, "name = \"f\", description = \"" + "x".repeat(257) + "\""),
            function(Problem.LM055, "name = \"f\", memory = 64"),
            function(Problem.LM056, "name = \"f\", timeout = -1"),
            function(Problem.LM057, "name = \"my function\""),
            in(Problem.LM058, "Shop.Two", """
                    @LambdaFunction(name = "f", timeout = 10)
                    public static class One { @Command("one") public void a() {} }
                    @LambdaFunction(name = "f", timeout = 20)
                    public static class Two { @Command("two") public void a() {} }
                    """),
            in(Problem.LM059, "Shop", "class:@LambdaFunction(name = \"f\") public class Shop {}"),
            sqs(Problem.LM060, "queue = \"${orders queue}\""),
            s3(Problem.LM060, "bucket = \"${orders\""),
            permission(Problem.LM061, "actions = \"GetObject\", resources = \"arn:aws:s3:::orders/*\""),
            permission(Problem.LM061, "actions = \"*\", resources = \"arn:aws:s3:::orders/*\""),
            permission(Problem.LM062, "actions = {}, resources = \"arn:aws:s3:::orders/*\""),
            permission(Problem.LM062, "actions = \"s3:GetObject\", resources = {}"),
            permission(Problem.LM063, "actions = \"s3:GetObject\", resources = \"*\""),
            permission(Problem.LM064, "actions = \"s3:GetObject\", resources = \"orders/*\""),
            in(
                    Problem.LM065,
                    "Shop.a",
                    "@Permission(actions = \"s3:GetObject\", resources = \"arn:aws:s3:::a\") public void a() {}"),
            in(Problem.LM070, "Shop.Two", """
                    @InstanceFactory public static class One implements InstanceProvider {
                        public <T> T get(Class<T> type) { return null; }
                    }
                    @InstanceFactory public static class Two extends One {}
                    """),
            in(Problem.LM071, "Shop", "class:@InstanceFactory public class Shop {}"),
            in(Problem.LM071, "Shop", "class:@JsonMapper public class Shop {}"),
            in(Problem.LM072, "Shop", """
                    class:@InstanceFactory public class Shop implements InstanceProvider {
                        public Shop(String name) {}
                        public <T> T get(Class<T> type) { return null; }
                    }
                    """),
            in(Problem.LM092, "Shop.a", "@ExceptionHandler public void a() {}"),
            in(Problem.LM092, "Shop.a", "@ExceptionHandler public void a(String text) {}"),
            in(Problem.LM092, "Shop.a", "@ExceptionHandler public void a(Throwable e) {}"),
            in(Problem.LM093, "Shop.a(body)", "@ExceptionHandler public void a(Exception e, String body) {}"),
            in(Problem.LM094, "Shop.b", """
                    @InvokeTrigger public void any() {}
                    @ExceptionHandler public void a(Exception e) {}
                    @ExceptionHandler public void b(Exception e) {}
                    """),
            in(Problem.LM095, "Shop", "class:@Intercept public class Shop {}"),
            in(Problem.LM096, "Shop.a", "@ExceptionHandler void a(Exception e) {}"),
            in(Problem.LM096, "Shop.a", "@Prime private static void a() {}"),
            in(Problem.LM096, "Shop.a", "@AfterRestore public <T> void a() {}"),
            in(Problem.LM096, "Shop.a", "class:public interface Shop { @Prime void a(); }"),
            in(Problem.LM097, "Shop", "public Shop(int a) {}\n@Prime public void a() {}"),
            in(Problem.LM097, "Shop", "class:@Intercept class Shop implements Interceptor { public Shop() {} }"),
            in(Problem.LM098, "Shop.a", "@Prime public void a(String text) {}"),
            in(
                    Problem.LM099,
                    "Shop.a",
                    "@ExceptionHandler public void a(io.lambdamaven.runtime.bind.BindException e) {}"));

    private Mistakes() {}

    private static Mistake in(Problem problem, String place, String code) {
        return new Mistake(problem, place, code);
    }

    private static Mistake http(Problem problem, String place, String trigger, String method) {
        return in(problem, place, "@HttpTrigger(" + trigger + ") public void " + method + " {}");
    }

    private static Mistake cors(String cors) {
        return in(Problem.LM140, "Shop.a", "@Cors(" + cors + ") @HttpTrigger(path = \"/a\") public void a() {}");
    }

    private static Mistake form(String parameter, String component) {
        return in(
                Problem.LM142,
                "Shop.a(b)",
                "@HttpTrigger(method = \"PUT\", path = \"/a\") public void a(" + parameter
                        + ") {}\npublic record Order(" + component + ") {}");
    }

    private static Mistake sqs(Problem problem, String trigger) {
        return in(problem, "Shop.a", "@SqsTrigger(" + trigger + ") public void a() {}");
    }

    private static Mistake s3(Problem problem, String trigger) {
        return in(problem, "Shop.a", "@S3Trigger(" + trigger + ") public void a() {}");
    }

    private static Mistake schedule(Problem problem, String expression) {
        return in(problem, "Shop.a", "@ScheduleTrigger(\"" + expression + "\") public void a() {}");
    }

    private static Mistake function(Problem problem, String function) {
        return in(
                problem,
                "Shop",
                "class:@LambdaFunction(" + function + ") public class Shop { @InvokeTrigger public void a() {} }");
    }

    private static Mistake permission(Problem problem, String permission) {
        return in(problem, "Shop.a", "@InvokeTrigger @Permission(" + permission + ") public void a() {}");
    }
}
