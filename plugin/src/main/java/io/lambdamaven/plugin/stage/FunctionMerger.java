package io.lambdamaven.plugin.stage;

import io.lambdamaven.plugin.model.FunctionModel;
import io.lambdamaven.plugin.model.Trigger;
import io.lambdamaven.plugin.report.Diagnostics;
import io.lambdamaven.plugin.report.Place;
import io.lambdamaven.plugin.report.Problem;
import java.util.List;
import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Checks what is set for one function. */
final class FunctionMerger {
    private static final int DEFAULT_MEMORY = 512;
    private static final int DEFAULT_TIMEOUT = 30;
    private static final int DEFAULT_RETENTION = 30;
    /** What AWS takes for functions on Managed Instances; the ordinary limits are only warned of. */
    private static final int MOST_MEMORY = 32_768;

    private static final int MOST_TIMEOUT = 5_400;
    private static final int USUAL_MEMORY = 10_240;
    private static final int USUAL_TIMEOUT = 900;
    private static final int HTTP_API_SECONDS = 30;

    /** AWS gives regional APIs more where it is asked to. */
    private static final int REST_API_SECONDS = 29;

    private static final int DESCRIPTION_LIMIT = 256;
    private static final List<Integer> RUNTIMES = List.of(17, 21, 25);
    private static final Pattern JAVA_RUNTIME = Pattern.compile("java(\\d+).*");

    /** The values that CloudWatch Logs takes in PutRetentionPolicy. */
    private static final List<String> RETENTIONS = List.of(
            "1", "3", "5", "7", "14", "30", "60", "90", "120", "150", "180", "365", "400", "545", "731", "1096", "1827",
            "2192", "2557", "2922", "3288", "3653");

    private static final String NEVER = "never";
    private static final Pattern FUNCTION_NAME = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final Pattern ROLE = Pattern.compile("arn:[a-z-]+:iam::[0-9]{12}:role/.+|[A-Za-z0-9_+=,.@-]{1,64}");
    private static final Pattern POLICY_ARN = Pattern.compile("arn:[a-z-]+:iam::([0-9]{12}|aws):policy/.+");
    private static final Pattern ARCHITECTURE = Pattern.compile("x86_64|arm64");
    private static final Pattern RETENTION = Pattern.compile(String.join("|", RETENTIONS) + "|" + NEVER);
    private static final Pattern DESCRIPTION = Pattern.compile("(?s).{0," + DESCRIPTION_LIMIT + "}");

    private final FunctionModel function;
    private final Values values;
    private final int javaRelease;
    private final Diagnostics faults;
    private final Diagnostics warnings;

    FunctionMerger(FunctionModel function, Values values, int javaRelease, Diagnostics faults, Diagnostics warnings) {
        this.function = function;
        this.values = values;
        this.javaRelease = javaRelease;
        this.faults = faults;
        this.warnings = warnings;
    }

    FunctionSettings merge(String functionName) {
        SortedMap<String, String> tags = values.merged(RawSettings::tags);
        SortedMap<String, String> environment = values.merged(RawSettings::environment);
        SortedMap<String, String> placeholders = values.merged(RawSettings::placeholders);
        Entries.checkTags(tags, faults);
        Entries.checkEnvironment(environment, faults);
        Entries.checkPlaceholders(placeholders, faults);
        checkName(functionName);
        int memory = values.number(Setting.MEMORY, 128, MOST_MEMORY, "MB", DEFAULT_MEMORY);
        HttpFront http = values.word(Setting.HTTP, HttpFront.class, HttpFront.API);
        int usual = http == HttpFront.REST ? REST_API_SECONDS : DEFAULT_TIMEOUT;
        int timeout = values.number(Setting.TIMEOUT, 1, MOST_TIMEOUT, "seconds", usual);
        warnBeyond(Setting.MEMORY, memory, USUAL_MEMORY, " MB");
        warnBeyond(Setting.TIMEOUT, timeout, USUAL_TIMEOUT, " s");
        warnOfApi(http, timeout);
        String role = values.text(
                Setting.ROLE, ROLE, Problem.LM217, "is neither a role's ARN nor its name.", "a role's name or ARN");
        String boundary = values.text(
                Setting.PERMISSIONS_BOUNDARY,
                POLICY_ARN,
                Problem.LM217,
                "is not the ARN of a policy.",
                "an ARN such as arn:aws:iam::123456789012:policy/boundary");
        checkRole(role, boundary);
        return new FunctionSettings(
                function.name(),
                functionName,
                description(),
                memory,
                timeout,
                runtime(),
                architecture(),
                role,
                boundary,
                http,
                values.word(Setting.URL_AUTH, UrlAuth.class, UrlAuth.AWS_IAM),
                new HttpMerger(values, faults, warnings).merge(http, served()),
                retention(),
                values.schedule(Setting.KEEP_WARM),
                environment,
                placeholders,
                tags,
                new ExtrasMerger(values, faults, warnings).merge(role));
    }

    private void checkName(String functionName) {
        values.form(Setting.FUNCTION_NAME, "1 to 64 letters, digits, - and _");
        if (!FUNCTION_NAME.matcher(functionName).matches()) {
            faults.add(
                    Problem.LM209,
                    Place.of("<functionName>"),
                    "'" + functionName + "' (" + functionName.length()
                            + " characters) cannot be the name of a function: 1 to 64 letters, digits, - and _.",
                    "Set " + Setting.FUNCTION_NAME.inPomAndCommandLine() + " to a valid name.");
        }
    }

    private void warnBeyond(Setting setting, int value, int usual, String unit) {
        if (value > usual) {
            warnings.add(
                    Problem.LM225,
                    Place.of("<" + setting.element() + ">"),
                    value + unit + " is more than the " + usual + unit + " that Lambda gives an ordinary function.",
                    "Set " + setting.inPomAndCommandLine() + " to at most " + usual + ".");
        }
    }

    private void warnOfApi(HttpFront http, int timeout) {
        boolean rest = http == HttpFront.REST;
        int limit = rest ? REST_API_SECONDS : HTTP_API_SECONDS;
        if (served() && (rest || http == HttpFront.API) && timeout > limit) {
            warnings.add(
                    Problem.LM212,
                    Place.of("<timeout>"),
                    (rest ? "A REST" : "An HTTP") + " API gives up after " + limit + " s, the function after " + timeout
                            + " s.",
                    "Set " + Setting.TIMEOUT.inPomAndCommandLine() + " to at most " + limit + ", or "
                            + Setting.HTTP.inPomAndCommandLine() + " to url.");
        }
    }

    private boolean served() {
        return function.routes().stream()
                .anyMatch(route -> route.trigger() instanceof Trigger.Http || route.trigger() instanceof Trigger.Web);
    }

    private void checkRole(@Nullable String role, @Nullable String boundary) {
        if (role == null) {
            return;
        }
        if (!function.grants().isEmpty()) {
            String actions = function.grants().stream()
                    .flatMap(grant -> grant.actions().stream())
                    .sorted()
                    .distinct()
                    .collect(Collectors.joining(", "));
            faults.add(
                    Problem.LM211,
                    Place.of("<role>"),
                    "The existing role '" + role + "' is not changed, so @Permission (" + actions
                            + ") would have no effect.",
                    "Give the role these permissions and remove @Permission, or remove <role>.");
        }
        if (boundary != null) {
            faults.add(
                    Problem.LM211,
                    Place.of("<permissionsBoundary>"),
                    "The existing role '" + role + "' is not changed, so the boundary would have no effect.",
                    "Remove <permissionsBoundary> or <role>.");
        }
    }

    private String description() {
        values.form(Setting.DESCRIPTION, "a text of up to " + DESCRIPTION_LIMIT + " characters");
        String text = values.text(
                Setting.DESCRIPTION,
                DESCRIPTION,
                Problem.LM203,
                "is longer than " + DESCRIPTION_LIMIT + " characters.",
                "a shorter text");
        return text == null ? "" : text;
    }

    /** A word we do not know is passed on: Lambda's list grows. */
    private String architecture() {
        values.form(Setting.ARCHITECTURE, "x86_64 or arm64");
        String text = values.text(Setting.ARCHITECTURE, "x86_64");
        if (!ARCHITECTURE.matcher(text).matches()) {
            warnings.add(
                    Problem.LM230,
                    Place.of("<architecture>"),
                    "'" + text + "' is neither x86_64 nor arm64; it is passed on to Lambda as it is.",
                    "Correct " + Setting.ARCHITECTURE.inPomAndCommandLine() + " if Lambda refuses it.");
        }
        return text;
    }

    private @Nullable Integer retention() {
        String text = values.text(
                Setting.LOG_RETENTION,
                RETENTION,
                Problem.LM203,
                "is not a retention that CloudWatch Logs offers.",
                NEVER + " or one of these numbers of days: " + String.join(", ", RETENTIONS));
        if (text == null) {
            return values.usual(Setting.LOG_RETENTION, DEFAULT_RETENTION);
        }
        return text.equals(NEVER) ? null : Integer.valueOf(text);
    }

    /** Names we do not know are passed on: Lambda's list grows. */
    private String runtime() {
        values.form(Setting.RUNTIME, "a runtime of Lambda such as java21");
        String smallest = RUNTIMES.stream()
                .filter(version -> version >= javaRelease)
                .findFirst()
                .map(version -> "java" + version)
                .orElse("java" + RUNTIMES.get(RUNTIMES.size() - 1));
        String runtime = values.text(Setting.RUNTIME, smallest);
        Matcher java = JAVA_RUNTIME.matcher(runtime);
        if (java.matches() && Integer.parseInt(java.group(1)) < javaRelease) {
            faults.add(
                    Problem.LM213,
                    Place.of("<runtime>"),
                    "The classes are compiled for Java " + javaRelease + ", which " + runtime + " does not run.",
                    "Compile with <maven.compiler.release>" + java.group(1) + "</maven.compiler.release> or set "
                            + Setting.RUNTIME.inPomAndCommandLine() + " to a newer runtime.");
        }
        return runtime;
    }
}
