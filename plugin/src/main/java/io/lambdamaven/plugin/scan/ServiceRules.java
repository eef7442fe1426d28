package io.lambdamaven.plugin.scan;

import io.lambdamaven.plugin.catalog.Attribute;
import io.lambdamaven.plugin.catalog.Catalog;
import io.lambdamaven.plugin.catalog.Check;
import io.lambdamaven.plugin.catalog.Clash;
import io.lambdamaven.plugin.catalog.ServiceKind;
import io.lambdamaven.plugin.model.Trigger;
import io.lambdamaven.plugin.report.Problem;
import java.util.List;
import java.util.Map;

/** What catalogued annotations may say. */
final class ServiceRules {
    /** Attributes that several kinds share, and whose ranges have diagnostics of their own. */
    private static final Map<String, Problem> RANGES =
            Map.of("batchSize", Problem.LM035, "batchingWindow", Problem.LM036, "maximumConcurrency", Problem.LM039);

    private final Faults faults;
    private final ResourceRules resources;
    private final TextRules texts;

    ServiceRules(Faults faults, ResourceRules resources) {
        this.faults = faults;
        this.resources = resources;
        this.texts = new TextRules(faults);
    }

    void check(Trigger.Service trigger, Spot spot) {
        ServiceKind kind = Catalog.of(trigger);
        for (Attribute attribute : kind.attributes()) {
            Site site = new Site(kind, attribute, spot);
            switch (attribute.type()) {
                case TEXT -> checkText(trigger.text(attribute.name()), site);
                case TEXTS -> checkTexts(trigger.texts(attribute.name()), site);
                case CHOICES -> checkPresent(trigger.texts(attribute.name()).isEmpty(), site);
                case NUMBER -> checkNumber(trigger.number(attribute.name()), site);
                case CHOICE, FLAG -> {
                    // The compiler has checked them.
                }
            }
        }
        for (Clash clash : kind.clashes(trigger)) {
            Problem problem = switch (clash.topic()) {
                case WINDOW -> Problem.LM037;
                case FIFO -> Problem.LM038;
                case OTHER -> Problem.LM069;
            };
            String remedy = clash.remedy();
            faults.add(
                    problem,
                    spot,
                    clash.summary(),
                    remedy.substring(0, remedy.length() - 1) + " in " + kind.display() + ".");
        }
    }

    /** An attribute of an annotation that is being looked at. */
    record Site(ServiceKind kind, Attribute attribute, Spot spot) {
        /** {@code queue in @SqsTrigger}, or {@code the value of @WebSocketTrigger}. */
        String name() {
            return attribute.name().equals("value")
                    ? "the value of " + kind.display()
                    : attribute.name() + " in " + kind.display();
        }

        /** {@code queue of @SqsTrigger}. */
        String subject() {
            return attribute.name() + " of " + kind.display();
        }
    }

    private void checkTexts(List<String> values, Site site) {
        checkPresent(values.isEmpty(), site);
        values.forEach(value -> checkValue(value, site));
        if (site.attribute().check() instanceof Check.Filters filters) {
            texts.filters(values, filters, site);
        }
    }

    private void checkText(String value, Site site) {
        checkPresent(value.isBlank(), site);
        if (!value.isBlank()) {
            checkValue(value, site);
        }
    }

    private void checkPresent(boolean absent, Site site) {
        if (absent && site.attribute().required()) {
            faults.add(
                    Problem.LM066,
                    site.spot(),
                    site.subject() + " is empty, so nothing would ever call the method.",
                    "Set " + site.name() + ".");
        }
    }

    private void checkValue(String value, Site site) {
        if (site.attribute().open()) {
            if (!resources.checkPlaceholders(value, site.subject(), site.spot())) {
                return;
            }
            if (ResourceRules.isOpen(value) && !(site.attribute().check() instanceof Check.EventPattern)) {
                return;
            }
        }
        texts.check(value, site);
    }

    private void checkNumber(int value, Site site) {
        if (site.attribute().check() instanceof Check.Range range && !range.fits(value)) {
            String unit = range.unit().isEmpty() ? "" : " " + range.unit();
            String unset = range.unset() == null ? "" : ", or leave it out for none";
            faults.add(
                    RANGES.getOrDefault(site.attribute().name(), Problem.LM067),
                    site.spot(),
                    site.subject() + " is " + value + unit + ", which is outside " + range.least() + " to "
                            + range.most() + unit + ".",
                    "Change " + site.name() + unset + ".");
        }
    }
}
