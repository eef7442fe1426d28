package io.lambdamaven.plugin.aws;

import io.lambdamaven.plugin.plan.Desired;
import io.lambdamaven.plugin.plan.resource.ResourceId;
import io.lambdamaven.plugin.report.Place;
import io.lambdamaven.plugin.report.Problem;
import io.lambdamaven.plugin.report.UserFault;
import java.util.Map;

/** Who owns a resource, by its tags. */
final class Tags {
    private Tags() {}

    static boolean areOurs(Map<String, String> tags, Desired desired) {
        return desired.project().equals(tags.get(Desired.PROJECT_TAG))
                && desired.stage().equals(tags.get(Desired.STAGE_TAG));
    }

    /** Whether no project of any stage has marked it. */
    static boolean areNobodys(Map<String, String> tags) {
        return !tags.containsKey(Desired.PROJECT_TAG) && !tags.containsKey(Desired.STAGE_TAG);
    }

    /** Refuses to touch what has the name of something of ours, but another owner. */
    static void mustBeOurs(ResourceId id, Map<String, String> tags, Desired desired) {
        if (!areOurs(tags, desired)) {
            throw new UserFault(
                    Problem.LM307,
                    Place.of(id.toString()),
                    "A resource of this name exists and " + owner(tags) + "; nothing was changed.",
                    "Choose another name with <functionName> or -Dlambda.functionName, or another -Dlambda.stage;"
                            + " or give it the tags " + Desired.PROJECT_TAG + "=" + desired.project() + " and "
                            + Desired.STAGE_TAG + "=" + desired.stage() + " to hand it over.");
        }
    }

    /** What the stage's functions would trust, made by somebody else. */
    static UserFault untrusted(ResourceId id, Map<String, String> tags, Desired desired) {
        return new UserFault(
                Problem.LM321,
                Place.of(id.toString()),
                "It exists and " + owner(tags) + ", and the functions of this stage would trust what is in it; nothing"
                        + " was changed.",
                "Find out who made it; then delete it, so that a deploy makes its own, or choose another name with"
                        + " <functionName> or -Dlambda.functionName. Only if all that is in it is yours, give it the"
                        + " tags " + Desired.PROJECT_TAG + "=" + desired.project() + " and " + Desired.STAGE_TAG + "="
                        + desired.stage() + ".");
    }

    private static String owner(Map<String, String> tags) {
        return areNobodys(tags)
                ? "was not made by this plugin (it lacks the tag " + Desired.PROJECT_TAG + ")"
                : "belongs to " + tags.get(Desired.PROJECT_TAG) + ", stage " + tags.get(Desired.STAGE_TAG);
    }
}
