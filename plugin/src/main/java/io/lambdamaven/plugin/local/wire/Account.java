package io.lambdamaven.plugin.local.wire;

/** The account that the local Lambda plays, and the ARNs in it. */
public final class Account {
    /** The partition of all local ARNs. */
    public static final String PARTITION = "aws";

    /** The account id that AWS's own examples use: nobody's account. */
    public static final String ID = "123456789012";

    private Account() {}

    /** A function's ARN without qualifier. */
    public static String functionArn(String region, String functionName) {
        return "arn:" + PARTITION + ":lambda:" + region + ":" + ID + ":function:" + functionName;
    }

    /** The ARN of a rule on the default bus. */
    public static String ruleArn(String region, String rule) {
        return "arn:" + PARTITION + ":events:" + region + ":" + ID + ":rule/" + rule;
    }
}
