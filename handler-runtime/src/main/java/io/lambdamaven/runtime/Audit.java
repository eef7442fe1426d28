package io.lambdamaven.runtime;

import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import io.lambdamaven.runtime.json.JsonSink;
import org.jspecify.annotations.Nullable;

/**
 * What operators did, as lines of the function's log: which command or script, for whom as far as Lambda tells, and what
 * came of it. Never the values of arguments, nor the message of an exception, which might quote them.
 */
final class Audit {
    private static final int LONGEST = 200;

    private final Context context;
    private final boolean json;
    private final String[] facts;

    /** @param facts names and values in turns */
    Audit(Context context, boolean json, String... facts) {
        this.context = context;
        this.json = json;
        this.facts = facts;
    }

    void done() {
        write("done", null);
    }

    void failed(Throwable failure) {
        write("failed", failure.getClass().getName());
    }

    /** Whatever the level of the log is: somebody will ask for it. */
    void write(String outcome, @Nullable String why) {
        if (json) {
            JsonSink out = JsonLog.OF_FUNCTION.open(context, JsonLog.INFO, "audit");
            for (int i = 0; i < facts.length; i += 2) {
                out.name(facts[i]).text(cut(facts[i + 1]));
            }
            out.name("caller").text(caller()).name("outcome").text(outcome);
            JsonLog.optional(out, "why", why);
            JsonLog.OF_FUNCTION.write(context, out);
            return;
        }
        StringBuilder line = new StringBuilder("AUDIT");
        for (int i = 0; i < facts.length; i += 2) {
            line.append(' ').append(facts[i]).append('=').append(word(facts[i + 1]));
        }
        line.append(" caller=").append(word(caller()));
        line.append(" requestId=").append(context.getAwsRequestId());
        line.append(" outcome=").append(outcome);
        if (why != null) {
            line.append(" why=").append(word(why));
        }
        Failures.write(context, line.toString());
    }

    /** Lambda names nobody but users of Cognito identity pools: CloudTrail knows who sent a request of this id. */
    private String caller() {
        CognitoIdentity identity = context.getIdentity();
        String id = identity == null ? null : identity.getIdentityId();
        return id == null || id.isEmpty() ? "unknown" : id;
    }

    /** As one word of the line, whatever it holds. */
    private static String word(String text) {
        return Traces.escaped(cut(text)).replace(' ', '_').replace('=', '_');
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
    }
}
