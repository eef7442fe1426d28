package io.lambdamaven.plugin.stage;

import io.lambdamaven.plugin.stage.GoalParameters.Parameter;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The page of all settings, from what the goals take and what {@code lambda:effective-config} knows of each. */
final class SettingsPage {
    private static final String LAMBDA = "https://docs.aws.amazon.com/lambda/latest/dg/";
    private static final String SDK = "https://docs.aws.amazon.com/sdkref/latest/guide/";
    private static final String IAM = "https://docs.aws.amazon.com/IAM/latest/UserGuide/";

    /** Where AWS explains what is set. */
    static final Map<Setting, String> AWS_PAGES = new EnumMap<>(Map.ofEntries(
            Map.entry(Setting.MEMORY, LAMBDA + "configuration-memory.html"),
            Map.entry(Setting.TIMEOUT, LAMBDA + "configuration-timeout.html"),
            Map.entry(Setting.RUNTIME, LAMBDA + "lambda-runtimes.html"),
            Map.entry(Setting.ARCHITECTURE, LAMBDA + "foundation-arch.html"),
            Map.entry(Setting.ROLE, LAMBDA + "lambda-intro-execution-role.html"),
            Map.entry(Setting.PERMISSIONS_BOUNDARY, IAM + "access_policies_boundaries.html"),
            Map.entry(Setting.URL_AUTH, LAMBDA + "urls-auth.html"),
            Map.entry(
                    Setting.LOG_RETENTION,
                    "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/Working-with-log-groups-and-streams.html"),
            Map.entry(Setting.EPHEMERAL_STORAGE, LAMBDA + "configuration-ephemeral-storage.html"),
            Map.entry(Setting.KMS_KEY, LAMBDA + "configuration-envvars-encryption.html"),
            Map.entry(Setting.LAYERS, LAMBDA + "chapter-layers.html"),
            Map.entry(Setting.VPC_SUBNETS, LAMBDA + "configuration-vpc.html"),
            Map.entry(Setting.VPC_SECURITY_GROUPS, LAMBDA + "configuration-vpc.html"),
            Map.entry(Setting.VPC_IPV6, LAMBDA + "configuration-vpc.html"),
            Map.entry(Setting.FILE_SYSTEM, LAMBDA + "configuration-filesystem.html"),
            Map.entry(Setting.FILE_SYSTEM_PATH, LAMBDA + "configuration-filesystem.html"),
            Map.entry(Setting.TRACING, LAMBDA + "services-xray.html"),
            Map.entry(Setting.LOG_GROUP, LAMBDA + "monitoring-cloudwatchlogs.html"),
            Map.entry(Setting.LOG_FORMAT, LAMBDA + "monitoring-cloudwatchlogs.html"),
            Map.entry(Setting.APPLICATION_LOG_LEVEL, LAMBDA + "monitoring-cloudwatchlogs.html"),
            Map.entry(Setting.SYSTEM_LOG_LEVEL, LAMBDA + "monitoring-cloudwatchlogs.html"),
            Map.entry(Setting.DEAD_LETTER, LAMBDA + "invocation-async-retain-records.html"),
            Map.entry(Setting.ON_SUCCESS, LAMBDA + "invocation-async-retain-records.html"),
            Map.entry(Setting.ON_FAILURE, LAMBDA + "invocation-async-retain-records.html"),
            Map.entry(Setting.MAXIMUM_RETRY_ATTEMPTS, LAMBDA + "invocation-async-error-handling.html"),
            Map.entry(Setting.MAXIMUM_EVENT_AGE, LAMBDA + "invocation-async-error-handling.html"),
            Map.entry(Setting.RESERVED_CONCURRENCY, LAMBDA + "configuration-concurrency.html"),
            Map.entry(Setting.PROVISIONED_CONCURRENCY, LAMBDA + "provisioned-concurrency.html"),
            Map.entry(Setting.SNAP_START, LAMBDA + "snapstart.html"),
            Map.entry(Setting.RECURSIVE_LOOP, LAMBDA + "invocation-recursion.html"),
            Map.entry(Setting.REGION, SDK + "feature-region.html"),
            Map.entry(Setting.PROFILE, SDK + "file-format.html"),
            Map.entry(Setting.ASSUME_ROLE, SDK + "feature-assume-role-credentials.html"),
            Map.entry(Setting.EXTERNAL_ID, SDK + "feature-assume-role-credentials.html"),
            Map.entry(Setting.ROLE_SESSION_NAME, SDK + "feature-assume-role-credentials.html"),
            Map.entry(Setting.ROLE_DURATION, SDK + "feature-assume-role-credentials.html"),
            Map.entry(Setting.MFA_SERIAL, SDK + "feature-assume-role-credentials.html"),
            Map.entry(Setting.ENDPOINT, SDK + "feature-ss-endpoints.html"),
            Map.entry(Setting.FIPS, SDK + "feature-endpoints.html"),
            Map.entry(Setting.DUALSTACK, SDK + "feature-endpoints.html")));

    private static final String HEAD = """
            # Settings

            <!-- Written by SettingsPageTest from the code; -Dlambda.site.rewrite=true writes it anew. -->

            A setting is an element of the plugin's `<configuration>`, of a stage in `<stages>`, or a property on the command line. What is said
            in several places counts in this order, the last one wins: `@LambdaFunction`, `<configuration>`, the stage's ancestors from the furthest on (`<extends>`), the stage, and `-D`.
            Where a function may differ, an element of `<functions>` with its name holds what does, in `<configuration>` and in stages.

            `mvn lambda:effective-config` lists what is set for a stage, each setting with the place that says it. Values of variables and placeholders whose
            names speak of a secret are not shown; with `-Dlambda.out=FILE` everything goes to a file as JSON as well, secrets as digests.

            """;

    private final GoalParameters parameters;

    SettingsPage(GoalParameters parameters) {
        this.parameters = parameters;
    }

    String text() {
        EffectiveSettings known = new Project("artifactId").effective();
        Map<String, EffectiveSettings.Entry> entries = new TreeMap<>();
        Stream.concat(known.stageWide().stream(), known.functions().stream().flatMap(each -> each.entries().stream()))
                .forEach(entry -> entries.put(entry.name(), entry));
        StringBuilder page = new StringBuilder(HEAD);
        page.append("## Of a function\n\n").append(settings(entries, true));
        page.append("\n## Of a stage\n\n").append(settings(entries, false));
        page.append("\n## With names of your own\n\n").append(maps());
        page.append("\n## Of goals\n\nThese are for single runs; stages cannot hold them.\n\n")
                .append(others(entries.keySet().stream().toList()));
        return page.toString();
    }

    private String settings(Map<String, EffectiveSettings.Entry> entries, boolean byFunction) {
        StringBuilder table = new StringBuilder("| element | property | what it is | may be | default | AWS |\n"
                + "| --- | --- | --- | --- | --- | --- |\n");
        Stream.of(Setting.values())
                .filter(setting -> setting.byFunction() == byFunction)
                .sorted((one, other) -> one.element().compareTo(other.element()))
                .forEach(setting -> row(
                        table,
                        code("<" + setting.element() + ">"),
                        code(setting.property()),
                        prose(parameters.named(setting.element()).text()),
                        prose(entries.get(setting.element()).form()),
                        usual(setting, entries.get(setting.element())),
                        AWS_PAGES.containsKey(setting) ? "[AWS](" + AWS_PAGES.get(setting) + ")" : ""));
        return table.toString();
    }

    /** What the classes or annotations say is not the same for every project. */
    private static String usual(Setting setting, EffectiveSettings.Entry entry) {
        boolean given = setting == Setting.RUNTIME || !entry.origin().equals(EffectiveSettings.DEFAULT);
        return given || entry.value() == null ? "" : code(entry.value());
    }

    private String maps() {
        StringBuilder table = new StringBuilder(
                "| element | property | what it is | may differ by function |\n| --- | --- | --- | --- |\n");
        List.of("endpoints", "environment", "placeholders", "tags")
                .forEach(name -> row(
                        table,
                        code("<" + name + "><NAME>"),
                        code("lambda." + (name.equals("endpoints") ? "endpoint" : name) + ".NAME"),
                        prose(parameters.named(name).text()),
                        name.equals("endpoints") ? "no" : "yes"));
        return table.toString();
    }

    private String others(List<String> settings) {
        StringBuilder table = new StringBuilder(
                "| element | property | what it is | default | goals |\n| --- | --- | --- | --- | --- |\n");
        for (Parameter each : parameters.all()) {
            boolean map =
                    List.of("endpoints", "environment", "placeholders", "tags").contains(each.name());
            if (!settings.contains(each.name()) && !map) {
                row(
                        table,
                        code("<" + each.name() + ">"),
                        each.property().isEmpty() ? "" : code(each.property()),
                        prose(each.text()),
                        each.usual().isEmpty() ? "" : code(each.usual()),
                        each.goals().equals(parameters.goals()) ? "all" : String.join(", ", each.goals()));
            }
        }
        return table.toString();
    }

    private static void row(StringBuilder table, String... cells) {
        table.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    private static String code(String text) {
        return "`" + text + "`";
    }

    private static String prose(String text) {
        return text.replace("<", "&lt;")
                .replace("|", "\\|")
                .replace("$", "\\$")
                .replace("_", "\\_")
                .replace("*", "\\*");
    }
}
