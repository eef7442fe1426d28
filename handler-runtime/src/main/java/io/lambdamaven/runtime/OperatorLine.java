package io.lambdamaven.runtime;

import com.amazonaws.services.lambda.runtime.Context;
import io.lambdamaven.runtime.bind.Arguments;
import io.lambdamaven.runtime.bind.Payload;
import io.lambdamaven.runtime.event.Members;
import io.lambdamaven.runtime.reply.Results;
import io.lambdamaven.runtime.route.Route;
import java.util.Map;

/** Serves what operators send through the alias {@code ops}. */
final class OperatorLine {
    /** Set by the deployer where a stage takes no commands. */
    static final String COMMANDS = "LAMBDA_MAVEN__COMMANDS";

    /** No command can be called so: their names begin with a letter or digit. */
    private static final String SCRIPT = "$script";

    private OperatorLine() {}

    /** What came this way and could not be read: who sent it counts, and nothing of it is quoted. */
    static void refused(Context context, String why) {
        new Audit(context, Failures.JSON, "command", "").write("refused", why);
    }

    static byte[] handle(Delivery delivery, Map<String, String> environment) throws Exception {
        String name = Members.text(delivery.event(), "command");
        if (name.equals(SCRIPT)) {
            return ScriptLine.handle(delivery, environment);
        }
        Audit audit = new Audit(delivery.context(), Failures.JSON, "command", name);
        if ("off".equals(environment.get(COMMANDS))) {
            audit.write("refused", "switched off");
            throw new IllegalStateException(
                    "this stage takes no commands: they are switched off with <commands>, or -Dlambda.commands");
        }
        Route.Command route = delivery.routes().command(name);
        if (route == null) {
            audit.write("refused", "unknown");
            throw delivery.unroutable(name);
        }
        byte[] args;
        try {
            args = Members.json(delivery.event(), "args");
        } catch (RuntimeException e) {
            audit.write("refused", "malformed");
            throw e;
        }
        Payload payload = Payload.json("'args' of the command " + name, args == null ? new byte[0] : args);
        try {
            byte[] answer = Results.json(
                    delivery.call(route, Arguments.ofValue(delivery.context(), delivery.event(), payload)));
            audit.done();
            return answer;
        } catch (Exception | Error e) {
            audit.failed(e);
            throw e;
        }
    }
}
