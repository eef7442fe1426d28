package io.lambdamaven.plugin.stage;

import io.lambdamaven.plugin.plan.resource.FunctionOptions;
import io.lambdamaven.plugin.plan.resource.FunctionOptions.Logging;
import io.lambdamaven.plugin.plan.resource.FunctionOptions.Mount;
import io.lambdamaven.plugin.plan.resource.FunctionOptions.Network;
import io.lambdamaven.plugin.report.Diagnostics;
import io.lambdamaven.plugin.report.Place;
import io.lambdamaven.plugin.report.Problem;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks what is set for a function beyond what every function has. */
final class ExtrasMerger {
    private static final int MOST_STORAGE = 10_240;
    private static final int MOST_LAYERS = 5;
    private static final int MOST_SUBNETS = 16;
    private static final int MOST_GROUPS = 5;
    private static final int MOST_VERSIONS = 1000;
    private static final int MOST_RETRIES = 2;
    private static final int LEAST_AGE = 60;
    private static final int MOST_AGE = 21_600;
    private static final int MOST_CONCURRENCY = 1_000_000;

    private static final Pattern KEY = Pattern.compile("arn:[a-z-]+:kms:[a-z0-9-]*:[0-9]*:(key|alias)/.+");
    private static final Pattern LAYER = Pattern.compile("arn:[a-z-]+:lambda:[a-z0-9-]*:[0-9]*:layer:[\\w-]+:[0-9]+");
    private static final Pattern SUBNET = Pattern.compile("subnet-[0-9a-z]+");
    private static final Pattern GROUP = Pattern.compile("sg-[0-9a-zA-Z]+");
    private static final Pattern ACCESS_POINT =
            Pattern.compile("arn:[a-z-]+:elasticfilesystem:[a-z0-9-]*:[0-9]*:access-point/fsap-[0-9a-f]+");
    private static final Pattern PATH = Pattern.compile("/mnt/[A-Za-z0-9._-]{1,155}");
    private static final Pattern LOG_GROUP = Pattern.compile("[A-Za-z0-9_./#-]{1,512}");
    private static final Pattern QUEUE_OR_TOPIC = Pattern.compile("arn:[a-z-]+:(sqs|sns):[a-z0-9-]*:[0-9]*:[^:]+");
    private static final Pattern DESTINATION = Pattern.compile("arn:[a-z-]+:(sqs|sns|lambda|events|s3):.+");

    private final Values values;
    private final Diagnostics faults;
    private final Diagnostics warnings;

    ExtrasMerger(Values values, Diagnostics faults, Diagnostics warnings) {
        this.values = values;
        this.faults = faults;
        this.warnings = warnings;
    }

    /** @param role an existing role, or null for one of our own */
    ExtraSettings merge(@Nullable String role) {
        Network network = network();
        Integer reserved = number(Setting.RESERVED_CONCURRENCY, 0, MOST_CONCURRENCY, "environments");
        Integer provisioned = number(Setting.PROVISIONED_CONCURRENCY, 1, MOST_CONCURRENCY, "environments");
        if (reserved != null && provisioned != null && provisioned > reserved) {
            faults.add(
                    Problem.LM240,
                    Place.of("<provisionedConcurrency>"),
                    provisioned + " environments are to be kept started, but only " + reserved + " are reserved.",
                    "Lower " + Setting.PROVISIONED_CONCURRENCY.inPomAndCommandLine() + " or raise "
                            + Setting.RESERVED_CONCURRENCY.inPomAndCommandLine() + ".");
        }
        FunctionOptions options = new FunctionOptions(
                values.number(
                        Setting.EPHEMERAL_STORAGE,
                        FunctionOptions.USUAL_STORAGE,
                        MOST_STORAGE,
                        "MB",
                        FunctionOptions.USUAL_STORAGE),
                text(Setting.KMS_KEY, KEY, Problem.LM237, "is not the ARN of a KMS key.", "a key's ARN, or to none"),
                layers(),
                network,
                mount(network),
                values.word(Setting.TRACING, Tracing.class, Tracing.OFF).atLambda(),
                logging(),
                text(
                        Setting.DEAD_LETTER,
                        QUEUE_OR_TOPIC,
                        Problem.LM235,
                        "is not the ARN of a queue or topic.",
                        "an ARN such as arn:aws:sqs:::lost-orders, or to none"),
                values.word(Setting.SNAP_START, Switch.class, Switch.OFF) == Switch.ON
                        ? "PublishedVersions"
                        : FunctionOptions.NO_SNAP_START);
        checkSnapStart(options, provisioned);
        return new ExtraSettings(
                options,
                logGroup(),
                calls(),
                reserved,
                provisioned,
                recursiveLoop(),
                new GatewayMerger(values).merge(),
                new OperatorsMerger(values, faults).merge(),
                new RemoteConfigMerger(values, faults, warnings).merge(role),
                number(Setting.KEEP_VERSIONS, 2, MOST_VERSIONS, "versions"));
    }

    private enum Switch {
        ON,
        OFF
    }

    private enum Tracing {
        ON,
        OFF,
        ACTIVE,
        PASSTHROUGH;

        String atLambda() {
            return this == ON || this == ACTIVE ? "Active" : FunctionOptions.PASS_THROUGH;
        }
    }

    private enum LogFormat {
        TEXT,
        JSON
    }

    private enum ApplicationLevel {
        TRACE,
        DEBUG,
        INFO,
        WARN,
        ERROR,
        FATAL
    }

    private enum SystemLevel {
        DEBUG,
        INFO,
        WARN
    }

    private enum Loop {
        ALLOW,
        TERMINATE
    }

    private List<String> layers() {
        List<String> layers = values.list(
                Setting.LAYERS,
                LAYER,
                Problem.LM231,
                "is not the ARN of a layer's version.",
                "ARNs such as arn:aws:lambda:eu-central-1:123456789012:layer:fonts:3, joined by commas, or to none");
        if (layers.size() > MOST_LAYERS) {
            faults.add(
                    Problem.LM231,
                    Place.of("<layers>"),
                    layers.size() + " layers are more than the " + MOST_LAYERS + " that a function takes.",
                    "Shorten " + Setting.LAYERS.inPomAndCommandLine() + ", or join layers into one.");
        }
        return layers;
    }

    private Network network() {
        List<String> subnets = values.list(
                Setting.VPC_SUBNETS,
                SUBNET,
                Problem.LM232,
                "is not the id of a subnet.",
                "ids such as subnet-0123abcd, joined by commas, or to none");
        List<String> groups = values.list(
                Setting.VPC_SECURITY_GROUPS,
                GROUP,
                Problem.LM232,
                "is not the id of a security group.",
                "ids such as sg-0123abcd, joined by commas, or to none");
        boolean ipv6 = values.word(Setting.VPC_IPV6, Switch.class, Switch.OFF) == Switch.ON;
        if (subnets.isEmpty() != groups.isEmpty()) {
            Setting missing = subnets.isEmpty() ? Setting.VPC_SUBNETS : Setting.VPC_SECURITY_GROUPS;
            network(missing, "A function in a VPC needs both subnets and security groups.", "Set ");
        } else if (ipv6 && subnets.isEmpty()) {
            network(Setting.VPC_SUBNETS, "IPv6 is for functions in a VPC.", "Remove <vpcIpv6>, or set ");
        }
        if (subnets.size() > MOST_SUBNETS) {
            network(
                    Setting.VPC_SUBNETS,
                    subnets.size() + " subnets are more than the " + MOST_SUBNETS + " that a function takes.",
                    "Shorten ");
        }
        if (groups.size() > MOST_GROUPS) {
            network(
                    Setting.VPC_SECURITY_GROUPS,
                    groups.size() + " security groups are more than the " + MOST_GROUPS + " that a function takes.",
                    "Shorten ");
        }
        return new Network(subnets, groups, ipv6);
    }

    private void network(Setting setting, String summary, String remedy) {
        faults.add(
                Problem.LM232,
                Place.of("<" + setting.element() + ">"),
                summary,
                remedy + setting.inPomAndCommandLine() + ".");
    }

    private Mount mount(Network network) {
        String point = text(
                Setting.FILE_SYSTEM,
                ACCESS_POINT,
                Problem.LM233,
                "is not the ARN of an access point of EFS.",
                "an ARN such as arn:aws:elasticfilesystem:::access-point/fsap-0123abcd, or to none");
        String path = text(
                Setting.FILE_SYSTEM_PATH,
                PATH,
                Problem.LM233,
                "is not a folder right below /mnt.",
                "a path such as /mnt/files, or to none");
        if (point.isEmpty() != path.isEmpty()) {
            Setting missing = point.isEmpty() ? Setting.FILE_SYSTEM : Setting.FILE_SYSTEM_PATH;
            faults.add(
                    Problem.LM233,
                    Place.of("<" + missing.element() + ">"),
                    "A file system needs both its access point and a path.",
                    "Set " + missing.inPomAndCommandLine() + ".");
            return Mount.NONE;
        }
        if (!point.isEmpty() && network.subnets().isEmpty()) {
            faults.add(
                    Problem.LM233,
                    Place.of("<fileSystem>"),
                    "A file system is reached through a VPC, and the function is in none.",
                    "Set " + Setting.VPC_SUBNETS.inPomAndCommandLine() + " and "
                            + Setting.VPC_SECURITY_GROUPS.inPomAndCommandLine() + " to where it has a mount target.");
        }
        return new Mount(point, path);
    }

    private Logging logging() {
        boolean json = values.word(Setting.LOG_FORMAT, LogFormat.class, LogFormat.TEXT) == LogFormat.JSON;
        ApplicationLevel application =
                values.word(Setting.APPLICATION_LOG_LEVEL, ApplicationLevel.class, ApplicationLevel.INFO);
        SystemLevel system = values.word(Setting.SYSTEM_LOG_LEVEL, SystemLevel.class, SystemLevel.INFO);
        if (json) {
            return new Logging("JSON", application.name(), system.name());
        }
        for (Setting level : List.of(Setting.APPLICATION_LOG_LEVEL, Setting.SYSTEM_LOG_LEVEL)) {
            if (values.text(level) != null) {
                faults.add(
                        Problem.LM234,
                        Place.of("<" + level.element() + ">"),
                        "Lambda knows the level of lines only where logs are written as JSON.",
                        "Set " + Setting.LOG_FORMAT.inPomAndCommandLine() + " to json, or remove <" + level.element()
                                + ">.");
            }
        }
        return Logging.TEXT;
    }

    private @Nullable String logGroup() {
        String name = text(
                Setting.LOG_GROUP,
                LOG_GROUP,
                Problem.LM238,
                "is not the name of a log group.",
                "up to 512 letters, digits and _ - / . #, or to none");
        if (name.startsWith("aws/")) {
            faults.add(
                    Problem.LM238,
                    Place.of("<logGroup>"),
                    "Names that begin with aws/ are AWS's own.",
                    "Set " + Setting.LOG_GROUP.inPomAndCommandLine() + " to another name.");
        }
        return name.isEmpty() ? null : name;
    }

    private ExtraSettings.@Nullable AsynchronousCalls calls() {
        Integer retries = number(Setting.MAXIMUM_RETRY_ATTEMPTS, 0, MOST_RETRIES, "attempts");
        Integer age = number(Setting.MAXIMUM_EVENT_AGE, LEAST_AGE, MOST_AGE, "seconds");
        String success = destination(Setting.ON_SUCCESS);
        String failure = destination(Setting.ON_FAILURE);
        if (retries == null && age == null && success == null && failure == null) {
            return null;
        }
        if (success != null && success.contains(":s3:")) {
            faults.add(
                    Problem.LM235,
                    Place.of("<onSuccess>"),
                    "A bucket takes failures only.",
                    "Set " + Setting.ON_SUCCESS.inPomAndCommandLine() + " to a queue, topic, function or bus.");
        }
        return new ExtraSettings.AsynchronousCalls(
                retries == null ? MOST_RETRIES : retries, age == null ? MOST_AGE : age, success, failure);
    }

    private @Nullable String destination(Setting setting) {
        String arn = text(
                setting,
                DESTINATION,
                Problem.LM235,
                "is not the ARN of a queue, topic, function, bus or bucket.",
                "an ARN such as arn:aws:sqs:::lost-orders, or to none");
        return arn.isEmpty() ? null : arn;
    }

    private @Nullable String recursiveLoop() {
        values.form(Setting.RECURSIVE_LOOP, Loop.class);
        if (values.text(Setting.RECURSIVE_LOOP) == null) {
            return null;
        }
        return values.word(Setting.RECURSIVE_LOOP, Loop.class, Loop.TERMINATE) == Loop.ALLOW ? "Allow" : "Terminate";
    }

    /** What a snapshot cannot go with, all of it. */
    private void checkSnapStart(FunctionOptions options, @Nullable Integer provisioned) {
        if (FunctionOptions.NO_SNAP_START.equals(options.snapStart())) {
            return;
        }
        if (provisioned != null) {
            noSnapStart(Setting.PROVISIONED_CONCURRENCY, "provisioned concurrency");
        }
        if (options.mount() != null && !options.mount().equals(Mount.NONE)) {
            noSnapStart(Setting.FILE_SYSTEM, "a file system");
        }
        Integer storage = options.ephemeralStorage();
        if (storage != null && storage > FunctionOptions.USUAL_STORAGE) {
            noSnapStart(
                    Setting.EPHEMERAL_STORAGE,
                    "more than " + FunctionOptions.USUAL_STORAGE + " MB of ephemeral storage");
        }
    }

    private void noSnapStart(Setting other, String what) {
        faults.add(
                Problem.LM236,
                Place.of("<snapStart>"),
                "SnapStart does not go with " + what + ".",
                "Remove <" + other.element() + ">, or set " + Setting.SNAP_START.inPomAndCommandLine() + " to off.");
    }

    private @Nullable Integer number(Setting setting, int least, int most, String unit) {
        values.form(setting, least, most, unit);
        String text = values.text(setting);
        return text == null || text.equalsIgnoreCase(Values.NONE)
                ? null
                : values.number(setting, least, most, unit, most);
    }

    /** Empty for what is not set, switched off or wrong. */
    private String text(Setting setting, Pattern form, Problem problem, String summary, String remedy) {
        values.form(setting, remedy);
        if (Values.NONE.equalsIgnoreCase(values.text(setting, Values.NONE))) {
            return "";
        }
        String text = values.text(setting, form, problem, summary, remedy);
        return text == null ? "" : text;
    }
}
