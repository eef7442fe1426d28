package io.lambdamaven.plugin.scan;

import io.lambdamaven.plugin.catalog.Check;
import io.lambdamaven.plugin.report.Problem;
import io.lambdamaven.plugin.scan.ServiceRules.Site;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The forms of texts in catalogued annotations. */
final class TextRules {
    private static final Pattern ARN =
            Pattern.compile("arn:[a-z][a-z-]*:([a-z0-9-]+):([a-z0-9-]*):([0-9]{12}|):(.+)", Pattern.DOTALL);

    private final Faults faults;
    private final JsonTexts json;

    TextRules(Faults faults) {
        this.faults = faults;
        this.json = new JsonTexts(faults);
    }

    void check(String value, Site site) {
        List<String> choices = site.attribute().choices();
        if (!choices.isEmpty() && !choices.contains(value)) {
            fault(value, site, "is none of the values it may have", "one of " + String.join(", ", choices));
            return;
        }
        Check check = site.attribute().check();
        if (check instanceof Check.Form form) {
            checkForm(value, form, site);
        } else if (check instanceof Check.Length length && value.length() > length.most()) {
            fault(
                    value.substring(0, Math.min(40, value.length())) + "...",
                    site,
                    "has " + value.length() + " characters",
                    "at most " + length.most() + " characters");
        } else if (check instanceof Check.Instant && !isInstant(value)) {
            fault(value, site, "is no instant", "a time such as 2026-01-31T12:00:00Z");
        } else if (check instanceof Check.EventPattern) {
            json.eventPattern(value, site);
        } else if (check instanceof Check.FilterPolicy) {
            json.filterPolicy(value, site);
        }
    }

    void filters(List<String> values, Check.Filters filters, Site site) {
        json.filters(values, filters, site);
    }

    private void checkForm(String value, Check.Form form, Site site) {
        boolean arns = !form.service().isEmpty();
        Matcher arn = ARN.matcher(value);
        if (arns && arn.matches() && !arn.group(1).equals(form.service())) {
            faults.add(
                    Problem.LM077,
                    site.spot(),
                    "\"" + value + "\" in " + site.subject() + " belongs to the service " + arn.group(1) + ", and "
                            + form.what() + " to " + form.service() + ".",
                    "Set " + site.name() + " to the ARN of " + form.what() + ".");
        } else if (!form.name().matcher(value).matches()
                && !(arns
                        && arn.matches()
                        && form.arnRest().matcher(arn.group(4)).matches())) {
            String arnChoice = arns && !form.form().equals("its ARN") ? ", its ARN" : "";
            String placeholder = site.attribute().open() ? " or a ${placeholder}" : "";
            fault(value, site, "does not name " + form.what(), form.form() + arnChoice + placeholder);
        }
    }

    private static boolean isInstant(String value) {
        try {
            return Instant.parse(value).getEpochSecond() > 0;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private void fault(String value, Site site, String what, String remedy) {
        boolean queue = site.kind().word().equals("sqs");
        faults.add(
                queue ? Problem.LM040 : Problem.LM068,
                site.spot(),
                "\"" + value + "\" in " + site.subject() + " " + what + ".",
                "Set " + site.name() + " to " + remedy + ".");
    }
}
