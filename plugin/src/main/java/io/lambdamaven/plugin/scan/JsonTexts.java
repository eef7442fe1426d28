package io.lambdamaven.plugin.scan;

import io.lambdamaven.plugin.catalog.Check;
import io.lambdamaven.plugin.json.Json;
import io.lambdamaven.plugin.json.JsonException;
import io.lambdamaven.plugin.report.Problem;
import io.lambdamaven.plugin.scan.Patterns.PatternFault;
import io.lambdamaven.plugin.scan.ServiceRules.Site;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Patterns, policies and filters, which annotations hold as JSON. */
final class JsonTexts {
    /**
     * What EventBridge takes for a rule's pattern.
     *
     * @see <a href="https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-quota.html">quotas</a>
     */
    private static final int LONGEST_PATTERN = 4096;

    private static final Set<String> ENVELOPE = Set.of(
            "version",
            "id",
            "detail-type",
            "source",
            "account",
            "time",
            "region",
            "resources",
            "detail",
            "replay-name",
            Patterns.OR);

    private final Faults faults;

    JsonTexts(Faults faults) {
        this.faults = faults;
    }

    void eventPattern(String text, Site site) {
        Json pattern = parse(text, Problem.LM073, site, "an object such as {\"source\": [\"aws.ec2\"]}");
        if (pattern == null) {
            return;
        }
        try {
            Patterns.checkLength(text, LONGEST_PATTERN);
            Patterns.check(pattern, Patterns.OF_RULES);
            for (String name : pattern.asObject().members().keySet()) {
                if (!ENVELOPE.contains(name)) {
                    throw new PatternFault("no event has \"" + name + "\" beside source, detail-type and detail");
                }
            }
        } catch (PatternFault e) {
            add(
                    Problem.LM073,
                    site,
                    e,
                    "Write an object whose values are arrays or objects of such, as in {\"source\": [\"aws.ec2\"],"
                            + " \"detail\": {\"state\": [{\"prefix\": \"run\"}]}}");
        }
    }

    void filterPolicy(String text, Site site) {
        Json policy = parse(text, Problem.LM074, site, "an object such as {\"store\": [\"berlin\"]}");
        if (policy == null) {
            return;
        }
        try {
            Patterns.check(policy, Patterns.OF_TOPICS);
            FilterPolicies.check(policy.asObject());
        } catch (PatternFault e) {
            add(
                    Problem.LM074,
                    site,
                    e,
                    "Write an object of at most 5 names, each with an array of values or filters, as in {\"store\":"
                            + " [\"berlin\", {\"prefix\": \"ham\"}]}");
        }
    }

    void filters(List<String> texts, Check.Filters filters, Site site) {
        if (texts.size() > filters.most()) {
            faults.add(
                    Problem.LM074,
                    site.spot(),
                    site.subject() + " has " + texts.size() + " patterns, and a mapping takes " + filters.most() + ".",
                    "Join some of them, or leave some out of " + site.name() + ".");
        }
        for (String text : texts) {
            Json pattern = parse(text, Problem.LM074, site, "an object such as {\"body\": {\"city\": [\"berlin\"]}}");
            try {
                Patterns.checkLength(text, LONGEST_PATTERN);
                if (pattern != null) {
                    Patterns.check(pattern, Patterns.OF_RULES);
                }
            } catch (PatternFault e) {
                add(
                        Problem.LM074,
                        site,
                        e,
                        "Write objects whose values are arrays or objects of such, as in {\"body\": {\"city\":"
                                + " [\"berlin\"]}}");
            }
        }
    }

    private @Nullable Json parse(String text, Problem problem, Site site, String example) {
        try {
            return Json.parse(text);
        } catch (JsonException e) {
            faults.add(
                    problem,
                    site.spot(),
                    site.subject() + " is no JSON: " + e.getMessage() + ".",
                    "Set " + site.name() + " to " + example + ".");
            return null;
        }
    }

    private void add(Problem problem, Site site, PatternFault fault, String remedy) {
        faults.add(
                problem,
                site.spot(),
                site.subject() + " cannot be used: " + fault.getMessage() + ".",
                remedy + " in " + site.kind().display() + ".");
    }
}
