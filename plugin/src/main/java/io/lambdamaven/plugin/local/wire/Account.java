package io.lambdamaven.plugin.local.wire;

import java.util.Locale;

/** The account that the local Lambda plays, and the ARNs in it. */
public final class Account {
    /** The partition of all local ARNs. */
    public static final String PARTITION = "aws";

    /** The account id that AWS's own examples use: nobody's account. */
    public static final String ID = "123456789012";

    private Account() {}

    /** Ten characters, as the ids of AWS's APIs have, and the same for the same API. */
    public static String apiId(String name) {
        String digits = Long.toUnsignedString(name.hashCode() * 0x9E3779B97F4A7C15L, 36);
        return ("local" + digits + "00000").substring(0, 10).toLowerCase(Locale.ROOT);
    }

    /** A function's ARN without qualifier. */
    public static String functionArn(String region, String functionName) {
        return "arn:" + PARTITION + ":lambda:" + region + ":" + ID + ":function:" + functionName;
    }

    /** The ARN of a rule on the default bus. */
    public static String ruleArn(String region, String rule) {
        return "arn:" + PARTITION + ":events:" + region + ":" + ID + ":rule/" + rule;
    }
}
