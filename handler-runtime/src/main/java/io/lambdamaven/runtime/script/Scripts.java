package io.lambdamaven.runtime.script;

import com.amazonaws.services.lambda.runtime.Context;
import io.lambdamaven.runtime.aws.Aws;
import io.lambdamaven.runtime.aws.Deadline;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The scripts of a function: whether it takes any, and the run of one. */
public final class Scripts {
    /** Set by the deployer: the stage's public keys. Without it no script is taken. */
    public static final String KEYS = "LAMBDA_MAVEN__SCRIPT_KEYS";

    /** Set by the deployer: the table that remembers nonces. */
    public static final String TABLE = "LAMBDA_MAVEN__SCRIPT_NONCES";

    /** Set by the local Lambda, which has no tables: the folder that remembers nonces. */
    public static final String FOLDER = "LAMBDA_MAVEN__SCRIPT_NONCES_FOLDER";

    /** The account that the local Lambda says it is: that of AWS's examples, which no function on AWS belongs to. */
    private static final String LOCAL_ACCOUNT = ":123456789012:";

    private static final long PATIENCE = 10_000;

    private final Map<String, String> environment;
    private final Clock clock;

    /**
     * Of a function.
     *
     * @param environment its variables
     */
    public Scripts(Map<String, String> environment) {
        this(environment, Clock.systemUTC());
    }

    Scripts(Map<String, String> environment, Clock clock) {
        this.environment = environment;
        this.clock = clock;
    }

    /** A script that may run. */
    public static final class Verified {
        private final Message message;
        private final Bundle bundle;

        private Verified(Message message, Bundle bundle) {
            this.message = message;
            this.bundle = bundle;
        }

        /**
         * Who signed it.
         *
         * @return the id of one of the stage's keys
         */
        public String keyId() {
            return message.keyId();
        }

        /**
         * What is to run.
         *
         * @return the SHA-256 of its bundle of classes
         */
        public String digest() {
            return Envelope.sha256(message.bundle());
        }

        /**
         * Its name.
         *
         * @return the name of the class with its method
         */
        public String name() {
            return bundle.main();
        }

        /**
         * Runs it, in a class loader of its own.
         *
         * @param context Lambda's
         * @return what it returned
         * @throws Exception what it threw
         */
        public @Nullable Object run(Context context) throws Exception {
            return new Script(bundle).run(message.arguments(), context);
        }
    }

    /**
     * Verifies a script.
     *
     * @param message JSON, or null if there was none
     * @param context Lambda's
     * @return it may run, once
     * @throws RefusedScriptException if it may not
     * @throws RuntimeException if nobody can say whether it may: it may not
     */
    public Verified verify(byte @Nullable [] message, Context context) {
        String keys = environment.getOrDefault(KEYS, "");
        if (keys.isBlank()) {
            throw new RefusedScriptException("this stage takes none, for it has no <scriptKeys>");
        }
        if (message == null) {
            throw new RefusedScriptException("there is none");
        }
        String arn = context.getInvokedFunctionArn();
        Message read = Message.read(message);
        Verifier verifier = new Verifier(new Keys(keys), nonces(arn, context), clock);
        return new Verified(read, verifier.verify(read, arn));
    }

    private Nonces nonces(String arn, Context context) {
        String folder = environment.get(FOLDER);
        if (folder != null && arn.contains(LOCAL_ACCOUNT)) {
            return new FileNonces(Path.of(folder), clock);
        }
        String table = environment.get(TABLE);
        if (table == null) {
            throw new RefusedScriptException("there is no table that would know whether it was here before");
        }
        long patience = Math.min(PATIENCE, context.getRemainingTimeInMillis());
        return new TableNonces(new Aws(environment), table, Deadline.in(patience));
    }
}
