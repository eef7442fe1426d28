package io.lambdamaven.plugin.plan;

import io.lambdamaven.plugin.plan.Change.AttributeChange;
import io.lambdamaven.plugin.plan.resource.Resource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A plan as lines for people: {@code +} made, {@code ~} changed, {@code -} removed, {@code =} left, {@code !} left to the user. */
public final class PlanText {
    private static final int WIDE = 60;
    private static final int SHORT_DIGEST = 12;
    private static final Set<String> DIGESTS = Set.of("codeSha256", "configurationDigest", "digest");

    /** In a line of their own or of no interest when a resource is new. */
    private static final Pattern NOT_IN_SUMMARY =
            Pattern.compile("tags\\..*|environment\\..*|trustPolicy|policy|codeSha256|configurationDigest|digest"
                    + "|logGroup|description");

    private PlanText() {}

    /** The lines to print; one line where nothing changes. */
    public static List<String> lines(Plan plan, Desired desired) {
        String subject = desired.project() + ", stage " + desired.stage();
        List<String> lines = new ArrayList<>();
        if (plan.isEmpty()) {
            lines.add("No changes: " + subject + " is up to date (" + count(plan, Change.Keep.class)
                    + " resources checked).");
            section(lines, plan, "left in place", Change.Leave.class);
            notices(lines, desired);
            return lines;
        }
        lines.add("Plan for " + subject + ":");
        section(lines, plan, "to create", Change.Create.class);
        section(lines, plan, "to change", Change.Update.class);
        section(lines, plan, "to remove", Change.Delete.class);
        section(lines, plan, "left in place", Change.Leave.class);
        OpenDoors.kept(plan).forEach(door -> lines.add("  = " + door));
        notices(lines, desired);
        lines.add(summary(plan));
        return lines;
    }

    private static void notices(List<String> lines, Desired desired) {
        if (!desired.notices().isEmpty()) {
            lines.add(" left to you:");
            desired.notices().forEach(notice -> lines.add("  ! " + notice));
        }
    }

    /** {@code 3 to create, 1 to change, 0 to remove, 12 unchanged}. */
    public static String summary(Plan plan) {
        long left = count(plan, Change.Leave.class);
        return count(plan, Change.Create.class) + " to create, " + count(plan, Change.Update.class) + " to change, "
                + count(plan, Change.Delete.class) + " to remove, " + count(plan, Change.Keep.class) + " unchanged"
                + (left > 0 ? ", " + left + " left in place" : "");
    }

    private static void section(List<String> lines, Plan plan, String title, Class<? extends Change> kind) {
        List<Change> changes = plan.changes().stream()
                .filter(kind::isInstance)
                .sorted(Comparator.comparing(Change::id))
                .toList();
        if (!changes.isEmpty()) {
            lines.add(" " + title + ":");
            changes.forEach(change -> line(lines, change));
        }
    }

    private static void line(List<String> lines, Change change) {
        if (change instanceof Change.Create create) {
            lines.add("  + " + change.id() + inBrackets(create.desired()) + OpenDoors.mark(create.desired()));
            environment(lines, create.desired());
        } else if (change instanceof Change.Update update) {
            lines.add("  ~ " + change.id() + OpenDoors.mark(update.desired()));
            update.attributes().forEach(attribute -> line(lines, attribute));
        } else if (change instanceof Change.Delete) {
            lines.add("  - " + change.id());
        } else if (change instanceof Change.Leave leave) {
            lines.add("  = " + change.id() + ": " + leave.reason());
        }
    }

    private static String inBrackets(Resource resource) {
        String summary = resource.attributes().entrySet().stream()
                .filter(entry -> !entry.getValue().isEmpty())
                .filter(Predicate.not(
                        entry -> NOT_IN_SUMMARY.matcher(entry.getKey()).matches()))
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
        return summary.isEmpty() ? "" : " (" + summary + ")";
    }

    /** What a role may do and what a function is told are worth a line each, even when they are new. */
    private static void environment(List<String> lines, Resource resource) {
        resource.attributes().forEach((name, value) -> {
            if (name.startsWith("environment.") || name.equals("policy")) {
                lines.add("      " + name + ": " + shown(name, value));
            }
        });
    }

    private static void line(List<String> lines, AttributeChange change) {
        String before = shown(change.name(), change.before());
        String after = shown(change.name(), change.after());
        if (before.length() + after.length() <= WIDE) {
            lines.add("      " + change.name() + ": " + before + " -> " + after);
        } else {
            lines.add("      " + change.name() + ":");
            lines.add("        - " + before);
            lines.add("        + " + after);
        }
    }

    private static String shown(String name, @Nullable String value) {
        if (value == null) {
            return "(none)";
        }
        if (Secrets.isSecret(name)) {
            return "(secret)";
        }
        if (DIGESTS.contains(name) && value.length() > SHORT_DIGEST) {
            return value.substring(0, SHORT_DIGEST) + "...";
        }
        return value.isEmpty() ? "(empty)" : value;
    }

    private static long count(Plan plan, Class<? extends Change> kind) {
        return plan.changes().stream().filter(kind::isInstance).count();
    }
}
