package io.lambdamaven.plugin.report;

/**
 * One fault of the user's project, settings or account.
 *
 * @param summary what is wrong, one sentence
 * @param remedy what to do about it: the annotation attribute, pom element or {@code -D} property to change
 */
public record Diagnostic(Problem problem, Place place, String summary, String remedy) {

    /** {@code LM001 com.example.OrderApi.get (OrderApi.java:12): what is wrong. What to do.} */
    public String render() {
        return problem + " " + place + ": " + summary + (isEnded() ? " " : ". ") + remedy;
    }

    /** What others said, put into a summary, often ends in no stop. */
    private boolean isEnded() {
        return summary.isEmpty() || ".!?:".indexOf(summary.charAt(summary.length() - 1)) >= 0;
    }
}
