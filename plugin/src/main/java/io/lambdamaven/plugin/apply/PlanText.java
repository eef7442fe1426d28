package io.lambdamaven.plugin.apply;

import io.lambdamaven.plugin.plan.Change;
import io.lambdamaven.plugin.plan.Change.AttributeChange;
import io.lambdamaven.plugin.plan.Desired;
import io.lambdamaven.plugin.plan.Plan;
import io.lambdamaven.plugin.plan.Secrets;
import io.lambdamaven.plugin.plan.resource.Resource;
import io.lambdamaven.plugin.report.Line;
import io.lambdamaven.plugin.report.Tone;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    /** The lines to print; one line where nothing changes. Of several functions each has a section of its own. */
    public static List<Line> lines(Plan plan, Desired desired) {
        String subject = desired.project() + ", stage " + desired.stage();
        List<Line> lines = new ArrayList<>();
        if (plan.isEmpty()) {
            lines.add(new Line(
                    Tone.HEADING,
                    "No changes: " + subject + " is up to date (" + count(plan, Change.Keep.class)
                            + " resources checked)."));
            sections(
                    lines,
                    plan.changes().stream()
                            .filter(Change.Leave.class::isInstance)
                            .toList());
            notices(lines, desired);
            return lines;
        }
        lines.add(new Line(Tone.HEADING, "Plan for " + subject + ":"));
        Map<String, List<Change>> groups = PlanGroups.of(plan);
        if (groups.size() == 1) {
            sections(lines, plan.changes());
        } else {
            groups.forEach((group, changes) -> group(lines, group, changes));
        }
        notices(lines, desired);
        lines.add(new Line(Tone.HEADING, summary(plan)));
        return lines;
    }

    private static void group(List<Line> lines, String group, List<Change> changes) {
        List<Line> inside = new ArrayList<>();
        Stream.of(Change.Create.class, Change.Update.class, Change.Delete.class, Change.Leave.class)
                .forEach(kind -> of(changes, kind).forEach(change -> line(inside, change)));
        open(inside, changes);
        if (!inside.isEmpty()) {
            lines.add(new Line(Tone.HEADING, " " + group + ":"));
            lines.addAll(inside);
        }
    }

    private static void sections(List<Line> lines, List<Change> changes) {
        section(lines, changes, " to create:", Change.Create.class);
        section(lines, changes, " to change:", Change.Update.class);
        section(lines, changes, " to remove:", Change.Delete.class);
        section(lines, changes, " left in place:", Change.Leave.class);
        open(lines, changes);
    }

    private static void open(List<Line> lines, List<Change> changes) {
        OpenDoors.kept(changes).forEach(door -> lines.add(new Line(Tone.ALERT, "  = " + door)));
    }

    private static void notices(List<Line> lines, Desired desired) {
        if (!desired.notices().isEmpty()) {
            lines.add(new Line(Tone.HEADING, " left to you:"));
            desired.notices().forEach(notice -> lines.add(new Line(Tone.ALERT, "  ! " + notice)));
        }
    }

    /** {@code 3 to create, 1 to change, 0 to remove, 12 unchanged}. */
    public static String summary(Plan plan) {
        long left = count(plan, Change.Leave.class);
        return count(plan, Change.Create.class) + " to create, " + count(plan, Change.Update.class) + " to change, "
                + count(plan, Change.Delete.class) + " to remove, " + count(plan, Change.Keep.class) + " unchanged"
                + (left > 0 ? ", " + left + " left in place" : "");
    }

    private static void section(List<Line> lines, List<Change> all, String title, Class<? extends Change> kind) {
        List<Change> changes = of(all, kind);
        if (!changes.isEmpty()) {
            lines.add(new Line(Tone.HEADING, title));
            changes.forEach(change -> line(lines, change));
        }
    }

    private static List<Change> of(List<Change> changes, Class<? extends Change> kind) {
        return changes.stream()
                .filter(kind::isInstance)
                .sorted(Comparator.comparing(Change::id))
                .toList();
    }

    private static void line(List<Line> lines, Change change) {
        if (change instanceof Change.Create create) {
            Resource made = create.desired();
            lines.add(line(Tone.MADE, "  + " + change.id() + inBrackets(made), made));
            environment(lines, made);
        } else if (change instanceof Change.Update update) {
            lines.add(line(Tone.CHANGED, "  ~ " + change.id(), update.desired()));
            update.attributes().forEach(attribute -> line(lines, attribute));
        } else if (change instanceof Change.Delete) {
            lines.add(new Line(Tone.REMOVED, "  - " + change.id()));
        } else if (change instanceof Change.Leave leave) {
            lines.add(new Line(Tone.LEFT, "  = " + change.id() + ": " + leave.reason()));
        }
    }

    /** What is open to everybody says so, whatever becomes of it. */
    private static Line line(Tone tone, String text, Resource resource) {
        return OpenDoors.isOpen(resource) ? new Line(Tone.ALERT, text + OpenDoors.MARK) : new Line(tone, text);
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
    private static void environment(List<Line> lines, Resource resource) {
        resource.attributes().forEach((name, value) -> {
            if (name.startsWith("environment.") || name.equals("policy")) {
                lines.add(plain("      " + name + ": " + shown(name, value)));
            }
        });
    }

    private static void line(List<Line> lines, AttributeChange change) {
        String before = shown(change.name(), change.before());
        String after = shown(change.name(), change.after());
        if (before.length() + after.length() <= WIDE) {
            lines.add(plain("      " + change.name() + ": " + before + " -> " + after));
        } else {
            lines.add(plain("      " + change.name() + ":"));
            lines.add(new Line(Tone.REMOVED, "        - " + before));
            lines.add(new Line(Tone.MADE, "        + " + after));
        }
    }

    private static Line plain(String text) {
        return new Line(Tone.PLAIN, text);
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
