package io.lambdamaven.api;

/**
 * What SES does after a synchronous Lambda action.
 *
 * @see <a href="https://docs.aws.amazon.com/ses/latest/dg/receiving-email-action-lambda.html">AWS: the Lambda action</a>
 */
public enum SesDisposition {
    /** Goes on with the next action. */
    CONTINUE,
    /** Leaves out the rest of this receipt rule. */
    STOP_RULE,
    /** Leaves out the rest of the rule set. */
    STOP_RULE_SET
}
