package io.lambdamaven.runtime;

import com.amazonaws.services.lambda.runtime.Context;
import io.lambdamaven.runtime.event.Members;
import io.lambdamaven.runtime.reply.Results;
import io.lambdamaven.runtime.script.RefusedScriptException;
import io.lambdamaven.runtime.script.Scripts;
import java.util.Map;

/** Serves a signed script. Its audit has a line before it runs, which stays whatever it does to the process. */
final class ScriptLine {
    private ScriptLine() {}

    static byte[] handle(Delivery delivery, Map<String, String> environment) throws Exception {
        Context context = delivery.context();
        Scripts.Verified script;
        try {
            script = new Scripts(environment).verify(Members.json(delivery.event(), "args"), context);
        } catch (RuntimeException e) {
            String why = e instanceof RefusedScriptException ? e.getMessage() : null;
            new Audit(context, Failures.JSON, "script", "")
                    .write("refused", why == null ? e.getClass().getName() : why);
            throw e;
        }
        Audit audit = new Audit(
                context, Failures.JSON, "script", script.name(), "key", script.keyId(), "sha256", script.digest());
        audit.write("started", null);
        try {
            byte[] answer = Results.json(script.run(context));
            audit.done();
            return answer;
        } catch (Exception | Error e) {
            audit.failed(e);
            throw e;
        }
    }
}
