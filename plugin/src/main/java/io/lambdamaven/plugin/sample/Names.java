package io.lambdamaven.plugin.sample;

import io.lambdamaven.plugin.report.Place;
import io.lambdamaven.plugin.report.Problem;
import io.lambdamaven.plugin.report.UserFault;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names and ARNs of the resources that a sample speaks of. */
final class Names {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Za-z][A-Za-z0-9._-]*)}");
    private static final int RULE_NAME_LIMIT = 64;

    private final SampleContext context;

    Names(SampleContext context) {
        this.context = context;
    }

    String resolve(String text) {
        return PLACEHOLDER.matcher(text).replaceAll(found -> Matcher.quoteReplacement(value(found)));
    }

    private String value(MatchResult found) {
        String value = context.placeholders().get(found.group(1));
        if (value == null) {
            throw new UserFault(
                    Problem.LM155,
                    Place.of(found.group()),
                    "The stage has no value for it.",
                    "Set it in the stage's <placeholders> or with -Dlambda.placeholders." + found.group(1) + ".");
        }
        return value;
    }

    /** The ARN itself where one was given, else that of the service's resource of this name here. */
    String arn(String service, String nameOrArn) {
        return nameOrArn.startsWith("arn:")
                ? nameOrArn
                : "arn:" + partition() + ":" + service + ":" + context.region() + ":" + context.account() + ":"
                        + nameOrArn;
    }

    String bucketArn(String name) {
        return "arn:" + partition() + ":s3:::" + name;
    }

    /** The ARN of the rule that is deployed for a schedule. */
    String ruleArn(String routeId) {
        String function = context.functionName();
        int room = RULE_NAME_LIMIT - 1 - routeId.length();
        String rule = (function.length() > room ? function.substring(0, room) : function) + "-" + routeId;
        return arn("events", "rule/" + rule);
    }

    /** What follows the last colon of an ARN; a plain name as it is. */
    static String last(String nameOrArn) {
        return nameOrArn.substring(nameOrArn.lastIndexOf(':') + 1);
    }

    /** The region in an ARN. */
    static String regionOf(String arn) {
        return arn.split(":", -1)[3];
    }

    private String partition() {
        if (context.region().startsWith("cn-")) {
            return "aws-cn";
        }
        return context.region().startsWith("us-gov-") ? "aws-us-gov" : "aws";
    }
}
