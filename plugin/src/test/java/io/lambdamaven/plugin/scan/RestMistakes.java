package io.lambdamaven.plugin.scan;

import io.lambdamaven.plugin.report.Problem;
import io.lambdamaven.plugin.scan.MistakesTest.Mistake;
import java.util.List;

/** What of Jakarta REST cannot be compiled, each thing for itself. */
final class RestMistakes {
    static final List<Mistake> ALL = List.of(
            method(Problem.LM144, "Shop.a", "@jakarta.ws.rs.Path(\"x\") public Object a() { return null; }"),
            method(
                    Problem.LM144,
                    "Shop.a",
                    "@jakarta.ws.rs.GET @jakarta.ws.rs.POST public String a() { return null; }"),
            method(Problem.LM144, "Shop.a", "@jakarta.ws.rs.GET @jakarta.ws.rs.Encoded public void a() {}"),
            method(Problem.LM144, "Shop.a", "@jakarta.ws.rs.GET @HttpTrigger(path = \"/a\") public void a() {}"),
            method(
                    Problem.LM144,
                    "Shop.a(b)",
                    "@jakarta.ws.rs.GET public void a(@jakarta.ws.rs.BeanParam Object b) {}"),
            method(
                    Problem.LM144,
                    "Shop.a(b)",
                    "@jakarta.ws.rs.GET public void a(@jakarta.ws.rs.MatrixParam(\"b\") String b) {}"),
            method(
                    Problem.LM144,
                    "Shop.a(b)",
                    "@jakarta.ws.rs.GET public void a(@jakarta.ws.rs.container.Suspended Object b) {}"),
            method(
                    Problem.LM144,
                    "Shop",
                    "@jakarta.ws.rs.QueryParam(\"b\") String b;\n@jakarta.ws.rs.GET public void a() {}"),
            method(Problem.LM144, "Shop.a", """
                    @jakarta.ws.rs.GET @Logged public void a() {}
                    @jakarta.ws.rs.NameBinding @interface Logged {}
                    """),
            in(
                    Problem.LM144,
                    "Shop",
                    "class:public class Shop { @jakarta.ws.rs.GET public String a() { return null; } }"),
            in(Problem.LM144, "Shop.App", """
                    class:@jakarta.ws.rs.Path("a") public class Shop {
                        public static class App extends jakarta.ws.rs.core.Application {
                            @Override public Set<Class<?>> getClasses() { return Set.of(); }
                        }
                    }
                    """),
            in(Problem.LM144, "Shop.Mapper", """
                    class:@jakarta.ws.rs.Path("a") public class Shop {
                        @jakarta.ws.rs.ext.Provider public static class Mapper {}
                    }
                    """),
            in(Problem.LM144, "Shop", """
                    class:@jakarta.ws.rs.Path("a") public class Shop implements Api {
                        @Override public void a() {}
                    }
                    interface Api { @jakarta.ws.rs.GET void a(); }
                    """),
            path("{id: \\\\d+}"),
            path("{id: .*}"),
            path("a{id}"),
            path("{id: .+}/b"),
            method(
                    Problem.LM146,
                    "Shop.a",
                    "@jakarta.ws.rs.GET public jakarta.ws.rs.core.Response a() { return null; }"),
            method(
                    Problem.LM146,
                    "Shop.a",
                    "@jakarta.ws.rs.GET public void a() { throw new jakarta.ws.rs.NotFoundException(); }"),
            method(
                    Problem.LM146,
                    "Shop.b",
                    "@jakarta.ws.rs.GET public void a() { b(); }\nvoid b() { jakarta.ws.rs.core.Response.ok(); }"),
            method(
                    Problem.LM146,
                    "Shop.a(b)",
                    "@jakarta.ws.rs.GET public void a(@jakarta.ws.rs.core.Context jakarta.ws.rs.core.UriInfo b) {}"),
            method(
                    Problem.LM146,
                    "Shop.a(b)",
                    "@jakarta.ws.rs.POST public void a(List<jakarta.ws.rs.core.EntityPart> b) {}"),
            method(
                    Problem.LM025,
                    "Shop.a(b)",
                    "@jakarta.ws.rs.GET public void a(@jakarta.ws.rs.QueryParam(\"b\") Set<String> b) {}"),
            method(
                    Problem.LM018,
                    "Shop.a(b)",
                    "@jakarta.ws.rs.GET public void a(@jakarta.ws.rs.PathParam(\"b\") String b) {}"),
            method(
                    Problem.LM028,
                    "Shop.a(b)",
                    "@jakarta.ws.rs.GET public void a(@jakarta.ws.rs.DefaultValue(\"x\") @jakarta.ws.rs.QueryParam(\"b\") int b) {}"),
            method(
                    Problem.LM034,
                    "Shop.a",
                    "@jakarta.ws.rs.GET @jakarta.ws.rs.Produces(\"application/xml\") public List<String> a() { return null; }"));

    private RestMistakes() {}

    private static Mistake in(Problem problem, String place, String code) {
        return new Mistake(problem, place, code);
    }

    private static Mistake method(Problem problem, String place, String members) {
        return in(problem, place, "class:@jakarta.ws.rs.Path(\"a\") public class Shop {\n" + members + "\n}");
    }

    private static Mistake path(String path) {
        return method(
                Problem.LM145, "Shop.a", "@jakarta.ws.rs.GET @jakarta.ws.rs.Path(\"" + path + "\") public void a() {}");
    }
}
