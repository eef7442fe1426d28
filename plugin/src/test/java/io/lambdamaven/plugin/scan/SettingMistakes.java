package io.lambdamaven.plugin.scan;

import io.lambdamaven.plugin.report.Problem;
import io.lambdamaven.plugin.scan.MistakesTest.Mistake;
import java.util.List;

/** What can be wrong with {@code @Setting}. */
final class SettingMistakes {
    private static final String CALLED = "\n@InvokeTrigger public void a() {}";

    static final List<Mistake> ALL = List.of(
            in(Problem.LM111, "Shop.a(b)", "@InvokeTrigger public void a(@Setting(\"a-b\") String b) {}"),
            in(Problem.LM111, "Shop.a(b)", "@InvokeTrigger public void a(@Setting(\"\") String b) {}"),
            in(Problem.LM111, "Shop.a(b)", "@InvokeTrigger public void a(@Setting(\"9a\") String b) {}"),
            in(Problem.LM111, "Shop(b)", "public Shop(@Setting(\"a b\") String b) {}" + CALLED),
            in(Problem.LM112, "Shop.a(b)", "@InvokeTrigger public void a(@Setting(\"B\") List<String> b) {}"),
            in(Problem.LM112, "Shop.a(b)", "@InvokeTrigger public void a(@Setting(\"B\") Object b) {}"),
            in(Problem.LM112, "Shop(b)", "public Shop(@Setting(\"B\") java.net.URI b) {}" + CALLED),
            in(Problem.LM113, "Shop", "public Shop(@Setting(\"B\") String b, String c) {}" + CALLED),
            in(Problem.LM113, "Shop", "Shop(@Setting(\"B\") String b) {}" + CALLED),
            in(
                    Problem.LM113,
                    "Shop",
                    "public Shop(@Setting(\"B\") String b) {}\npublic Shop(@Setting(\"B\") int b) {}" + CALLED),
            in(Problem.LM114, "Shop.a(b)", "public void a(@Setting(\"B\") String b) {}"),
            in(Problem.LM114, "Shop(b)", "public Shop(@Setting(\"B\") String b) {}"),
            in(
                    Problem.LM114,
                    "Shop(b)",
                    "public Shop(@Setting(\"B\") String b) {}" + CALLED
                            + "\n@InstanceFactory public static class F implements InstanceProvider {"
                            + " public F() {} public <T> T get(Class<T> type) { return null; } }"),
            in(
                    Problem.LM115,
                    "Shop.a(b)",
                    "@InvokeTrigger public void a(@Setting(value = \"B\", defaultValue = \"x\") int b) {}"),
            in(
                    Problem.LM022,
                    "Shop.a(b)",
                    "@HttpTrigger(path = \"/a\") public void a(@Setting(\"B\") @QueryParam String b) {}"));

    private SettingMistakes() {}

    private static Mistake in(Problem problem, String place, String members) {
        return new Mistake(problem, place, members);
    }
}
